//! Where arguments travel, and under which name.
//!
//! In: request pages and Parameters tables. Out: nothing.

use super::fixture::{Tree, body, places};
use tablature::model::{Basis, Media, Rule, Style, Type, TypeId};

const ID: &str = "id! | *String*";

/// What the examples of TypeScript look at.
const ANSWER: &str = "### Response\n\n**Promise\\<any\\>**\n";

fn pet(tree: Tree) -> Tree {
    tree.fields("models/components/Pet.md", &["name! | *String*"])
}

fn python() -> Tree {
    Tree::of("python").fields("models/components/Pet.md", &["name! | *str*"])
}

#[test]
fn placeholders_take_their_arguments_by_name_and_lend_them_theirs() {
    let tree = Tree::of("go").fields("models/operations/GetPetRequest.md", &["PetID! | `string`"]).operation(
        "get-pet",
        "get /pets/{petId}",
        &["ctx | [context.Context](https://pkg.go.dev/c)", "petID! | `string`"],
        "",
    );
    let operation = tree.only();
    assert_eq!(places(&operation), ["path petId"]);
    assert_eq!(operation.parameters[0].wire.basis, Basis::Stated);
    assert_eq!((operation.id.as_str(), operation.rust.as_str()), ("get-pet", "GetPet"));
}

#[test]
fn rows_that_the_request_page_lacks_are_arguments_too() {
    let tree = Tree::of("python").fields("models/listpetsrequest.md", &["house_id! | *str*"]).operation(
        "list_pets",
        "get /houses/{house_id}/pets",
        &["house_id! | *str*", "size | *Optional[int]*"],
        "",
    );
    assert_eq!(places(&tree.only()), ["path house_id", "query size"]);
}

#[test]
fn a_suffixed_name_fills_the_placeholder_before_the_plain_one() {
    let rows = ["version | *Optional\\<String>*", "versionPathParameter! | *long*"];
    let tree = Tree::of("java").fields("models/operations/GetThumbRequest.md", &rows).operation(
        "getThumb",
        "get /thumb/{version}",
        &["request! | [GetThumbRequest](../../models/operations/GetThumbRequest.md)"],
        "",
    );
    assert_eq!(places(&tree.only()), ["query version", "path version"]);
}

#[test]
fn a_renamed_argument_fills_the_placeholder_that_ends_with_its_name() {
    let operation = Tree::of("java")
        .operation("get_rule", "get /gateways/{gatewayListenerId}", &["listenerId! | *String*"], "")
        .only();
    assert_eq!(places(&operation), ["path gatewayListenerId"]);
    assert_eq!(operation.parameters[0].place.basis, Basis::Rule(Rule::PlacePlaceholderEnding));
}

#[test]
fn well_known_names_are_headers_and_suffixes_decide() {
    let rows = [
        "limit | *Optional\\<Integer>*",
        "mcpSessionId | *Optional\\<String>*",
        "xTraceId | *Optional\\<String>*",
        "xPageQueryParameter | *Optional\\<String>*",
        "accepts | *Optional\\<String>*",
        "contentType | *Optional\\<String>*",
    ];
    let operation = Tree::of("java").operation("list_pets", "get /pets", &rows, "").only();
    let headers = ["query limit", "header mcp-session-id", "header x-trace-id", "query xPage", "header accepts"];
    assert_eq!(places(&operation), [&headers[..], &["query contentType"]].concat());
    assert_eq!(operation.parameters[0].place.basis, Basis::Rule(Rule::PlaceDefaultQuery));
    assert_eq!(operation.parameters[3].place.basis, Basis::Stated);
}

