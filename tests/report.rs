//! The survey as a page for a browser.
//!
//! In: small docs trees. Out: nothing.

use crate::docs::{Fixture, PET, tablature};
use std::{
    io::{Write, stderr},
    process::{Command, Stdio},
};

fn page(fixture: &Fixture) -> String {
    let ran = tablature(&["survey", fixture.path("docs").as_str(), "--format", "html"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout
}

#[test]
fn it_says_what_the_survey_says() {
    let page = page(&Fixture::new());
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    for text in ["media:default-json", "guess", "To settle it, in", "[[operation]]", "/pets/{petId}", "components/Pet"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("*String*", "*Quux*"));
    let page = self::page(&fixture);
    assert!(page.contains("<code>T0202</code> a type word is unknown"), "{page}");
}

/// It is opened from a disk, by someone who does not know the docs.
#[test]
fn it_loads_nothing_and_runs_nothing_of_a_page() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("`name`", "`<script>alert(1)</script>`"));
    let page = page(&fixture);
    assert_eq!(page.matches("<script").count(), 2, "its own, and what they draw");
    for word in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn other_commands_have_no_page() {
    let ran = Fixture::new().run(&["check", "--format", "html"]);
    assert!(ran.status == 2 && ran.stderr.contains("a form of `survey` alone"), "{}", ran.stderr);
}

#[test]
fn rules_that_settle_what_is_open_can_be_pasted() {
    let page = page(&Fixture::new());
    assert!(
        page.contains("<pre>[[operation]]\nid = &quot;get_pet&quot;\nmedia = …\nreason = &quot;…&quot;</pre>"),
        "{page}"
    );
}

/// What Chromium makes of the page behind `#word`, with flags that keep it from the network and from the user's own profile.
fn opened(fixture: &Fixture, word: &str) -> Option<String> {
    fixture.write("survey.html", &page(fixture));
    let profile = format!("--user-data-dir={}", fixture.path("profile"));
    let address = format!("file://{}#{word}", fixture.path("survey.html"));
    let flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    let more = ["--disable-breakpad", "--disable-component-update", "--disable-sync", &profile, "--dump-dom", &address];
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let home = fixture.path("home");
    // Into a file: a pipe would stay open for as long as the browser's helpers live.
    let drawn = || std::fs::File::create(fixture.path("drawn.html")).expect("a file");
    let run = |name: &&str| {
        Command::new(name).args(flags).args(more).env("HOME", &home).stdout(drawn()).stderr(Stdio::null()).status().ok()
    };
    assert!(names.iter().find_map(run)?.success(), "the browser fails");
    Some(fixture.read("drawn.html"))
}

/// A type's address draws it with what it names; another word is searched for.
#[test]
fn a_browser_draws_and_finds() {
    let fixture = Fixture::new();
    let Some(drawn) = opened(&fixture, "get_pet") else {
        let _ = writeln!(stderr(), "no Chromium is installed, so the survey's page was not opened in a browser");
        return;
    };
    for text in
        [">1 operation, 0 types<", "types of get_pet", "class=\"box struct\"", "class=\"box enum\"", "class=\"line\""]
    {
        assert!(drawn.contains(text), "{text}: {drawn}");
    }
    let found = opened(&fixture, "COLOR").expect("it is installed");
    assert!(found.contains(">0 operations, 2 types<"), "the enum, and the struct with such a field: {found}");
}
