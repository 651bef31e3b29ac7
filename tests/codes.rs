//! Each kind of finding is raised by some page, folder or file: the table names one for every code.
//!
//! In: a small API, and what is changed of it. Out: nothing.

use crate::docs::{COLOR, FRONT_PAGE, Fixture, PAGES, PETS, Ran};
use tablature::source::Code;

/// Files that raise a finding, in the place of those of the small API or beside them, by their paths from the docs folder.
type Pages = &'static [(&'static str, &'static str)];

/// Changes the small API, and runs a command on it.
type Raise = fn(&Fixture) -> Ran;

const FIELDS: &str = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
const TOY: &str = "docs/models/components/Toy.md";

/// A page whose section of fields has a row; what is written after `=` stands in the row's place.
macro_rules! rows {
    ($($row:literal)*) => {
        &[("models/components/Toy.md", concat!("# Toy\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n", $($row, "\n"),*))]
    };
}

/// A page of a type of this text.
macro_rules! toy {
    ($text:literal) => {
        &[("models/components/Toy.md", $text)]
    };
}

/// A page of an operation `play` with this text below its usage comment.
macro_rules! play {
    ($url:literal, $text:literal $(, $path:literal $page:literal)*) => {
        &[
            ("sdks/toys/README.md", concat!("# Toys\n\n## play\n\n### Example Usage\n\n<!-- UsageSnippet language=\"java\" operationID=\"play\" ", $url, " -->\n```java\nx\n```\n\n", $text)),
            $(($path, concat!("# X\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n", $page, "\n")),)*
        ]
    };
}

/// What pages raise.
const RAISED: &[(Code, Pages)] = &[
    (Code::NoTitle, toy!("## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n")),
    (Code::UnknownPage, toy!("# Toy\n\n## Feilds\n")),
    (Code::BrokenTable, rows!["| `name` | *String* |"]),
    (
        Code::MissingColumn,
        toy!("# Toy\n\n## Fields\n\n| Field | Required | Description |\n| --- | --- | --- |\n| `a` | x | x |\n"),
    ),
    (Code::UnknownMark, rows!["| `name` | *String* | yes | x |"]),
    (Code::BadName, rows!["| name | *String* | :heavy_check_mark: | x |"]),
    (
        Code::Duplicate,
        rows!["| `a` | *String* | :heavy_check_mark: | x |" "| `a` | *String* | :heavy_check_mark: | x |"],
    ),
    (Code::EmptyValues, toy!("# Toy\n\n## Values\n\n| Name | Value |\n| --- | --- |\n")),
    (
        Code::UnknownType,
        &[
            ("models/components/Toy.md", "# Toy\n\n## Feilds\n"),
            (
                "models/components/Box.md",
                "# Box\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `toy` | [Toy](../../models/components/Toy.md) | :heavy_check_mark: | x |\n",
            ),
        ],
    ),
    (Code::AboveTitle, toy!("<<<<<<< ours\n\n# Toy\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `A` | a |\n")),
    (
        Code::OddHeading,
        toy!(
            "# Toy\n\n## Feilds\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `a` | *String* | :heavy_check_mark: | x |\n"
        ),
    ),
    (
        Code::UnreadRow,
        rows!["| `a` | *String* | :heavy_check_mark: | x |" "" "- | `b` | *String* | :heavy_check_mark: | x |"],
    ),
    (
        Code::UnreadColumn,
        toy!("# Toy\n\n## Values\n\n| Name | Value | Since |\n| --- | --- | --- |\n| `A` | a | 2 |\n"),
    ),
    (Code::BadType, rows!["| `a` | *List\\<String* | :heavy_check_mark: | x |"]),
    (Code::UnknownWord, rows!["| `a` | *Strnig* | :heavy_check_mark: | x |"]),
    (Code::DanglingLink, rows!["| `a` | [Gone](../../models/components/Gone.md) | :heavy_check_mark: | x |"]),
    (Code::GuessedWord, rows!["| `a` | *Sequence\\<String>* | :heavy_check_mark: | x |"]),
    (Code::NoSnippet, &[("sdks/toys/README.md", "# Toys\n\n## play\n\n### Example Usage\n\n```java\nx\n```\n")]),
    (Code::NoPathParameter, play!("method=\"get\" path=\"/toys/{toyId}\"", "")),
    (Code::OddOperation, play!("method=\"get\" path=\"/toys\"", "### Changelog\n\nNone.\n")),
    (
        Code::UnknownError,
        play!(
            "method=\"get\" path=\"/toys\"",
            "### Errors\n\n| Error Type | Status Code | Content Type |\n| --- | --- | --- |\n| models/errors/Fault | 404 | a/b |\n"
        ),
    ),
    (
        Code::DoubtfulPage,
        play!(
            "method=\"post\" path=\"/toys\"",
            "### Parameters\n\n| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n| `request` | [PlayRequest](../../models/operations/PlayRequest.md) | :heavy_check_mark: | x |\n",
            "models/operations/PlayRequest.md" "| `name` | *Optional\\<String>* | :heavy_minus_sign: | x |"
        ),
    ),
    (
        Code::Overlap,
        &[
            (
                "models/components/Toy.md",
                "# Toy\n\n## Supported Types\n\n### `Ball`\n\n```java\nx\n```\n\n### `Doll`\n\n```java\nx\n```\n",
            ),
            (
                "models/components/Ball.md",
                "# Ball\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `a` | *Optional\\<String>* | :heavy_minus_sign: | x |\n",
            ),
            (
                "models/components/Doll.md",
                "# Doll\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `b` | *Optional\\<String>* | :heavy_minus_sign: | x |\n",
            ),
        ],
    ),
    (
        Code::GuessedPlace,
        play!(
            "method=\"get\" path=\"/toys\"",
            "### Parameters\n\n| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n| `size` | *String* | :heavy_check_mark: | x |\n"
        ),
    ),
    (
        Code::GuessedStyle,
        play!(
            "method=\"get\" path=\"/toys\"",
            "### Parameters\n\n| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n| `sizes` | List\\<*String*> | :heavy_check_mark: | x |\n"
        ),
    ),
    (Code::GuessedName, rows!["| `birthDay` | *String* | :heavy_check_mark: | x |"]),
    (
        Code::GuessedCredential,
        &[(
            "models/components/Security.md",
            "# Security\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `pass` | *String* | :heavy_check_mark: | x |\n",
        )],
    ),
    (
        Code::GuessedKey,
        &[(
            "README.md",
            "<!-- Start Servers [server] -->\n| # | Server |\n| --- | --- |\n| 0 | `https://pets.example` |\n<!-- End Servers [server] -->\n<!-- Start Authentication [security] -->\n| Name | Type | Scheme |\n| - | - | - |\n| `pass` | apiKey | API key |\n",
        )],
    ),
    (Code::NoServer, &[("README.md", "# Pets\n")]),
    (Code::OddFrontPage, &[("README.md", "<!-- Start Servers [server] -->\nNone.\n<!-- End Servers [server] -->\n")]),
];

