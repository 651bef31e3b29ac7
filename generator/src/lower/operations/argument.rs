//! An argument of an operation with its type, be it a table row or a field of a request page.
//!
//! In: nothing; [`super::model_pages`] makes them. Out: read by the placing passes. It must not know markdown.

use crate::{
    lower::definitions::BuiltField,
    model::Type,
    naming::fold,
    source::{Diagnostics, FileId},
};

/// What the name of a type holds that is of a parameter in the query, folded.
const QUERY_TYPE: &str = "queryparam";

/// What makes another word of it.
const OTHER_ENDING: &str = "eter";

/// An argument.
#[derive(Debug, Clone)]
pub struct Argument {
    /// Its row, read.
    pub field: BuiltField,
    /// The page of the named type in its type, be it in a list or alone.
    pub link: Option<Link>,
}

impl Argument {
    /// Its name as [`fold`] spells it.
    pub fn folded(&self) -> String {
        fold(&self.field.doc_name)
    }

    /// Whether its type leads to an object or a union, or to a list of them.
    pub fn is_structured(&self) -> bool {
        self.link.as_ref().is_some_and(|link| link.kind != ModelPageKind::Enum)
    }

    /// Whether it is bytes.
    pub fn is_bytes(&self) -> bool {
        matches!(self.field.ty, Type::Bytes)
    }

    /// Whether its type is one that the SDK's generator named after the query: an inline type's name holds its place where it would
    /// not tell the type apart (`FindPetsQueryParamSort`).
    pub fn has_query_type(&self) -> bool {
        let rest = self.link.as_ref().and_then(|link| Some(link.stem.rsplit_once(QUERY_TYPE)?.1));
        rest.is_some_and(|rest| !rest.starts_with(OTHER_ENDING) && !matches!(rest, "" | "s"))
    }
}

/// A row of a Parameters table with its type. What is odd about it matters where nothing else stands for the row.
#[derive(Debug)]
pub struct ArgumentRow {
    /// What it says.
    pub argument: Argument,
    /// What is odd about it.
    pub found: Diagnostics,
}

impl ArgumentRow {
    /// Takes the row, and reports what is odd about it.
    pub fn take(self, found: &mut Diagnostics) -> Argument {
        found.list.extend(self.found.list);
        self.argument
    }
}

/// A page that a type links to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The page.
    pub page: FileId,
    /// Its file's stem as [`fold`] spells it.
    pub stem: String,
    /// What it holds.
    pub kind: ModelPageKind,
}

/// What a model page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelPageKind {
    /// Fields.
    Struct,
    /// Values.
    Enum,
    /// Members, or nothing that is known.
    Union,
}
