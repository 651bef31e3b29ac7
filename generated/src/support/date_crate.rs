// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Dates and times convert to the types of no other crate: the configuration names none.
