//! Credentials that belong together: a key and a secret of which the one alone opens nothing.
//!
//! In: schemes, the fields of their page, and the names of the credentials that examples pass. Out: the schemes, those of a group
//! joined. It must not know how code is read.
//!
//! The front page lists credentials that belong together and alternatives alike. The page of the object that holds them calls those
//! that belong together required, and alternatives optional; of alternatives, examples pass one.

use super::{argument::Argument, usage_code::UsageCode};
use crate::{
    model::{Evidence, Fact, SchemeKind, SecurityScheme},
    naming::fold,
    source::Sources,
};
use std::collections::BTreeSet;

/// Joins the schemes that their page requires, else those that every example passes at once that passes one of them.
pub fn join<'e>(
    sources: &Sources,
    schemes: &mut [SecurityScheme],
    page: &[Argument],
    examples: impl Iterator<Item = (&'e UsageCode, &'e [String])> + Clone,
) {
    let required = page.iter().filter(|field| field.field.presence.is_required());
    let names: Vec<String> = required.map(|field| field.field.doc_name.clone()).collect();
    let group = passed(schemes, &names);
    if group.len() > 1 {
        return join_group(schemes, &group, Fact::stated);
    }
    let shown = examples.map(|(code, names)| (code, passed(schemes, names)));
    let Some((code, group)) = shown.clone().find(|(_, group)| group.len() > 1) else { return };
    let is_torn = |(_, other): (_, BTreeSet<usize>)| !other.is_disjoint(&group) && !group.is_subset(&other);
    if shown.clone().any(is_torn) {
        return;
    }
    join_group(schemes, &group, |leader| Fact::read(leader, Evidence::UsageCode, code.place(sources)));
}

fn join_group(schemes: &mut [SecurityScheme], group: &BTreeSet<usize>, known: impl Fn(String) -> Fact<String>) {
    let mut travels_apart = of_headers_apart(schemes, group).into_iter();
    let Some(first) = travels_apart.next() else { return };
    let leader = schemes[first].doc_name.clone();
    for at in travels_apart {
        schemes[at].with = Some(known(leader.clone()));
    }
}

/// Which of the schemes an example passes by name.
fn passed(schemes: &[SecurityScheme], names: &[String]) -> BTreeSet<usize> {
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let is_passed = |scheme: &SecurityScheme| scheme.names().any(|part| names.contains(&fold(part)));
    (0..schemes.len()).filter(|at| is_passed(&schemes[*at])).collect()
}

/// Without those that would take the header `Authorization` from the first that travels in it: such are alternatives whatever an
/// example passes.
fn of_headers_apart(schemes: &[SecurityScheme], group: &BTreeSet<usize>) -> Vec<usize> {
    let mut is_taken = false;
    let apart = |at: &usize| {
        let takes = schemes[*at].kind.value != SchemeKind::ApiKey;
        let fits = !(takes && is_taken);
        is_taken |= takes;
        fits
    };
    group.iter().copied().filter(apart).collect()
}
