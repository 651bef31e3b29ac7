//! An endpoint of the local server, written by hand as the generator writes them.

use crate::call::{Draft, Endpoint, Frame, ReadError, Received, RequestError, Streams};
use serde_json::Value;

crate::call::operation_error! {
    /// What can go wrong with [`Count`].
    CountError {
        404 NotFound: Value;
    }
}

crate::call::operation_error! {
    /// Errors that are documented for a status, for a class of them and for all others.
    RangesError {
        404 NotFound: bool;
        "4XX" ClientError: i64;
        "default" Default: String;
    }
}

/// An endpoint of the local server whose answer is a stream.
pub struct Count {
    /// Capabilities how the server answers.
    pub service: &'static str,
}

impl Endpoint for Count {
    type Success = ();
    type Error = CountError;
    const ID: &'static str = "count";
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/api/{serviceId}/count";
    const ACCEPT: &'static str = "text/event-stream";

    fn write(&self, draft: &mut Draft) -> Result<(), RequestError> {
        draft.path("serviceId", self.service)
    }

    fn read(_: &Received<'_>) -> Result<(), ReadError> {
        Ok(())
    }
}

impl Streams for Count {
    type Event = Value;
    const FRAME: Frame = Frame::Event;
}
