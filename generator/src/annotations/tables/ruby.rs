//! Ruby: facts of a member are in the hash behind it.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".rb"],
    rows: ROWS,
    call: Some(r"(?m)^    def (\w+)"),
    calls: CALLS,
    servers: r"(?s)(?:(?P<of>[A-Z]\w*)_)?SERVERS = (?:T\.let\()?[\[{](?P<list>.*?)[\]}]",
    ..Table::PLAIN
};

const ROWS: &[Row] = &[
    row(&[], r"^\s+class (\w+)", &[Class(1)]).then(Inside),
    row(
        &[Inside],
        r"^\s+field :(\w+), Crystalline::Nilable\.new\(.*\), \{ (.*required: true.*) \}$",
        &[Member(&[1]), Hash(2), Mark(Key::Nullable)],
    ),
    row(&[Inside], r"^\s+field :(\w+), [^{]*?(?:, \{ (.*) \})?$", &[Member(&[1]), Hash(2)]),
];

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r##"generate_url\(\s*[\w:]+,\s*base_url,\s*'([^']*)'|url = "#\{base_url\}([^"]*)""##),
    call(Fact(Key::Method), r"\b(?:connection\)?|client)\.(\w+)\(url\)"),
    call(Fact(Key::Id), r"operation_id: '([^']*)'"),
    call(Fact(Key::Request), r"request = Models::\w+::(\w+)\.new"),
    call(Fact(Key::Request), r"generate_url\(\s*(?:\w*::)*(\w+),|get_query_params\(\s*(?:\w*::)*(\w+),"),
    call(Pair(Key::Payload), r"serialize_request_body\(request, (?:\w+, \w+, )?:(\w+), :(\w+)\)"),
    call(
        Says(Key::Credentials, "client"),
        r"\bsecurity_source: @sdk_configuration\b|configure_request_security\(req, @sdk_configuration\.security\)",
    ),
    call(Says(Key::Credentials, "none"), r"\bsecurity_source: nil\b"),
    call(Status, r"match_status_code\(http_response\.status, \[([^\]]*)\]"),
    call(Status, r"\b(?:els)?if (r\.status [^\n]*)"),
    call(Media, r"match_content_type\(content_type, '([^']*)'"),
];
