//! The error of no operation: what has no response yet has none.

use crate::call::SendError;

/// No value.
#[derive(Debug)]
pub(super) enum Never {}

impl Never {
    /// The same failure as that of an operation.
    pub(super) fn widen<E, T>(failed: SendError<Self, T>) -> SendError<E, T> {
        match failed {
            SendError::Request(error) => SendError::Request(error),
            SendError::Transport(error) => SendError::Transport(error),
            SendError::Operation(never) => match never {},
        }
    }
}
