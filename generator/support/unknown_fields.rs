//! Unknown fields of objects are kept, so that they survive a round trip.

pub(super) const KEPT: bool = true;
