//! A stand-in for the API on the loopback address, for trying the examples out.
//!
//! In: a port, or none for 8080. Out: its base URL, and answers until it is stopped. The service's id says how it answers:
//! `well`, `bad-request`, `unauthorized`, `busy`, `no-json`, and more.

#[path = "../../../endpoints/server.rs"]
#[allow(dead_code)] // the tests use more of it
mod server;

use std::env;

fn main() {
    let port = env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(8080);
    let server = server::Server::start_on(port);
    println!("{} (Ctrl-C stops it)", server.base());
    loop {
        std::thread::park();
    }
}
