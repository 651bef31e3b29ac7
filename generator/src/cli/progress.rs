//! A line on the terminal for work that goes on for more than half a second; it is gone when the work is done.
//!
//! In: what is being done. Out: the line, while it is done. It must not know what the work is.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{borrow::Cow, thread, time::Duration};

/// Until then, work is over before anyone has read that it began.
const PATIENCE: Duration = Duration::from_millis(500);

const TICK: Duration = Duration::from_millis(100);

/// The line. Nothing else may be printed to the terminal while it is there.
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins: `reading pages`. Where nobody watches, there is no line.
    pub fn start(is_watched: bool, what: impl Into<Cow<'static, str>>) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_message(what);
        if is_watched {
            let waiting = bar.clone();
            thread::spawn(move || {
                thread::sleep(PATIENCE);
                if !waiting.is_finished() {
                    waiting.set_draw_target(ProgressDrawTarget::stderr());
                    waiting.enable_steady_tick(TICK);
                }
            });
        }
        Self(bar)
    }

    /// How far the work is.
    pub fn step(&self, step: usize, steps: usize) {
        if self.0.length().is_none() {
            let style = ProgressStyle::with_template("{spinner} {msg} [{bar:40}] {percent} %");
            self.0.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        }
        self.0.set_length(steps as u64);
        self.0.set_position(step as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
