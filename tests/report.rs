//! The survey as a page for a browser.
//!
//! In: small docs trees. Out: nothing.

use crate::docs::{Fixture, PET, tablature};

fn page(fixture: &Fixture) -> String {
    let ran = tablature(&["survey", fixture.path("docs").as_str(), "--format", "html"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout
}

#[test]
fn it_says_what_the_survey_says() {
    let page = page(&Fixture::new());
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    for text in
        ["media:default-json", "guess", "To settle it: ", "[[operation]] media", "/pets/{petId}", "components/Pet"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
}

/// It is opened from a disk, by someone who does not know the docs.
#[test]
fn it_loads_nothing_and_runs_nothing_of_a_page() {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Pet.md", &PET.replace("`name`", "`<script>alert(1)</script>`"));
    let page = page(&fixture);
    assert_eq!(page.matches("<script").count(), 1, "its own");
    for word in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn other_commands_have_no_page() {
    let ran = Fixture::new().run(&["check", "--format", "html"]);
    assert!(ran.status == 2 && ran.stderr.contains("a form of `survey` alone"), "{}", ran.stderr);
}
