//! Configurations whose author means harm, or has no idea: the worst is a finding, and no text makes generated Rust wrong.
//!
//! What takes the square of its size would not end here: no case looks at a clock.
//!
//! In: texts of `tablature.toml` and `overrides.toml`. Out: nothing; a panic fails a test, and so does a stack that overflows.

use crate::docs::Fixture;
use serde_json::json;
use tablature::{
    config::{Pattern, parse_config, parse_overrides},
    source::{Code, Diagnostics, Sources},
};

/// The findings in the text of a `tablature.toml`, and in that of an `overrides.toml`.
fn found(config: &str, overrides: &str) -> Vec<(Code, String)> {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.attach("tablature.toml", config.to_owned());
    parse_config(file, &sources, &mut found);
    let file = sources.attach("overrides.toml", overrides.to_owned());
    parse_overrides(file, &sources, &mut found);
    assert!(!tablature::render::human(&found.list, &sources, false).is_empty() || found.list.is_empty());
    found.list.into_iter().map(|finding| (finding.code, finding.message)).collect()
}

/// What compiles globs panics on those that are too large for it.
#[test]
fn patterns_are_only_so_large() {
    for text in [
        "a".repeat(5_000_000),
        "{a,b}".repeat(5000),
        format!("{}a{}", "{".repeat(100_000), "}".repeat(100_000)),
        format!("{}a{}", "{".repeat(400), ",b}".repeat(200)),
        format!("{}a{}", "{".repeat(9), "}".repeat(9)),
    ] {
        assert!(Pattern::new(&text).is_err());
    }
    for piece in ["*a", "**/", "?", "{*a,*b}", "[!\u{1}-\u{10ffff}]", "{,}", "[a-zA-Z0-9]", "é"] {
        let pattern = Pattern::new(&piece.repeat(1000 / piece.len())).expect("a pattern");
        let _ = pattern.matches(&"a".repeat(100_000));
    }
}

#[test]
fn tables_nest_only_so_deep() {
    let deep = [
        format!("x = {}{}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("x = {}1{}", "{a=".repeat(100_000), "}".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        format!("[{}a]", "a.".repeat(100_000)),
    ];
    for text in deep {
        assert!(found(&text, &text).iter().all(|(code, _)| *code == Code::BadConfig));
    }
}

/// Each finding is printed with its place: none may look through the whole file for it.
#[test]
fn a_file_of_mistakes_is_read_no_further_than_it_takes() {
    let many = (0..20_000).map(|number| format!("k{number} = 1\n")).collect::<String>();
    let twice = "k = 1\n".repeat(20_000);
    let line = format!("docs = [{}]", "\"\\q\",".repeat(20_000));
    for text in [many, twice, line] {
        assert_eq!(found(&text, "").len(), 100);
    }
}

#[test]
fn types_of_overrides_nest_only_so_deep() {
    for depth in [11, 1000, 100_000] {
        let text = format!(
            "[[field]]\ntype = '**'\nfield = '**'\nreason = 'x'\nis = '{}any{}'",
            "list<".repeat(depth),
            ">".repeat(depth)
        );
        assert_eq!(found("", &text), [(Code::BadConfig, "the type is nested too deeply".to_owned())]);
    }
}

#[test]
fn overrides_hold_what_http_allows() {
    for line in [
        "success_status = 0",
        "success_status = 65535",
        "success_status = 404",
        "success_media = 'json'",
        "success_media = \"text/plain\\r\\nX: y\"",
        "success_media = 'text/`<script>'",
        "success_media = 'é/x'",
    ] {
        let text = format!("[[operation]]\nid = '**'\nreason = 'x'\n{line}");
        assert_eq!(found("", &text).len(), 1, "{line}");
    }
    for header in ["", "a b", "X:", "X\\r\\nY", "é"] {
        let text = format!("[[security]]\nscheme = '**'\nreason = 'x'\nkind = 'api-key'\nheader = \"{header}\"");
        assert_eq!(found("", &text).len(), 1, "{header}");
    }
}

#[test]
fn secret_headers_are_names_of_headers() {
    for name in ["", "a b", "X:", "é"] {
        assert_eq!(found(&format!("secret_headers = [\"X-Seal\", \"{name}\"]"), "").len(), 1, "{name}");
    }
}

/// What `generate` says of a rule.
fn refused(rule: &str) -> String {
    let fixture = Fixture::new();
    let config = format!("docs = \"docs\"\nout = \"out\"\nname = \"pet-api\"\n{rule}");
    fixture.write("tablature.toml", &config);
    let ran = crate::docs::tablature(&["generate", "--config", fixture.path("tablature.toml").as_str()]);
    assert_eq!(ran.status, 2, "{rule}");
    assert!(!fixture.path("out").exists());
    ran.stderr
}

#[test]
fn rust_of_rules_is_looked_at() {
    for name in ["", "pet", "Self", "r#Pet", "r#type", "__", "Pét", "Pe\u{301}t", "P/../../x", "Dog {}", "fn"] {
        let said = refused(&format!("[[rename]]\ntype = \"components/Pet\"\nto = {}", json!(name)));
        assert!(said.contains("is no name for a Rust type"), "{said}");
    }
    let deep = |before: &str, after: &str| format!("{}u8{}", before.repeat(100_000), after.repeat(100_000));
    for text in [deep("Vec<", ">"), deep("&", ""), deep("[", "]"), deep("(", ")"), "Self".into(), "a!()".into()] {
        let said = refused(&format!("[[replace]]\ntype = \"components/Pet\"\nwith = {}", json!(text)));
        assert!(said.contains("is no Rust type") && said.len() < 10_000, "{said}");
    }
    for text in [deep("(", ")"), format!("a{}", deep("(", ")")), "doc] struct X; #[doc".into()] {
        let said = refused(&format!("[[inject]]\ntype = \"components/Pet\"\nattributes = [{}]", json!(text)));
        assert!(said.contains("is no attribute") && said.len() < 10_000, "{said}");
    }
}
