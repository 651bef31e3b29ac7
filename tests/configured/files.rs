//! What the two files may hold, and what is said of what they may not.
//!
//! In: texts of the files. Out: nothing.

use super::{read, shown};
use crate::built::{list, map, named, nullable};
use tablature::{
    config::{ClosedEnums, Config, Dangling, DateTime, EndpointNames, SdkSource, UnstatedNull},
    dialect::Language,
    model::{Literal, Media, Place, SchemeKind, Style, Type, WireCase},
    source::{Diagnostics, Policy, Severity, Sources},
};

/// The configuration of these texts, and what is found in them.
fn both(config: &str, overrides: &str) -> (Config, Vec<String>) {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let config = read(config, overrides, &mut sources, &mut found);
    (config, shown(&found, &sources))
}

fn settings(config: &str) -> Config {
    let (config, found) = both(config, "");
    assert_eq!(found, [""; 0]);
    config
}

#[test]
fn settings_have_defaults() {
    let config = settings("");
    assert_eq!(
        (config.docs.len(), config.source, config.out, config.name.as_deref()),
        (0, SdkSource::Beside, None, None)
    );
    assert_eq!((config.language, config.wire_case, config.strict, config.dangling), (None, None, true, None));
    assert_eq!((config.closed_enums, config.endpoint_names), (ClosedEnums::Never, EndpointNames::Heading));
    assert_eq!((config.group_features, config.extra, config.secret_headers.len()), (None, true, 0));
    assert_eq!((config.types.date_time, config.types.unstated_null), (DateTime::Text, UnstatedNull::Option));
    assert_eq!(
        (config.types.merge_same_shape, config.select.len(), config.overrides_file, config.facts_file),
        (false, 0, None, None)
    );
}

