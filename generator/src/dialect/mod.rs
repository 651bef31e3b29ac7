//! What differs by SDK language.
