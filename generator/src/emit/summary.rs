//! A line for types of which the docs say nothing but their shape: it stands in the lists of rustdoc.
//!
//! In: a shape of the model. Out: one sentence. It must not know whether the docs have prose.

use crate::model::{Literal, Shape};

/// So many names are listed; of more, the number.
const LISTED: usize = 4;

/// What a shape is made of.
pub(super) fn summary(shape: &Shape) -> String {
    match shape {
        Shape::Struct(shape) if shape.fields.is_empty() => "An object of which the docs name no field.".to_owned(),
        Shape::Struct(shape) => {
            let names = shape.fields.iter().map(|field| field.wire.value.as_str());
            format!("An object with {}.", list(names))
        }
        Shape::Enum(shape) if shape.values.is_empty() => "A value of which the docs list none.".to_owned(),
        Shape::Enum(shape) if shape.values.len() == 1 => format!("The value {}.", code(&shape.values[0].wire)),
        Shape::Enum(shape) => {
            format!("One of {}.", listed(shape.values.iter().map(|value| code(&value.wire)).collect()))
        }
        Shape::Union(shape) => format!("One of {}.", list(shape.members.iter().map(|member| member.rust.as_str()))),
        Shape::Opaque => "Any JSON value: the docs do not say what it holds.".to_owned(),
    }
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    listed(names.map(|name| code(&Literal::String(name.to_owned()))).collect())
}

/// `` `a`, `b` and 5 more ``.
fn listed(mut names: Vec<String>) -> String {
    let last = if names.len() > LISTED {
        let more = names.len() + 1 - LISTED;
        names.truncate(LISTED - 1);
        format!("{more} more")
    } else {
        names.pop().unwrap_or_default()
    };
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

fn code(value: &Literal) -> String {
    format!("`{}`", shown(value))
}

/// A value as it stands in docs, safe within a code span.
pub(super) fn shown(wire: &Literal) -> String {
    let text = wire.to_string();
    let safe_char = |c: char| match c {
        '`' => '\'',
        c if c.is_control() => ' ',
        c => c,
    };
    let safe: String = text.chars().map(safe_char).collect();
    if safe.trim().is_empty() { "\"\"".to_owned() } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(list(["a"].into_iter()), "`a`");
        assert_eq!(list(["a", "b"].into_iter()), "`a` and `b`");
        assert_eq!(list(["a", "b", "c", "d"].into_iter()), "`a`, `b`, `c` and `d`");
        assert_eq!(list(["a", "b", "c", "d", "e"].into_iter()), "`a`, `b`, `c` and 2 more");
    }
}
