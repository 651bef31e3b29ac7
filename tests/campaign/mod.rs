//! Mutates docs trees and looks at what must hold whatever is in them.
//!
//! In: files and a number that says which mutation. Out: the property that did not hold, if one did not. The short run is a test;
//! the long one is the example `campaign`, which counts the kinds, the work and the memory.

mod mutate;
mod properties;

pub use mutate::{kinds, mutate};
pub use properties::{examine, examine_with};

use tablature::source::{File, Sdk, SourceFile, Sources};

/// The files of an SDK, by their paths from its docs folder: pages, and beside the folder (`../`) the front page, the lockfile and
/// the source.
pub type Files = Vec<(String, Vec<u8>)>;

/// What stands in front of the paths of files that lie beside the docs folder.
const BESIDE: &str = "../";
/// The front page and the lockfile.
const FRONT_PAGE: &str = "../README.md";
const LOCKFILE: &str = ".speakeasy/gen.lock";

/// As an SDK is read from disk: what is no text is marked.
pub fn sources<'f>(files: impl Iterator<Item = &'f (String, Vec<u8>)>) -> Sources {
    let (mut pages, mut sdk) = (Vec::new(), Sdk::default());
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(bytes).into_owned();
        match path.strip_prefix(BESIDE).filter(|_| path != FRONT_PAGE) {
            Some(LOCKFILE) => sdk.lock = Some(SourceFile { path: LOCKFILE.to_owned(), text }),
            Some(inside) => sdk.files.push(SourceFile { path: inside.to_owned(), text }),
            None => pages.push(File { tree: 0, path: path.clone(), root: String::new(), text }),
        }
    }
    let has_source = sdk.lock.is_some() || !sdk.files.is_empty();
    sdk.files.sort_by(|one, other| one.path.cmp(&other.path));
    let mut sources = Sources::new(pages);
    if has_source {
        sources.add_sdk(sdk);
    }
    sources
}

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
