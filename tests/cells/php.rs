//! PHP: `?` that says nothing of null, lists of alternatives within links, `@var` lines, titles that are section names.

use super::fixture::{FIELDS, Layout};
use tablature::dialect::Language;

const PHP: Layout = Layout { language: Language::Php, folder: "Models/Components", module: "components" };

#[test]
fn cells() {
    PHP.cells(&[
        ('+', "*string*", "string null-unstated"),
        ('-', "*?string*", "string optional"),
        ('-', "*?int*", "int64 optional"),
        ('-', "*?float*", "float64 optional"),
        ('-', "*?bool*", "boolean optional"),
        ('+', "*mixed*", "any null-unstated"),
        ('-', r"[\DateTime](https://docs.example.com/class.datetime.php)", "date-time optional"),
        ('-', r"[?\DateTime](https://docs.example.com/class.datetime.php)", "date-time optional"),
        ('+', r"[LocalDate](https://docs.example.com/localdate)", "date null-unstated"),
        ('-', "array<*string*>", "array(string) optional"),
        ('-', "array<array<*string*>>", "array(array(string)) optional"),
        ('-', "array<string, *mixed*>", "map(any) optional"),
        ('-', "array<string, array<*string*>>", "map(array(string)) optional"),
        ('-', r"array<[Components\Pet](../../Models/Components/Pet.md)>", "array(Pet) optional"),
        ('+', r"[Components\Pet](../../Models/Components/Pet.md)", "Pet null-unstated"),
        ('-', r"[?Components\Pet](../../Models/Components/Pet.md)", "Pet optional"),
        // The page says what the alternatives are; the label is not its name.
        ('-', r"[string\|array\|null](../../Models/Components/Owner.md)", "Owner optional"),
        ('+', r"[Components\Pet\|Components\Color](../../Models/Components/Owner.md)", "Owner null-unstated"),
        ('+', r"[\Psr\Http\Message\ResponseInterface](https://docs.example.com/psr-7/)", "nothing of the API"),
    ]);
}

#[test]
fn pages() {
    let member = |heading: &str, code: &str| format!("### `{heading}`\n\n```php\n{code}\n```\n\n");
    let union = member("string", "string $value = /* values here */")
        + &member("array", "/**\n* @var array<string>\n*/\narray $value = /* values here */")
        + &member("array", "/**\n* @var array<\\Acme\\Models\\Components\\Pet>\n*/\narray $value = /* values here */")
        + &member("Components\\Pet", "/**\n* @var Components\\Pet\n*/\nComponents\\Pet $value = /* values here */");
    PHP.pages(&[
        ("Empty", FIELDS, "struct {}"),
        ("Fields", &format!("## Supported Types\n\n{union}"), "union [string, array(string), array(Pet), Pet]"),
        (
            "Values",
            "## Values\n\n| Name | Value |\n| - | - |\n| `TwentyFourh` | 24h |\n| `Wildcard` | * |\n",
            r#"unstated strings ["24h", "*"]"#,
        ),
    ]);
}
