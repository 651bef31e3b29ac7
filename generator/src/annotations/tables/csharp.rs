//! C#: attributes stand on lines of their own before a member; classes stand at four spaces, their members at eight.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".cs"],
    rows: ROWS,
    call: Some(r"(?m)^        public async\s+Task<[^\n]*? (\w+)\("),
    calls: CALLS,
    servers: r"(?s)(?:string\[\]|Dictionary<\w+, string>) (?P<of>\w*?)Server(?:List|Map)\s*=\s*(?:new [^{]*)?\{(?P<list>.*?)\};",
    ..Table::PLAIN
};

const ROWS: &[Row] = &[
    row(&[], r"^    public .*?\b(?:class|enum|struct) (\w+)", &[Class(1)]).then(Inside),
    row(
        &[Inside],
        r#"^        \[JsonProperty\("([^"]*)", NullValueHandling = NullValueHandling\.Include\)"#,
        &[Before(Key::Wire, 1), MarkBefore(Key::Nullable)],
    ),
    row(&[Inside], r#"^        \[JsonProperty\("([^"]*)""#, &[Before(Key::Wire, 1)]),
    row(&[Inside], r#"^        \[SpeakeasyMetadata\("(\w+):(.*)"\)"#, &[KeysBefore(1, 2)]),
    row(&[Inside], r"^        public \S+ (\w+) \{ get; \} = ([^;]+);", &[Member(&[1]), Say(Key::Constant, &[2])]),
    row(&[Inside], r"^        public .*?(\w+) \{ get;", &[Member(&[1])]),
    row(
        &[Inside],
        r#"^        public static \w+ (\w+) \{ get \{ return new \w+\("([^"]*)"\); \} \}"#,
        &[About(&[1]), Say(Key::Variant, &[2])],
    ),
    row(&[Inside], r"^        public static \w+Type (\w+)$", &[About(&[1])]),
    row(&[Inside], r#"^\s+return new \w+Type\("([^"]*)"\);"#, &[Say(Key::Variant, &[1])]),
    row(&[Inside], r"^        public static \w+ Create(\w+)\((\w+) \w+\)", &[PairOfClass(Key::Choice, 2, 1)]),
    row(&[Inside], r#"\bjo\.GetValue\("([^"]*)"\)"#, &[SayOfClass(Key::Discriminator, 1)]),
];

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r#"URLBuilder\.Build\(baseUrl, "([^"]*)"|baseUrl \+ "([^"]*)""#),
    call(Fact(Key::Method), r#"HttpMethod\.(\w+),|new HttpMethod\("(\w+)"\)"#),
    call(Fact(Key::Method), r#"new UnityWebRequest\(\w+, (?:"|\w+\.kHttpVerb)(\w+)"#),
    call(Fact(Key::Id), r#"new HookContext\(SDKConfiguration, baseUrl, "([^"]*)""#),
    call(Fact(Key::Request), r"var request = new (\w+)\("),
    call(Fact(Key::Request), r"\b([A-Z]\w*)\?? request\b"),
    call(Pair(Key::Payload), r#"RequestBodySerializer\.Serialize\(request, "(\w+)", "(\w+)""#),
    call(Says(Key::Credentials, "client"), r"new HookContext\([^\n]* SDKConfiguration\.SecuritySource\b"),
    call(Says(Key::Credentials, "none"), r"new HookContext\([^\n]*, null(?:, cancellationToken)?\);"),
    call(Status, r"\b(?:responseStatusCode|httpCode) == (\d+)|new List<int>\s*\{([^}]*)\}\.Contains"),
    call(Media, r#"IsContentTypeMatch\("([^"]*)""#),
];
