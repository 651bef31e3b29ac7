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

/// How often and how long a client tries.
///
/// Only requests of idempotent methods are sent again: on 429, 502, 503 and 504, and when a connection is refused or breaks. The
/// delays grow by a factor of two, with jitter; where the API asks to wait (`Retry-After`), the client waits as long, or gives up
/// if that is longer than the longest delay.
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
    pub(super) fn new(policy: &Retry, method: &Method) -> Self {
        let builder = ExponentialBuilder::new()
            .with_min_delay(policy.first)
            .with_max_delay(policy.longest)
            .with_max_times(policy.times)
            .with_jitter();
        let delays = IDEMPOTENT.contains(method).then(|| builder.build());
        Self { delays, longest: policy.longest, total: policy.total, started: Instant::now(), repeated: 0 }
    }

    /// How long to wait after a response; nothing if it stands.
    pub(super) fn after_response(&mut self, status: StatusCode, headers: &HeaderMap) -> Option<Duration> {
        if RETRIED.contains(&status) { self.next(asked(headers)) } else { None }
    }

    /// How long to wait where there is no response; nothing if that stands.
    pub(super) fn after_fault(&mut self, fault: Fault) -> Option<Duration> {
        if matches!(fault, Fault::Refused | Fault::Broken) { self.next(None) } else { None }
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
