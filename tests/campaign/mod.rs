//! Mutates docs trees and looks at what must hold whatever is in them.
//!
//! In: pages and a number that says which mutation. Out: the property that did not hold, if one did not. The short run is a test;
//! the long one is the example `campaign`, which counts the kinds.

mod mutate;
mod properties;

pub use mutate::{kinds, mutate};
pub use properties::examine;

/// The pages of a tree, by path.
pub type Pages = Vec<(String, Vec<u8>)>;

/// Numbers that look drawn at random, and are the same for the same seed.
#[derive(Debug, Clone)]
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`; 0 if that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if end == 0 { 0 } else { usize::try_from(self.0 % end as u64).unwrap_or(0) }
    }

    /// One of a list.
    pub fn of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }
}