/// OAuth's endpoint in an API that spells names as OAuth does.
const TOKEN: Pages = play!(
    "method=\"post\" path=\"/oauth2/token\"",
    "### Parameters\n\n| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n| `request` | [Toy](../../models/components/Toy.md) | :heavy_check_mark: | x |\n",
    "models/components/Toy.md" "| `name` | *Optional\\<String>* | :heavy_minus_sign: | x |"
);

/// How what is no page raises the rest.
const DONE: &[(Code, Raise)] = &[
    (Code::NotUtf8, |fixture| {
        std::fs::write(fixture.path(TOY), b"# \xff\n").expect("written");
        fixture.run(&["check"])
    }),
    #[cfg(unix)]
    (Code::OutsideDocs, |fixture| {
        std::os::unix::fs::symlink("/dev/zero", fixture.path(TOY)).expect("a link");
        fixture.run(&["check"])
    }),
    (Code::TooLarge, |fixture| {
        std::fs::File::create(fixture.path(TOY)).and_then(|file| file.set_len(1 << 30)).expect("a sparse file");
        fixture.run(&["check"])
    }),
    (Code::SourceUnread, |fixture| {
        fixture.write(".speakeasy/gen.lock", "lockVersion: 2.0.0\n");
        fixture.write("src/main/java/org/pets/models/components/Pet.java", &" ".repeat((4 << 20) + 1));
        fixture.run(&["check"])
    }),
    (Code::SourceBeside, |fixture| {
        fixture.write("package.json", "{}\n");
        fixture.run(&["check"])
    }),
    (Code::DanglingAny, |fixture| {
        let fields =
            |title: &str| format!("# {title}\n\n## Fields\n\n{FIELDS}| `Name` | *string* | :heavy_check_mark: | x |\n");
        fixture.write("cs/docs/Models/Components/Ball.md", &fields("Ball"));
        fixture.write(
            "cs/docs/Models/Components/Toy.md",
            "# Toy\n\n## Supported Types\n\n### Ball\n\n```csharp\nx\n```\n\n### doll\n\n```csharp\nx\n```\n",
        );
        crate::docs::tablature(&["survey", "--docs", fixture.path("cs/docs").as_str(), "--language", "csharp"])
    }),
    (Code::GuessedMedia, |fixture| {
        TOKEN.iter().for_each(|(path, text)| fixture.write(&format!("docs/{path}"), text));
        fixture.write("tablature.toml", "docs = \"docs\"\nwire_case = \"snake\"\n");
        crate::docs::tablature(&["survey", "--config", fixture.path("tablature.toml").as_str()])
    }),
    (Code::Contradiction, |fixture| {
        fixture.write("other/models/components/Pet.md", "# Pet\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `name` | *Long* | :heavy_check_mark: | x |\n");
        let (one, other) = (fixture.path("docs"), fixture.path("other"));
        crate::docs::tablature(&["survey", "--docs", one.as_str(), "--docs", other.as_str(), "--language", "java"])
    }),
    (Code::UnknownLanguage, |fixture| {
        let rows = "| `name` | *string* | :heavy_check_mark: | x |\n| `Name` | *string* | :heavy_check_mark: | x |\n";
        fixture.write("any/Pet.md", &format!("# Pet\n\n## Fields\n\n{FIELDS}{rows}"));
        crate::docs::tablature(&["survey", "--docs", fixture.path("any").as_str()])
    }),
    (Code::UnusedOverride, |fixture| {
        with_overrides(fixture, "[[enum]]\ntype = \"**/Gone\"\nclosed = true\nreason = \"x\"\n")
    }),
    (Code::BadConfig, |fixture| with_overrides(fixture, "[[enmu]]\n")),
    (Code::NoPages, |fixture| crate::docs::tablature(&["survey", "--docs", fixture.path("docs/sdks").as_str()])),
    (Code::EmptyPage, |fixture| {
        fixture.write("docs/sdks/root/README.md", "# Root\n\n### Available Operations\n");
        crate::docs::tablature(&[
            "check",
            "--docs",
            fixture.path("docs/sdks/root/README.md").as_str(),
            "--name",
            "one",
            "--out",
            fixture.path("one").as_str(),
        ])
    }),
    (Code::OddFolder, |fixture| {
        PAGES.iter().for_each(|(path, text)| fixture.write(&format!("deep/inner/{path}"), text));
        crate::docs::tablature(&["survey", "--docs", fixture.path("deep").as_str()])
    }),
    (Code::BadManifest, |fixture| {
        fixture.write("out/Cargo.toml", "[package]\nname = \"x\"\n");
        fixture.run(&["check"])
    }),
    (Code::EditedFile, |fixture| {
        fixture.generate();
        fixture.write("out/src/api/components/color.rs", "// mine\n");
        fixture.write("docs/models/components/Color.md", &COLOR.replace("grey", "gray"));
        fixture.run(&["generate"])
    }),
    (Code::ForeignFile, |fixture| {
        fixture.write("out/src/api/mine.rs", "//! Mine.\n");
        fixture.run(&["generate"])
    }),
    (Code::StaleFacts, |fixture| {
        fixture.write("tablature.toml", "docs = \"docs\"\nfacts = \"facts.toml\"\n");
        let gone = "[[sdk]]\ntree = 0\n[[sdk.class]]\nname = \"components/Gone\"\nfile = \"Gone.java\"\n";
        fixture.write("facts.toml", &format!("{gone}facts = [{{ of = \"a\", wire = \"b\", line = 1 }}]\n"));
        crate::docs::tablature(&["survey", "--config", fixture.path("tablature.toml").as_str()])
    }),
    (Code::StaleList, |fixture| {
        fixture.generate();
        fixture.write("out/tablature.lock", "");
        fixture.run(&["check"])
    }),
];

