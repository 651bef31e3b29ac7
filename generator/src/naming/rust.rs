//! Names of Rust items from names as pages show them.
//!
//! In: a title, a field's name, a value. Out: an identifier, but for keywords: escaping those is the emitter's work. It must not
//! know which names are taken.

use super::{is_device, plain};
use heck::{ToSnakeCase, ToUpperCamelCase};

/// Names that a field may not have because the generated code has its own item of that name.
const RESERVED_FIELDS: &[&str] = &["extra", "build", "additional_properties"];
/// Names that an identifier cannot have even when it is escaped.
const UNESCAPABLE: &[&str] = &["self", "Self", "super", "crate", "_"];
/// Longer names of modules are cut: their folders have these names.
const LONGEST_MODULE: usize = 90;
/// Modules of every crate, or of modules in it, and tools, which attributes name as if they were modules.
const ROOT_MODULES: &[&str] =
    &["api", "builders", "call", "endpoints", "support", "clippy", "diagnostic", "miri", "rust_analyzer", "rustfmt"];
/// What signs are called where a value has no other letters, or where two values differ by nothing else.
const SIGNS: &[(char, &str)] = &[
    ('!', "Not"),
    ('*', "Any"),
    ('+', "Plus"),
    ('-', "Minus"),
    ('<', "Less"),
    ('=', "Equal"),
    ('>', "Greater"),
    ('#', "Hash"),
    ('@', "At"),
    ('/', "Slash"),
    ('.', "Dot"),
    ('$', "Dollar"),
    ('%', "Percent"),
    ('&', "And"),
    ('|', "Or"),
    ('~', "Tilde"),
    (':', "Colon"),
    ('_', "Underscore"),
];

/// A type's name from its page's title.
#[must_use]
pub fn type_name(title: &str) -> String {
    identifier(&ascii(&plain(title)).to_upper_camel_case(), 'T', "Unnamed")
}

/// A field's name from the name that the page shows.
#[must_use]
pub fn field_name(shown: &str) -> String {
    let name = identifier(&ascii(&plain(shown)).to_snake_case(), 'n', "unnamed");
    if RESERVED_FIELDS.contains(&name.as_str()) { name + "_field" } else { name }
}

/// A variant's name from a value.
#[must_use]
pub fn variant_name(value: &str) -> String {
    if value.is_empty() {
        return "Empty".into();
    }
    let mut spelled = String::new();
    for (at, c) in value.chars().enumerate() {
        match sign(c) {
            Some(name) if at == 0 || !value.contains(|c: char| c.is_ascii_alphanumeric()) => {
                spelled.push_str(name);
                spelled.push(' ');
            }
            _ => spelled.push(c),
        }
    }
    plain_variant_name(&spelled)
}

/// A variant's name from the name that the page shows: one without signs that mean something.
#[must_use]
pub fn plain_variant_name(shown: &str) -> String {
    identifier(&ascii(&plain(shown)).to_upper_camel_case(), 'V', "Other")
}

/// A name without the letters that identifiers here do without; taken out first, so that the rest is cased as if they were not there.
fn ascii(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii() || !c.is_alphanumeric()).collect()
}

fn sign(c: char) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, name)| *name)
}

/// A module's name.
pub fn module(snake: &str) -> String {
    let mut name = identifier(snake, 'm', "models");
    if name.len() > LONGEST_MODULE {
        name.truncate(LONGEST_MODULE);
        name.truncate(name.trim_end_matches('_').len());
    }
    if name == "mod" || is_device(&name) { name + "_" } else { name }
}

/// The name of a module of types, which stands at the crate's root.
pub fn root_module(snake: &str) -> String {
    let name = module(snake);
    if ROOT_MODULES.contains(&name.as_str()) { name + "_models" } else { name }
}

/// Makes letters and digits an identifier: no other characters, no leading digit, never empty or unescapable.
fn identifier(cased: &str, before_digit: char, empty: &str) -> String {
    let mut name: String = cased.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    if name.is_empty() {
        name = empty.to_owned();
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, before_digit);
    }
    if name == "Self" {
        return "Itself".to_owned();
    }
    if UNESCAPABLE.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(make: fn(&str) -> String, cases: &[(&str, &str)]) {
        for (shown, expected) in cases {
            assert_eq!(make(shown), *expected, "{shown:?}");
        }
    }

    #[test]
    fn titles_become_types() {
        check(type_name, &[("AIGatewayACLS", "AiGatewayAcls"), ("2fa method", "T2faMethod"), ("é", "Unnamed")]);
    }

    #[test]
    fn names_become_fields() {
        check(field_name, &[("accessTokenURLs", "access_token_urls"), ("from_", "from"), ("extra", "extra_field")]);
    }

    #[test]
    fn values_become_variants() {
        check(
            variant_name,
            &[
                ("in_progress", "InProgress"),
                ("10.x", "V10X"),
                ("-created_at", "MinusCreatedAt"),
                ("*", "Any"),
                ("", "Empty"),
                ("-1", "Minus1"),
                ("self", "Itself"),
            ],
        );
    }

    #[test]
    fn folders_become_modules() {
        check(module, &[("pets", "pets"), ("con", "con_"), ("self", "self_"), ("2fa", "m2fa")]);
        check(root_module, &[("pets", "pets"), ("call", "call_models")]);
    }
}
