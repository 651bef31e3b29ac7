//! What must hold of every run.
//!
//! In: files. Out: the first property that does not hold. A panic is caught and is one of them.

use super::{Files, sources};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tablature::{
    config::Config,
    generate::{Generated, Understood, generate},
    output::OutFile,
    render,
    source::Sources,
    survey::Survey,
};

/// Looks at the run of some files.
///
/// # Errors
/// The property that does not hold.
pub fn examine(files: &Files) -> Result<(), String> {
    let config = Config { name: Some("campaign-api".into()), strict: false, ..Config::default() };
    examine_with(files, &config, &Sources::default())
}

/// As [`examine`], with settings, and the sources to which their file is attached.
///
/// # Errors
/// The property that does not hold.
pub fn examine_with(files: &Files, config: &Config, settings: &Sources) -> Result<(), String> {
    let forward = settings.clone().with_pages(sources(files.iter()));
    let generated = quietly(|| generate(&forward, config)).ok_or("it panics")?;
    findings_are_text(&generated, &forward)?;
    nothing_on_error(&generated)?;
    generated.files.iter().try_for_each(is_whole)?;
    let backward = settings.clone().with_pages(sources(files.iter().rev()));
    let backward = quietly(|| generate(&backward, config)).ok_or("it panics in another order")?;
    if let Some((one, _)) = generated.files.iter().zip(&backward.files).find(|(one, other)| one != other) {
        return Err(format!("the order of the files shows in `{}`", one.path));
    }
    if backward.files.len() != generated.files.len() {
        return Err("the order of the files shows in how many are made".to_owned());
    }
    rows_are_accounted(generated, &forward)
}

/// What a computation gives, unless it panics.
fn quietly<R>(compute: impl FnOnce() -> R) -> Option<R> {
    catch_unwind(AssertUnwindSafe(compute)).ok()
}

fn findings_are_text(generated: &Generated, sources: &Sources) -> Result<(), String> {
    let list = &generated.diagnostics.list;
    let text = quietly(|| render::human(list, sources, false) + &render::json(list, sources));
    match text.ok_or("a finding panics")?.contains('\u{1b}') {
        true => Err("a finding holds an escape sequence".to_owned()),
        false => Ok(()),
    }
}

fn nothing_on_error(generated: &Generated) -> Result<(), String> {
    if generated.diagnostics.has_errors() && !generated.files.is_empty() {
        return Err("files are made although there is an error".to_owned());
    }
    Ok(())
}

/// Each row is in the model, or left out for a reason; where a page has an error, its rows may be neither.
fn rows_are_accounted(Generated { model, diagnostics, facts, .. }: Generated, sources: &Sources) -> Result<(), String> {
    if diagnostics.has_errors() {
        return Ok(());
    }
    let understood = Understood { model, diagnostics, facts };
    let lost = quietly(|| Survey::new(sources, &understood).lost_rows()).ok_or("the survey panics")?;
    lost.first().map_or(Ok(()), |lost| Err(lost.message.clone()))
}

/// What every crate has a copy of.
const SHARED: &[&str] = &["src/support", "src/call"];

/// Rust that a page shows in parses, stands where it may, and has no doc test that the page brought.
fn is_whole(file: &OutFile) -> Result<(), String> {
    let path = &file.path;
    if path.is_absolute() || path.components().any(|part| part.as_str() == "..") {
        return Err(format!("`{path}` leads out of the crate"));
    }
    if path.extension() != Some("rs") || SHARED.iter().any(|folder| path.starts_with(folder)) {
        return Ok(());
    }
    syn::parse_file(&file.text).map_err(|error| format!("`{path}` is no Rust: {error}"))?;
    match doc_test(&file.text).filter(|_| path.starts_with("src/api")) {
        Some(line) => Err(format!("`{path}` has a doc test: {line}")),
        None => Ok(()),
    }
}

/// The example that the generator writes for an endpoint.
fn is_example(fence: &str, next: &str) -> bool {
    fence == "/// ```no_run" && next == "/// # #[cfg(feature = \"ureq\")]"
}

/// What words behind a fence begin with that rustdoc takes for orders, or for typos of them.
const ORDERS: &[&str] =
    &["rust", "rs", "edition", "ignore", "should", "no", "compile", "E0", "test", "custom", "standalone"];

/// The first fence in doc comments behind which anything else stands than the name of another language.
fn doc_test(text: &str) -> Option<&str> {
    let mut open: Option<&str> = None;
    let lines: Vec<&str> = text.lines().collect();
    for (line, next) in lines.iter().zip(lines.iter().skip(1).chain([&""])) {
        let doc = line.trim_start();
        let Some(doc) = doc.strip_prefix("///").or_else(|| doc.strip_prefix("//!")) else {
            open = None;
            continue;
        };
        let marks = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '>' | '-' | '*' | '.');
        let doc = doc.trim_start_matches(marks);
        let word = doc.trim_start_matches(['`', '~']);
        let fence = &doc[..doc.len() - word.len()];
        match open {
            Some(opening) if fence == opening && word.is_empty() => open = None,
            None if fence.len() > 2 && !word.contains('`') => {
                open = Some(fence);
                let is_order = word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_alphanumeric());
                let is_run = is_order || ORDERS.iter().any(|order| word.starts_with(order));
                if is_run && !is_example(line, next) {
                    return Some(line);
                }
            }
            _ => {}
        }
    }
    None
}
