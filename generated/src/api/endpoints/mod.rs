// Generated from sdks/*/README.md by `tablature generate`. Do not edit.

//! The operations of the API, a module for each group.

pub mod token_operations;
pub mod tokens;
