//! Unions: the order of their members, and which page a tag is of.

use super::fixture::model;
use crate::{
    docs::Fixture,
    markdown::{self, FIELDS, rows},
};
use serde_json::Value;

/// Pages of a union `Craft` with this section of members, and of the types, each with a field; and a file of source.
fn fixture(members: &str, types: &[&str], source: (&str, &str)) -> Fixture {
    let fixture = Fixture::empty();
    let page = format!("# Craft\n\n\n## Supported Types\n\n{members}");
    fixture.write("docs/models/components/Craft.md", &page);
    for name in types {
        let fields = format!("{FIELDS}{}", rows(&["Kind! | *string*"]));
        fixture.write(&format!("docs/models/components/{name}.md"), &markdown::page(name, &fields));
    }
    fixture.write(source.0, source.1);
    fixture.write(".speakeasy/gen.lock", "lockVersion: 2.0.0\n");
    fixture
}

fn union(fixture: &Fixture, args: &[&str]) -> Value {
    model(fixture, args)["types"]["components/Craft"]["shape"]["union"].clone()
}

const GO: &str = "type Craft struct {\n\tSloop *Sloop `queryParam:\"inline\" union:\"member\"`\n\
                  \tBarge *Barge `queryParam:\"inline\" union:\"member\"`\n}\n";

/// Pages list the members of a union by name, its schema has an order in which they are tried.
#[test]
fn members_are_in_the_order_of_the_schema() {
    let member = |name: &str| {
        format!("### {name}\n\n```go\ncraft := components.CreateCraft{name}(components.{name}{{}})\n```\n\n")
    };
    let members = format!("{}{}", member("Barge"), member("Sloop"));
    let fixture = fixture(&members, &["Barge", "Sloop"], ("models/components/craft.go", GO));
    let names = |args: &[&str]| [0, 1].map(|at| union(&fixture, args)["members"][at]["doc_name"].clone());
    assert_eq!(names(&["--source", "none"]), ["Barge", "Sloop"]);
    assert_eq!(names(&[]), ["Sloop", "Barge"]);
}

const CSHARP: &str = r#"    public class CraftType
    {
        public static CraftType Sail { get { return new CraftType("under-sail"); } }
        public static CraftType Oar { get { return new CraftType("rowed"); } }
    }

    public class Craft
    {
        public static Craft CreateSail(Sloop sail)
        public static Craft CreateOar(Skiff oar)
                string discriminator = jo.GetValue("kind")?.ToString();
    }
"#;

/// A heading may be a tag, and another page than that of its member may have the tag's name.
#[test]
fn a_tag_is_of_the_class_that_the_source_names() {
    let member = |tag: &str| format!("### {tag}\n\n```csharp\nCraft.Create{tag}(/* values here */);\n```\n\n");
    let members = format!("{}{}", member("Sail"), member("Oar"));
    let types = ["Sail", "Sloop", "Skiff", "Oar"];
    let fixture = fixture(&members, &types, ("src/Fleet/Models/Components/Craft.cs", CSHARP));
    let types = |args: &[&str]| [0, 1].map(|at| union(&fixture, args)["members"][at]["type"]["named"].clone());
    assert_eq!(types(&["--source", "none"]), ["components/Sail", "components/Oar"]);
    assert_eq!(types(&[]), ["components/Sloop", "components/Skiff"]);
    let discriminator = &union(&fixture, &[])["discriminator"]["value"];
    assert_eq!(discriminator["property"], "kind");
    assert_eq!(discriminator["mapping"], serde_json::json!({ "under-sail": 0, "rowed": 1 }));
}
