//! TypeScript as older SDK generators wrote it, with axios: models are classes whose decorators stand before a member, and methods of
//! classes make the calls.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".ts"],
    without: &[".d.ts", ".test.ts"],
    rows: ROWS,
    call: Some(r"(?m)^    async (\w+)\("),
    calls: CALLS,
    servers: r"(?s)export const (?P<of>\w*?)ServerList = [\[{](?P<list>.*?)[\]}] as const",
    call_folders: &["sdk"],
    ..Table::PLAIN
};

const ROWS: &[Row] = &[
    row(&[], r"^export class (\w+) extends SpeakeasyBase\b", &[Class(1)]).then(Inside),
    row(&[Inside], r"^\}", &[]).then(Outside),
    row(&[Inside], r#"^    @SpeakeasyMetadata\(\{ data: "(\w+), (.*)" "#, &[PartsBefore(1, 2)]),
    row(&[Inside], r#"^    @Expose\(\{ name: "([^"]*)""#, &[Before(Key::Wire, 1)]),
    row(&[Inside], r"^    (\w+)[?!]?: ", &[Member(&[1])]),
];

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r#"generateURL\(\s*baseURL,\s*"([^"]*)"|baseURL\.replace\([^"]*""\) \+ "([^"]*)""#),
    call(Fact(Key::Method), r#"\bmethod: "(\w+)","#),
    call(Fact(Key::Request), r"\breq = new \w+\.(\w+)\(req\)"),
    call(Pair(Key::Payload), r#"serializeRequestBody\(\s*req,\s*"(\w+)",\s*"(\w+)""#),
    call(Says(Key::Credentials, "client"), r"= this\.sdkConfiguration\.security;"),
    call(Status, r"\bcase ((?:httpRes\?\.status == \d+(?: \|\|\s*)?)+)"),
    call(Media, r"matchContentType\(\w+, `([^`]*)`\)"),
];
