//! Several docs trees of one API, merged.

mod definitions;
mod facts;
mod fixture;
mod operations;
mod presence;
mod stated;
mod types;
mod unions;
