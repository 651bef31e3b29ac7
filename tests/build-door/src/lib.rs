//! Example of the build.rs door.
