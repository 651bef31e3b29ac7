//! How clients walk through the pages of an operation's results.
//!
//! In: operations built by hand. Out: nothing.

use crate::built::{emitted_file, list, map, model_of, named, nullable, operation, structure, success};
use tablature::{
    emit::EmitOptions,
    model::{Basis, Fact, Operation, PageInput, PageKind, Paging, Place, Presence, Type, TypeDef},
};

/// The constants by which a client walks through pages, and how it finds the items.
fn paging(page: Vec<TypeDef>, answer: Type, paging: Paging) -> (Option<String>, Option<String>) {
    let get =
        Operation { success: vec![success("application/json", answer)], paging: Some(paging), ..operation("Get") };
    let text = emitted_file(&model_of(page, vec![get]), &EmitOptions::default(), "src/api/endpoints/pets/get.rs");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let part = |start: &str, end: &str| {
        text.split_once(start)
            .map(|(_, rest)| rest.split_once(end).expect("its end").0.trim_end_matches([' ', ',']).to_owned())
    };
    (
        part("const PAGING: crate::call::Paging = crate::call::Paging { ", "};"),
        part("impl crate::call::Items for Get { ", " } }"),
    )
}

fn path(text: &str) -> Option<Fact<String>> {
    Some(Fact::stated(text.to_owned()))
}

#[test]
fn what_moves_from_page_to_page_is_a_constant() {
    let page = || vec![structure("Page", &[("items", list(Type::String))])];
    let moves = |paged: Paging| paging(page(), named("Page"), paged).0;
    let input = |kind, place| Some(Fact::stated(PageInput { wire: "p".to_owned(), place, kind }));
    let of = |input: Option<Fact<PageInput>>| Paging { input, ..Paging::of(Basis::Stated) };
    let rest = "limit: None, items: None, total: None";
    let (query, body) = (Some(Place::Query), None);
    let argument = |name: &str| format!("crate::call::Argument::{name}(\"p\")");
    assert_eq!(
        moves(of(input(PageKind::Page, query))),
        Some(format!("moves: crate::call::Moves::Page({}), {rest}", argument("Query")))
    );
    assert_eq!(
        moves(of(input(PageKind::Page, body))),
        Some(format!("moves: crate::call::Moves::Page({}), {rest}", argument("Body")))
    );
    assert_eq!(moves(of(input(PageKind::Offset, query))), None, "nothing says how many items there were");
    let offset = Paging {
        items: path("$.items"),
        limit: path("l"),
        pages: path("$.all.pa/ges"),
        ..of(input(PageKind::Offset, query))
    };
    let known = "limit: Some(\"l\"), items: Some(\"/items\"), total: Some(\"/all/pa~1ges\")";
    assert_eq!(moves(offset), Some(format!("moves: crate::call::Moves::Offset({}), {known}", argument("Query"))));
    assert_eq!(moves(of(input(PageKind::Cursor, query))), None, "nothing says where the next cursor is");
    let cursor = Paging { next: path("$.ne~xt"), ..of(input(PageKind::Cursor, query)) };
    assert_eq!(
        moves(cursor),
        Some(format!("moves: crate::call::Moves::Cursor({}, \"/ne~0xt\"), {rest}", argument("Query")))
    );
    assert_eq!(
        moves(Paging { next: path("next"), ..of(None) }),
        Some(format!("moves: crate::call::Moves::Url(\"/next\"), {rest}"))
    );
    assert_eq!(moves(Paging { next: path("$.a[0]"), ..of(None) }), None);
    assert_eq!([Place::Path, Place::Header].map(|place| moves(of(input(PageKind::Page, Some(place))))), [None, None]);
}

#[test]
fn items_are_found_through_whatever_holds_them() {
    let items = |outer: Presence, inner: Presence, boxed: bool, at: &str| {
        let mut page = structure("Page", &[("result", named("Found"))]);
        let mut found = structure("Found", &[("type", list(named("Page"))), ("count", Type::Int32)]);
        crate::built::fields(&mut page)[0].presence = Fact::stated(outer);
        crate::built::fields(&mut page)[0].boxed = boxed;
        crate::built::fields(&mut found)[0].presence = Fact::stated(inner);
        let paged = Paging { next: path("next"), items: path(at), ..Paging::of(Basis::Stated) };
        paging(vec![page, found], named("Page"), paged).1
    };
    use Presence::{Optional, OptionalNullable, Required, RequiredNullable};
    let of = |body: &str| {
        Some(format!(
            "type Item = crate::components::Page; fn items(page: Self::Success) -> Vec<crate::components::Page> {{ {body}"
        ))
    };
    let maybe = |body: &str| {
        of(&format!(
            "let items = move || -> Option<Vec<crate::components::Page>> {{ {body} }}; items().unwrap_or_default()"
        ))
    };
    let at = "$.result.type";
    let shown = |found: Option<String>| {
        found.map(|text| {
            text.replace("= Page;", "= crate::components::Page;").replace("Vec<Page>", "Vec<crate::components::Page>")
        })
    };
    assert_eq!(shown(items(Required, Required, false, at)), of("page.result.r#type"));
    assert_eq!(shown(items(Optional, Required, false, at)), maybe("Some(page.result?.r#type)"));
    assert_eq!(shown(items(Required, RequiredNullable, false, at)), maybe("page.result.r#type"));
    assert_eq!(shown(items(OptionalNullable, Optional, false, at)), maybe("page.result.into_option()?.r#type"));
    assert_eq!(items(Required, Required, true, at), None, "what is boxed is not taken apart");
    assert_eq!(
        ["$.result.count", "$.result.none", "$.result.type.x", "$.result[0]"]
            .map(|at| items(Required, Required, false, at)),
        [None, None, None, None]
    );
    let whole = Paging { next: path("next"), items: path("$"), ..Paging::of(Basis::Stated) };
    let (constant, found) = paging(vec![structure("Page", &[])], list(nullable(Type::String)), whole.clone());
    assert!(constant.is_some_and(|text| text.contains("items: Some(\"\")")), "the whole answer");
    assert_eq!(
        found,
        Some("type Item = Option<String>; fn items(page: Self::Success) -> Vec<Option<String>> { page".to_owned())
    );
    assert_eq!(paging(vec![structure("Page", &[])], map(Type::String), whole).1, None);
}