#[test]
fn a_request_page_tells_the_body_from_the_rest() {
    let link = "[Pet](../../models/components/Pet.md)";
    for (name, ty, rule) in [
        ("requestBody", link.to_owned(), None),
        ("pet", link.to_owned(), Some("body:named-as-type")),
        ("animal", link.to_owned(), Some("body:last-argument")),
        ("animals", format!("List\\<{link}>"), Some("body:last-argument")),
        ("picture", "*byte[]*".to_owned(), Some("body:bytes")),
    ] {
        let row = format!("{name}! | {ty}");
        let tree = pet(Tree::of("java")).fields("models/operations/AddPetRequest.md", &[ID, &row]);
        let operation = tree.operation("add_pet", "post /shops/{id}/pets", &[ID, &row], "").only();
        assert_eq!(places(&operation), ["path id"], "{name}");
        assert_eq!(body(&operation).map(|(_, rule)| rule), Some(rule), "{name}");
    }
}

#[test]
fn a_body_that_is_called_as_a_request_page_would_be_has_one_of_its_own() {
    let link = "[models.AddPetRequest](../../models/addpetrequest.md)";
    let body_row = format!("body! | {link}");
    let fields = ["name! | *str*", "server_url | *Optional[str]*"];
    let tree = Tree::of("python")
        .fields("models/addpetrequest.md", &fields)
        .fields("models/addpetrequestrequest.md", &["x_trace_id! | *str*", &body_row]);
    let rows = ["x_trace_id! | *str*", fields[0], "server_url | *Optional[str]*"];
    let operation = tree.operation("add_pet", "post /pets", &rows, "").only();
    assert_eq!(places(&operation), ["header x-trace-id"]);
    assert_eq!(body(&operation), Some(("{named:models/addpetrequest}".to_owned(), None)));
}

#[test]
fn an_argument_called_as_one_of_the_sdk_is_the_apis_where_its_page_has_it() {
    let page = |fields: &[&str]| Tree::of("python").fields("models/addpetrequest.md", fields);
    let rows = ["id! | *str*", "server_url | *Optional[str]*"];
    let add = |tree: Tree| tree.operation("add_pet", "put /pets/{id}", &rows, "").only();
    assert_eq!(places(&add(page(&rows))), ["path id", "query server_url"]);
    assert_eq!(places(&add(page(&rows[..1]))), ["path id"]);
}

#[test]
fn a_query_object_of_a_get_is_no_body() {
    let row = "pet | [Pet](../../models/components/Pet.md)";
    let tree = pet(Tree::of("java")).fields("models/operations/FindPetRequest.md", &[row]);
    let operation = tree.operation("find_pet", "get /pets", &[row], "").only();
    assert_eq!(places(&operation), ["query pet"]);
    assert_eq!(operation.parameters[0].style.as_ref().map(|style| style.value), Some(Style::DeepObject));
    assert_eq!(body(&operation), None);
}

#[test]
fn a_single_request_is_its_page_or_the_body() {
    let pages = |tree: Tree| pet(tree).fields("models/operations/AddPetRequest.md", &["limit | *Optional\\<Integer>*"]);
    let whole = ["request! | [Pet](../../models/components/Pet.md)"];
    let operation = pages(Tree::of("java")).operation("add_pet", "post /pets", &whole, "").only();
    assert_eq!(body(&operation), Some(("{named:components/Pet}".to_owned(), None)));
    let page = ["request! | [AddPetRequest](../../models/operations/AddPetRequest.md)"];
    let operation = pages(Tree::of("java")).operation("add_pet", "delete /pets", &page, "").only();
    assert_eq!(places(&operation), ["query limit"]);
}

#[test]
fn a_request_page_with_a_list_of_objects_is_the_body_itself() {
    let rows = ["pets | List\\<[Pet](../../models/components/Pet.md)>", "title | *Optional\\<String>*"];
    let request = ["request! | [AddPetsRequest](../../models/operations/AddPetsRequest.md)"];
    let tree = pet(Tree::of("java")).fields("models/operations/AddPetsRequest.md", &rows);
    let operation = tree.operation("add_pets", "post /pets", &request, "").only();
    assert_eq!(body(&operation).and_then(|(_, rule)| rule), Some("body:list-of-objects"));
}

