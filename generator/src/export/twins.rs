//! Twins that answer alike: types of two pages that allow the same JSON.
//!
//! In: two operations of one path and method, and which types allow the same JSON. Out: the second one, with the types of the first wherever both
//! allow the same JSON. It must not know documents.
//!
//! SDKs write a page of its own for each place where an API inlines a schema, and so one for each of two twins; the document
//! has room for both under one media type only as alternatives, which would say that they differ.

use crate::model::{Equivalence, Operation, Type};

/// The twin, answering with the types of the first operation where its own say the same.
pub fn in_terms_of(first: &Operation, twin: &Operation, same: &Equivalence<'_>) -> Operation {
    let mut twin = twin.clone();
    for body in &mut twin.success {
        let known = first.success.iter().map(|body| &body.ty).find(|ty| same.same(ty, &body.ty));
        body.ty = known.unwrap_or(&body.ty).clone();
    }
    for body in &mut twin.errors {
        let own = Type::Named(body.ty.clone());
        let known = first.errors.iter().filter(|error| error.status == body.status).map(|error| &error.ty);
        if let Some(known) = known.into_iter().find(|id| same.same(&Type::Named((*id).clone()), &own)) {
            body.ty = known.clone();
        }
    }
    twin
}
