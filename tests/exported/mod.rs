//! The OpenAPI document of models built by hand.

mod about;
mod operations;
mod schemas;
mod twins;