/// The arguments of an operation that its request page lists, too, are fields of the body, unless nobody calls a body so.
#[test]
fn arguments_that_are_a_page_of_their_own_are_its_fields() {
    let rows = ["note! | *str*", "size | *Optional[int]*"];
    let found = |id: &str, operation: &str| {
        let page = format!("models/operations/{}request.md", id.replace('_', ""));
        python().fields(&page, &rows).operation(id, operation, &rows, "").lower().0.operations.remove(0)
    };
    for id in ["add_pet", "post_pets"] {
        let operation = found(id, "post /pets");
        assert_eq!(body(&operation).map(|(_, rule)| rule), Some(Some("body:request-page")), "{id}");
        assert_eq!(operation.parameters.len(), 0, "{id}");
    }
    for (id, usage) in [("add_pet_pets_post", "post /pets"), ("add_pet", "get /pets")] {
        let operation = found(id, usage);
        assert_eq!(body(&operation), None, "{id}");
        assert_eq!(operation.parameters.len(), 2, "{id}");
    }
}

/// An SDK's generator names an inline type after its place where its name would not do.
#[test]
fn a_type_may_say_that_an_argument_is_in_the_query() {
    let found = |stem: &str| {
        let row = format!("filter | [Filter](../../models/operations/{stem}.md)");
        let tree = python().fields("models/operations/setpetrequest.md", &["id! | *str*", &row]);
        let tree = tree.fields(&format!("models/operations/{stem}.md"), &["name | *Optional[str]*"]);
        let rows = ["id! | *str*", &row];
        tree.operation("set_pet", "put /pets/{id}", &rows, "").lower().0.operations.remove(0)
    };
    for stem in ["queryparamfilter", "setpetqueryparamfilter"] {
        let operation = found(stem);
        assert_eq!(body(&operation), None, "{stem}");
        assert_eq!(operation.parameters[1].place.basis.rule().map(Rule::id), Some("place:query-type"), "{stem}");
    }
    for stem in ["filter", "queryparams", "queryparameterfilter"] {
        assert!(body(&found(stem)).is_some(), "{stem}");
    }
}

/// Neither a list of values of the field's name nor a name that queries have, too, makes parameters of a body.
#[test]
fn a_request_page_of_values_and_of_a_known_name_is_the_body_itself() {
    let rows = ["kind | [components.Kind](../../models/components/kind.md)", "size | *Optional[int]*"];
    let find = |rows: &[&str], client: &str| {
        let usage = crate::markdown::usage("python", "find_pets", "post /pets/search");
        let code = format!("with Pets({client}) as pets:\n    res = pets.find(request={{}})\n");
        let request =
            crate::markdown::rows(&["request! | [FindPetsRequest](../../models/operations/findpetsrequest.md)"]);
        let parameters = format!("{}{request}", crate::markdown::PARAMETERS);
        let section = format!("## find\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n{parameters}\n");
        let tree =
            python().values("models/components/kind.md", &["cat"]).fields("models/operations/findpetsrequest.md", rows);
        let model =
            tree.operation("list_pets", "get /pets", &["size | *Optional[int]*"], "").section(&section).lower().0;
        let found = model.operations.into_iter().find(|operation| operation.id == "find_pets").expect("the operation");
        body(&found).map(|(_, rule)| rule)
    };
    assert_eq!(find(&rows, ""), Some(Some("body:request-page")));
    let noted = ["note | *str*", "size | *Optional[int]*"];
    assert_eq!(find(&noted, ""), Some(Some("body:request-page")));
    // Sent with every call, or a query elsewhere: these are parameters.
    assert_eq!(find(&noted, "size=3"), None);
    assert_eq!(find(&["size | *Optional[int]*"], ""), None);
}

