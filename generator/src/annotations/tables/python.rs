//! Python: facts of a member stand behind it, often lines later; a member without an alias has its own name as JSON key.

use super::{
    Key,
    table::{Action::*, CallRow, Meaning::*, Row, State::*, Table, call, row},
};

pub static TABLE: Table = Table {
    endings: &[".py"],
    all_rows: true,
    rows: ROWS,
    call: Some(r"(?m)^    (?:async )?def (\w+)\("),
    calls: CALLS,
    servers: r"(?ms)^(?:(?P<of>[A-Z]\w*)_)?SERVERS(?:: [^=\n]+)? = [\[{](?P<list>.*?)^[\]}]",
    security_files: &["utils/security.py"],
    ..Table::PLAIN
};

const ROWS: &[Row] = &[
    row(&[], r"^class \w+TypedDict\b", &[]).then(Outside),
    row(&[Outside, Inside, Marked, Choosing], r"^class (\w+)\((?:$|[^T]|T[^y])", &[Class(1), OwnNames]).then(Inside),
    row(&[Outside, Inside, Marked, Choosing], r"^(\w+)(?:: \w+)? = (?:Annotated|Union|TypeAliasType)\b", &[Class(1)])
        .then(Choosing),
    row(&[Outside, Inside, Marked, Choosing], r"^_(\w+)_VARIANTS\b", &[Class(1)]).then(Valuing),
    row(&[], r"^class (\w+):$", &[Class(1)]).then(Inside),
    row(&[Inside, Marked], r"^    (?:@|def |async def )", &[]).then(Outside),
    row(&[Inside, Marked], r"^    (\w+): [^=]", &[Member(&[1])]).then(Inside),
    row(&[Inside], r"^    \w+: .* = dataclasses\.field\(.*metadata=(.*)\)$", &[Hash(1)]),
    row(&[Inside], r"^    (?:\w+): (?:Annotated\[)?(?:Optional)?Nullable\[", &[Mark(Key::Nullable)]),
    row(&[Inside], r"^    \w+: Annotated\[$", &[]).then(Marked),
    row(&[Marked], r"^        (?:Optional)?Nullable\[", &[Mark(Key::Nullable)]).then(Inside),
    row(&[Inside, Marked], r#"\balias="([^"]+)""#, &[Say(Key::Wire, &[1])]),
    row(&[Inside, Marked], r"\b(path|query|header|form|multipart|request)=(?:\w+Metadata\(|True\b)", &[Keys(1, 2)]),
    row(&[Inside, Marked], r#"\bstyle="(\w+)""#, &[Say(Key::Style, &[1])]),
    row(&[Inside, Marked], r"\bexplode=(\w+)", &[Say(Key::Explode, &[1])]),
    row(&[Inside, Marked], r#"\bserialization="(\w+)""#, &[Say(Key::Serialization, &[1])]),
    row(&[Inside, Marked], r#"\bmedia_type="([^"]*)""#, &[Say(Key::Body, &[1])]),
    row(&[Inside, Marked], r"\bfile=True\b", &[Mark(Key::File)]),
    row(&[Inside, Marked], r"\bcontent=True\b", &[Mark(Key::Content)]),
    row(&[Inside, Marked], r#"\bscheme_type="([^"]*)""#, &[Say(Key::SchemeType, &[1])]),
    row(&[Inside, Marked], r#"\bsub_type="([^"]*)""#, &[Say(Key::SchemeSubtype, &[1])]),
    row(&[Inside, Marked], r#"\bfield_name="([^"]*)""#, &[Say(Key::SchemeName, &[1])]),
    row(&[Inside, Marked], r#"\bvalidate_const\("?([^")]*)"?\)"#, &[Say(Key::Constant, &[1])]),
    row(
        &[Inside, Marked, Choosing],
        r#"\bget_discriminator\(m, "[^"]*", "([^"]*)"\)"#,
        &[Say(Key::Discriminator, &[1])],
    ),
    row(&[Inside, Marked, Choosing], r#"\bdiscriminator="([^"]*)""#, &[Say(Key::Discriminator, &[1])]),
    row(&[Inside, Marked, Choosing], r#"\bdisc_key="([^"]*)""#, &[Say(Key::Discriminator, &[1])]),
    row(&[Inside, Marked, Choosing], r"^\s+(\w+),$", &[Target(1)]),
    row(&[Inside, Marked, Choosing], r#"\b(\w+), Tag\("([^"]*)"\)"#, &[Target(1), Value(2)]),
    row(&[Inside, Marked, Choosing], r#"^\s+Tag\("([^"]*)"\)"#, &[Value(1)]),
    row(&[Valuing], r#"^    "([^"]*)": (\w+),$"#, &[Value(1), Target(2)]),
    row(&[Valuing], r"^\}", &[]).then(Outside),
    row(
        &[Outside],
        r#"security_dict\["(\w+)"\] = os\.getenv\("(\w+)"\)"#,
        &[ClassNamed("Security"), About(&[1]), Say(Key::Env, &[2])],
    ),
];

const CALLS: &[CallRow] = &[
    call(
        Fact(Key::Url),
        r#"\bpath="([^"]*)",|\burl = utils\.generate_url\((?:[\w.]+, )?base_url, '([^']*)'|\burl = base_url \+ '([^']*)'"#,
    ),
    call(Fact(Key::Servers), r"\b([A-Z]\w*)_SERVERS\["),
    call(Fact(Key::Method), r#"\bmethod="(\w+)",|\b(?:requests_http\.Request|client\.request)\('(\w+)', url\b"#),
    call(Fact(Key::Id), r#"operation_id=["']([^"']*)["']"#),
    call(Fact(Key::Request), r"\brequest = (?:\(\s*)?(?:models|operations)\.(\w+)\("),
    call(Fact(Key::Request), r"\brequest = cast\(\s*models\.(\w+)"),
    call(Fact(Key::Request), r"\brequest: (?:Optional\[|Union\[|\s)*(?:models|operations|components|shared)\.(\w+)"),
    call(
        Pair(Key::Payload),
        r#"serialize_request_body\(\s*request(?:\.(\w+))?(?:\s+if request is not None\s+else None)?,\s*\w+,\s*\w+,\s*"(\w+)""#,
    ),
    call(
        Pair(Key::Payload),
        r#"serialize_request_body\(request, [^"\n]*, "(\w+)", (?:True|False), (?:True|False), '(\w+)'\)"#,
    ),
    call(
        Says(Key::Credentials, "client"),
        r"\bsecurity_source=(?:get_security_from_env\(\s*)?self\.sdk_configuration\.security\b",
    ),
    call(Says(Key::Credentials, "client"), r"\bconfigure_security_client\([^\n]* self\.sdk_configuration\.security\b"),
    call(Says(Key::Credentials, "none"), r"\bsecurity_source=None\b"),
    call(Status, r"((?:\bhttp_res\.status_code == \d+(?: or )?)+)"),
    call(Media, r"match_content_type\((?:content_type|http_res[^,\n]*), '([^']*)'\)"),
    call(Fact(Key::Globals), r"\b_globals=(?:models|operations|components|shared)\.(\w+)\("),
    call(Answer, r#"match_response\(\s*http_res, (\[[^\]]*\]|"[^"]*"), "([^"]*)""#),
    call(Fact(Key::Sentinel), r#"\bsentinel="([^"]*)""#),
    call(Fact(Key::PageInput), r"\b(\w+)=next_page\b"),
    call(Fact(Key::OffsetInput), r"\b(\w+)=next_offset\b"),
    call(Fact(Key::CursorInput), r"\b(\w+)=next_cursor\b"),
    call(Fact(Key::LimitInput), r"\blimit = (?:int\()?(?:request\.)?(\w+) if "),
    call(Fact(Key::PageCount), r#"num_pages = JSONPath\("([^"]*)"\)"#),
    call(Fact(Key::NextCursor), r#"next_cursor = JSONPath\("([^"]*)"\)"#),
    call(Fact(Key::Results), r#"\bresults = JSONPath\("([^"]*)"\)"#),
];
