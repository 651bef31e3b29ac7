//! Pages of results: which argument asks for the next one, and where an answer says what comes next.
//!
//! In: an operation and its call. Out: the operation's paging settled.

use super::Settler;
use crate::{
    annotations::{Call, Key, Said},
    model::{Fact, Operation, PageInput, PageKind, Paging},
    naming::fold,
};

/// Facts that name the argument that moves on.
const INPUTS: &[(Key, PageKind)] =
    &[(Key::PageInput, PageKind::Page), (Key::OffsetInput, PageKind::Offset), (Key::CursorInput, PageKind::Cursor)];

pub fn settle(settler: &Settler<'_>, call: &Call, operation: &mut Operation) {
    let Some((said, kind)) = INPUTS.iter().find_map(|(key, kind)| Some((call.first(*key)?, *kind))) else { return };
    let input = input(operation, said, kind);
    let limit = call.first(Key::LimitInput).and_then(|said| Some((wire(operation, said)?, said)));
    let text = |key: Key| call.first(key).map(|said| settler.read(said.value.clone(), said));
    let found = Paging {
        basis: settler.read((), said).basis,
        input: input.map(|input| settler.read(input, said)),
        limit: limit.map(|(wire, said)| settler.read(wire, said)),
        items: text(Key::Results),
        next: text(Key::NextCursor),
        pages: text(Key::PageCount),
    };
    let own = operation.paging.get_or_insert_with(|| Paging::of(found.basis.clone()));
    if own.basis.strength() < found.basis.strength() {
        own.basis = found.basis;
    }
    found.input.into_iter().for_each(|fact| Fact::settle(&mut own.input, fact));
    let texts = [
        (&mut own.limit, found.limit),
        (&mut own.items, found.items),
        (&mut own.next, found.next),
        (&mut own.pages, found.pages),
    ];
    for (own, fact) in texts.into_iter().filter_map(|(own, found)| Some((own, found?))) {
        Fact::settle(own, fact);
    }
}

fn input(operation: &Operation, said: &Said, kind: PageKind) -> Option<PageInput> {
    let same = |shown: &str| fold(shown) == fold(&said.value);
    let found = operation.parameters.iter().find(|parameter| same(&parameter.doc_name))?;
    Some(PageInput { wire: found.wire.value.clone(), place: Some(found.place.value), kind })
}

fn wire(operation: &Operation, said: &Said) -> Option<String> {
    let found = operation.parameters.iter().find(|parameter| fold(&parameter.doc_name) == fold(&said.value))?;
    Some(found.wire.value.clone())
}
