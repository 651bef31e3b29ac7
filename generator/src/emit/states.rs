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
