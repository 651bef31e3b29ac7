//! The shape of the sources: which module may name which, how files open, how long they are.

use crate::workspace;
use proc_macro2::{TokenStream, TokenTree};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Each module of the generator, and the modules that it may name. The command line stands above all and is not listed.
const ALLOWED: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("annotations", &["dialect", "source"]),
    ("beside", &["annotations", "config", "dialect", "source"]),
    ("page", &["source"]),
    ("front_page", &["page", "source"]),
    ("model", &[]),
    ("naming", &["model"]),
    ("dialect", &["model", "naming", "source"]),
    ("lower", &["annotations", "dialect", "front_page", "model", "naming", "page", "source"]),
    ("config", &["dialect", "model", "naming", "source"]),
    ("emit", &["model", "naming", "output"]),
    ("export", &["emit", "model", "naming"]),
    ("output", &[]),
    ("render", &["source"]),
    ("guesses", &["model", "naming", "source"]),
    ("generate", &["config", "emit", "guesses", "lower", "model", "output", "source"]),
    ("survey", &["generate", "model", "source"]),
    ("specs", &["config", "generate", "model", "naming", "source"]),
    ("diff", &[]),
    ("manifest", &["source"]),
    ("builder", &["beside", "config", "generate", "manifest", "output", "render", "source"]),
];

/// Above the others: the root and the command line.
const ABOVE: &[&str] = &["lib", "main", "cli"];

const LONGEST_FILE: usize = 500;

#[test]
fn modules_name_only_what_they_may() {
    let source = workspace().join("generator/src");
    let mut broken = Vec::new();
    for file in rust_files(&source) {
        let module = module_path(file.strip_prefix(&source).expect("below the sources"));
        if !ABOVE.contains(&module[0].as_str()) {
            let named = named_modules(&read(&file), &module);
            broken.extend(forbidden(&module[0], &named).map(|name| format!("{}: names crate::{name}", shown(&file))));
        }
    }
    assert!(broken.is_empty(), "a module names one that it must not know:\n{}", broken.join("\n"));
}

/// A check that cannot fail is none.
#[test]
fn a_module_that_names_what_it_must_not_is_found() {
    let module = ["page".to_owned(), "parse".to_owned()];
    for text in [
        "use crate::lower::read;",
        "use crate::{source::Span, model::{Fact, Rule}};",
        "use crate::{\n    source::{Span, Code},\n    emit,\n};",
        "fn f() -> crate::config::Config { todo!() }",
        "use super::super::naming::near;",
        "fn f() { let x = format!(\"{}\", crate::output::write()); }",
    ] {
        assert_eq!(forbidden("page", &named_modules(text, &module)).count(), 1, "{text}");
    }
    let fine = "use crate::source::Span; use super::Page; // crate::emit\nconst A: &str = \"crate::emit\";";
    assert_eq!(forbidden("page", &named_modules(fine, &module)).count(), 0);
}

#[test]
fn files_open_with_what_they_are() {
    let broken = written_files().into_iter().filter(|file| !read(file).starts_with("//!"));
    assert_none(broken, "these files do not open with `//!`");
}

#[test]
fn files_stay_short() {
    let broken = written_files().into_iter().filter(|file| read(file).lines().count() > LONGEST_FILE);
    assert_none(broken, "these files are longer than 500 lines");
}

#[test]
fn every_invariant_is_a_test() {
    let text = ["ARCHITECTURE.md", "SECURITY.md"].map(|page| read(&workspace().join(page))).concat();
    let names: Vec<&str> = text.split('`').filter(|span| is_test_name(span)).collect();
    assert!(names.len() >= 8, "the two pages name their tests");
    for (module, test) in names.iter().filter_map(|name| name.split_once("::")) {
        let file = workspace().join("tests").join(format!("{module}.rs"));
        assert!(read(&file).contains(&format!("fn {test}(")), "there is no test {module}::{test}");
    }
}

