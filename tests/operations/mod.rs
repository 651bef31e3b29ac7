//! Operation pages to the model, construct by construct, on small pages.
//!
//! In: pages as a docs tree has them. Out: nothing.

mod client;
mod concluded;
mod credentials;
mod findings;
pub mod fixture;
mod front_page;
mod names;
mod overrides;
mod paging;
mod places;
mod responses;
mod sections;
mod spellings;
