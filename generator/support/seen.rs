//! Which fields of an object were there.

use super::{
    extra::Extra,
    fit::{Absence, Key},
};
use serde::de::Error;

/// The fields whose keys an object has.
#[derive(Default)]
pub(super) struct Seen {
    first: u128,
    /// Those that the bits have no room for.
    more: Vec<usize>,
}

impl Seen {
    pub(super) fn insert(&mut self, index: usize) {
        match bit(index) {
            Some(bit) => self.first |= bit,
            None => self.more.push(index),
        }
    }

    fn contains(&self, index: usize) -> bool {
        bit(index).map_or_else(|| self.more.contains(&index), |bit| self.first & bit != 0)
    }

    /// Whether all that is required is there. What is taken for null is noted.
    pub(super) fn check<E: Error>(&self, keys: &[Key], extra: &mut Extra) -> Result<(), E> {
        let missing = keys.iter().enumerate().filter(|(index, _)| !self.contains(*index));
        for (_, key) in missing {
            match key.absence() {
                Absence::Legal => {}
                Absence::Error => return Err(E::missing_field(key.name)),
                Absence::Noted => extra.mark(key.name),
            }
        }
        Ok(())
    }
}

fn bit(index: usize) -> Option<u128> {
    u32::try_from(index).ok().and_then(|index| 1_u128.checked_shl(index))
}
