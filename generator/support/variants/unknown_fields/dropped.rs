//! Unknown fields of objects are dropped, as the configuration says.

pub(super) const KEPT: bool = false;