#[test]
fn arguments_without_a_request_page_are_the_fields_of_a_body() {
    let model = python().operation("add_pet", "post /pets/{id}", &["id! | *str*", "name! | *str*"], "").model();
    assert_eq!(
        body(&model.operations[0]),
        Some(("{named:components/Pet}".to_owned(), Some("body:page-of-same-fields")))
    );
    let rows = ["id! | *str*", "name! | *str*", "age | *Optional[int]*"];
    let model = python().operation("add_pet", "post /pets/{id}", &rows, "").model();
    assert_eq!(
        body(&model.operations[0]),
        Some(("{named:operations/AddPet#body}".to_owned(), Some("body:leftover-arguments")))
    );
    let body = &model.types[&tablature::model::TypeId::new("operations/AddPet#body")];
    assert_eq!(body.rust, "AddPetBody");
}

/// The page is taken apart into the parameters of its own operation: as a body, nothing would be left of it.
#[test]
fn the_request_page_of_another_operation_is_no_body() {
    let tree = python().fields("models/operations/listpetsrequest.md", &["nick | *str*"]);
    let tree = tree.operation("list_pets", "get /pets", &["nick | *str*"], "");
    let model = tree.operation("add_nick", "post /pets", &["nick | *str*"], "").model();
    let added = model.operations.iter().find(|operation| operation.id == "add_nick").expect("the operation");
    assert_eq!(body(added), Some(("{named:operations/AddNick#body}".to_owned(), Some("body:leftover-arguments"))));
}

#[test]
fn request_pages_are_no_types() {
    let tree = Tree::of("java").fields("models/operations/GetPetRequest.md", &[ID]);
    let model = tree.operation("get_pet", "get /pets/{id}", &[ID], "").model();
    assert!(model.types.is_empty(), "{:?}", model.types.keys());
}

#[test]
fn names_are_spelled_as_the_fields_of_the_api() {
    let tree = Tree::of("go").fields("models/components/Pet.md", &["Name! | `string`"]);
    let operation = tree
        .operation(
            "list",
            "get /pets/{pet_id}/{shop_id}",
            &["petID! | `string`", "shopID! | `string`", "sortBy | `*string`"],
            "",
        )
        .only();
    assert_eq!(places(&operation), ["path pet_id", "path shop_id", "query sort_by"]);
    assert_eq!(operation.parameters[2].rust, "sort_by");
}

#[test]
fn path_parameters_are_named_by_their_placeholder_where_it_shows_more_words() {
    let rows = ["APIID! | `string`", "CaseID! | `string`"];
    let operation = Tree::of("go").operation("get", "get /apis/{apiId}/{caseid}", &rows, "").only();
    let names: Vec<_> = operation.parameters.iter().map(|parameter| parameter.rust.as_str()).collect();
    assert_eq!(names, ["api_id", "case_id"]);
}

#[test]
fn families_are_bracketed_where_the_docs_show_one() {
    let rows = ["pageSize | `*int64`", "filterNameEq | `*string`"];
    let plain = Tree::of("go").operation("list", "get /pets", &rows, "").only();
    assert_eq!(places(&plain), ["query pageSize", "query filterNameEq"]);
    let with = |text| places(&Tree::of("go").operation("list", "get /pets", &rows, "").section(text).only());
    assert_eq!(with("Try `?filter[name]=x`.\n"), ["query pageSize", "query filter[name][eq]"]);
    assert_eq!(with("Try `?filter[name][eq]=x`.\n"), ["query page[size]", "query filter[name][eq]"]);
}

