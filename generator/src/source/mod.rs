//! Files, spans, and diagnostics.
//!
//! In: a docs folder, or files in memory. Out: texts with ids, sorted by path. It must not know what a page holds.

mod bounded;
mod codes;
mod diagnostic;
mod files;
mod load;
mod sdk;

pub use bounded::{LARGEST_CONFIG, LARGEST_PAGE, read_bounded};
pub use codes::Code;
pub use diagnostic::{Diagnostic, Diagnostics, Policy, Severity, Weight};
pub use files::{BESIDE, FRONT_PAGE, File, FileId, Sources, Span, is_page};
pub(crate) use files::{floor_boundary, without_ending};
pub use load::{LoadError, OPERATIONS, TYPES, beside, load};
pub use sdk::{Sdk, SourceFile, maybe_sdk, read_sdk, sdk_beside};
