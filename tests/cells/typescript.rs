//! TypeScript: literals, unlinked unions, `number`, code blocks of values; nothing is said of null.

use super::fixture::{FIELDS, Layout};
use tablature::dialect::Language;

const TYPESCRIPT: Layout = Layout { language: Language::Typescript, folder: "models", module: "models" };

#[test]
fn cells() {
    TYPESCRIPT.cells(&[
        ('+', "*string*", "string null-unstated"),
        ('-', "*string*", "string optional"),
        ('-', "*number*", "number optional"),
        ('-', "*boolean*", "boolean optional"),
        ('+', "*any*", "any null-unstated"),
        ('+', "*true*", "boolean required = true"),
        ('+', "*false*", "boolean required = false"),
        ('+', "*\"card\"*", "Case#f7 required = \"card\""),
        ('-', "*\"__raw__\"*", "Case#f8 optional = \"__raw__\""),
        ('-', "[Date](https://docs.example.com/Date)", "date-time optional"),
        ('-', "[Response](https://docs.example.com/Response)", "nothing of the API"),
        ('+', "*Request*", "nothing of the API"),
        ('-', "[AxiosResponse>](https://docs.example.com/axios)", "nothing of the API"),
        ('-', "*string*[]", "array(string) optional"),
        ('-', "*string*[][]", "array(array(string)) optional"),
        ('-', "[models.Pet](../models/pet.md)[]", "array(Pet) optional"),
        ('-', "Record<string, *any*>", "map(any) optional"),
        ('-', "Record<string, *string*[]>", "map(array(string)) optional"),
        ('-', "Record<string, Record<string, *number*>>", "map(map(number)) optional"),
        ('-', "Record<string, [models.Pet](../models/pet.md)>", "map(Pet) optional"),
        ('+', "[models.Pet](../models/pet.md)", "Pet null-unstated"),
        ('+', "[operations.Pet](../../models/pet.md)", "Pet null-unstated"),
        ('-', "*models.Owner*", "Owner optional"),
        ('-', "*ReadableStream<Uint8Array>*", "bytes optional"),
        ('-', "[models.Pet](../../models/.md)", "Pet optional"),
    ]);
}

#[test]
fn pages() {
    let union = "## Supported Types\n\n### `models.Pet`\n\n```typescript\nconst value: models.Pet = {};\n```\n\n\
        ### `string[]`\n\n```typescript\nconst value: string[] = [];\n```\n\n### `{ [k: string]: models.Color }`\n\n\
        ```typescript\nconst value = {};\n```\n\n### `number`\n\n```typescript\nconst value: number = 1;\n```\n";
    let streams = "## Supported Types\n\n### `JsonLStream<models.Pet>`\n\n```typescript\nconst value = {};\n```\n\n\
        ### `any`\n\n```typescript\nconst value = {};\n```\n";
    let extra = format!("{FIELDS}| `additionalProperties` | Record<string, *number*> | :heavy_minus_sign: | N/A |\n");
    TYPESCRIPT.pages(&[
        ("Empty", FIELDS, "struct {}"),
        ("Extra", &extra, "struct {*: number}"),
        ("Streams", streams, "union [event-stream(Pet), any]"),
        ("Mixed", union, "union [Pet, array(string), map(Color), number]"),
        ("~~Gone~~", FIELDS, "struct {} deprecated"),
    ]);
}

#[test]
fn enums() {
    let page = |values: &str| {
        format!(
            "## Example Usage\n\n```typescript\nlet value: Size = \"big\";\n```\n\n## Values\n\n```typescript\n{values}\n```\n"
        )
    };
    TYPESCRIPT.pages(&[
        (
            "Line",
            &page(r#""big" | "10.x" | "" | "!eq" | "a|b""#),
            r#"unstated strings ["big", "10.x", "", "!eq", "a|b"]"#,
        ),
        ("Lines", &page("  | \"big\"\n  | \"small\""), r#"unstated strings ["big", "small"]"#),
        ("Numbers", &page("200 | 404"), "unstated integers [200, 404]"),
        ("Opened", &page(r#""big" | Unrecognized<string>"#), r#"open strings ["big"]"#),
        (
            "Listed",
            "## Values\n\n| Name | Value |\n| --- | --- |\n| `Big` | big |\n| - | `Unrecognized<string>` |\n",
            r#"open strings ["big"]"#,
        ),
        (
            "Spans",
            "## Values\n\n| Name | Value |\n| --- | --- |\n| `Big` | `big` |\n| `Odd` | `o |\n",
            r#"unstated strings ["big", "`o"]"#,
        ),
    ]);
}

#[test]
fn headings_are_types_not_tags() {
    let arm = |name: &str| format!("### `models.{name}`\n\n```typescript\nconst value: models.{name} = {{}};\n```\n\n");
    let fields = format!("{FIELDS}| `type` | *string* | :heavy_check_mark: | N/A |\n");
    TYPESCRIPT.pages(&[
        ("Shape", &format!("## Supported Types\n\n{}{}", arm("Round"), arm("Flat")), "union [Round, Flat]"),
        ("Round", &fields, "struct {type: string null-unstated}"),
        ("Flat", &fields, "struct {type: string null-unstated}"),
    ]);
}

/// The web's `Response` is shown with a link, its `Request` without one.
#[test]
fn pages_of_the_sdk_are_no_types() {
    let row = "| `response` | [Response](https://docs.example.com/response) | :heavy_check_mark: | N/A |\n";
    let meta = format!("{FIELDS}{row}| `request` | *Request* | :heavy_check_mark: | N/A |\n");
    let uses = format!(
        "{FIELDS}| `httpMeta` | [models.HTTPMetadata](../../models/httpmetadata.md) | :heavy_check_mark: | N/A |\n\
         | `message` | *string* | :heavy_minus_sign: | N/A |\n"
    );
    TYPESCRIPT.pages(&[("HTTPMetadata", &meta, "no type"), ("Problem", &uses, "struct {message: string optional}")]);
    let own = ("Request", FIELDS, "struct {}");
    TYPESCRIPT.pages(&[own, ("HTTPMetadata", &meta, "struct {request: Request null-unstated}")]);
}
