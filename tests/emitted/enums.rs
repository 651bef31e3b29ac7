//! The text of enums: variants, and the table of their values.
//!
//! In: enums built by hand. Out: nothing.

use super::text;
use crate::built::{integers, texts};
use tablature::model::{Literal, Shape, TypeDef};

fn closed(mut def: TypeDef) -> TypeDef {
    let Shape::Enum(shape) = &mut def.shape else { panic!("an enum") };
    shape.closed = true;
    def
}

/// The text below its header and its docs.
fn below_docs(def: TypeDef) -> String {
    let text = text(&[TypeDef { rust: "Size".to_owned(), ..def }], "size");
    let at = text.find("#[derive").expect("an item");
    text[at..].to_owned()
}

const SIZE: &str = "\
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Size {
    /// `Small`
    Small,
    /// `Big`
    Big,
    /// A value that is not listed.
    Unknown(crate::support::Unknown<Size>),
}

crate::support::string_enum! {
    Size {
        Small = \"Small\",
        Big = \"Big\",
    }
}
";

#[test]
fn an_enum_is_written_whole() {
    assert_eq!(below_docs(texts("Size", &["Small", "Big"])), SIZE);
}

#[test]
fn integers_travel_as_such() {
    let expected = SIZE
        .replace("Clone, PartialEq", "Clone, Copy, PartialEq")
        .replace("Unknown<Size>", "Unknown<Size, i64>")
        .replace("string_enum", "integer_enum")
        .replace("`Small`", "`2`")
        .replace("`Big`", "`-4`")
        .replace("\"Small\"", "2")
        .replace("\"Big\"", "-4")
        .replace("Small,", "N2,")
        .replace("Big,", "N4,")
        .replace("Small =", "N2 =")
        .replace("Big =", "N4 =");
    let mut size = integers("Size", &[2, 4]);
    let Shape::Enum(shape) = &mut size.shape else { panic!("an enum") };
    shape.values[1].wire = Literal::Integer(-4);
    assert_eq!(below_docs(size), expected);
}

/// A closed enum has no variant for what is not listed, unless nothing is.
#[test]
fn closed_enums_have_no_further_value() {
    let unknown = "    /// A value that is not listed.\n    Unknown(crate::support::Unknown<Size>),\n";
    let expected = SIZE
        .replace(unknown, "")
        .replace("Clone, PartialEq", "Clone, Copy, PartialEq")
        .replace("string_enum! {\n    Size", "closed_enum! {\n    string Size");
    assert_eq!(below_docs(closed(texts("Size", &["Small", "Big"]))), expected);
    let text = below_docs(closed(integers("Size", &[2])));
    assert!(
        text.ends_with("\ncrate::support::closed_enum! {\n    integer Size {\n        N2 = 2,\n    }\n}\n"),
        "{text}"
    );
    let empty = below_docs(closed(texts("Size", &[])));
    assert!(empty.contains("Unknown(") && empty.contains("string_enum!") && !empty.contains("Copy"), "{empty}");
}

#[test]
fn an_only_value_is_the_default() {
    let text = below_docs(texts("Size", &["Small"]));
    assert!(text.starts_with("#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]\n"), "{text}");
    assert!(text.contains("    /// `Small`\n    #[default]\n    Small,\n"), "{text}");
}

#[test]
fn odd_values_are_escaped() {
    let mut size = texts("Size", &["A", "B", "type"]);
    let Shape::Enum(shape) = &mut size.shape else { panic!("an enum") };
    shape.values[0].wire = Literal::String("a`\"\n".to_owned());
    shape.values[1].wire = Literal::String(" ".to_owned());
    let text = below_docs(size);
    assert!(text.contains("    /// `a'\" `\n    A,\n    /// `\"\"`\n    B,\n    /// `type`\n    r#type,\n"), "{text}");
    assert!(text.contains("        A = \"a`\\\"\\n\",\n        B = \" \",\n        r#type = \"type\",\n"), "{text}");
}
