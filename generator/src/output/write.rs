//! Brings a folder up to date.
//!
//! In: the files of a run and the folder. Out: the folder holds just these files; those with the right text are not touched, and
//! what the generator did not write is kept. It must not know what is in them.
//!
//! All texts are written to a folder of their own beside `src/` first, and moved into place when the last of them is there: a disk
//! that is full, or a run that is killed, leaves the tree as it was. Moving is all that can be cut short, and leaves whole files.
//! Before the first is moved, the list of files names what was there and what is to come, so that the next run knows either.

use super::{Change, Drift, LOCK_FILE, Origin, Tree, compare::compare, folder, owned::Owned, staging::Staging};
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use std::{collections::HashMap, fmt, io};

/// A file that cannot be read or written.
#[derive(Debug)]
pub struct WriteError {
    verb: &'static str,
    path: Utf8PathBuf,
    source: io::Error,
}

impl WriteError {
    pub(super) fn new(verb: &'static str, path: &Utf8Path, source: io::Error) -> Self {
        Self { verb, path: path.to_owned(), source }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.verb, self.path, self.source)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// What a run did to the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files whose text changed or that are new.
    pub written: usize,
    /// Files that had the right text.
    pub unchanged: usize,
    /// Generated files that are no longer wanted, now gone.
    pub removed: Vec<Utf8PathBuf>,
    /// Files that someone edited after they were generated, left as they are.
    pub edited: Vec<Utf8PathBuf>,
    /// Files of someone else in the place of generated ones, left as they are.
    pub occupied: Vec<Utf8PathBuf>,
    /// Files of someone else in the generator's folder, left as they are.
    pub foreign: Vec<Utf8PathBuf>,
}

/// What becomes of files that are not the generator's, where it would write or remove them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They are kept, and named in [`Written`].
    Keep,
    /// Those that were edited, and those in the place of generated ones, are overwritten. What merely lies among generated files
    /// is kept.
    Overwrite,
}

/// Writes the files whose text is not there yet, and removes generated files that are not among them.
///
/// `step` is called after each file that is staged, moved or removed, with the number of such steps until then and in all.
///
/// # Errors
/// When a file cannot be written, or would lie outside `out`.
pub fn write(
    tree: &Tree,
    out: &Utf8Path,
    others: Others,
    mut step: impl FnMut(usize, usize),
) -> Result<Written, WriteError> {
    tree.files.iter().chain(&tree.once).try_for_each(|file| check_place(out, &file.path))?;
    let plan = Plan::new(tree, out, others)?;
    if plan.is_empty() && !Staging::is_there(out) {
        return Ok(plan.done);
    }
    let staging = Staging::open(out)?;
    // Another run may have changed the folder until then.
    let plan = Plan::new(tree, out, others)?;
    let steps = plan.steps();
    plan.carry_out(tree, out, Run { out, staging, step: &mut step, taken: 0, steps })?;
    Ok(plan.done)
}

/// What is to be done.
struct Plan {
    /// Paths and texts.
    write: Vec<(Utf8PathBuf, String)>,
    /// What will have been done.
    done: Written,
    /// Whether the list of files is to be written.
    list: bool,
}

impl Plan {
    fn new(tree: &Tree, out: &Utf8Path, others: Others) -> Result<Self, WriteError> {
        let mut plan = Self { write: Vec::new(), done: Written::default(), list: false };
        let files = || tree.files.iter().chain(&tree.once);
        let drift = compare(tree, out)?;
        let differing =
            drift.iter().filter(|it| it.path != LOCK_FILE && !matches!(it.change, Change::Orphan(_))).count();
        plan.done.unchanged = files().count() - differing;
        let texts: HashMap<&Utf8Path, &str> = files().map(|file| (file.path.as_path(), file.text.as_str())).collect();
        drift.into_iter().for_each(|drift| plan.add(drift, &texts, others));
        plan.done.written = plan.write.len();
        Ok(plan)
    }