#[test]
fn settings_are_read() {
    let config = settings(
        "docs = 'a'\nsource = 'sdk'\nout = 'o'\nname = 'n'\nlanguage = 'python'\nwire_case = 'snake'\nstrict = false\n\
         dangling = 'any'\nclosed_enums = 'stated'\nendpoint_names = 'operation-id'\ngroup_features = true\nextra = false\n\
         secret_headers = ['X-Seal']\noverrides = 'v'\nfacts = 'f'\n[types]\ndate_time = 'jiff'\nunstated_null = 'value'\n\
         merge_same_shape = true\n[select]\noperations = ['x', 'y']",
    );
    assert_eq!(
        (config.docs[0].as_str(), config.source.clone(), config.crate_name()),
        ("a", SdkSource::Folder("sdk".into()), "n")
    );
    assert_eq!(
        (config.out, config.overrides_file, config.facts_file),
        (Some("o".into()), Some("v".into()), Some("f".into()))
    );
    assert_eq!((config.language, config.wire_case), (Some(Language::Python), Some(WireCase::Snake)));
    assert_eq!((config.strict, config.dangling, config.extra), (false, Some(Dangling::Any), false));
    assert_eq!((config.closed_enums, config.endpoint_names), (ClosedEnums::Stated, EndpointNames::OperationId));
    assert_eq!((config.group_features, config.secret_headers), (Some(true), vec!["X-Seal".to_owned()]));
    assert_eq!((config.types.date_time, config.types.unstated_null), (DateTime::Jiff, UnstatedNull::Value));
    assert!(config.types.merge_same_shape);
    assert_eq!(config.select.iter().map(|rule| rule.value.text()).collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(settings("docs = ['a', 'b']").docs, ["a", "b"]);
    assert_eq!(settings("source = 'none'").source, SdkSource::None);
}

/// Links have a setting of their own; else they are judged as other flaws of pages.
#[test]
fn flaws_are_judged_as_the_settings_say() {
    use Severity::{Error, Warning};
    for (text, flaws, links) in [
        ("", Error, Error),
        ("strict = false", Warning, Warning),
        ("dangling = 'any'", Error, Warning),
        ("strict = false\ndangling = 'error'", Warning, Error),
        ("dangling = 'error'", Error, Error),
    ] {
        assert_eq!(settings(text).policy(), Policy { flaws, links }, "{text}");
    }
}

#[test]
fn names_of_crates_are_looked_at() {
    let said = |name: &str| {
        let config = Config { name: Some(name.to_owned()), ..Config::default() };
        config.bad_name().map(|finding| {
            format!("{} {} ({})", finding.code.text(), finding.message, finding.help.unwrap_or_default())
        })
    };
    assert_eq!((said("pet-api"), Config::default().bad_name()), (None, None));
    for name in ["Pet Api", "", "1pets", "crate"] {
        let text = said(name).unwrap_or_else(|| panic!("{name} is taken"));
        assert!(text.starts_with(&format!("T0503 `{name}` cannot be the name of a crate: ")), "{text}");
    }
    let long = "x y".repeat(1000);
    assert!(said(&long).expect("a finding").len() < 2000);
}

#[test]
fn keys_that_are_none_are_told_with_the_key_that_is_near() {
    let found = both(
        "docz = 'a'\n[types]\ndate = 1\n[[inject]]\nzzz = 1\nattributes = []",
        "[[field]]\nfeild = 'x'\n[[what]]\nx = 1",
    )
    .1;
    let expected = [
        "T0503 docz: unknown key `docz` (write `docs`)",
        "T0503 zzz: unknown key `zzz` in `inject` (the keys are type, attributes)",
        "T0503 date: unknown key `date` in `types` (write `date_time`)",
        "T0503 what: unknown key `what` (the keys are field, parameter, operation, security, server, union, enum)",
        "T0503 feild: unknown key `feild` in `field` (write `field`)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn values_that_are_none_are_told_with_what_fixes_them() {
    for (config, overrides, expected) in [
        ("strict = 1", "", "1: invalid type: integer `1`, expected a boolean ()"),
        (
            "closed_enums = 'statd'",
            "",
            "'statd': unknown variant `statd`, expected `never` or `stated` (write `stated`)",
        ),
        ("closed_enums = 'q'", "", "'q': unknown variant `q`, expected `never` or `stated` ()"),
        ("docs = 7", "", "7: expected a folder or a list of folders ()"),
        (
            "secret_headers = 'x'",
            "",
            "'x': invalid type: string \"x\", expected a sequence (write a list, such as `[\"…\"]`)",
        ),
        ("secret_headers = ['ok', 'a b']", "", "['ok', 'a b']: `a b` is not the name of a header ()"),
        (
            "",
            "[[enum]]\ntype = 'x'\nclosed = true",
            "[[enum]]: missing field `reason` (add `reason = \"…\"`: why this is believed)",
        ),
        ("", "[[enum]]\nclosed = true\nreason = 'x'", "[[enum]]: missing field `type` (add `type = …`)"),
        ("", "[[enum]]\ntype = 'x'\nclosed = true\nreason = ' - '", "' - ': the reason is empty ()"),
        ("[[rename]]\nto = 'X'", "", "[[rename]]: a new name is for a `type` or for an `operation` ()"),
        (
            "[[rename]]\ntype = 'a'\noperation = 'b'\nto = 'X'",
            "",
            "[[rename]]: a new name is for a `type` or for an `operation` ()",
        ),
    ] {
        assert_eq!(both(config, overrides).1, [format!("T0503 {expected}")], "{config}{overrides}");
    }
}

/// The findings in a rule of overrides with this line.
fn line(table: &str, line: &str) -> Vec<String> {
    both("", &format!("[[{table}]]\nreason = 'x'\n{line}")).1
}

#[test]
fn only_what_http_knows_is_taken() {
    let status = |text: &str| line("operation", &format!("id = 'x'\nsuccess_status = {text}")).len();
    assert_eq!(["199", "200", "299", "399", "400", "-1", "70000"].map(status), [1, 0, 0, 0, 1, 1, 1]);
    let told = line("operation", "id = 'x'\nsuccess_status = 404");
    assert_eq!(told, ["T0503 404: 404 is no status of a success: write one from 200 to 399 ()"]);
    let media = |text: &str| line("operation", &format!("id = 'x'\nsuccess_media = '{text}'")).len();
    assert_eq!(
        ["text/plain", "a/b+c.d-e", "text", "/b", "a/", "a b/c", "a/b/c", "a/b;c=d"].map(media),
        [0, 0, 1, 1, 1, 1, 1, 1]
    );
    let header = |text: &str| line("security", &format!("scheme = 'x'\nkind = 'basic'\nheader = '{text}'")).len();
    assert_eq!(["X-Key", "x_9!#$%&*+.^`|~", "", "a b", "a:b", "ä"].map(header), [0, 0, 1, 1, 1, 1]);
    let url = |text: &str| line("server", &format!("url = '{text}'")).len();
    let taken = ["https://a.example", "http://a", "https://a:1/b/"].map(url);
    let refused =
        ["ftp://a", "a.example", "https://", "https://a b", "https://{x}.b", "https://a?b", "https://a#b", "https://ä"]
            .map(url);
    assert_eq!((taken, refused), ([0; 3], [1; 8]));
}

#[test]
fn words_of_overrides_are_those_of_the_model() {
    let text = "[[operation]]\nid = '*'\nmedia = 'multipart'\nreason = 'x'\n[[parameter]]\noperation = '*'\nname = '*'\n\
        place = 'header'\nstyle = 'form-joined'\nreason = 'x'\n[[security]]\nscheme = '*'\nkind = 'client-credentials'\nreason = 'x'";
    let (config, found) = both("", text);
    assert_eq!(found, [""; 0]);
    let overrides = config.overrides;
    assert_eq!(overrides.operations[0].value.media, Some(Media::Multipart));
    assert_eq!(
        (overrides.parameters[0].value.place, overrides.parameters[0].value.style),
        (Some(Place::Header), Some(Style::FormJoined))
    );
    assert_eq!(overrides.security[0].value.kind, SchemeKind::ClientCredentials);
}

#[test]
fn types_and_constants_are_read() {
    let field = |value: &str| {
        let (config, found) = both("", &format!("[[field]]\ntype = 'x'\nfield = 'y'\nreason = 'z'\n{value}"));
        (config.overrides.fields.into_iter().next().map(|rule| rule.value), found)
    };
    let ty = |text: &str| field(&format!("is = '{text}'")).0.and_then(|rule| rule.ty).map(|ty| ty.0);
    let words = [
        "string",
        "boolean",
        "int32",
        "int64",
        "float32",
        "float64",
        "number",
        "decimal",
        "date-time",
        "date",
        "bytes",
        "any",
    ];
    let types = [
        Type::String,
        Type::Boolean,
        Type::Int32,
        Type::Int64,
        Type::Float32,
        Type::Float64,
        Type::Number,
        Type::Decimal,
        Type::DateTime,
        Type::Date,
        Type::Bytes,
        Type::Any,
    ];
    assert_eq!(words.map(ty), types.map(Some));
    for (text, expected) in [
        (" list < map<int32> > ", list(map(Type::Int32))),
        ("nullable<a/B>", nullable(named("a/B"))),
        ("list<list<list<list<list<list<list<list<list<list<any>>>>>>>>>>", (0..10).fold(Type::Any, |ty, _| list(ty))),
    ] {
        assert_eq!(ty(text), Some(expected), "{text}");
    }
    let known = words.join(", ");
    let told = format!("T0503 'text': `text` is no type: write {known}, list<…>, map<…>, nullable<…> or a type id ()");
    assert_eq!(field("is = 'text'").1, [told]);
    let long = field(&format!("is = '{}'", "x".repeat(101))).1;
    assert!(long[0].contains(&format!(": `{}…` is no type", "x".repeat(100))), "{long:?}");
    let constant = |text: &str| field(&format!("constant = {text}")).0.and_then(|rule| rule.constant).map(|it| it.0);
    assert_eq!(constant("true"), Some(Literal::Boolean(true)));
    assert_eq!(constant("-7"), Some(Literal::Integer(-7)));
    assert_eq!(constant("'7'"), Some(Literal::String("7".to_owned())));
    assert_eq!(field("constant = 7.5").1, ["T0503 7.5: expected a text, `true`, `false` or an integer ()"]);
}
