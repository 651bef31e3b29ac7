//! The command line; see [`tablature::cli`].

use anstream::{AutoStream, ColorChoice};
use std::{io::IsTerminal, process::ExitCode};
use tablature::cli::{Streams, run};

fn main() -> ExitCode {
    let (mut stdout, mut stderr) = (std::io::stdout(), std::io::stderr());
    let is_terminal = stderr.is_terminal();
    let takes_color = AutoStream::choice(&stderr) != ColorChoice::Never;
    run(std::env::args_os(), Streams { stdout: &mut stdout, stderr: &mut stderr, is_terminal, takes_color }).into()
}