    fn add(&mut self, drift: Drift, texts: &HashMap<&Utf8Path, &str>, others: Others) {
        let Drift { path, change } = drift;
        let keep = others == Others::Keep;
        match change {
            _ if path == LOCK_FILE => self.list = true,
            Change::Differs { origin: Origin::Edited, .. } | Change::Orphan(Origin::Edited) if keep => {
                self.done.edited.push(path);
            }
            Change::Differs { origin: Origin::Foreign, .. } if keep => self.done.occupied.push(path),
            Change::Missing | Change::Differs { .. } => {
                let text = texts.get(path.as_path()).map(|text| (*text).to_owned());
                self.write.extend(text.map(|text| (path, text)));
            }
            Change::Orphan(Origin::Foreign) => self.done.foreign.push(path),
            Change::Orphan(_) => self.done.removed.push(path),
        }
    }

    fn is_empty(&self) -> bool {
        self.write.is_empty() && self.done.removed.is_empty() && !self.list
    }

    fn carry_out(&self, tree: &Tree, out: &Utf8Path, mut run: Run<'_>) -> Result<(), WriteError> {
        let list = Owned::of(&tree.files);
        let lists = Owned::read(out)?.and(&list);
        let before = run.stage(LOCK_FILE.into(), &lists.to_text())?;
        let staged: Vec<Staged> =
            self.write.iter().map(|(path, text)| run.stage(path, text)).collect::<Result<_, _>>()?;
        let after = run.stage(LOCK_FILE.into(), &list.to_text())?;
        staged.iter().try_for_each(|file| make_room(&file.path))?;
        run.place(&before)?;
        staged.iter().try_for_each(|file| run.place(file))?;
        self.done.removed.iter().try_for_each(|path| run.remove(path))?;
        run.place(&after)
    }

    /// Each file is staged and moved, the list twice.
    fn steps(&self) -> usize {
        2 * (self.write.len() + 2) + self.done.removed.len()
    }
}

/// A text that is written, and not in its place yet.
struct Staged {
    aside: Utf8PathBuf,
    path: Utf8PathBuf,
}

/// What is done to the folder, step by step.
struct Run<'r> {
    out: &'r Utf8Path,
    staging: Staging,
    step: &'r mut dyn FnMut(usize, usize),
    taken: usize,
    steps: usize,
}

impl Run<'_> {
    fn stage(&mut self, path: &Utf8Path, text: &str) -> Result<Staged, WriteError> {
        let staged = Staged { aside: self.staging.put(text)?, path: self.out.join(path) };
        self.step();
        Ok(staged)
    }

    fn place(&mut self, Staged { aside, path }: &Staged) -> Result<(), WriteError> {
        std::fs::rename(aside, path).map_err(|error| WriteError::new("write", path, error))?;
        self.step();
        Ok(())
    }

    fn remove(&mut self, path: &Utf8Path) -> Result<(), WriteError> {
        remove(self.out, path)?;
        self.step();
        Ok(())
    }

    fn step(&mut self) {
        self.taken += 1;
        (self.step)(self.taken, self.steps);
    }
}

/// Makes the folder of a file, and sees that no folder stands in its place, while nothing is moved yet.
fn make_room(path: &Utf8Path) -> Result<(), WriteError> {
    let failed = |error| WriteError::new("write", path, error);
    if path.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)
}

/// A file must lie below `out`, and no symbolic link among the folders between may lead it elsewhere.
pub(super) fn check_place(out: &Utf8Path, path: &Utf8Path) -> Result<(), WriteError> {
    let invalid = |message| io::Error::new(io::ErrorKind::InvalidInput, message);
    if !path.components().all(|part| matches!(part, Utf8Component::Normal(_))) {
        return Err(WriteError::new("write", path, invalid("outside the output folder")));
    }
    match folder::link_above(out, &out.join(path)) {
        Some(link) => Err(WriteError::new("write to", link, invalid("a symbolic link leads out of the output folder"))),
        None => Ok(()),
    }
}

/// Removes a file, and the folders that are empty without it.
pub(super) fn remove(out: &Utf8Path, path: &Utf8Path) -> Result<(), WriteError> {
    let path = out.join(path);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(WriteError::new("remove", &path, error)),
        _ => {}
    }
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != out) {
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
