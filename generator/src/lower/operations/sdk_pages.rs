//! Pages of types that are the SDK's own: what wraps a response, or lists what the client is made with.
//!
//! In: the built tree, and the sections of its operations. Out: the tree without these types. It must not know what operations send.

use super::{client::page_stems, response::is_response_page, written::SectionAsWritten};
use crate::{
    lower::{
        cells::TypeReader,
        definitions::{BuiltField, BuiltTree},
        left_out,
    },
    model::TypeId,
    naming::fold,
};
use std::collections::HashSet;

/// A page of what an operation takes from the client is no type of the API, but rows of parameters: nothing leads to it, and it is
/// named after the operation.
pub fn drop_globals(reader: &TypeReader<'_>, sections: &[SectionAsWritten], tree: &mut BuiltTree) {
    let pages = sections.iter().flat_map(page_stems).flat_map(|stem| reader.index.by_stem(&stem));
    let used: HashSet<&TypeId> = tree.mentioned().collect();
    let ids = pages.filter_map(|page| reader.index.id(*page)).filter(|id| !used.contains(id));
    tree.consumed.extend(ids.cloned().collect::<Vec<_>>());
}

/// A page that wraps an HTTP response is no type of the API, even where no operation of the model leads to it.
pub fn drop_envelopes(reader: &TypeReader<'_>, tree: &mut BuiltTree) {
    let names = |fields: &[BuiltField]| fields.iter().map(|field| fold(&field.doc_name)).collect::<Vec<_>>();
    let envelopes = tree.fields.iter().filter(|(_, fields)| is_response_page(&names(fields)));
    let ids: Vec<TypeId> = envelopes.filter_map(|(file, _)| reader.index.id(*file).cloned()).collect();
    for id in ids {
        if tree.consumed.insert(id.clone()) {
            tree.leave_out(left_out::ORPHAN_ENVELOPE, 1);
            tree.outcomes.leave_out(tree.rows.remove(&id).into_iter().flatten(), left_out::ORPHAN_ENVELOPE);
        }
    }
}
