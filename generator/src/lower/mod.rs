//! Pages to the model.
