//! `tablature watch`: generates again after each change of a page or a setting, until Ctrl-C.
//!
//! In: the flags. Out: a line for each run, and its errors. It must not know what a run does.

use super::{
    Failure,
    args::{GeneratePlace, Global},
    console::Console,
    generate::generate,
    session,
};
use crate::source::{Diagnostics, Sources, is_page};
use camino::{Utf8Path, Utf8PathBuf};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};
use std::{
    collections::BTreeMap,
    path::Path,
    sync::mpsc::{Receiver, Sender, channel},
    time::Duration,
};

/// How long nothing may change before a run: an editor writes a file in several steps, and a checkout many files.
const QUIET: Duration = Duration::from_millis(200);

/// Why the command wakes up.
enum Wake {
    Changed,
    Stop,
}

pub fn watch(global: &Global, flags: &GeneratePlace, console: &mut Console<'_>) -> Result<(), Failure> {
    let (sender, wakes) = channel();
    stop_on_interrupt(sender.clone())?;
    let mut watched = Watched::new(sender)?;
    watched.follow(places(global, flags)?)?;
    run(global, flags, console);
    console.only_errors();
    console.note(&format!("watching {} and the settings; Ctrl-C ends it", watched.docs()));
    while wait(&wakes) {
        run(global, flags, console);
        // The configuration may name other folders now; while it has an error, the old ones are followed.
        if let Ok(places) = places(global, flags) {
            watched.follow(places)?;
        }
    }
    Ok(())
}

/// A run says itself what came of it; an error ends the run alone.
fn run(global: &Global, flags: &GeneratePlace, console: &mut Console<'_>) {
    if let Err(Failure::Check(message) | Failure::Input(message)) = generate(global, flags, console) {
        console.fail(&message);
    }
}

/// Waits for a change and for its end; whether to go on.
fn wait(wakes: &Receiver<Wake>) -> bool {
    if !matches!(wakes.recv(), Ok(Wake::Changed)) {
        return false;
    }
    loop {
        match wakes.recv_timeout(QUIET) {
            Ok(Wake::Changed) => {}
            Ok(Wake::Stop) => return false,
            Err(_) => return true,
        }
    }
}

/// Files are whole between runs and within one, so that there is nothing to tidy up.
fn stop_on_interrupt(sender: Sender<Wake>) -> Result<(), Failure> {
    ctrlc::set_handler(move || drop(sender.send(Wake::Stop))).map_err(Failure::input)
}

/// The docs folders with all that is in them, and the folders of their front pages and of the settings.
fn places(global: &Global, flags: &GeneratePlace) -> Result<Places, Failure> {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let config = session::settings(global, &flags.place, &mut sources, &mut found)?;
    let texts = session::config_path(global, &flags.place).into_iter().chain(config.overrides_file);
    let folder = |path: &Utf8Path| path.parent().filter(|it| *it != "").unwrap_or(Utf8Path::new(".")).to_owned();
    let beside = texts.map(|path| folder(&path)).chain(config.docs.iter().map(|docs| folder(docs)));
    let shallow = beside.map(|folder| (folder, RecursiveMode::NonRecursive)).collect::<Places>();
    Ok(shallow.into_iter().chain(config.docs.into_iter().map(|docs| (docs, RecursiveMode::Recursive))).collect())
}

/// Folders, and whether what is deep in them counts.
type Places = BTreeMap<Utf8PathBuf, RecursiveMode>;

/// Whether a run reads such a file; those that it writes must not wake it up again.
fn is_read(path: &Path) -> bool {
    let is_config =
        || path.extension().is_some_and(|it| it == "toml") && path.file_name().is_some_and(|it| it != "Cargo.toml");
    is_page(path) || is_config()
}

/// What is followed.
struct Watched {
    watcher: RecommendedWatcher,
    places: Places,
}

impl Watched {
    fn new(sender: Sender<Wake>) -> Result<Self, Failure> {
        let counts = |event: &Event| !event.kind.is_access() && event.paths.iter().any(|path| is_read(path));
        let told = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| counts(&event)) {
                let _ = sender.send(Wake::Changed);
            }
        };
        let watcher = recommended_watcher(told).map_err(Failure::input)?;
        Ok(Self { watcher, places: Places::new() })
    }

    fn follow(&mut self, places: Places) -> Result<(), Failure> {
        for (place, mode) in places.iter().filter(|(place, mode)| self.places.get(*place) != Some(mode)) {
            let cannot = |error| Failure::input(format!("cannot watch `{place}`: {error}"));
            self.watcher.watch(place.as_std_path(), *mode).map_err(cannot)?;
        }
        self.places = places;
        Ok(())
    }

    /// The docs folders, in words.
    fn docs(&self) -> String {
        let docs = self.places.iter().filter(|(_, mode)| **mode == RecursiveMode::Recursive);
        docs.map(|(place, _)| place.as_str()).collect::<Vec<_>>().join(", ")
    }
}
