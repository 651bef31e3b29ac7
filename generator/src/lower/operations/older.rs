//! Operations whose sections have no usage comment, as older SDK generators wrote them: method, path and id from the SDK's source.
//!
//! In: sections, and what the source says. Out: sections with method, path and id, where one call of the source is theirs alone, and
//! findings of those that stay without.

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
    model::{Model, Refused, Source},
    naming::fold,
    source::{Code, Diagnostic, Sources},
};
use std::{cmp::Ordering, collections::HashMap};

/// How to fix a section.
const ADD_COMMENT: &str =
    "add `<!-- UsageSnippet language=\"…\" operationID=\"…\" method=\"…\" path=\"…\" -->` above its example";

/// How to fix a whole tree.
const OLDER_DOCS: &str = "older SDK generators wrote docs that state neither method nor path: give the SDK's source with `--source DIR`, or take docs of a newer SDK of this API";

/// The findings of operations that a tree's model lacks for want of a usage comment: one for each, or one for all where it has no
/// operation.
pub fn without_comment(sources: &Sources, tree: u32, model: &Model) -> Vec<Diagnostic> {
    let found: Vec<_> = model.refused.iter().filter(|refused| refused.reason == left_out::NO_COMMENT).collect();
    let warn = |refused: &Refused, message: String| {
        let Source { page, line } = &refused.source;
        Diagnostic::at(Code::NoSnippet, sources.line_of(tree, page, *line), message)
    };
    match found.as_slice() {
        [first, _, ..] if model.operations.is_empty() => {
            let message =
                format!("none of {} operations has a usage comment: no endpoint can be written of them", found.len());
            vec![warn(first, message).help(OLDER_DOCS)]
        }
        each => {
            let message = |name: &str| format!("`{name}` has no usage comment: its endpoint cannot be written");
            each.iter().map(|refused| warn(refused, message(&refused.name)).help(ADD_COMMENT)).collect()
        }
    }
}

/// Gives sections without a usage comment the method, path and id of their calls. Of several that claim a call, it is that of the one which
/// found it in the surest way, and no one's where two did.
pub fn address(sections: &mut [SectionAsWritten], source: &SourceFacts<'_>) {
    let bare = |section: &&mut SectionAsWritten| section.refused == Some(left_out::NO_COMMENT);
    let claims = sections.iter_mut().filter(bare).filter_map(|section| Some((call(section, source)?, section)));
    let claims: Vec<((usize, &Call), &mut SectionAsWritten)> = claims.collect();
    // The surest way to a call, and how many found it so.
    let mut surest: HashMap<*const Call, (usize, usize)> = HashMap::new();
    for ((way, call), _) in &claims {
        let (least, count) = surest.entry(std::ptr::from_ref(*call)).or_insert((*way, 0));
        match way.cmp(least) {
            Ordering::Less => (*least, *count) = (*way, 1),
            Ordering::Equal => *count += 1,
            Ordering::Greater => {}
        }
    }
    for ((way, call), section) in claims {
        let usage = usage(section, call);
        if surest[&std::ptr::from_ref(call)] == (way, 1) && problem(&usage).is_none() {
            (section.usage, section.refused) = (usage, None);
        }
    }
}

fn call<'a>(section: &SectionAsWritten, source: &SourceFacts<'a>) -> Option<(usize, &'a Call)> {
    let rows = section.parameters.iter().map(|row| &row.ty);
    let types = rows.chain(&section.response).filter_map(|cell| cell.expr.as_ref().ok());
    let classes = types.flat_map(Expr::targets).filter_map(page_stem).map(fold).collect();
    source.method(&MethodKey { group: fold(&section.group), name: fold(&section.heading), classes })
}

/// A call without an id is known by its group and name.
fn usage(section: &SectionAsWritten, call: &Call) -> Usage {
    let (path, fragment) = call.path.split_once('#').map_or((&*call.path, None), |(path, rest)| (path, Some(rest)));
    let id = match call.id.as_str() {
        "" => section.name(),
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
