//! What each command begins with: the configuration, then the pages.
//!
//! In: the flags. Out: settings, sources and what was found while reading them. It must not know which command asks.

use super::{
    Failure,
    args::{Global, Place},
    console::Console,
    plan::counted,
};
use crate::{
    beside::read_source,
    config::{self, Config, SdkSource},
    generate::{self, Understood},
    naming::crate_name,
    render::Count,
    source::{Code, Diagnostic, Diagnostics, Severity, Sources, load},
};
use camino::{Utf8Path, Utf8PathBuf};

/// The configuration that is read where none is named.
const CONFIG_FILE: &str = "tablature.toml";

/// The settings and the pages of a run.
pub struct Session {
    /// The settings.
    pub config: Config,
    /// The pages, and the texts of the configuration.
    pub sources: Sources,
    /// What was found while reading them.
    pub found: Diagnostics,
}

impl Session {
    /// Reads the configuration and the pages.
    pub fn open(global: &Global, place: &Place, console: &mut Console<'_>) -> Result<Self, Failure> {
        let mut sources = Sources::default();
        let mut found = Diagnostics::default();
        let config = settings(global, place, &mut sources, &mut found)?;
        let mut session = Self { config, sources, found };
        if session.found.has_errors() {
            let found = std::mem::take(&mut session.found);
            session.report(found, console)?;
        }
        if session.config.docs.is_empty() {
            return Err(Failure::input(format!("no docs folder is given: pass --docs DIR, or write {CONFIG_FILE}")));
        }
        let progress = console.progress("reading pages");
        let pages = load(&session.config.docs, &mut session.found).map_err(Failure::input)?;
        session.sources = session.sources.with_pages(pages);
        read_source(&session.config, &mut session.sources, &mut session.found).map_err(Failure::input)?;
        drop(progress);
        console.done("pages read");
        for (tree, folder) in (0u32..).zip(&session.config.docs) {
            if !session.sources.files().iter().any(|file| file.tree == tree) {
                let message = format!("there is no page in `{folder}`");
                let finding = Diagnostic::general(Code::NoPages, message);
                session.found.push(finding.help("point `docs` at the folder that holds models/ and sdks/"));
            }
        }
        Ok(session)
    }

    /// Understands the pages.
    pub fn understand(&self, console: &Console<'_>) -> Understood {
        let _progress = console.progress(self.understanding());
        generate::understand(&self.sources, &self.config)
    }

    /// What goes on while the pages are understood, in words.
    pub fn understanding(&self) -> String {
        format!("understanding {}", counted(self.sources.files().len(), "page"))
    }

    /// Prints the findings of reading and of a later step together; fails if any is an error.
    pub fn report(&mut self, later: Diagnostics, console: &mut Console<'_>) -> Result<(), Failure> {
        // That a folder is empty says already why nothing comes of it.
        let is_empty = self.found.list.iter().any(|finding| finding.code == Code::NoPages);
        self.found.list.extend(later.list.into_iter().filter(|finding| !is_empty || finding.code != Code::NoPages));
        self.found.judge(self.config.policy());
        self.found.sort();
        console.findings(&self.found, &self.sources);
        if !self.found.has_errors() {
            return Ok(());
        }
        let name = self.config.name.iter().map(|name| format!(" `{name}`")).collect::<String>();
        Err(Failure::input(format!("could not generate{name}: {}", Count::of(&self.found.list))))
    }

    /// The folder of the crate, which may not be there yet.
    pub fn out(&self) -> Result<&Utf8Path, Failure> {
        let missing =
            || Failure::input(format!("no output folder is given: pass --out DIR, or set `out` in {CONFIG_FILE}"));
        let out = self.config.out.as_deref().ok_or_else(missing)?;
        match out {
            _ if out == "" => {
                Err(Failure::input("`--out` is empty: name the folder of the crate, or `.` for this one"))
            }
            _ if out.is_file() => {
                Err(Failure::input(format!("`{out}` is a file: `--out` names the folder of the crate")))
            }
            _ => Ok(out),
        }
    }
}

/// The configuration file, if it is to be read, with the flags in place of what it says.
///
/// Without one, a docs tree is tried out: a page that its vendor left out must not keep the others from their crate.
pub fn settings(
    global: &Global,
    place: &Place,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Result<Config, Failure> {
    let mut config = match config_path(global, place) {
        Some(path) => config::read(&path, sources, found).map_err(Failure::input)?,
        None => Config { strict: false, ..Config::default() },
    };
    let folders = place.pages.folders();
    if !folders.is_empty() {
        config.docs = folders;
    }
    if let Some(source) = &place.pages.source {
        config.source = source.clone().into();
        if let SdkSource::Folder(folder) = &config.source
            && !folder.is_dir()
        {
            return Err(Failure::input(format!("cannot read `{folder}`: no such folder")));
        }
    }
    if let Some(dangling) = place.pages.dangling {
        config.dangling = Some(dangling.into());
    }
    config.strict |= place.pages.strict;
    config.language = place.pages.language.or(config.language);
    config.out = place.out.clone().or(config.out);
    config.name = place.pages.name.clone().or(config.name).or_else(|| folder_name(config.out.as_deref()?));
    Ok(config)
}

/// `--docs` tries another docs tree, to which this folder's configuration does not belong.
pub fn config_path(global: &Global, place: &Place) -> Option<Utf8PathBuf> {
    let default = Utf8Path::new(CONFIG_FILE);
    let implied = || (place.pages.folders().is_empty() && default.is_file()).then(|| default.to_owned());
    global.config.clone().or_else(implied)
}

fn folder_name(out: &Utf8Path) -> Option<String> {
    out.file_name().filter(|name| crate_name::fault(name).is_none()).map(str::to_owned)
}

/// How many findings are warnings, in words; nothing if none is.
#[must_use]
pub fn warnings(found: &Diagnostics) -> String {
    match found.list.iter().filter(|finding| finding.severity() == Severity::Warning).count() {
        0 => String::new(),
        1 => "; 1 warning".to_owned(),
        count => format!("; {count} warnings"),
    }
}
