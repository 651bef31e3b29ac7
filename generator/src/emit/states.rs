//! How tables say which required fields a builder lacks, and which of them a setter sets. The support code says why.

/// So many required fields make a group; the support code has as many numbers.
const GROUP: usize = 32;

/// The names of what a builder lacks, in groups.
pub(super) fn groups(names: &[String]) -> String {
    names.chunks(GROUP).map(|group| format!("[{}]", group.join(" "))).collect::<Vec<_>>().join(" ")
}

/// The place of a required field, by its number: that of its group, and that within the group.
pub(super) fn place(index: usize) -> String {
    format!(" => N{} N{}", index / GROUP, index % GROUP)
}

/// Lines of docs above a row of a table.
pub(super) fn row_docs(lines: &[String]) -> String {
    lines.iter().map(|line| format!("        {}\n", format!("/// {line}").trim_end())).collect()
}

/// Names that a type's other functions have, or that are called by the type's name; a setter of such a name is `with_…`.
const TAKEN: &[&str] =
    &["new", "builder", "default", "clone", "extra", "extra_mut", "to_request", "parse", "write", "read"];

/// A type's own setter of a field that may be left out: no two fields have the same.
pub(super) fn setter(field: &str) -> String {
    if TAKEN.contains(&field.trim_start_matches("with_")) { format!("with_{field}") } else { field.to_owned() }
}

/// How a row names that setter, where it is not the field's name.
pub(super) fn apart(field: &str) -> String {
    let own = setter(field);
    if own == field { String::new() } else { format!(" [{own}]") }
}
