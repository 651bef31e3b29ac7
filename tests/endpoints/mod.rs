//! Endpoints: their text as it is emitted, and the files that they call, through a local server and both adapters too.

mod auth;
mod bodies;
mod count;
mod emitted;
mod events;
mod examples;
mod outcomes;
mod parameters;
mod server;
mod streams;