#[test]
fn bodies_travel_as_their_pages_and_twins_say() {
    let media = |operation: &tablature::model::Operation| operation.body.as_ref().map(|body| body.media.value);
    let file = ["fileName! | *String*", "content! | *byte[]*"];
    let rows = ["file! | [File](../../models/components/File.md)"];
    let upload = ["request! | [Upload](../../models/components/Upload.md)"];
    let tree = Tree::of("java").fields("models/components/File.md", &file).fields("models/components/Upload.md", &rows);
    assert_eq!(media(&tree.operation("upload", "post /files", &upload, "").only()), Some(Media::Multipart));
    let raw = ["request! | *byte[]*"];
    assert_eq!(media(&Tree::of("java").operation("put_raw", "put /files", &raw, "").only()), Some(Media::Raw));
    let whole = ["request! | [Pet](../../models/components/Pet.md)"];
    let of_oauth = |url| media(&pet(Tree::of("java")).operation("token", url, &whole, "").lower().0.operations[0]);
    assert_eq!(of_oauth("post /{pet_id}/oauth2/token"), Some(Media::Form), "names are spelled as OAuth's");
    assert_eq!(of_oauth("post /{petId}/oauth2/token"), Some(Media::Json), "it is no form of OAuth");
    let tree = pet(Tree::of("java")).operation("add", "post /pets", &whole, "").operation(
        "add_form",
        "post /pets",
        &whole,
        "",
    );
    let twins: Vec<_> = tree.model().operations.iter().map(media).collect();
    assert_eq!(twins, [Some(Media::Json), Some(Media::Form)]);
}

#[test]
fn files_of_the_web_are_uploads() {
    let web = "https://web.example/docs";
    let cell =
        format!(r"picture! | [File]({web}/File) \| [Blob]({web}/Blob) \| [models.Picture](../models/picture.md)");
    let tree = || {
        let tree =
            Tree::of("typescript").fields("models/picture.md", &["fileName! | *string*", "content! | *Uint8Array*"]);
        tree.fields("models/upload.md", &[&cell, "note | *string*"])
    };
    let whole = ["request! | [models.Upload](../../models/upload.md)"];
    let model = tree().operation("upload", "post /pictures", &whole, ANSWER).model();
    assert_eq!(model.operations[0].body.as_ref().map(|body| body.media.value), Some(Media::Multipart));
    let upload = model.get(&TypeId::new("models/upload")).shape.as_struct().expect("a struct");
    assert_eq!(upload.fields[0].ty, Type::Named(TypeId::new("models/picture")));
}

/// The cell of such a body says no more than that it is some value.
#[test]
fn a_body_that_the_example_reads_from_a_file_is_its_content() {
    let body = |opens: &str| {
        let row = ["request! | [any](../../.md)"];
        let section =
            crate::markdown::operation("go", "putNote", "put /note", &row).replace("s.Shop.Visit(ctx)", opens);
        let body = Tree::of("go").section(&section).only().body.expect("a body");
        (body.media.value, body.ty, body.media.basis)
    };
    let (media, ty, basis) = body("os.Open(\"example.file\")\nres, err := s.Notes.Put(ctx, example)");
    assert_eq!((media, ty), (Media::Raw, Type::Bytes));
    assert!(matches!(basis, Basis::Read(tablature::model::Evidence::UsageCode, _)), "{basis:?}");
    assert_eq!(body("s.Notes.Put(ctx, \"os.Open()\")").0, Media::Json);
}

#[test]
fn of_two_pages_of_a_name_the_link_says_which_is_the_request() {
    let tree = |url| {
        let tree = Tree::of("typescript").fields("models/add-note-request.md", &["text! | *string*"]);
        let body = "body! | [models.AddNoteRequest](../../models/add-note-request.md)";
        let tree = tree.fields("models/operations/add-note-request.md", &["petId! | *string*", body]);
        let row = "request! | [operations.AddNoteRequest](../../models/operations/add-note-request.md)";
        tree.operation("addNote", url, &[row], ANSWER).only()
    };
    for (url, place) in [("post /pets/{petId}/notes", "path petId"), ("post /notes", "query petId")] {
        let operation = tree(url);
        assert_eq!(places(&operation), [place]);
        let ty = operation.body.map(|body| body.ty);
        assert_eq!(ty, Some(Type::Named(TypeId::new("models/add-note-request"))));
    }
}
