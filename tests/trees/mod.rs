//! Several docs trees of one API, merged.

mod facts;
mod fixture;
mod types;
