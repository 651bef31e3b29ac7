//! Python: wrappers within links, literals, dates whose labels are swapped, lists of values.

use super::fixture::{FIELDS, Layout};
use tablature::dialect::Language;

const PYTHON: Layout = Layout { language: Language::Python, folder: "models", module: "models" };

#[test]
fn cells() {
    PYTHON.cells(&[
        ('+', "*str*", "string required"),
        ('-', "*Optional[str]*", "string optional"),
        ('+', "*Nullable[str]*", "string nullable"),
        ('-', "*OptionalNullable[str]*", "string optional-nullable"),
        ('+', "*int*", "int64 required"),
        ('-', "*Optional[float]*", "float64 optional"),
        ('+', "*bool*", "boolean required"),
        ('+', "*Any*", "any required"),
        ('+', "*bytes*", "bytes required"),
        ('+', "*Union[bytes, IO[bytes], io.BufferedReader]*", "bytes required"),
        ('+', "*Literal[\"card\"]*", "Case#f10 required = \"card\""),
        ('-', "*Optional[Literal[\"__card__\"]]*", "Case#f11 optional = \"__card__\""),
        ('+', "*Literal[\"small\", \"big\"]*", "string required"),
        ('+', "*Literal[True]*", "boolean required = true"),
        ('-', "*Optional[Literal[False]]*", "boolean optional = false"),
        ('+', "[date](https://docs.example.com/datetime.html#date-objects)", "date-time null-unstated"),
        ('-', "[datetime](https://docs.example.com/datetime.html#datetime-objects)", "date optional"),
        ('+', "List[*str*]", "array(string) null-unstated"),
        ('-', "List[[models.Pet](../models/pet.md)]", "array(Pet) optional"),
        ('-', "Dict[str, *Any*]", "map(any) optional"),
        ('-', "Dict[str, List[*str*]]", "map(array(string)) optional"),
        ('-', "Dict[str, [Nullable[models.Pet]](../models/pet.md)]", "map(nullable(Pet)) optional"),
        ('-', "Dict[str, *Nullable[int]*]", "map(nullable(int64)) optional"),
        ('+', "[models.Pet](../models/pet.md)", "Pet required"),
        ('-', "[Optional[models.Pet]](../models/pet.md)", "Pet optional"),
        ('-', "[OptionalNullable[models.Pet]](../models/pet.md)", "Pet optional-nullable"),
        ('+', "[Nullable[models.Pet]](../models/pet.md)", "Pet nullable"),
        ('-', "[Optional[models.Pet]](../../models/.md)", "Pet optional"),
        ('-', "[requests.Response](https://docs.example.com/r)", "nothing of the API"),
        ('+', "[requests.Request](https://docs.example.com/r)", "nothing of the API"),
    ]);
}

#[test]
fn pages() {
    let arm = |name: &str| format!("### `{name}`\n\n```python\nvalue: {name} = /* values here */\n```\n\n");
    let arms: String =
        ["models.Pet", "List[str]", "Dict[str, models.Color]", "datetime", "bool", "models.Pet"].map(arm).concat();
    let stream = "Union[eventstreaming.EventStream[models.Pet], eventstreaming.EventStreamAsync[models.Pet]]";
    let streams = arm(stream) + &arm("models.Pet");
    let older = arm("Union[Generator[models.Pet, None, None], AsyncGenerator[models.Pet, None]]") + &arm("models.Pet");
    let extra = format!(
        "{FIELDS}| `__pydantic_extra__` | Dict[str, *Any*] | :heavy_minus_sign: | N/A |\n| `from_` | *str* | :heavy_check_mark: | N/A |\n"
    );
    PYTHON.pages(&[
        ("Empty", FIELDS, "struct {}"),
        ("Streams", &format!("## Supported Types\n\n{streams}"), "union [event-stream(Pet), Pet]"),
        ("OlderStreams", &format!("## Supported Types\n\n{older}"), "union [event-stream(Pet), Pet]"),
        ("Extra", &extra, "struct {from: string required, *: any}"),
        (
            "Mixed",
            &format!("## Supported Types\n\n{arms}"),
            "union [Pet, array(string), map(Color), date-time, boolean]",
        ),
    ]);
}

#[test]
fn discriminators_come_from_literals() {
    let arm =
        |name: &str| format!("### `models.{name}`\n\n```python\nvalue: models.{name} = /* values here */\n```\n\n");
    let member = |value: &str| format!("{FIELDS}| `kind` | *Literal[\"{value}\"]* | :heavy_check_mark: | N/A |\n");
    let optional = format!("{FIELDS}| `kind` | *Optional[Literal[\"dog\"]]* | :heavy_minus_sign: | N/A |\n");
    PYTHON.pages(&[
        (
            "Animal",
            &format!("## Supported Types\n\n{}{}", arm("Cat"), arm("Dog")),
            "union [Cat, Dog] by kind (cat=0, dog=1)",
        ),
        ("Cat", &member("cat"), r#"struct {kind: Cat#kind required = "cat"}"#),
        ("Dog", &optional, r#"struct {kind: Dog#kind optional = "dog"}"#),
    ]);
}

#[test]
fn enums() {
    let table = "## Values\n\n| Name | Value |\n| - | - |\n| `MINUS_CREATED` | -created |\n| `CREATED` | created |\n";
    let open = "This is an open enum. Unrecognized values will not fail type checks.\n\n";
    PYTHON.pages(&[
        ("Table", table, r#"unstated strings ["-created", "created"]"#),
        ("List", "## Values\n\n- `\"x\"`\n- `\"a b\"`\n- `\"\"`\n", r#"closed strings ["x", "a b", ""]"#),
        ("Numbers", "## Values\n\n- `200`\n- `-1`\n", "closed integers [200, -1]"),
        ("Opened", &format!("{open}## Values\n\n- `\"x\"`\n"), r#"open strings ["x"]"#),
    ]);
}
