//! Dates and times convert to the types of no other crate: the configuration names none.
