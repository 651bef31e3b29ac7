//! TypeScript between the two other forms: models as they are today, and methods of classes make the calls.

use super::{
    Key,
    table::{CallRow, Meaning::*, Table, call},
    typescript,
};

pub static TABLE: Table = Table {
    call: Some(r"(?m)^    (?:public )?async (\w+)\("),
    calls: CALLS,
    call_folders: &["sdk"],
    sign: "this.templateURLComponent(",
    ..typescript::TABLE
};

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r#"\.templateURLComponent\(\s*"([^"]*)""#),
    call(Fact(Key::Method), r#"\bmethod: "(\w+)""#),
    call(Fact(Key::Id), r#"operationID: "([^"]*)""#),
    call(Fact(Key::Request), r"(\w+)\$(?:\??\.)?outboundSchema(?:\s*\.optional\(\))?\s*\.parse\(\s*(?:value|input)"),
    call(
        Fact(Key::Payload),
        r#"encode(?:JSON|BodyForm)\$?\(\s*"body",\s*payload\$(?:\??\.(\w+)|(?:\?\.)?\[\s*"([^"]+)",?\s*\])?,"#,
    ),
    call(Fact(Key::Payload), r#"\bbody\$\.append\(\s*"[^"]*",\s*payload\$\??\.(\w+)\??\."#),
    call(Says(Key::Payload, ""), r#"\bbody\$\.append\(\s*"[^"]*",\s*payload\$\??\.\w+\);"#),
    call(Says(Key::MediaType, "multipart/form-data"), r"\bconst body\$ = new FormData\(\);"),
    call(Fact(Key::MediaType), r#""Content-Type"[:,]\s*"([^"]*)""#),
    call(Placed("path"), r#"encodeSimple\$?\(\s*"([^"]+)",[^{]*\{[^}]*charEncoding: "percent""#),
    call(
        Placed("header"),
        r#"encodeSimple\$?\(\s*"([^"]+)",\s*(?:payload\$\??\.(\w+))?[^{]*\{[^}]*charEncoding: "none""#,
    ),
    call(Placed("query,form"), r#"encodeForm\(\s*"([^"]+)",\s*(?:payload\$\??\.(\w+))?[^{]*\{\s*explode: true"#),
    call(
        Placed("query,form,joined"),
        r#"encodeForm\(\s*"([^"]+)",\s*(?:payload\$\??\.(\w+))?[^{]*\{\s*explode: false"#,
    ),
    call(Placed("query,deepObject"), r#"encodeDeepObject\(\s*"([^"]+)",\s*(?:payload\$\??\.(\w+))?"#),
    call(Query, r"encode(\w+)Query\$?\(\{([^}]*)\}(?:,\s*\{([^}]*)\})?"),
    call(Pair(Key::ClientArgument), r#"encode(?:Simple|Form)\$?\(\s*"([^"]+)",[^,{]*\bthis\.options\$\.(\w+)"#),
    call(Says(Key::Credentials, "client"), r"\bsecuritySource: this\.options\$"),
    call(Says(Key::Credentials, "none"), r"\bsecuritySource: null\b"),
    call(Answer, r#"matchResponse\(\s*response,\s*(\[[^\]]*\]|\d+|"[^"]*"),\s*"([^"]*)""#),
    call(Matcher, r#"(?m)^\s+\.(\w+)\(\s*(\[[^\]]*\]|\d+|"\dXX")"#),
];
