// Generated from sdks/tokens/README.md by `tablature generate`. Do not edit.

//! The operations of Tokens.

mod create;
mod list;
mod update;

pub use self::create::{Create, CreateError};
pub use self::list::{List, ListError};
pub use self::update::{Update, UpdateError};

/// What builds the operations of this module.
pub mod builders {
    pub use super::create::CreateBuilder;
    pub use super::list::ListBuilder;
    pub use super::update::UpdateBuilder;
}
