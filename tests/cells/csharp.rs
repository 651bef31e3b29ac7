//! C#: no mark of null anywhere, dotted labels, union pages whose headings are tags, `Value` behind a member's own name.

use super::fixture::{FIELDS, Layout};
use tablature::dialect::Language;

const CSHARP: Layout = Layout { language: Language::Csharp, folder: "Models/Components", module: "components" };

#[test]
fn cells() {
    CSHARP.cells(&[
        ('+', "*string*", "string null-unstated"),
        ('-', "[UnityWebRequest](https://docs.example.com/r)", "nothing of the API"),
        ('-', "*string*", "string optional"),
        ('+', "*bool*", "boolean null-unstated"),
        ('-', "*int*", "int32 optional"),
        ('-', "*long*", "int64 optional"),
        ('-', "*float*", "float32 optional"),
        ('-', "*double*", "float64 optional"),
        ('-', "*decimal*", "decimal optional"),
        ('-', "*object*", "any optional"),
        ('-', "*byte[]*", "bytes optional"),
        ('-', "*MemoryQueueBufferStream*", "bytes optional"),
        ('-', "[DateTime](https://docs.example.com/datetime)", "date-time optional"),
        ('-', "[LocalDate](https://docs.example.com/localdate)", "date optional"),
        ('+', "List<*string*>", "array(string) null-unstated"),
        ('-', "Dictionary<String, *object*>", "map(any) optional"),
        ('-', "Dictionary<String, List<*string*>>", "map(array(string)) optional"),
        ('-', "List<[Pet](../../Models/Components/Pet.md)>", "array(Pet) optional"),
        ('+', "[Pet](../../Models/Components/Pet.md)", "Pet null-unstated"),
        ('-', "[Models.Components.Pet](../../Models/Components/Pet.md)", "Pet optional"),
        ('+', "[HttpResponseMessage](https://docs.example.com/message)", "nothing of the API"),
        ('+', "*HttpRequestMessage*", "nothing of the API"),
    ]);
}

#[test]
fn pages_of_the_sdk_are_no_types() {
    let row = "| `Response` | [HttpResponseMessage](https://docs.example.com/message) | :heavy_check_mark: | N/A |\n";
    let meta = format!("{FIELDS}{row}| `Request` | *HttpRequestMessage* | :heavy_check_mark: | N/A |\n");
    let uses = format!(
        "{FIELDS}| `HttpMeta` | [HTTPMetadata](../../Models/Components/HTTPMetadata.md) | :heavy_check_mark: | N/A |\n\
         | `Message` | *string* | :heavy_minus_sign: | N/A |\n"
    );
    CSHARP.pages(&[("HTTPMetadata", &meta, "no type"), ("Problem", &uses, "struct {message: string optional}")]);
}

#[test]
fn a_field_named_as_its_type_has_a_suffix() {
    let rows =
        "| `AmountValue` | *long* | :heavy_minus_sign: | N/A |\n| `OtherValue` | *long* | :heavy_minus_sign: | N/A |\n";
    CSHARP.pages(&[(
        "Amount",
        &format!("{FIELDS}{rows}"),
        "struct {amount: int64 optional, otherValue: int64 optional}",
    )]);
}

#[test]
fn enums() {
    let example = |comment: &str| {
        format!(
            "## Example Usage\n\n```csharp\n{comment}var value = Size.Big;\n```\n\n## Values\n\n| Name | Value |\n| - | - |\n| `Big` | big |\n"
        )
    };
    CSHARP.pages(&[
        ("Closed", &example(""), r#"closed strings ["big"]"#),
        ("Opened", &example("// Open enum: use .Of() for other values\n"), r#"open strings ["big"]"#),
    ]);
}

#[test]
fn union_headings_are_tags() {
    let member = |name: &str| format!("### {name}\n\n```csharp\nThing.Create{name}(/* values here */);\n```\n\n");
    let kind = |of: &str| {
        format!("{FIELDS}| `Kind` | [{of}Kind](../../Models/Components/{of}Kind.md) | :heavy_check_mark: | N/A |\n")
    };
    let value = |value: &str| format!("## Values\n\n| Name | Value |\n| - | - |\n| `It` | {value} |\n");
    let union = format!("## Supported Types\n\n{}{}", member("Admin"), member("ByTicket"));
    CSHARP.pages(&[
        ("Thing", &union, "union [Admin, Ticket] by kind (admin=0, by_ticket=1)"),
        ("Admin", &kind("Admin"), r#"struct {kind: AdminKind required = "admin"}"#),
        ("AdminKind", &value("admin"), r#"unstated strings ["admin"]"#),
        ("Ticket", &kind("Ticket"), r#"struct {kind: TicketKind required = "by_ticket"}"#),
        ("TicketKind", &value("by_ticket"), r#"unstated strings ["by_ticket"]"#),
    ]);
}

#[test]
fn union_headings_may_be_words_for_types() {
    let member = |name: &str| format!("### {name}\n\n```csharp\nThing.Create{name}(/* values here */);\n```\n\n");
    let union =
        |names: &[&str]| format!("## Supported Types\n\n{}", names.iter().map(|name| member(name)).collect::<String>());
    CSHARP.pages(&[
        (
            "Plain",
            &union(&["Str", "Number", "Boolean", "Integer", "DateTime"]),
            "union [string, float64, boolean, int64, date-time]",
        ),
        (
            "Nested",
            &union(&["ArrayOfInt32", "MapOfPet", "ArrayOfMapOfStr"]),
            "union [array(int32), map(Pet), array(map(string))]",
        ),
        ("Odd", &union(&["Str", "Pet"]), "union [string, Pet]"),
    ]);
}
