//! From page to page, for both kinds of clients.
//!
//! In: responses. Out: the requests between them. It must not know any HTTP client, nor types.

use crate::call::{Paging, RequestError, Walk};
use http::{Request, Response};

/// A walk through pages, and the error that ends it.
#[derive(Debug)]
pub(super) struct Turn {
    walk: Option<Walk>,
    failed: Option<RequestError>,
}

impl Turn {
    pub(super) fn new(first: Result<Request<Vec<u8>>, RequestError>, paging: &'static Paging) -> Self {
        match first {
            Ok(first) => Self { walk: Some(Walk::new(paging, first)), failed: None },
            Err(error) => Self { walk: None, failed: Some(error) },
        }
    }

    /// The error that ends the walk, once.
    pub(super) fn failure(&mut self) -> Option<RequestError> {
        self.failed.take()
    }

    /// The request for the next page; none behind the last.
    pub(super) fn request(&self) -> Option<Request<Vec<u8>>> {
        self.walk.as_ref()?.request().cloned()
    }

    pub(super) fn stop(&mut self) {
        self.walk = None;
    }

    /// Takes a response. Whether it is to be read: as a page or as an error, and not as the page before once more.
    pub(super) fn take(&mut self, response: &Response<Vec<u8>>) -> bool {
        if !response.status().is_success() {
            self.stop();
            return true;
        }
        let Some(walk) = &mut self.walk else { return false };
        match walk.take(response.body()) {
            Ok(is_page) => is_page,
            Err(error) => {
                self.failed = Some(error);
                true
            }
        }
    }
}
