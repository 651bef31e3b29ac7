// Generated from the docs by `tablature generate`. Do not edit.

//! The API, a module for each folder of its docs.

pub mod components;
pub mod endpoints;
pub mod errors;
pub mod operations;
