//! The command line.
//!
//! In: arguments. Out: text on two streams, files, and an exit status. It is thin: what it does, the library does.

mod args;
mod check;
mod console;
mod diff;
mod explain;
mod export;
mod facts;
mod generate;
mod init;
mod manual;
mod pages;
mod plan;
mod progress;
mod session;
mod survey;
mod watch;

pub use console::Streams;

use args::{Cli, Command, Export, Form};
use clap::Parser;
use console::Console;
use std::{ffi::OsString, fmt::Display};

/// Why a command did not succeed.
enum Failure {
    /// What is checked in is not what would be written; it has been printed.
    Drift,
    /// Something does not hold, though what was asked for is done.
    Check(String),
    /// The arguments, the configuration or the pages are wrong.
    Input(String),
}

impl Failure {
    fn input(message: impl Display) -> Self {
        Self::Input(message.to_string())
    }
}

/// Runs the command line and returns its exit status: 0 done, 1 drift or a failed check, 2 bad input.
///
/// ```
/// use tablature::cli::{run, Streams};
/// let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
/// let streams = Streams { stdout: &mut stdout, stderr: &mut stderr, is_terminal: false, takes_color: false };
/// assert_eq!(run(["tablature", "explain", "T0203"], streams), 0);
/// assert!(String::from_utf8(stdout).unwrap().starts_with("error[T0203]: a link leads to no page"));
/// ```
pub fn run<A: Into<OsString>>(args: impl IntoIterator<Item = A>, streams: Streams<'_>) -> u8 {
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, streams),
    };
    let mut console = Console::new(streams, &cli.global);
    match dispatch(cli, &args, &mut console) {
        Ok(()) => 0,
        Err(Failure::Drift) => 1,
        Err(Failure::Check(message)) => {
            console.fail(&message);
            1
        }
        Err(Failure::Input(message)) => {
            console.fail(&message);
            2
        }
    }
}

fn dispatch(cli: Cli, args: &[OsString], console: &mut Console<'_>) -> Result<(), Failure> {
    if cli.global.format == Form::Html && !matches!(cli.command, Command::Survey(_)) {
        return Err(Failure::input("`--format html` is a form of `survey` alone"));
    }
    match cli.command {
        Command::Generate(place) => generate::generate(&cli.global, &place, console),
        Command::Watch(place) => watch::watch(&cli.global, &place, console),
        Command::Init(place) => init::init(&cli.global, place, console),
        Command::Add(place) => pages::add(&cli.global, &place, console),
        Command::Remove(place) => pages::remove(&cli.global, &place, console),
        Command::Update(place) => pages::update(&cli.global, &place, console),
        Command::Diff(place) => diff::diff(&cli.global, place, console),
        Command::Check(place) => check::check(&cli.global, &place, args, console),
        Command::Survey(place) => survey::survey(&cli.global, &place.into_place(), console),
        Command::Export(Export::Openapi(place)) => export::openapi(&cli.global, place, console),
        Command::Completions { shell } => manual::completions(shell, console),
        Command::Man => manual::man(console),
        Command::Explain { code } => explain::explain(code.as_deref(), console),
    }
}

/// Help and version are results, and without color, as they may go to a file; anything else that clap says is bad input.
fn usage(error: &clap::Error, streams: Streams<'_>) -> u8 {
    let text = error.render();
    if !error.use_stderr() {
        let _ = write!(streams.stdout, "{text}");
        return 0;
    }
    let _ =
        if streams.takes_color { write!(streams.stderr, "{}", text.ansi()) } else { write!(streams.stderr, "{text}") };
    2
}
