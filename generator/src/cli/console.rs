//! Where the command line prints: the result on standard output, all else on standard error.
//!
//! In: text and findings. Out: what of them the flags ask for. It must not know what a command does.

use super::{
    args::{Form, Global, When},
    progress::Progress,
};
use crate::{
    model::visible_json,
    render,
    source::{Diagnostic, Diagnostics, Severity, Sources},
};
use std::{borrow::Cow, io::Write, time::Instant};

/// The two streams, and what is known of them.
pub struct Streams<'a> {
    /// Takes the result and nothing else.
    pub stdout: &'a mut dyn Write,
    /// Takes findings, notes and progress.
    pub stderr: &'a mut dyn Write,
    /// Whether a person watches standard error.
    pub is_terminal: bool,
    /// Whether standard error takes colors, unless a flag says otherwise.
    pub takes_color: bool,
}

/// For whom notes and findings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// For machines.
    Json,
}

/// The streams, used as the flags ask for.
pub struct Console<'a> {
    streams: Streams<'a>,
    /// For whom to print.
    pub format: Format,
    quiet: bool,
    /// Whether warnings are left out.
    errors_only: bool,
    color: bool,
    /// Since when the present stage runs, if its time is to be told.
    stage: Option<Instant>,
}

impl<'a> Console<'a> {
    /// A console for a run with these flags.
    pub fn new(streams: Streams<'a>, flags: &Global) -> Self {
        let color = match flags.color {
            When::Always => true,
            When::Never => false,
            When::Auto => streams.takes_color,
        };
        let stage = flags.verbose.then(Instant::now);
        let format = if flags.format == Form::Json { Format::Json } else { Format::Human };
        Self { streams, format, quiet: flags.quiet, errors_only: flags.quiet, color, stage }
    }

    /// Prints the result. A reader that has gone away is no error.
    pub fn result(&mut self, text: &str) {
        let _ = self.streams.stdout.write_all(text.as_bytes());
        let _ = self.streams.stdout.flush();
    }

    /// Prints the result as JSON that leaves a terminal as it is.
    pub fn json(&mut self, text: &str) {
        self.result(&visible_json(text));
    }

    /// Prints a line about the run, unless it is to be quiet.
    pub fn note(&mut self, text: &str) {
        if !self.quiet && self.format == Format::Human {
            let _ = writeln!(self.streams.stderr, "{}", render::visible(text));
        }
    }

    /// Says how long a stage took that ends now, if that is asked for.
    pub fn done(&mut self, stage: &str) {
        let Some(start) = self.stage else { return };
        self.note(&format!("{:8.3} s  {stage}", start.elapsed().as_secs_f64()));
        self.stage = Some(Instant::now());
    }

    /// Prints a line that must not be missed.
    pub fn fail(&mut self, text: &str) {
        let _ = match self.format {
            Format::Human => writeln!(self.streams.stderr, "error: {}", render::visible(text)),
            Format::Json => {
                let line = serde_json::json!({"severity": "error", "message": text}).to_string();
                writeln!(self.streams.stderr, "{}", visible_json(&line))
            }
        };
    }

    /// Prints findings, or the errors among them.
    pub fn findings(&mut self, found: &Diagnostics, sources: &Sources) {
        let wanted: Vec<Diagnostic> =
            found.list.iter().filter(|it| !self.errors_only || it.severity() == Severity::Error).cloned().collect();
        let text = match self.format {
            Format::Human => render::human(&wanted, sources, self.color),
            Format::Json => visible_json(&render::json(&wanted, sources)),
        };
        let _ = self.streams.stderr.write_all(text.as_bytes());
    }

    /// From now on, warnings are not printed: they have been.
    pub fn only_errors(&mut self) {
        self.errors_only = true;
    }

    /// Shows that this is being done, to a person who watches; until it is dropped, print nothing.
    #[must_use]
    pub fn progress(&self, what: impl Into<Cow<'static, str>>) -> Progress {
        Progress::start(self.streams.is_terminal && !self.quiet && self.format == Format::Human, what)
    }
}
