//! Several docs trees of one API, merged.

mod definitions;
mod facts;
mod fixture;
mod types;
mod unions;
