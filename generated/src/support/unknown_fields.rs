// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Unknown fields of objects are kept, so that they survive a round trip.

pub(super) const KEPT: bool = true;
