//! Work on many things at once, whose findings come out as if they had been worked on one by one.
//!
//! In: things, and what to do with each. Out: the results and the findings, in the order of the things. It must not know what
//! the work is.

use crate::source::Diagnostics;
use rayon::prelude::*;

/// Does the work on each item.
pub fn each<I: Send, T: Send>(
    items: impl IntoParallelIterator<Item = I>,
    diagnostics: &mut Diagnostics,
    work: impl Fn(I, &mut Diagnostics) -> T + Sync + Send,
) -> Vec<T> {
    let alone = |item| {
        let mut found = Diagnostics::default();
        (work(item, &mut found), found)
    };
    let done: Vec<(T, Diagnostics)> = items.into_par_iter().map(alone).collect();
    let gather = |(result, found): (T, Diagnostics)| {
        diagnostics.list.extend(found.list);
        result
    };
    done.into_iter().map(gather).collect()
}
