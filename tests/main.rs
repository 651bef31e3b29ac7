//! Every test that looks at the product from outside, a module per concern.

mod alone;
mod any_text;
mod architecture;
mod built;
/// The files that generated endpoints call, compiled here as they are there.
#[path = "../generator/support/call/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros)]
mod call;
mod campaign;
mod campaign_short;
mod cells;
mod checked_in;
mod cli;
#[allow(dead_code, unused_imports)] // what no test uses is used by some crate
mod client;
mod codes;
mod compare_requests;
mod configured;
mod constants;
mod corpora;
mod diff;
mod differences;
mod docs;
mod drift;
mod emitted;
mod endpoints;
mod exported;
mod flaws;
mod folders;
mod front_page;
mod front_pages;
/// What is fuzzed.
mod fuzz {
    #[path = "src/targets/mod.rs"]
    pub mod targets;
}
mod fuzz_short;
mod group_features;
mod guessed;
mod guesses;
mod guide;
mod hostile;
mod init;
mod manifest;
mod markdown;
mod messages;
mod named;
mod needs;
mod new_crate;
mod older;
mod openapi;
mod operations;
mod outputs;
mod paths;
mod program;
mod reading;
mod recorded;
mod rendered;
mod report;
mod rows;
mod runtime;
mod sdk_source;
mod selections;
mod specs;
/// The support code of generated crates, compiled here as it is there; what no test uses is used by some crate.
#[path = "../generator/support/support.rs"]
#[allow(dead_code, unused_imports, unused_macros)]
mod support;
mod surveyed;
mod template;
mod told;
mod trees;
mod typos;
mod updates;
mod watch;
mod workflows;

use paths::workspace;
