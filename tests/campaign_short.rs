//! A short campaign on this repository's pages; CONTRIBUTING says how to run a long one.
//!
//! In: the pages of `specs/`. Out: nothing; a property that does not hold fails the test, with the number that repeats it.

use crate::{
    campaign::{Draw, Files, examine, kinds, mutate},
    hostile::files_below,
    workspace,
};

fn pages() -> Files {
    let root = workspace().join("specs");
    let inside = |path: String| path.replace(&format!("{}/", root.display()), "");
    let files = files_below(&root).into_iter().map(|(path, text)| (inside(path), text));
    files.filter(|(path, _)| path.ends_with(".md")).collect()
}

#[test]
fn whatever_is_broken_the_properties_hold() {
    let whole = pages();
    for seed in 0..16 {
        let (mut pages, mut draw) = (whole.clone(), Draw::new(seed));
        let kinds = mutate(&mut pages, &mut draw);
        examine(&pages).unwrap_or_else(|broken| panic!("seed {seed}: {kinds:?}: {broken}"));
    }
}

#[test]
fn every_kind_of_mutation_changes_something() {
    let whole = pages();
    for (name, change) in kinds() {
        let changes = (0..300).any(|seed| {
            let mut pages = whole.clone();
            change(&mut pages, &mut Draw::new(seed));
            pages != whole
        });
        assert!(changes, "{name}");
    }
}
