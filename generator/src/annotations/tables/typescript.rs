//! TypeScript: types name the members, schemas behind them the keys that are spelled otherwise; a file of `funcs` is a call and says
//! where each parameter goes.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".ts"],
    without: &[".d.ts", ".test.ts"],
    joins: &[":", "=", "<"],
    rows: ROWS,
    calls: CALLS,
    servers: r"(?s)export const (?P<of>\w*?)ServerList = [\[{](?P<list>.*?)[\]}] as const",
    call_folders: &["funcs"],
    security_files: &["lib/security.ts"],
    calls_state_security: true,
    ..Table::PLAIN
};

/// A member under the name that it gets, and the name that it had.
const RENAMED: &str = r#"^ {16}(?:\.{3}\(.* : \{ )?(?:"([^"]+)"|([\w$]+)): v(?:\.([\w$]+)|\["([^"]+)"\])"#;

/// Older SDK generators wrote the schemas of a class into a namespace, and renamed members one by one.
const ROWS: &[Row] = &[
    row(&[], r"^export type (\w+) =\s+\{$", &[Class(1)]).then(Inside),
    row(&[Inside], r"^\};?$", &[]).then(Outside),
    row(
        &[Inside],
        r#"^ {2,4}(?:"([^"]+)"|(\w+))\??: .*\| null(?: \| undefined)?;$"#,
        &[MarkBefore(Key::Nullable), Member(&[1, 2])],
    ),
    row(
        &[Inside],
        r#"^ {2,4}(?:"([^"]+)"|(\w+))\??: "([^"]*)"(?: \| undefined)?;$"#,
        &[Member(&[1, 2]), Say(Key::Constant, &[3])],
    ),
    row(&[Inside], r#"^ {2,4}(?:"([^"]+)"|(\w+))\??: "#, &[Member(&[1, 2])]),
    row(&[Inside], r"^ {4}\| null\b", &[Mark(Key::Nullable)]),
    row(&[], r"^export class (\w+) extends\b", &[Class(1)]).then(Choosing),
    row(&[Choosing], r"^  data\$: (\w+);$", &[DataIn(1)]).then(Outside),
    row(&[], r"^export const (\w+)\$inboundSchema\b", &[Class(1), OwnNames]).then(Reading),
    row(&[], r"^export const (\w+)\$outboundSchema\b", &[Class(1), OwnNames]).then(Writing),
    row(&[Reading], r"\bremap\$\(", &[]).then(ReadingNames),
    row(&[Writing], r"\bremap\$\(", &[]).then(WritingNames),
    row(
        &[Reading, Writing],
        r#"^\s+(?:"([^"]+)"|([\w$]+)): .*(?:z\.number\(\)\.int\(\)|z\.int\(\))"#,
        &[About(&[1, 2]), Mark(Key::Integer)],
    ),
    row(&[ReadingNames], r#"^\s+(?:"([^"]*)"|([\w$]+)): "([^"]*)",?$"#, &[About(&[3]), Say(Key::Wire, &[1, 2])]),
    row(&[WritingNames], r#"^\s+(?:"([^"]*)"|([\w$]+)): "([^"]*)",?$"#, &[About(&[1, 2]), Say(Key::Wire, &[3])]),
    row(&[ReadingNames, WritingNames], r"^\s*\}\)", &[]).then(Outside),
    row(&[], r"^export namespace (\w+)\$ \{$", &[Class(1)]).then(Outside),
    row(&[], r"^    export const inboundSchema: ", &[OwnNames]).then(Reading),
    row(&[], r"^    export const outboundSchema: ", &[OwnNames]).then(Writing),
    row(&[Reading], r"^ {8}\.transform\(\(v\) => \{$", &[]).then(ReadingNames),
    row(&[Writing], r"^ {8}\.transform\(\(v\) => \{$", &[]).then(WritingNames),
    row(&[ReadingNames], RENAMED, &[About(&[1, 2]), Say(Key::Wire, &[3, 4])]),
    row(&[WritingNames], RENAMED, &[About(&[3, 4]), Say(Key::Wire, &[1, 2])]),
    row(&[Outside], r"^export function resolveGlobalSecurity\(", &[ClassNamed("Security")]).then(Naming),
    row(&[], r"= resolveSecurity\($|\bsecurity\$: SecurityInput\[\]\[\] = \[$", &[ClassNamed("OperationSecurity")])
        .then(Naming),
    row(&[Naming], r"^  \);$|^ {8}\];$", &[]).then(Outside),
    row(
        &[Naming],
        r#"^\s+\{ value: security\?\.(\w+)[\w?.]*(?: \?\? env\(\)\.(\w+))?, fieldName: "([^"]*)", type: "([^"]*)" \},$"#,
        &[Member(&[1]), Say(Key::SchemeName, &[3]), Say(Key::SchemeType, &[4]), Say(Key::Env, &[2])],
    ),
    row(&[Naming], r#"^\s+fieldName: "([^"]*)","#, &[Before(Key::SchemeName, 1)]),
    row(&[Naming], r#"^\s+type: "([^"]*)",$"#, &[Before(Key::SchemeType, 1)]),
    row(
        &[Naming],
        r"^\s+value: security\?\.(\w+)[\w?.]*(?: \?\? env\(\)\.(\w+))?,$",
        &[Member(&[1]), Say(Key::Env, &[2])],
    ),
];

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r#"pathToFunc\(\s*"([^"]*)""#),
    call(Fact(Key::Servers), r"pathToFunc\(\s*(\w+)ServerList\["),
    call(Fact(Key::Method), r#"\bmethod: "(\w+)""#),
    call(Fact(Key::Id), r#"operationID:\s*"([^"]*)""#),
    call(
        Fact(Key::Request),
        r"(\w+)\$outboundSchema(?:\s*\.optional\(\))?\s*\.parse\(\s*value|z\.parse\(\s*(?:z\.optional\()?\s*(?:\w+\.)?(\w+)\$outboundSchema",
    ),
    call(
        Fact(Key::Payload),
        r#"encode(?:JSON|BodyForm)\$?\(\s*"body",\s*payload\$?(?:\??\.(\w+)|(?:\?\.)?\[\s*"([^"]+)",?\s*\])?,"#,
    ),
    call(
        Fact(Key::Payload),
        r#"\bconst body\$? = (?:Object\.entries\()?payload\$?(?:\??\.(\w+)|(?:\?\.)?\[\s*"([^"]+)",?\s*\])?(?:;| instanceof\b| \|\|)"#,
    ),
    call(
        Fact(Key::Payload),
        r#"appendForm\$?\(\s*body\$?,\s*"[^"]*",\s*payload\$?(?:\??\.(\w+)|(?:\?\.)?\["([^"]+)"\])(?:\??\.|\[)"#,
    ),
    call(
        Says(Key::Payload, ""),
        r#"appendForm\$?\(\s*body\$?,\s*"[^"]*",\s*payload\$?(?:\??\.\w+|(?:\?\.)?\["[^"]+"\])[,)]"#,
    ),
    call(Says(Key::MediaType, "multipart/form-data"), r"\bconst body\$? = new FormData\(\);"),
    call(Fact(Key::MediaType), r#""Content-Type":\s*"([^"]*)""#),
    call(Placed("path"), r#"encodeSimple\$?\(\s*"([^"]+)",[^{]*\{[^}]*charEncoding: "percent""#),
    call(
        Placed("header"),
        r#"encodeSimple\$?\(\s*"([^"]+)",\s*(?:payload\$?\??\.(\w+))?[^{]*\{[^}]*charEncoding: "none""#,
    ),
    call(
        Pair(Key::ClientArgument),
        r#"encodeSimple\$?\(\s*"([^"]+)",[^,{]*\bclient\$?\.(?:_options|options\$)\.(\w+)"#,
    ),
    call(Query, r"encode(\w+)Query\$?\(\{([^}]*)\}(?:,\s*\{([^}]*)\})?"),
    call(Says(Key::Credentials, "client"), r"\bsecuritySource: client\$?\.(?:_options|options\$)"),
    call(Says(Key::Credentials, "none"), r"\bsecuritySource: null\b"),
    call(Matcher, r#"\b(?:M|m\$)\.(\w+)\(\s*(\[[^\]]*\]|\d+|"[^"]*")"#),
    call(Instead, r#"\bctype:\s*"([^"]*)""#),
    call(Fact(Key::Sentinel), r#"\bsseSentinel:\s*"([^"]*)""#),
];
