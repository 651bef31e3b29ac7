//! Operations whose sections have no usage comment, as older SDK generators wrote them: method, path and id from the SDK's source.
//!
//! In: sections, and what the source says. Out: sections with method, path and id, where one call of the source is theirs alone.

use super::{
    usage::problem,
    written::{SectionAsWritten, Usage},
};
use crate::{
    annotations::Call,
    dialect::{Expr, page_stem},
    lower::{
        left_out,
        settle_source::{MethodKey, SourceFacts},
    },
    naming::fold,
};
use std::collections::HashMap;

/// Gives sections without a usage comment the method, path and id of their calls.
pub fn address(sections: &mut [SectionAsWritten], source: &SourceFacts<'_>) {
    let bare = |section: &&mut SectionAsWritten| section.refused == Some(left_out::NO_COMMENT);
    let mut found: Vec<(&mut SectionAsWritten, &Call)> = Vec::new();
    for section in sections.iter_mut().filter(bare) {
        if let Some(call) = call(section, source) {
            found.push((section, call));
        }
    }
    let mut counts: HashMap<*const Call, usize> = HashMap::new();
    found.iter().for_each(|(_, call)| *counts.entry(std::ptr::from_ref(*call)).or_default() += 1);
    for (section, call) in found {
        let usage = usage(section, call);
        if counts[&std::ptr::from_ref(call)] == 1 && problem(&usage).is_none() {
            (section.usage, section.refused) = (usage, None);
        }
    }
}

fn call<'a>(section: &SectionAsWritten, source: &SourceFacts<'a>) -> Option<&'a Call> {
    let rows = section.parameters.iter().map(|row| &row.ty);
    let types = rows.chain(&section.response).filter_map(|cell| cell.expr.as_ref().ok());
    let classes = types.flat_map(Expr::targets).filter_map(page_stem).map(fold).collect();
    source.method(&MethodKey { group: fold(&section.group), name: fold(&section.heading), classes })
}

/// A call without an id is known by its group and name.
fn usage(section: &SectionAsWritten, call: &Call) -> Usage {
    let (path, fragment) = call.path.split_once('#').map_or((&*call.path, None), |(path, rest)| (path, Some(rest)));
    let id = match call.id.as_str() {
        "" => format!("{}.{}", section.group, section.heading),
        id => id.to_owned(),
    };
    Usage {
        language: String::new(),
        id,
        method: call.method.clone(),
        path: path.to_owned(),
        fragment: fragment.map(str::to_owned),
    }
}
