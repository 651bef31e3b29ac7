//! The client of an API, as the generator writes it for one with two servers and a bearer token, against a server that counts.
//!
//! In: the files that generated clients are made of. Out: nothing.

#[path = "../../generator/support/client/async_events.rs"]
mod async_events;
#[path = "../../generator/support/client/async_pages.rs"]
mod async_pages;
#[path = "../../generator/support/client/asynchronous.rs"]
mod asynchronous;
#[path = "../../generator/support/client/blocking.rs"]
pub mod blocking;
#[path = "../../generator/support/client/blocking_events.rs"]
mod blocking_events;
#[path = "../../generator/support/client/blocking_pages.rs"]
mod blocking_pages;
#[path = "../../generator/support/client/credential.rs"]
mod credential;
#[path = "../../generator/support/client/exchange.rs"]
mod exchange;
#[path = "../../generator/support/client/never.rs"]
mod never;
#[path = "../../generator/support/client/options.rs"]
mod options;
#[path = "../../generator/support/client/resume.rs"]
mod resume;
#[path = "../../generator/support/client/retry.rs"]
mod retry;
#[path = "../../generator/support/client/server.rs"]
mod server;
#[path = "../../generator/support/client/settings.rs"]
mod settings;
#[path = "../../generator/support/client/span.rs"]
mod span;
#[path = "../../generator/support/client/turn.rs"]
mod turn;

mod api;
mod calls;
mod credentials;
mod emitted;
mod events;
mod pages;
mod servers;

pub use asynchronous::Client;
pub use credential::{Credential, MissingVariable};
pub use resume::EventError;
pub use retry::Retry;

use credential::Scheme;
use server::filled;
use settings::Settings;
