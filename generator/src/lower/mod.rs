//! Pages to the model.

pub mod operations;
