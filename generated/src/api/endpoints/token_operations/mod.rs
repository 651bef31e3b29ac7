// Generated from sdks/tokenoperations/README.md by `tablature generate`. Do not edit.

//! The operations of TokenOperations.

mod delete;
mod revoke;

pub use self::delete::{Delete, DeleteError};
pub use self::revoke::{Revoke, RevokeError};

/// What builds the operations of this module.
pub mod builders {
    pub use super::delete::DeleteBuilder;
    pub use super::revoke::RevokeBuilder;
}
