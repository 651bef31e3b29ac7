//! Front pages of our own: every shape that a part may have.

use super::{FrontPage, read_front_page};
use crate::{page::parse_page, source::FileId};

fn read(text: &str) -> FrontPage {
    read_front_page(&parse_page(FileId(0), text), text)
}

fn part(name: &str, key: &str, text: &str) -> FrontPage {
    read(&format!("# SDK\n\n<!-- Start {name} [{key}] -->\n## {name}\n\n{text}\n<!-- End {name} [{key}] -->\n"))
}

fn servers(text: &str) -> Vec<(String, Option<String>, Option<String>)> {
    let servers = part("Server Selection", "server", text).servers;
    servers.into_iter().map(|server| (server.url.text, server.name, server.description)).collect()
}

#[test]
fn servers_of_all_shapes() {
    let by_index = "### Select Server by Index\n\n| #   | Server | Description |\n| --- | --- | --- |\n\
        | 0 | `https://a.example` | First |\n| 1 | `https://b.example/v1` | |\n\n\
        ### Override Server URL Per-Client\n\n```go\nWithServerURL(\"https://b.example/v1\")\n```\n";
    let first = |text: &str| (text.to_owned(), None, None);
    assert_eq!(servers(by_index)[1], first("https://b.example/v1"));
    assert_eq!(servers(by_index)[0].2.as_deref(), Some("First"));
    let by_name = "| Name | Server | Description |\n| - | - | - |\n| `eu` | `https://a.example` | |\n";
    assert_eq!(servers(by_name)[0].1.as_deref(), Some("eu"));
    for code in [
        "->setServerURL('https://a.example')",
        "serverURL: \"https://a.example\",",
        "server_url=\"https://a.example\"",
        ".serverURL(\"https://a.example\")",
    ] {
        let text = format!("### Override Server URL Per-Client\n\n```x\n{code}\n```\n");
        assert_eq!(servers(&text), [first("https://a.example")], "{code}");
    }
    assert_eq!(servers("### Override Server URL Per-Client\n\n```x\nserverURL: url, \"https://a.example\"\n```\n"), []);
}

#[test]
fn variables_have_defaults_and_values() {
    let text = "### Server Variables\n\nThe default server `https://{tenant}.pets.example` contains variables and is set to \
        `https://me.pets.example` by default. To override it:\n\n\
        | Variable | Parameter | Supported Values | Default | Description |\n| - | - | - | - | - |\n\
        | `tenant` | `tenant: string` | - `\"me\"`<br/>- `\"you\"` | `\"me\"` | Whose pets |\n";
    let page = part("Server Selection", "server", text);
    assert_eq!(page.servers[0].url.text, "https://{tenant}.pets.example");
    let variable = &page.variables[0];
    assert_eq!((variable.name.text.as_str(), variable.default.as_deref()), ("tenant", Some("me")));
    assert_eq!((variable.values.join(" "), variable.description.as_deref()), ("me you".to_owned(), Some("Whose pets")));
}

/// Older front pages show them in the table of servers.
#[test]
fn a_row_may_show_the_defaults_of_its_variables() {
    let shown = |text: &str| {
        let servers = part("Server Selection", "server", text).servers;
        let pair = |it: super::VariableRow| format!("{}={}", it.name.text, it.default.unwrap_or_default());
        servers.into_iter().flat_map(|server| server.variables).map(pair).collect::<Vec<_>>()
    };
    let behind = "| # | Server | Variables |\n| - | - | - |\n| 0 | `https://a.example` | None |\n\
        | 1 | `https://{tenant}.{zone}.example` | `tenant` (default is `me`), `zone` (default is `z1`) |\n";
    assert_eq!(shown(behind), ["tenant=me", "zone=z1"]);
    let beside = "| # | Server | Variables | Default values |\n| - | - | - | - |\n| 0 | `https://a.example` | | |\n\
        | 1 | `http://{host}:{port}` | `host string`<br/>`port: number` | `\"pets.example\"`<br/>`\"80\"` |\n";
    assert_eq!(shown(beside), ["host=pets.example", "port=80"]);
    let set_to = |url: &str| {
        shown(&format!(
            "The default server `{{scheme}}://{{host}}:{{port}}` contains variables and is set to `{url}` by default.\n"
        ))
    };
    assert_eq!(set_to("https://pets.example:80"), ["scheme=https", "host=pets.example", "port=80"]);
    assert!(set_to("https://pets.example").is_empty());
    let joined = "The default server `https://{a}{b}` contains variables and is set to `https://pets` by default.\n";
    assert!(shown(joined).is_empty());
    assert!(
        shown("| # | Server | Variables |\n| - | - | - |\n| 0 | `https://{a}.example` | `a`<br/>`b` |\n").is_empty()
    );
}

#[test]
fn credentials_with_and_without_environment() {
    let text = "| Name | Type | Scheme | Environment Variable |\n| - | - | - | - |\n\
        | `user`<br/>`pass` | http | HTTP Basic | `PETS_USER`<br/>`PETS_PASS` |\n| `key` | apiKey | API key | |\n";
    let rows = part("Authentication", "security", text).credentials;
    assert_eq!(
        (rows[0].names.join(" "), rows[0].environment.join(" ")),
        ("user pass".into(), "PETS_USER PETS_PASS".into())
    );
    assert_eq!((rows[0].kind.as_str(), rows[1].scheme.as_str()), ("http", "API key"));
    assert!(rows[1].environment.is_empty());
}

