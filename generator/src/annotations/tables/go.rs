//! Go: facts of a member are in the tag behind it; unions say in code what tells their members apart.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".go"],
    without: &["_test.go"],
    rows: ROWS,
    call: Some(r"(?m)^func \(s \*?\w+\) (\w+)\(ctx context\.Context"),
    calls: CALLS,
    servers: r"(?s)var (?P<of>\w*?)ServerList = (?:\[\]|map\[string\])string\{(?P<list>.*?)\n\}",
    ..Table::PLAIN
};

const ROWS: &[Row] = &[
    row(&[], r"^type (\w+) struct \{$", &[Class(1)]).then(Inside),
    row(&[Inside], r"^\}", &[]).then(Outside),
    row(&[Inside], r#"^\t\w+\s+\*(?:\w+\.)?(\w+)\s+`[^`]*union:"member""#, &[SayOfClass(Key::Choice, 1)]),
    row(&[Inside], r"^\t(\w+)\s+\*(?:big\.Int|decimal\.Big)\s+`(.*)`$", &[Member(&[1]), Tag(2)]),
    row(&[Inside], r#"^\t(\w+)\s+\*\S+\s+`(json:"[^",]+")`$"#, &[Member(&[1]), Tag(2), Mark(Key::Nullable)]),
    row(
        &[Inside],
        r"^\t(\w+)\s+optionalnullable\.OptionalNullable\[.*\]\s+`(.*)`$",
        &[Member(&[1]), Tag(2), Mark(Key::Nullable)],
    ),
    row(&[Inside], r"^\t(\w+)\s+[^\s`][^`]*`(.*)`$", &[Member(&[1]), Tag(2)]),
    row(&[Outside, Choosing], r"^func \(\w+ \*?(\w+)\) UnmarshalJSON\(", &[Class(1)]).then(Choosing),
    row(&[Choosing], r"^\ttype discriminator struct \{", &[]).then(Naming),
    row(&[Naming], r#"^\t\t\w+\s+\S+\s+`json:"([^",]+)"#, &[SayOfClass(Key::Discriminator, 1)]).then(Choosing),
    row(&[Choosing], r#"^\tcase "([^"]*)":"#, &[Value(1)]),
    row(&[Choosing], r"^\t\t\w+ := new\((?:\w+\.)?(\w+)\)", &[Target(1)]),
    row(&[Choosing], r"^\}", &[]).then(Outside),
];

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r#"(?:GenerateURL\(ctx, baseURL|JoinPath\(baseURL), "([^"]*)""#),
    call(Fact(Key::Method), r#"NewRequestWithContext\(ctx, "(\w+)""#),
    call(Fact(Key::Id), r#"OperationID:\s+"([^"]*)""#),
    call(Fact(Key::Request), r"request :?= \w+\.(\w+)\{"),
    call(Fact(Key::Request), r"\brequest \*?\w+\.([A-Z]\w*)"),
    call(Pair(Key::Payload), r#"SerializeRequestBody\(ctx, request, \w+, \w+, "(\w+)", "(\w+)""#),
    call(Says(Key::Nullable, "body"), r"SerializeRequestBody\(ctx, request, true,"),
    call(Says(Key::Credentials, "client"), r"\bSecuritySource:\s+s\.sdkConfiguration\.Security\b"),
    call(Says(Key::Credentials, "none"), r"\bSecuritySource:\s+nil\b"),
    call(Status, r"case ((?:httpRes\.StatusCode == \d+(?: \|\| )?)+)"),
    call(Status, r"case httpRes\.StatusCode >= (\d)\d\d && httpRes\.StatusCode < \d+"),
    call(Status, r"\n\t(default):\n\t\tswitch\b"),
    call(Through, r"\n\s+fallthrough\n"),
    call(Media, r#"MatchContentType\((?:contentType|httpRes\.Header\.Get\("Content-Type"\)), `([^`]*)`"#),
    call(BodyMember, r"\bres\.(\w+) = &?out\b"),
    call(Fact(Key::Globals), r"\bglobals := \w+\.(\w+)\{"),
    call(Fact(Key::Servers), r"\b(\w+)ServerList\["),
    call(Fact(Key::PageInput), r"\bp = (?:int\()?\*(?:request\.)?(\w+)"),
    call(Fact(Key::OffsetInput), r"\boS = (?:int\()?\*(?:request\.)?(\w+)"),
    call(Fact(Key::CursorInput), r"\brequest\.(\w+) = &nC\b"),
    call(Fact(Key::LimitInput), r"\bl = (?:int\()?\*(?:request\.)?(\w+)"),
    call(Fact(Key::PageCount), r#"nPs, err := ajson\.Eval\(b, "([^"]*)"\)"#),
    call(Fact(Key::NextCursor), r#"\bnC, err := ajson\.Eval\(b, "([^"]*)"\)"#),
    call(Fact(Key::Results), r#"\br, err := ajson\.Eval\(b, "([^"]*)"\)"#),
];
