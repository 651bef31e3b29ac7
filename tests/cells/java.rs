//! Java: wrappers within cells and links, primitives and boxed types, `\<` and `\\<`, union pages without members.

use super::fixture::{FIELDS, Layout};
use tablature::dialect::Language;

const JAVA: Layout = Layout { language: Language::Java, folder: "models/components", module: "components" };

#[test]
fn scalars() {
    JAVA.cells(&[
        ('+', r"*String*", "string required"),
        ('-', r"*Optional\<String>*", "string optional"),
        ('-', r"*JsonNullable\<String>*", "string optional-nullable"),
        ('+', r"*Optional\<String>*", "string nullable"),
        ('-', r"*Optional\<? extends String>*", "string optional"),
        ('-', r"*List<? super Object>*", "array(any) optional"),
        ('+', r"*boolean*", "boolean required"),
        ('-', r"*Optional\<Boolean>*", "boolean optional"),
        ('+', r"*int*", "int32 required"),
        ('-', r"*Optional\<Integer>*", "int32 optional"),
        ('+', r"*long*", "int64 required"),
        ('-', r"*JsonNullable\<Long>*", "int64 optional-nullable"),
        ('+', r"*float*", "float32 required"),
        ('-', r"*Optional\<Float>*", "float32 optional"),
        ('+', r"*double*", "float64 required"),
        ('-', r"*Optional\<Double>*", "float64 optional"),
        ('+', r"*BigDecimal*", "decimal required"),
        ('+', r"*Object*", "any required"),
        ('+', r"*java.lang.Object*", "any required"),
        ('-', r"*JsonNullable\<Object>*", "any optional-nullable"),
        ('+', r"byte[]", "bytes required"),
        ('+', r"*byte[]*", "bytes required"),
        ('-', r"*Optional\<byte[]>*", "bytes optional"),
        ('-', r"*Optional\<InputStream>*", "bytes optional"),
    ]);
}

#[test]
fn dates_hide_null() {
    JAVA.cells(&[
        ('+', "[OffsetDateTime](https://docs.example.com/OffsetDateTime.html)", "date-time null-unstated"),
        ('-', "[OffsetDateTime](https://docs.example.com/OffsetDateTime.html)", "date-time optional"),
        ('+', "[LocalDate](https://docs.example.com/LocalDate.html)", "date null-unstated"),
    ]);
}

#[test]
fn containers_hide_null() {
    JAVA.cells(&[
        ('+', r"List\<*String*>", "array(string) null-unstated"),
        ('-', r"List\<*String*>", "array(string) optional"),
        ('-', r"Map\<String, *Object*>", "map(any) optional"),
        ('-', r"Map\<String, List\\<*String*>>", "map(array(string)) optional"),
        ('-', r"List\<List\\<*String*>>", "array(array(string)) optional"),
        ('-', r"List\<[Pet](../../models/components/Pet.md)>", "array(Pet) optional"),
        ('-', r"Map\<String, [Pet](../../models/components/Pet.md)>", "map(Pet) optional"),
    ]);
}

#[test]
fn links() {
    JAVA.cells(&[
        ('+', "[Pet](../../models/components/Pet.md)", "Pet required"),
        ('-', r"[Optional\<Pet>](../../models/components/Pet.md)", "Pet optional"),
        ('-', r"[JsonNullable\<Pet>](../../models/components/Pet.md)", "Pet optional-nullable"),
        ('+', r"[Optional\<Pet>](../../models/components/Pet.md)", "Pet nullable"),
        ('-', r"[Optional\<Owner>](../../models/components/Owner.md)", "Owner optional"),
        ('-', r"[Maybe\<Pet>](../../models/components/Pet.md)", "Pet optional"),
        ('-', r"[HandyList\<Pet>](../../models/components/Pet.md)", "array(Pet) optional"),
        // The folder is one that the docs generator has built in.
        ('+', "[Pet](../../models/shared/Pet.md)", "Pet required"),
        ('+', "[models.components.Pet](../../models/components/Pet.md)", "Pet required"),
        ('-', "[byte[]](../../models//.md)", "bytes optional"),
        ('-', "[List<Pet>](../../models//.md)", "array(Pet) optional"),
        // What stands around a page's own name in a link's text stands around the page.
        ('+', r"[EventStream\<Pet>](../../models/components/Pet.md)", "event-stream(Pet) required"),
        ('-', r"[Optional\<List\<Pet>>](../../models/components/Pet.md)", "array(Pet) optional"),
        // Of another name than the page's, the page is what is listed.
        ('+', r"[List\<Cat>](../../models/components/Pet.md)", "Pet required"),
    ]);
}

#[test]
fn things_of_the_sdk_are_left_out() {
    let response = r"[HttpResponse\<InputStream>](https://docs.example.com/HttpResponse.html)";
    let wildcard = r"[HttpResponse\<?>](https://docs.example.com/HttpResponse.html)";
    JAVA.cells(&[
        ('+', response, "nothing of the API"),
        ('+', wildcard, "nothing of the API"),
        ('+', "*String*", "string required"),
    ]);
}

#[test]
fn pages() {
    let with = |rows: &str| format!("{FIELDS}{rows}");
    JAVA.pages(&[
        ("Empty", &with(""), "struct {}"),
        ("Bare", "", "any"),
        ("BareWithProse", "One of several types.\n", "any"),
        (
            "Open",
            &with("| `additionalProperties` | Map\\<String, *Object*> | :heavy_minus_sign: | N/A |\n| `default_` | *Optional\\<String>* | :heavy_minus_sign: | N/A |\n"),
            "struct {default: string optional, *: any}",
        ),
        (
            "Old",
            &with("| ~~`name`~~ | *Optional\\<String>* | :heavy_minus_sign: | : warning: ** DEPRECATED **: Gone soon. |\n"),
            "struct {name: string optional deprecated}",
        ),
        (
            "WithExamples",
            "## Fields\n\n| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n| `id` | *String* | :heavy_check_mark: | N/A | <token> |\n",
            "struct {id: string required}",
        ),
    ]);
}

#[test]
fn enums() {
    let values = |rows: &str| format!("## Values\n\n| Name | Value |\n| - | - |\n{rows}");
    let example = |comment: &str| {
        format!("## Example Usage\n\n```java\n{comment}Size value = Size.BIG;\n```\n\n{}", values("| `BIG` | big |\n"))
    };
    JAVA.pages(&[
        (
            "Plain",
            &values("| `A` | a |\n| `URN` | urn:x:y/z |\n| `ANY` | * |\n"),
            r#"unstated strings ["a", "urn:x:y/z", "*"]"#,
        ),
        ("Blank", &values("| `UNKNOWN` |  |\n| `A` | a b |\n"), r#"unstated strings ["", "a b"]"#),
        ("Numbers", &values("| `MINUS1` | -1 |\n| `ONE` | 1 |\n"), "unstated integers [-1, 1]"),
        ("Zeros", &values("| `A` | 007 |\n| `B` | 1 |\n"), r#"unstated strings ["007", "1"]"#),
        ("Closed", &example(""), r#"closed strings ["big"]"#),
        (
            "Opened",
            &example("// Open enum: use .of() to create instances from custom string values\n"),
            r#"open strings ["big"]"#,
        ),
    ]);
}
