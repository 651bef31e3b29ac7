//! The settings of a client, for both kinds of clients.

/// The methods that change what all calls share. Each takes the client and gives it back: a clone with another setting is cheap.
macro_rules! options {
    ($client:ident) => {
        impl $client {
            /// Sends to a server of the API, or to any other base URL (`https://api.example.com/v1`). Operations with a server of
            /// their own still go there: [`only_server`](Self::only_server) is for all.
            #[must_use]
            pub fn server(mut self, base: impl Into<String>) -> Self {
                self.settings.base = base.into();
                self
            }

            /// Sends all operations to one base URL, also those with a server of their own: to a proxy, or to a server of tests.
            #[must_use]
            pub fn only_server(mut self, base: impl Into<String>) -> Self {
                self.settings.is_only_base = true;
                self.server(base)
            }

            /// Authenticates with anything that can: for an operation with credentials of its own.
            #[must_use]
            pub fn authenticate_with(mut self, authenticate: impl Authenticate + Send + Sync + 'static) -> Self {
                self.settings.authenticate_with(authenticate);
                self
            }

            /// Sends a header with each request that has no such header of its own.
            #[must_use]
            pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
                self.settings.set_header(name, value);
                self
            }

            /// The time that one attempt may take, from its start to the end of its body; without it, the HTTP client's own.
            #[must_use]
            pub fn timeout(mut self, timeout: Duration) -> Self {
                self.settings.timeout = Some(timeout);
                self
            }

            /// When requests are sent again: [`Retry::off`] for never.
            #[must_use]
            pub fn retry(mut self, retry: Retry) -> Self {
                self.settings.retry = retry;
                self
            }
        }
    };
}
pub(super) use options;
