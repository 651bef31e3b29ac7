//! PHP: attributes stand on lines of their own before a member.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".php"],
    rows: ROWS,
    call: Some(r"(?m)^(?:    |\t)(?:public|private) function (\w+)\("),
    calls: CALLS,
    servers: r"(?s)const (?:(?P<of>[A-Z]\w*)_)?SERVERS = \[(?P<list>.*?)\];",
    ..Table::PLAIN
};

const ROWS: &[Row] = &[
    row(&[], r"^(?:final |abstract )?(?:class|enum) (\w+)", &[Class(1)]).then(Inside),
    row(&[Inside, Marked], r"SerializedName\('([^']*)'\)", &[Before(Key::Wire, 1)]),
    row(&[Inside, Marked], r"#\[SpeakeasyMetadata\('(\w+):(.*)'\)", &[KeysBefore(1, 2)]),
    row(
        &[Inside, Marked],
        r"UnionDiscriminator\(field: '([^']*)', map: \[(.*)\]",
        &[Before(Key::Discriminator, 1), MapBefore(2)],
    ),
    row(&[Inside], r"\bSkipWhenNull\b", &[]).then(Marked),
    row(&[Inside], r"^    public (?:\?\S+|(?:\S+\|)?null\S*) \$(\w+)", &[MarkBefore(Key::Nullable), Member(&[1])]),
    row(&[Inside, Marked], r"^    public [^\s(]+ \$(\w+)", &[Member(&[1])]).then(Inside),
];

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r"generateUrl\(\$baseUrl, '([^']*)'"),
    call(Fact(Key::Method), r"Psr7\\Request\('(\w+)'|->request\('(\w+)', \$url\b"),
    call(Fact(Key::Id), r"new HookContext\((?:\$this->sdkConfiguration, \$baseUrl, )?'([^']*)'"),
    call(Fact(Key::Request), r"\$request = new (?:[\w\\]*\\)?(\w+)\("),
    call(Fact(Key::Request), r"\\(\w+) \$request\b"),
    call(Pair(Key::Payload), r#"serializeRequestBody\(\$request, ['"](\w+)['"], ['"](\w+)['"]\)"#),
    call(Says(Key::Credentials, "client"), r"new HookContext\([^\n]*->securitySource\)"),
    call(Says(Key::Credentials, "none"), r"new HookContext\([^\n]*, null\)"),
    call(Says(Key::Credentials, "client"), r"->securityClient->request\("),
    call(Says(Key::Credentials, "none"), r"->defaultClient->request\("),
    call(Status, r"matchStatusCodes\(\$statusCode, \[([^\]]*)\]"),
    call(Status, r"((?:getStatusCode\(\) === \d+(?: or \$httpResponse->)?)+)"),
    call(BodyMember, r"\$response->(\w+) = [^;\n]*\$httpResponse->getBody\(\)"),
    call(
        Status,
        r"if \(\$statusCode == (\d+)\)|in_array\(\$statusCode, \[([^\]]*)\]|elseif \((\$statusCode [=>]= [^)]*)\)",
    ),
    call(Media, r"matchContentType\(\$contentType, '([^']*)'"),
    call(Fact(Key::PageInput), r"(\w+): \$nextPage\b"),
    call(Fact(Key::OffsetInput), r"(\w+): \$nextOffset\b"),
    call(Fact(Key::CursorInput), r"(\w+): \$nextCursor\b"),
    call(Fact(Key::LimitInput), r"\$limit = [^;\n]*\$request->(\w+)"),
    call(Fact(Key::PageCount), r"\$numPages = \$jsonObject->get\('([^']*)'\)"),
    call(Fact(Key::NextCursor), r"\$nextCursor = [^;\n]*get\('([^']*)'\)"),
    call(Fact(Key::Results), r"\$results = [^;\n]*get\('([^']*)'\)"),
];
