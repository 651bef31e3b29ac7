//! What must hold of every run.
//!
//! In: pages. Out: the first property that does not hold. A panic is caught and is one of them.

use super::Pages;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tablature::{
    config::Config,
    generate::{Generated, generate},
    output::OutFile,
    render,
    source::{File, Sources},
};

/// Looks at the run of some pages.
///
/// # Errors
/// The property that does not hold.
pub fn examine(pages: &Pages) -> Result<(), String> {
    let run = || {
        let sources = sources(pages.iter());
        let generated = generated(&sources);
        let text = render::human(&generated.diagnostics.list, &sources, false)
            + &render::json(&generated.diagnostics.list, &sources);
        (generated, text)
    };
    let (generated, findings) = catch_unwind(AssertUnwindSafe(run)).map_err(|_| "it panics".to_owned())?;
    if findings.contains('\u{1b}') {
        return Err("a finding holds an escape sequence".to_owned());
    }
    nothing_on_error(&generated)?;
    generated.files.iter().try_for_each(is_whole)?;
    let backward = catch_unwind(|| self::generated(&sources(pages.iter().rev())));
    let backward = backward.map_err(|_| "it panics in another order".to_owned())?;
    if backward.files != generated.files {
        return Err("the order of the pages shows".to_owned());
    }
    Ok(())
}

/// As docs are read: what is no text is marked.
fn sources<'p>(pages: impl Iterator<Item = &'p (String, Vec<u8>)>) -> Sources {
    let file = |(path, bytes): &(String, Vec<u8>)| File {
        tree: 0,
        path: path.clone(),
        root: String::new(),
        text: String::from_utf8_lossy(bytes).into_owned(),
    };
    Sources::new(pages.map(file).collect())
}

fn generated(sources: &Sources) -> Generated {
    generate(sources, &Config { name: Some("campaign-api".into()), strict: false, ..Config::default() })
}

fn nothing_on_error(generated: &Generated) -> Result<(), String> {
    if generated.diagnostics.has_errors() && !generated.files.is_empty() {
        return Err("files are made although there is an error".to_owned());
    }
    Ok(())
}

/// Rust that a page shows in parses, stands where it may, and has no doc test that the page brought.
fn is_whole(file: &OutFile) -> Result<(), String> {
    let path = &file.path;
    if path.is_absolute() || path.components().any(|part| part.as_str() == "..") {
        return Err(format!("`{path}` leads out of the crate"));
    }
    if path.extension() != Some("rs") || !path.starts_with("src/api") {
        return Ok(());
    }
    syn::parse_file(&file.text).map_err(|error| format!("`{path}` is no Rust: {error}"))?;
    match file.text.lines().find(|line| is_doc_test(line)) {
        Some(line) => Err(format!("`{path}` has a doc test: {line}")),
        None => Ok(()),
    }
}

/// A fence in a doc comment that rustdoc would run.
fn is_doc_test(line: &str) -> bool {
    let line = line.trim_start();
    let doc = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).map(str::trim_start);
    let language = doc.and_then(|doc| doc.strip_prefix("```"));
    language.is_some_and(|language| {
        ["rust", "should_panic", "no_run", "compile_fail", "edition2021"].contains(&language.trim())
    })
}
