// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! When a request is sent again, and when no more.
//!
//! In: what came of an attempt. Out: how long to wait before the next one. It must not know any HTTP client.

use crate::call::Fault;
use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use http::{HeaderMap, Method, StatusCode, header};
use std::time::{Duration, Instant, SystemTime};

/// Statuses that say that the same request may succeed later.
const RETRIED: &[StatusCode] = &[
    StatusCode::TOO_MANY_REQUESTS,
    StatusCode::BAD_GATEWAY,
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::GATEWAY_TIMEOUT,
];

/// Methods whose requests may be repeated without another effect (RFC 9110, section 9.2.2).
const IDEMPOTENT: &[Method] = &[Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS, Method::TRACE];

/// Whether a request of this method may be sent again.
pub(super) fn is_idempotent(method: &Method) -> bool {
    IDEMPOTENT.contains(method)
}

/// Whether another connection may fare better.
pub(super) fn may_pass(fault: Fault) -> bool {
    matches!(fault, Fault::Refused | Fault::Broken)
}

/// How often and how long a client tries.
///
/// Only requests of idempotent methods are sent again: on 429, 502, 503 and 504, and when a connection is refused or breaks. The
/// delays grow by a factor of two, with jitter; where the API asks to wait (`Retry-After`), the client waits as long, or gives up
/// if that is longer than the longest delay. Events that break off go on in the same way: see the clients' `stream`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retry {
    times: usize,
    first: Duration,
    longest: Duration,
    total: Duration,
}

/// Three times more, half a second at first, a minute at most, two minutes in all.
impl Default for Retry {
    fn default() -> Self {
        Self {
            times: 3,
            first: Duration::from_millis(500),
            longest: Duration::from_secs(60),
            total: Duration::from_secs(120),
        }
    }
}

impl Retry {
    /// No request is sent again.
    #[must_use]
    pub fn off() -> Self {
        Self { times: 0, ..Self::default() }
    }

    /// So many times more than once.
    #[must_use]
    pub fn times(times: usize) -> Self {
        Self { times, ..Self::default() }
    }

    /// The first delay.
    #[must_use]
    pub fn first(self, first: Duration) -> Self {
        Self { first, ..self }
    }

    /// The longest delay, also where the API asks for more.
    #[must_use]
    pub fn longest(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }

    /// The time after which nothing is sent again.
    #[must_use]
    pub fn total(self, total: Duration) -> Self {
        Self { total, ..self }
    }
}

/// The attempts of one call.
pub(super) struct Attempts {
    delays: Option<ExponentialBackoff>,
    longest: Duration,
    total: Duration,
    started: Instant,
    /// How often the request was sent again.
    pub repeated: usize,
}

impl Attempts {
    /// The attempts of a request of this method.
    pub(super) fn new(policy: &Retry, method: &Method) -> Self {
        Self::of(policy, is_idempotent(method).then_some(policy.first))
    }

    /// The attempts to go on with events, the first after so long unless the server says otherwise.
    pub(super) fn to_go_on(policy: &Retry, retry: Option<Duration>) -> Self {
        let first = retry.unwrap_or(policy.first);
        Self::of(policy, (first <= policy.longest).then_some(first))
    }

    fn of(policy: &Retry, first: Option<Duration>) -> Self {
        let builder =
            ExponentialBuilder::new().with_max_delay(policy.longest).with_max_times(policy.times).with_jitter();
        let delays = first.map(|first| builder.with_min_delay(first).build());
        Self { delays, longest: policy.longest, total: policy.total, started: Instant::now(), repeated: 0 }
    }

    /// How long to wait before the next attempt; nothing if what came of this one stands.
    pub(super) fn after(&mut self, outcome: Result<(StatusCode, &HeaderMap), Fault>) -> Option<Duration> {
        match outcome {
            Ok((status, headers)) if RETRIED.contains(&status) => self.next(asked(headers)),
            Err(fault) if may_pass(fault) => self.next(None),
            Ok(_) | Err(_) => None,
        }
    }

    /// How long to wait before events go on.
    pub(super) fn after_break(&mut self) -> Option<Duration> {
        self.next(None)
    }

    fn next(&mut self, asked: Option<Duration>) -> Option<Duration> {
        let delay = self.delays.as_mut()?.next()?;
        let wait = asked.unwrap_or_else(|| delay.min(self.longest));
        let goes_on = wait <= self.longest && self.started.elapsed().saturating_add(wait) <= self.total;
        self.repeated += usize::from(goes_on);
        goes_on.then_some(wait)
    }
}

/// How long the API asks to wait: `Retry-After` in seconds, or a date.
fn asked(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}
