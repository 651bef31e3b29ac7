//! Any page may be given by itself: a crate is written of it, whatever it links to.
//!
//! In: single pages, of docs trees where they lie beside this repository. Out: nothing.

use crate::{
    campaign::Draw,
    docs::PAGES,
    rows::{archives, pages_of},
};
use tablature::{
    config::Config,
    generate::generate,
    source::{Severity, Sources},
};

fn assert_generates(path: &str, text: &str) {
    let name = path.rsplit('/').next().unwrap_or(path);
    let config = Config { strict: false, ..Config::default() };
    let generated = generate(&Sources::from_memory([(name, text)]), &config);
    let errors: Vec<_> =
        generated.diagnostics.list.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(errors.is_empty() && !generated.files.is_empty(), "{path}: {errors:#?}");
}

/// Gives so many pages of a docs tree one by one.
fn give_alone(sources: &Sources, pages: usize, draw: &mut Draw) {
    for _ in 0..pages {
        let page = draw.of(sources.files());
        assert_generates(&page.path, &page.text);
    }
}

#[test]
fn a_page_alone_gives_a_crate() {
    PAGES.iter().filter(|(path, _)| *path != "README.md").for_each(|(path, text)| assert_generates(path, text));
}

#[test]
fn a_vendors_page_alone_gives_a_crate() {
    let archives = archives();
    let small = archives.iter().filter(|path| path.as_str().contains("php-dub"));
    small.filter_map(pages_of).for_each(|sources| give_alone(&sources, 20, &mut Draw::new(1)));
}

#[test]
#[ignore = "takes minutes: generates crates from 2,080 pages of the docs trees beside the repository"]
fn any_vendors_page_alone_gives_a_crate() {
    let mut draw = Draw::new(2);
    archives().iter().filter_map(pages_of).for_each(|sources| give_alone(&sources, 80, &mut draw));
}
