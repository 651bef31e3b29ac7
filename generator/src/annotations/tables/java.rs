//! Java: annotations stand on lines of their own before a member; a file of `operations` is a call.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".java"],
    rows: ROWS,
    calls: CALLS,
    servers: r"(?s)String\[\] (?:(?P<of>[A-Z]\w*)_)?SERVERS = \{(?P<list>.*?)\};",
    call_folders: &["operations"],
    ..Table::PLAIN
};

/// Older SDK generators wrote public members.
pub(super) const ROWS: &[Row] = &[
    row(&[], r"^public class (\w+)TypeIdResolver\b", &[Class(1)]).then(Choosing),
    row(&[], r"^public .*?\b(?:class|enum|interface) (\w+)", &[Class(1)]).then(Inside),
    row(&[Inside, Marked], r"^    .*\bclass Builder\b", &[]).then(Choosing),
    row(&[Choosing], r#"registerType\("([^"]*)", (\w+)\.class"#, &[Value(1), Target(2)]),
    row(&[Choosing], r"LazySingletonValue<.+> _SINGLETON_VALUE_(\w+) =", &[About(&[1])]).then(Naming),
    row(&[Naming], r#"^\s+"(?:[^"\\]|\\.)*",$"#, &[]).then(Valuing),
    row(&[Valuing], r#"^\s+"((?:[^"\\]|\\.)*)",$"#, &[Say(Key::Default, &[1])]).then(Choosing),
    row(&[Inside], r"^    private (?:final )?TypedObject \w+;", &[]).then(Choosing),
    row(&[Choosing], r"^    public static \w+ of\w*\((?:java\.\w+\.)?(\S.*) \w+\) \{", &[SayOfClass(Key::Choice, 1)]),
    row(&[Outside], r#"\bproperty = "([^"]*)""#, &[Before(Key::Discriminator, 1)]),
    row(
        &[Outside],
        r#"@JsonSubTypes\.Type\(value ?= ?(?:\w+\.)*(\w+)\.class, name ?= ?"([^"]*)""#,
        &[PairBefore(Key::Variant, 2, 1)],
    ),
    row(&[Inside, Marked], r#"^ {4,8}@JsonProperty\("([^"]*)"\)"#, &[Before(Key::Wire, 1)]),
    row(&[Inside, Marked], r#"^ {4,8}@SpeakeasyMetadata\("(\w+):(.*)"\)"#, &[KeysBefore(1, 2)]),
    row(&[Inside], r"^ {4,8}@JsonInclude\((?:\w+\.)*ALWAYS\)", &[]).then(Marked),
    row(
        &[Inside, Marked],
        r"^ {4}(?: {4})?(?:private|protected) JsonNullable<.+> (\w+)(?: = .*)?;",
        &[MarkBefore(Key::Nullable), Member(&[1])],
    )
    .then(Inside),
    row(
        &[Marked],
        r"^ {4}(?: {4})?(?:private|protected) Optional<.+> (\w+)(?: = .*)?;",
        &[MarkBefore(Key::Nullable), Member(&[1])],
    )
    .then(Inside),
    row(
        &[Inside, Marked],
        r"^ {4}(?: {4})?(?:private|protected) (?:final )?(?:[^=;]+?) (\w+)(?: = .*)?;",
        &[Member(&[1])],
    )
    .then(Inside),
    row(&[Inside], r"^    public (?:final )?[\w.]+(?:<.*>|\[\])* (\w+)(?: = [^;]*)?;", &[Member(&[1])]),
    row(&[Inside], r"^ {8}this\.(\w+) = Builder\._SINGLETON_VALUE_", &[About(&[1]), Mark(Key::Fixed)]),
];

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r#""(/[^"\s]*)""#),
    call(Fact(Key::Method), r#"new HTTPRequest\(\w+, "(\w+)"\)"#),
    call(Fact(Key::Id), r#"this\.baseUrl,\s*"([^"/][^"]*)","#),
    call(Fact(Key::Request), r"Request(?:less)?Operation<(\w+), "),
    call(Pair(Key::Payload), r#"serializeRequestBody\(\s*\w+,\s*"(\w+)",\s*"(\w+)""#),
    call(Says(Key::Credentials, "client"), r"this\.securitySource = this\.sdkConfiguration\.securitySource\(\)"),
    call(Says(Key::Credentials, "none"), r"this\.securitySource = null;"),
    call(Status, r"statusCodeMatches\(\s*response\.statusCode\(\), ([^)]*)\)"),
    call(Media, r#"contentTypeMatches\(\s*contentType,\s*"([^"]*)""#),
];
