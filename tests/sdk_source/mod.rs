//! The source of the SDK beside its docs: what pages leave open is settled, and nothing else changes.
//!
//! In: docs trees with source beside them. Out: nothing.

mod answers;
mod api;
mod bodies;
mod calls;
pub mod facts;
mod fields;
pub mod fixture;
mod hostile;
mod lockfile;
mod older;
mod parameters;
mod recorded;
mod settled;
mod tags;
mod trees;
mod unions;
