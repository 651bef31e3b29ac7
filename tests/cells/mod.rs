//! What the constructs of each SDK language's model pages mean, as tables: a cell or a page, and what becomes of it.
//!
//! In: small pages, one construct each. Out: nothing.

mod csharp;
pub mod fixture;
mod go;
mod java;
mod odd;
mod php;
mod python;
mod ruby;
mod tags;
mod typescript;
mod unread;
mod wrapping;