#[test]
fn every_file_that_is_named_exists() {
    let text = read(&workspace().join("ARCHITECTURE.md"));
    let is_path = |span: &&str| span.starts_with("generator/") || span.starts_with("tests/");
    let named: Vec<&str> = text.split('`').skip(1).step_by(2).filter(is_path).collect();
    assert!(named.len() >= 15, "ARCHITECTURE.md names its files");
    let missing: Vec<&&str> = named.iter().filter(|path| !workspace().join(path).exists()).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md names files that are not there: {missing:?}");
}

fn is_test_name(span: &str) -> bool {
    span.contains("::") && span.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | ':' | '/'))
}

fn assert_none(files: impl Iterator<Item = PathBuf>, complaint: &str) {
    let names: Vec<String> = files.map(|file| shown(&file)).collect();
    assert!(names.is_empty(), "{complaint}:\n{}", names.join("\n"));
}

/// The names among these that a module must not know.
fn forbidden<'n>(module: &str, named: &'n BTreeSet<String>) -> impl Iterator<Item = &'n String> {
    let (_, allowed) = ALLOWED.iter().find(|(name, _)| *name == module).unwrap_or_else(|| {
        panic!("say in `ALLOWED` which modules `{module}` may name");
    });
    let known = |name: &&String| ALLOWED.iter().any(|(known, _)| known == name);
    named.iter().filter(known).filter(move |name| *name != module && !allowed.contains(&name.as_str()))
}

/// `page/parse.rs` and `page/mod.rs` as the words of a path.
fn module_path(file: &Path) -> Vec<String> {
    let parts = file.with_extension("");
    let parts = parts.iter().map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| part != "mod").collect()
}

/// The first words of all paths from the crate's root in a text, whether they begin with `crate` or with `super`.
fn named_modules(text: &str, module: &[String]) -> BTreeSet<String> {
    let tokens: TokenStream = text.parse().expect("Rust");
    let mut named = BTreeSet::new();
    collect(tokens, module.len(), &mut named);
    named
}

fn collect(tokens: TokenStream, depth: usize, named: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        if let TokenTree::Group(group) = &tokens[at] {
            collect(group.stream(), depth, named);
        }
        let after = root(&tokens[at..], depth);
        named.extend(tokens.get(at + after).filter(|_| after > 0).into_iter().flat_map(first_words));
        at += after.max(1);
    }
}

/// How many tokens lead to the crate's root: `crate::`, or as many `super::` as the module lies deep.
fn root(tokens: &[TokenTree], depth: usize) -> usize {
    let is_word = |at: usize, word: &str| matches!(tokens.get(at), Some(TokenTree::Ident(name)) if name == word);
    let supers = (0..).take_while(|step| is_word(step * 3, "super")).count();
    match (is_word(0, "crate"), supers) {
        (true, _) => 3,
        (false, supers) if supers > 0 && supers >= depth => supers * 3,
        _ => 0,
    }
}

/// The name that follows, or the first name of each path in braces.
fn first_words(token: &TokenTree) -> Vec<String> {
    match token {
        TokenTree::Ident(name) => vec![name.to_string()],
        TokenTree::Group(group) => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            let paths = tokens.split(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ','));
            paths.filter_map(|path| path.first()).flat_map(first_words).collect()
        }
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    }
}

/// Every source file that is not generated.
fn written_files() -> Vec<PathBuf> {
    let folders = ["generator", "tests"].map(|folder| rust_files(&workspace().join(folder)));
    let generated = |file: &PathBuf| read(file).starts_with("// Generated from");
    folders.into_iter().flatten().filter(|file| !generated(file)).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        paths.flat_map(|path| if path.is_dir() { rust_files_below(path) } else { vec![path] }).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "rs"));
    files.sort();
    files
}

fn rust_files_below(folder: PathBuf) -> Vec<PathBuf> {
    if folder.ends_with("target") { Vec::new() } else { rust_files(&folder) }
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(workspace()).unwrap_or(file).display().to_string()
}
