//! What fuzzing runs: the functions of `targets`, each by a program in `bin/`.

#[path = "../../campaign/mod.rs"]
#[allow(dead_code, unused_imports)] // targets look at what must hold; they do not mutate
mod campaign;
pub mod targets;
