//! Endpoints as they are emitted.

mod emitted;
