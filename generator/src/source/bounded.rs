//! Reads a file that may be anything: what has no end, or is too large, is refused before it is read.
//!
//! In: a path and a limit. Out: bytes. It must not know what they mean.

use camino::Utf8Path;
use std::io::{Error, ErrorKind, Read, Result};

/// Bytes of the largest page that is read. (The largest of 26 vendors' has two million.)
pub const LARGEST_PAGE: u64 = 16 << 20;

/// Bytes of the largest configuration, or file of overrides, that is read.
pub const LARGEST_CONFIG: u64 = 4 << 20;

/// The bytes of a regular file of at most `limit` bytes.
///
/// # Errors
/// When it cannot be read, is a pipe, a device or a folder, or is larger.
///
/// ```
/// use tablature::source::read_bounded;
/// assert!(read_bounded("/dev/zero".into(), 100).is_err());
/// ```
pub fn read_bounded(path: &Utf8Path, limit: u64) -> Result<Vec<u8>> {
    let data = path.metadata()?;
    if !data.is_file() {
        let what = if data.is_dir() { "it is a folder" } else { "it is a pipe or a device" };
        return Err(Error::new(ErrorKind::InvalidInput, what));
    }
    if data.len() > limit {
        return Err(too_large(data.len(), limit));
    }
    let mut bytes = Vec::new();
    // A file may grow while it is read.
    std::fs::File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    let length = bytes.len() as u64;
    if length > limit { Err(too_large(length, limit)) } else { Ok(bytes) }
}

fn too_large(length: u64, limit: u64) -> Error {
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20);
    let message = format!("it has {} MB, and at most {} are read", megabytes(length), megabytes(limit));
    Error::new(ErrorKind::FileTooLarge, message)
}
