//! A span of `tracing` for each call, behind the feature of that name: operation, method, status and retries. No URL, header or
//! body: they may hold secrets.

use crate::call::Endpoint;
use http::StatusCode;

/// The span of a call; nothing without the feature.
#[derive(Debug, Clone)]
pub(super) struct Span {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl Span {
    pub(super) fn new<E: Endpoint>() -> Self {
        Self::of_call(E::ID, E::METHOD, E::PATH)
    }

    fn of_call(operation: &'static str, method: &'static str, path: &'static str) -> Self {
        let (status, retries) = (tracing::field::Empty, tracing::field::Empty);
        Self { span: tracing::info_span!("call", operation, method, path, status, retries) }
    }

    /// A future within the span.
    #[cfg(feature = "reqwest")]
    pub(super) fn of<F: std::future::Future>(&self, future: F) -> impl std::future::Future<Output = F::Output> {
        tracing::Instrument::instrument(future, self.span.clone())
    }

    /// A function within the span.
    #[cfg(feature = "ureq")]
    pub(super) fn within<T>(&self, call: impl FnOnce() -> T) -> T {
        self.span.in_scope(call)
    }

    pub(super) fn answered(&self, status: StatusCode, retries: usize) {
        self.span.record("status", status.as_u16());
        self.span.record("retries", retries);
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::extra_unused_type_parameters, clippy::unused_self)] // the same as with the feature
impl Span {
    pub(super) fn new<E: Endpoint>() -> Self {
        Self {}
    }

    #[cfg(feature = "reqwest")]
    pub(super) fn of<F: std::future::Future>(&self, future: F) -> F {
        future
    }

    #[cfg(feature = "ureq")]
    pub(super) fn within<T>(&self, call: impl FnOnce() -> T) -> T {
        call()
    }

    pub(super) fn answered(&self, _: StatusCode, _: usize) {}
}
