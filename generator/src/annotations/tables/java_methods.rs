//! Java as older SDK generators wrote it: models as they are today, and a method of a group's class is a call. One without arguments has
//! the word `Direct` behind its name.

use super::{
    Key, java,
    table::{CallRow, Meaning::*, Table, call},
};

pub static TABLE: Table = Table {
    call: Some(r"(?m)^    public (?:\w+\.)*\w+ (\w+?)(?:Direct\(\) throws|\()"),
    calls: CALLS,
    call_folders: &[],
    ..java::TABLE
};

const CALLS: &[CallRow] = &[
    call(Fact(Key::Url), r#"generateURL\([^";]*\b_?baseUrl,\s*"([^"]*)""#),
    call(Fact(Key::Method), r#"new HTTPRequest\(\w+, "(\w+)"\)|req\.setMethod\("(\w+)"\)"#),
    call(Fact(Key::Id), r#"BeforeRequestContextImpl\(\s*(?:[\w.]+,\s*)*"([^"]*)","#),
    call(Fact(Key::Request), r"(?:generateURL|getQueryParams)\(\s*(?:\w+\.)*(\w+)\.class,"),
    call(Pair(Key::Payload), r#"serializeRequestBody\(\s*\w+,\s*"(\w+)",\s*"(\w+)""#),
    call(
        Says(Key::Credentials, "client"),
        r"configureSecurity\(\s*\w+,\s*this\.sdkConfiguration\.securitySource\b|= this\.sdkConfiguration\.securityClient;",
    ),
    call(Status, r"statusCodeMatches\(\s*_?httpRes\.statusCode\(\), ([^)]*)\)\) \{\s*(?:if \(|//|throw |return )"),
    call(Status, r"\bif \((httpRes\.statusCode\(\) [^{]*)\) \{"),
    call(Media, r#"(?:contentTypeMatches|matchContentType)\(\s*_?contentType,\s*"([^"]*)""#),
    call(BodyMember, r"\b_?res\.(?:with(\w+)\(|(\w+) = out;)"),
];
