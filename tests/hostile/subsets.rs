//! APIs that have types of few kinds, or none: what a crate shares does not lean on a kind that is not there.
//!
//! In: a docs tree for each subset of kinds (a tree of none is refused). Out: a workspace of their crates, which one run of cargo checks.

use super::{compiles::cargo, operation, page, usage};
use crate::docs::{Fixture, tablature};

/// A page of each kind.
fn kinds() -> [(&'static str, String); 4] {
    [
        ("models/components/Pet.md", page("Pet", &[("a", "String", "x")])),
        ("models/components/Kind.md", "# Kind\n\n## Values\n\n- `\"a\"`\n- `\"b\"`\n".to_owned()),
        ("models/components/Any.md", "# Any\n\n## Supported Types\n\n### `String`\n\n### `Long`\n".to_owned()),
        ("sdks/pets/README.md", format!("# Pets\n\n{}", operation("get", &usage("get", "get", "/x"), &["a"]))),
    ]
}

/// A page that stands in every tree, and gives the language.
const EMPTY_GROUP: &str = "# Empty\n\n### Available Operations\n\n```java\nx\n```\n";

/// Trees of one page that no subset has.
fn least() -> [(&'static str, String); 4] {
    let secret = page("Login", &[("password", "String", "x")]);
    let bytes = page("Blob", &[("a", "byte[]", "x"), ("b", "OffsetDateTime", "x"), ("c", "BigDecimal", "x")]);
    [
        ("models/components/Login.md", secret),
        ("models/components/Blob.md", bytes),
        ("models/errors/Gone.md", page("Gone", &[("message", "String", "x")])),
        ("sdks/pets/README.md", format!("# Pets\n\n{}", operation("get", &usage("get", "get", "/x"), &[]))),
    ]
}

fn write(fixture: &Fixture, name: &str, pages: &[&(&str, String)]) {
    fixture.write(&format!("{name}/docs/sdks/empty/README.md"), EMPTY_GROUP);
    pages.iter().for_each(|(path, text)| fixture.write(&format!("{name}/docs/{path}"), text));
    let (docs, out) = (fixture.path(&format!("{name}/docs")), fixture.path(&format!("out/{name}")));
    let ran = tablature(&["generate", "--docs", docs.as_str(), "--out", out.as_str(), "--name", name]);
    assert_eq!(ran.status, 0, "{name}: {}", ran.stderr);
}

#[test]
fn every_subset_of_kinds_compiles_without_a_warning() {
    let fixture = Fixture::empty();
    let (kinds, least) = (kinds(), least());
    for subset in 1..1 << kinds.len() {
        let pages: Vec<_> =
            kinds.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1).map(|(_, page)| page).collect();
        write(&fixture, &format!("subset-{subset}"), &pages);
    }
    for (at, page) in least.iter().enumerate() {
        write(&fixture, &format!("least-{at}"), &[page]);
    }
    fixture.write("out/Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"*-*\"]\n");
    cargo(&fixture, &["check", "--workspace"]);
}
