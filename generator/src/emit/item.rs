//! What all named types have as Rust items: docs, derives, `#[deprecated]`.
//!
//! In: a type of the model. Out: tokens and lines. It must not know the shapes of types.

use super::{
    Scope, ident,
    rust_type::tokens,
    rustdoc::{self, Pages},
    summary::summary,
};
use crate::{
    model::{Deprecation, Shape, TypeDef, TypeId},
    naming::type_name,
};
use proc_macro2::TokenStream;
use quote::quote;

/// A type, and what it takes to write it.
pub(super) struct Item<'m, 's> {
    pub scope: &'s Scope<'m>,
    pub pages: &'s Pages,
    pub id: &'m TypeId,
    pub def: &'m TypeDef,
    /// What the configuration adds; each parses as an attribute.
    pub attributes: &'s [String],
}

/// Traits to derive beside `Clone` and `PartialEq`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Traits {
    pub debug: bool,
    pub copy: bool,
    pub eq: bool,
    pub default: bool,
}

impl Item<'_, '_> {
    /// Docs, derives and `#[deprecated]`.
    pub(super) fn head(&self, traits: Traits) -> TokenStream {
        let docs = self.docs();
        let alias = self.alias();
        let derives = self.derives(traits);
        let deprecated = deprecation(self.def.deprecated.as_ref());
        let added = self.attributes.iter().map(|text| tokens(text));
        quote!(#docs #alias #derives #deprecated #(#[#added])*)
    }

    /// The name that the page's title makes, where the type has a shorter one.
    fn alias(&self) -> Option<TokenStream> {
        let title = type_name(&self.id.title().replace('#', " "));
        (title.len() > self.def.rust.len()).then(|| quote!(#[doc(alias = #title)]))
    }

    pub(super) fn docs(&self) -> TokenStream {
        let mut docs = self.def.docs.as_deref().map(|docs| self.prose(docs)).unwrap_or_default();
        let is_opaque = matches!(self.def.shape, Shape::Opaque);
        if is_opaque && !docs.is_empty() {
            docs.push(String::new());
        }
        if is_opaque || docs.is_empty() {
            docs.push(summary(&self.def.shape));
        }
        docs.push(String::new());
        docs.push(match self.def.source.page.as_str() {
            "" => "The docs link to a page of it that they do not hold.".to_owned(),
            page => format!("From `{}`, line {}.", page.replace('`', ""), self.def.source.line),
        });
        doc_attributes(&docs)
    }

    fn derives(&self, traits: Traits) -> TokenStream {
        let names = [
            (traits.debug, "Debug"),
            (true, "Clone"),
            (traits.copy, "Copy"),
            (true, "PartialEq"),
            (traits.eq, "Eq"),
            (traits.eq, "Hash"),
            (traits.default, "Default"),
        ];
        let names = names.iter().filter(|(wanted, _)| *wanted).map(|(_, name)| ident(name));
        quote!(#[derive(#(#names),*)])
    }

    /// Prose as lines of rustdoc.
    pub(super) fn prose(&self, markdown: &str) -> Vec<String> {
        rustdoc::lines(markdown, &|target| self.pages.link(&self.def.source.page, target, self.scope, self.id))
    }

    /// Prose and example of a field.
    pub(super) fn field_lines(&self, docs: Option<&str>, example: Option<&str>) -> Vec<String> {
        let mut lines = docs.map(|docs| self.prose(docs)).unwrap_or_default();
        if let Some(example) = example.and_then(rustdoc::example) {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.push(example);
        }
        lines.iter().map(|line| one_line(line)).collect()
    }
}

/// The first line of a generated file.
pub(super) fn header(source: &str, command: &str) -> String {
    format!("// Generated from {} by `{command}`. Do not edit.\n", one_line(source))
}

/// `use` items as text; nothing if there are none.
pub(super) fn format_uses(uses: Vec<TokenStream>) -> Option<String> {
    (!uses.is_empty()).then(|| uses.into_iter().map(format_item).collect())
}

/// An item as text.
///
/// # Panics
/// Never: the tokens are items of this module.
pub(super) fn format_item(tokens: TokenStream) -> String {
    let item = syn::parse2(tokens).expect("emitted items parse");
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
}

/// `#[doc]` attributes, one a line.
pub(super) fn doc_attributes(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {}", one_line(line)) });
    quote!(#(#[doc = #lines])*)
}

/// A line as one line. Text that holds the end of a line (the name of a file, a wire name) would go on as markdown of its own,
/// in which code would be a doc test.
pub(super) fn one_line(line: &str) -> String {
    line.chars().map(|c| if c.is_control() { c.escape_default().to_string() } else { c.to_string() }).collect()
}

/// `#[deprecated]`, with the advice that the page gives.
pub(super) fn deprecation(deprecated: Option<&Deprecation>) -> TokenStream {
    match deprecated.map(|deprecation| &deprecation.note) {
        None => TokenStream::new(),
        Some(None) => quote!(#[deprecated]),
        Some(Some(note)) => {
            let note = rustdoc::note(note);
            quote!(#[deprecated(note = #note)])
        }
    }
}
