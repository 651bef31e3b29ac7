//! Ruby: Sorbet's types, links that lead to a folder which does not exist, names with an underscore behind them.

use super::fixture::{FIELDS, Layout};
use tablature::dialect::Language;

const RUBY: Layout = Layout { language: Language::Ruby, folder: "models/components", module: "components" };

#[test]
fn cells() {
    RUBY.cells(&[
        ('+', "*::String*", "string null-unstated"),
        ('-', "*T.nilable(::String)*", "string optional"),
        ('-', "*T.nilable(::Integer)*", "int64 optional"),
        ('-', "*T.nilable(::Float)*", "float64 optional"),
        ('-', "*T.nilable(T::Boolean)*", "boolean optional"),
        ('+', "*::Object*", "any null-unstated"),
        ('-', "*T.nilable(::Object)*", "any optional"),
        ('-', "[T.nilable(::DateTime)](https://docs.example.com/DateTime.html)", "date-time optional"),
        ('-', "*T.nilable(::Date)*", "date optional"),
        ('-', "[DateTime](https://docs.example.com/DateTime.html)", "date optional"),
        ('-', "[Date](https://docs.example.com/Date.html)", "date-time optional"),
        ('-', "T::Array<*::String*>", "array(string) optional"),
        ('-', "T::Array<T::Array<*::String*>>", "array(array(string)) optional"),
        ('-', "T::Hash[Symbol, *::Object*]", "map(any) optional"),
        ('-', "T::Hash[Symbol, T::Hash[Symbol, Object]]", "map(map(any)) optional"),
        ('-', "T::Array<T::Hash[Symbol, *::Object*]>", "array(map(any)) optional"),
        ('-', "T::Hash[Symbol, T::Array<*::String*>]", "map(array(string)) optional"),
        ('+', "[Models::Components::Pet](../../models/shared/pet.md)", "Pet null-unstated"),
        ('-', "[T.nilable(Models::Components::Pet)](../../models/shared/pet.md)", "Pet optional"),
        ('-', "T::Array<[Models::Components::Pet](../../models/shared/pet.md)>", "array(Pet) optional"),
        ('-', "*Crystalline::Nilable.new(::String)*", "string optional"),
        ('+', "*Crystalline::Boolean.new*", "boolean null-unstated"),
        ('-', "Crystalline::Array<[Models::Components::Pet](../../models/shared/pet.md)>", "array(Pet) optional"),
        ('-', "Crystalline::Hash[Symbol, *::Object*]", "map(any) optional"),
        ('-', "*Other::Nilable.new(Other::List.new(::String))*", "array(string) optional"),
        ('+', "[Faraday::Response](https://docs.example.com/Faraday/Response)", "nothing of the API"),
    ]);
}

#[test]
fn pages() {
    let names = format!(
        "{FIELDS}| `end_` | *T.nilable(::String)* | :heavy_minus_sign: | N/A |\n| `client_id` | *::String* | :heavy_check_mark: | N/A |\n"
    );
    let example = "## Example Usage\n\n```ruby\nvalue = Models::Components::Size::BIG\n\n# Open enum: custom values can be created\n```\n\n";
    let values = "## Values\n\n| Name | Value |\n| - | - |\n| `BIG` | big |\n";
    RUBY.pages(&[
        ("Empty", FIELDS, "struct {}"),
        ("Names", &names, "struct {end: string optional, client_id: string null-unstated}"),
        ("Older", values, r#"unstated strings ["big"]"#),
        ("Size", &format!("{example}{values}"), r#"open strings ["big"]"#),
    ]);
}

#[test]
fn members_stand_in_the_text_of_a_link() {
    let row = |name: &str, cell: &str| format!("| `{name}` | {cell} | :heavy_minus_sign: | N/A |\n");
    let fields = format!(
        "{FIELDS}{}{}{}{}",
        row("keeper", "[T.nilable(T.any(Models::Components::Pet, ::String))](../../models/components/keeper.md)"),
        row("sizes", "T::Array<[T.any(::Integer, T::Array[::String])](../../models/components/size.md)>"),
        row("named", "[T.nilable(Models::Components::Pet)](../../models/components/nobody.md)"),
        row("loose", "*T.any(::String, T::Boolean)*"),
    );
    let listed = "## Supported Types\n\n### `::Float`\n\n### `::Integer`\n";
    RUBY.pages(&[
        ("Keeper", "Who keeps it.\n", "union [Pet, string]"),
        ("Nobody", "", "any"),
        ("Size", listed, "union [float64, int64]"),
        ("StringOrBoolean", "", "union [string, boolean]"),
        (
            "Uses",
            &fields,
            "struct {keeper: Keeper optional, sizes: array(Size) optional, named: Pet optional, loose: StringOrBoolean optional}",
        ),
    ]);
}
