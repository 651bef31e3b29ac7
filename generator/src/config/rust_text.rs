//! Rust that stands in the configuration: names, types, attributes.
//!
//! In: a text of the file. Out: whether generated code can have it where it is wanted. It must not know rules.
//!
//! What parses Rust goes one call deeper for each sign that opens something, so that texts are looked at before they are parsed.

/// Bytes that a name may have: a file is named after it, and so are other items.
const LONGEST_NAME: usize = 200;

/// Bytes that a type or an attribute may have.
const LONGEST: usize = 10_000;

/// Characters of a text that a complaint repeats.
const QUOTED: usize = 100;

/// How many signs of a text may have something behind them that belongs to them.
const MOST_SIGNS: usize = 50;

/// Whether it is a type's name that no lint objects to, and that a file can have, too.
pub(super) fn is_type_name(text: &str) -> bool {
    let is_plain = text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain && text.len() <= LONGEST_NAME && syn::parse_str::<syn::Ident>(text).is_ok()
}

/// Whether it is a type that has a name.
pub(super) fn is_type(text: &str) -> bool {
    let signs = text.bytes().filter(|byte| b"<([{&*!-'".contains(byte)).count();
    let parsed = || syn::parse_str::<syn::TypePath>(text);
    text.len() <= LONGEST && signs <= MOST_SIGNS && parsed().is_ok_and(|ty| !ty.path.is_ident("Self"))
}

/// Whether it can stand within `#[…]`.
pub(super) fn is_attribute(text: &str) -> bool {
    text.len() <= LONGEST && depth(text) <= MOST_SIGNS && syn::parse_str::<syn::Meta>(text).is_ok()
}

/// What a complaint repeats of a text.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// How many brackets are open at once, at most; those in texts are counted, too.
fn depth(text: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_lints_want_them() {
        assert!(["Money", "HTTPStatus", "T2", "Option"].into_iter().all(is_type_name));
        let not = ["", "money", "Self", "r#Money", "Mon_ey", "Münze", "e\u{301}X", "A b", &"M".repeat(201)];
        assert!(!not.into_iter().any(is_type_name));
    }

    #[test]
    fn types_have_names() {
        assert!(["::acme::Money", "crate::Money", "a::B<'static, Vec<[u8; 4]>>", "u8"].into_iter().all(is_type));
        let deep = format!("{}u8{}", "Vec<".repeat(100_000), ">".repeat(100_000));
        let not = ["", "Self", "_", "!", "&u8", "fn()", "dyn A", "impl A", "a!()", "[u8; 4]", "a b", &deep];
        assert!(!not.into_iter().any(is_type));
    }

    #[test]
    fn attributes_are_one() {
        assert!(["derive(PartialOrd)", "doc = \"(:\"", "must_use"].into_iter().all(is_attribute));
        let deep = format!("a({}{})", "[".repeat(5000), "]".repeat(5000));
        assert!(!["", "a] fn b() {} #[c", "(", "5", &deep].into_iter().any(is_attribute));
    }
}
