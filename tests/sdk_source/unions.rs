//! Unions: their members where pages list none, the order of these, and which page a tag is of.

use super::fixture::model;
use crate::{
    docs::Fixture,
    markdown::{self, FIELDS, rows},
};
use serde_json::{Value, json};

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
    assert_eq!(discriminator["mapping"], json!({ "under-sail": 0, "rowed": 1 }));
}

/// Pages of the type `Craft`, of which they say nothing, and of others with a field; a further page has the name of one, elsewhere.
fn bare(types: &[&str], source: &str) -> Fixture {
    let fixture = Fixture::empty();
    fixture.write("docs/models/components/Craft.md", "# Craft\n");
    for name in types.iter().map(|name| format!("components/{name}")).chain(["archive/Sloop".to_owned()]) {
        let fields = format!("{FIELDS}{}", rows(&["kind! | *String*"]));
        fixture.write(&format!("docs/models/{name}.md"), &markdown::page(&name, &fields));
    }
    let dock = format!("{FIELDS}{}", rows(&["craft | [Optional\\<Craft>](../../models/components/Craft.md)"]));
    fixture.write("docs/models/components/Dock.md", &markdown::page("Dock", &dock));
    fixture.write("src/main/java/fleet/models/components/Craft.java", source);
    fixture.write(".speakeasy/gen.lock", "lockVersion: 2.0.0\n");
    fixture
}

/// A Java class of a union that can be made of these types.
fn java(types: &[&str]) -> String {
    let of = |ty: &&str| format!("    public static Craft of({ty} value) {{\n    }}\n");
    let methods: String = types.iter().map(of).collect();
    format!("public class Craft {{\n    @JsonValue\n    private final TypedObject value;\n{methods}}}\n")
}

#[test]
fn members_that_no_page_lists_are_those_of_the_source() {
    let source = java(&["Sloop", "List<Barge>", "com.fleet.models.components.Barge", "boolean", "Sloop"]);
    let union = union(&bare(&["Sloop", "Barge"], &source), &[]);
    let types: Vec<&Value> = union["members"].as_array().expect("members").iter().map(|it| &it["type"]).collect();
    let (sloop, barge) = (json!({ "named": "components/Sloop" }), json!({ "named": "components/Barge" }));
    assert_eq!(types, [&sloop, &json!({ "array": barge }), &barge, &json!("boolean")]);
    assert_eq!(union["basis"], "annotation: src/main/java/fleet/models/components/Craft.java:4");
}

#[test]
fn a_discriminator_names_the_members_where_nothing_else_does() {
    let types = "@JsonTypeInfo(property = \"kind\")\n@JsonSubTypes({\n    @JsonSubTypes.Type(value = Sloop.class, name = \"s\"),\n\
        \x20   @JsonSubTypes.Type(value = Barge.class, name = \"b\")})\npublic interface Craft {\n}\n";
    let union = union(&bare(&["Barge", "Sloop"], types), &[]);
    let names = [0, 1].map(|at| union["members"][at]["doc_name"].clone());
    assert_eq!(names, ["Sloop", "Barge"]);
    assert_eq!(union["discriminator"]["value"], json!({ "property": "kind", "mapping": { "s": 0, "b": 1 } }));
}

/// Half a union would refuse what the API sends: such a type stays any JSON value.
#[test]
fn a_member_that_is_not_understood_leaves_the_type_open() {
    for source in
        [&["Sloop", "Yawl"][..], &["Sloop", "Object"], &["Craft", "Sloop"], &["Sloop", "Gadget<Sloop>"], &[]].map(java)
    {
        let shape = model(&bare(&["Sloop"], &source), &[])["types"]["components/Craft"]["shape"].clone();
        assert_eq!(shape, "opaque", "{source}");
    }
}
