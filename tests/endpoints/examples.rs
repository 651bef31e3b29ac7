//! The programs that the docs of endpoints show: what must be given, with the values of Example cells.
//!
//! In: pages with examples. Out: the text of a doc test. That such programs compile is tested elsewhere.

use tablature::{
    emit::{EmitOptions, emit},
    lower::{LowerOptions, lower},
    source::{Diagnostics, Sources},
};

/// A page of rows `name | type | example`, required where the name ends in `!`.
fn fields(title: &str, rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|text| row(text)).collect();
    format!(
        "# {title}\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n|-|-|-|-|-|\n{}",
        rows.concat()
    )
}

fn row(text: &str) -> String {
    let [name, ty, example] = text.split(" | ").collect::<Vec<_>>()[..] else { panic!("three cells: {text}") };
    let mark = if name.ends_with('!') { ":heavy_check_mark:" } else { ":heavy_minus_sign:" };
    format!("| `{}` | {ty} | {mark} | N/A | {example} |\n", name.trim_end_matches('!'))
}

/// The program in the docs of the operation `POST /orders`, whose body is an `Order` of these fields.
fn placing(order: &[&str]) -> String {
    program("post", "/orders", &["request! | [models.Order](../../models/order.md) | "], order)
}

/// The program in the docs of an operation with these parameters, beside the fields of an `Order`.
fn program(method: &str, path: &str, parameters: &[&str], order: &[&str]) -> String {
    let parameters: Vec<String> = parameters.iter().map(|text| row(text)).collect();
    let group = format!(
        "# Orders\n\n## place\n\n### Example Usage\n\n<!-- UsageSnippet language=\"python\" operationID=\"place\" method=\"{method}\" \
         path=\"{path}\" -->\n```python\ns.orders.place()\n```\n\n### Parameters\n\n\
         | Parameter | Type | Required | Description | Example |\n|-|-|-|-|-|\n{}",
        parameters.concat()
    );
    let values = "# Size\n\n## Values\n\n| Name | Value |\n|-|-|\n| `SMALL` | small |\n| `BIG` | big |\n";
    let member = |ty: &str| format!("### `{ty}`\n\n```python\nvalue: {ty} = /* values here */\n```\n\n");
    let pages = [
        ("models/order.md", fields("Order", order)),
        ("models/address.md", fields("Address", &["street! | *str* | Elm Lane", "floor | *Optional[int]* | 3"])),
        ("models/size.md", values.to_owned()),
        ("models/note.md", format!("# Note\n\n## Supported Types\n\n{}{}", member("str"), member("models.Address"))),
        ("sdks/orders/README.md", group),
    ];
    let sources = Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let options = LowerOptions { name: "shop-api".to_owned(), ..LowerOptions::default() };
    let model = lower(&sources, &options, &mut Diagnostics::default());
    let files = emit(&model, &EmitOptions::default());
    let file = files.iter().find(|file| file.path == "src/api/endpoints/orders/place.rs").expect("the endpoint");
    let docs = file.text.lines().filter_map(|line| line.trim_start().strip_prefix("/// "));
    let shown = docs.skip_while(|line| !line.starts_with("let ")).take_while(|line| !line.starts_with('#'));
    shown.collect::<Vec<_>>().join("\n")
}

#[test]
fn values_are_those_of_the_docs() {
    let shown = placing(&[
        "name! | *str* | Rex",
        "count! | *int* | 2",
        "size! | [models.Size](../models/size.md) | big",
        "address! | [models.Address](../models/address.md) | {\"street\": \"Oak Street\"}",
        "tags! | List[*str*] | [\"a\", \"b\"]",
        "limits! | Dict[str, *int*] | {\"day\": 2, \"week\": 9}",
        "others! | Dict[str, *int*] | {}",
        "note! | [models.Note](../models/note.md) | by the gate",
        "late! | [date](https://docs.python.org/3/) | 2026-01-31",
        "hint | *Optional[str]* | soon",
    ]);
    let expected = "\
let endpoint = Place::new(
    Order::builder()
        .name(\"Rex\")
        .count(2)
        .size(Size::Big)
        .address(Address::new(\"Oak Street\"))
        .tags([\"a\", \"b\"])
        .limits([(\"day\", 2_i64), (\"week\", 9_i64)])
        .others([(\"key\", 1_i64)])
        .note(\"by the gate\")
        .late(\"2026-01-31\")
        .build(),
);
client.send(&endpoint)?;";
    assert_eq!(shown, expected, "{shown}");
}

#[test]
fn long_programs_show_what_must_be_given() {
    let rows: Vec<String> = (0..70).map(|at| format!("field{at}! | *str* | value{at}")).collect();
    let shown = placing(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(shown.contains(".field69(\"field69\")") && !shown.contains("value"), "{shown}");
}

#[test]
fn parameters_that_may_be_left_out_are_shown_where_there_are_examples() {
    let rows = ["shop! | *str* | north", "fast | *Optional[bool]* | true", "late | *Optional[bool]* | "];
    let shown = program("get", "/orders/{shop}", &rows, &[]);
    assert_eq!(shown, "let endpoint = Place::new(\"north\").fast(true);\nclient.send(&endpoint)?;");
}