fn with_overrides(fixture: &Fixture, rules: &str) -> Ran {
    fixture.write("overrides.toml", rules);
    fixture.write("tablature.toml", "docs = \"docs\"\nname = \"pet-api\"\noverrides = \"overrides.toml\"\n");
    crate::docs::tablature(&["survey", "--config", fixture.path("tablature.toml").as_str()])
}

/// No page may raise it: it is a defect of the generator. `rows::a_lost_row_is_a_finding` makes one up.
const OF_A_DEFECT: Code = Code::LostRows;

#[test]
fn each_code_is_raised_by_what_the_table_names() {
    let pages = RAISED.iter().map(|(code, pages)| {
        let fixture = Fixture::new();
        pages.iter().for_each(|(path, text)| fixture.write(&format!("docs/{path}"), text));
        (*code, fixture.run(&["check"]))
    });
    let done = DONE.iter().map(|(code, run)| (*code, run(&Fixture::new())));
    let silent: Vec<String> = pages
        .chain(done)
        .filter(|(code, ran)| !ran.stderr.contains(&format!("[{}]", code.text())))
        .map(|(code, ran)| format!("{code:?} is not raised, but:\n{}", ran.stderr))
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn the_table_names_every_code() {
    let named = |code: &&Code| {
        RAISED.iter().any(|(it, _)| it == *code) || DONE.iter().any(|(it, _)| it == *code) || **code == OF_A_DEFECT
    };
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| !named(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// What the small API raises would hide what a table's entry does not.
#[test]
fn the_small_api_raises_nothing() {
    assert_eq!(Fixture::new().run(&["survey"]).stderr, "");
    assert!(PAGES.iter().any(|(_, text)| *text == PETS) && PAGES.iter().any(|(_, text)| *text == FRONT_PAGE));
}