/// Each of several alternatives has a heading and a table.
#[test]
fn alternatives_may_have_a_table_each() {
    let table = |names: [&str; 2]| {
        let row = |name| format!("| `{name}` | apiKey | API key |\n");
        format!("| Name | Type | Scheme |\n| - | - | - |\n{}\n", names.map(row).concat())
    };
    let (first, second, other) = (table(["a", "b"]), table(["c", "d"]), table(["x", "y"]));
    let text = format!(
        "#### One\n\nThe `One` alternative relies on these:\n\n{first}\n#### Two\n\nAll of the following schemes must be \
         satisfied to use the `Two` alternative:\n\n{second}\n### Elsewhere\n\n{other}"
    );
    let rows = part("Authentication", "security", &text).credentials;
    let found: Vec<_> = rows.iter().map(|row| (row.names.join(" "), row.group.is_some())).collect();
    assert_eq!(found, [("a", false), ("b", false), ("c", true), ("d", true)].map(|(name, is)| (name.to_owned(), is)));
    assert_eq!(rows[2].group, rows[3].group);
}

#[test]
fn a_table_of_schemes_counts_below_its_heading_alone_when_the_marks_are_gone() {
    let table = "| Name | Type | Scheme |\n| - | - | - |\n| `key` | apiKey | API key |\n";
    let rewritten = format!(
        "## Authentication\n\n### Per-Client Security Schemes\n\n{table}\n<!-- No Authentication [security] -->\n"
    );
    assert_eq!(read(&rewritten).credentials.len(), 1);
    assert_eq!(read(&format!("## Authentication\n\n{table}")).credentials, []);
}

#[test]
fn operations_have_the_resource_of_their_heading() {
    let text = "### [Pets SDK](docs/sdks/petssdk/README.md)\n\n* [ping](docs/sdks/petssdk/README.md#ping)\n\n\
        ### [Beta.Libraries](docs/sdks/libraries/README.md)\n\n* [list](docs/sdks/libraries/README.md#list) - All of them.\n\n\
        With more words.\n* ~~[old](docs/sdks/libraries/README.md#old)~~ - Old :warning: **Deprecated**\n\n\
        ### [tokens().keys()](docs/sdks/keys/README.md)\n\n* [elsewhere](https://a.example/docs/sdks/x.md#x)\n* [get](docs/sdks/keys/README.md#get)\n";
    let page = part("Available Resources and Operations", "operations", text);
    let found: Vec<String> = page
        .operations
        .iter()
        .map(|it| format!("{}:{} {}#{}", it.resource.join("/"), it.name, it.page, it.anchor))
        .collect();
    assert_eq!(
        found,
        [
            ":ping sdks/petssdk/README.md#ping",
            "Beta/Libraries:list sdks/libraries/README.md#list",
            "Beta/Libraries:old sdks/libraries/README.md#old",
            "tokens/keys:get sdks/keys/README.md#get"
        ]
    );
}

#[test]
fn a_summary_is_title_paragraph_and_link() {
    for (text, title, summary, link) in [
        ("Pets: All about\npets.\n\nMore.\n", Some("Pets"), Some("All about\npets."), None),
        (
            "Pets: All.\n\nFor more information about the API: [Docs](https://a.example/d)\n",
            Some("Pets"),
            Some("All."),
            Some("https://a.example/d"),
        ),
        ("More information about the API can be found at https://a.example\n", None, None, Some("https://a.example")),
        ("Pets\n", Some("Pets"), None, None),
        ("Pets: <div class=\"x\">\n<p>Hi</p>\n", Some("Pets"), None, None),
        ("", None, None, None),
    ] {
        let about = part("Summary", "summary", text).about;
        let texts = [about.title, about.summary, about.link].map(|cell| cell.map(|cell| cell.text));
        assert_eq!(texts.each_ref().map(Option::as_deref), [title, summary, link], "{text}");
    }
}

#[test]
fn marks_count_outside_of_code_and_the_first_wins() {
    let table = |url: &str| format!("| Name | Server |\n| - | - |\n| `x` | `{url}` |\n");
    let text = format!(
        "```\n<!-- Start S [server] -->\n{}```\n\n<!-- End S [server] -->\n<!-- Start S [server] -->\n\n{}\n<!-- Start S [server] -->\n\n{}",
        table("https://code.example"),
        table("https://first.example"),
        table("https://second.example"),
    );
    let urls: Vec<String> = read(&text).servers.into_iter().map(|server| server.url.text).collect();
    assert_eq!(urls, ["https://first.example"]);
}

#[test]
fn any_text_is_some_front_page() {
    let whole = "<!-- Start S [server] -->\n| Server | Name |\n| - | - |\n| `h://{ü}` | ` |\nserverURL\"'=('x\n```\nserver_url: '\n";
    let texts =
        whole.char_indices().map(|(at, _)| &whole[at..]).chain(whole.char_indices().map(|(at, _)| &whole[..at]));
    for text in texts {
        for key in ["server", "security", "operations", "summary"] {
            read(text);
            read(&text.replace("server]", &format!("{key}]")));
        }
    }
}
