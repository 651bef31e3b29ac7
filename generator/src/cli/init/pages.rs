//! The pages that a new crate is made of: copied into its folder, or referred to.
//!
//! In: the docs folders. Out: where the crate finds them, and the files to write. It must not know what a page holds.

use super::{
    super::{Failure, session::Session},
    absolute,
};
use crate::{output::OutFile, source::File};
use camino::{Utf8Path, Utf8PathBuf};

/// The folder of the copies, in the crate's.
const SPECS: &str = "specs";

/// What the SDK's source states, for the crate has no source beside its pages.
pub const FACTS: &str = "specs/facts.toml";

/// The docs folders as the new configuration names them, and the copies of their pages.
pub fn bring(session: &Session, dir: &Utf8Path, link: bool) -> Result<(Vec<Utf8PathBuf>, Vec<OutFile>), Failure> {
    let docs = &session.config.docs;
    if link {
        return Ok((docs.iter().map(|folder| way(&absolute(dir), &absolute(folder))).collect(), Vec::new()));
    }
    let folders: Vec<Utf8PathBuf> = (0..docs.len()).map(|tree| place(docs, tree)).collect();
    let mut copies = Vec::new();
    for file in session.sources.files() {
        let folder = &folders[file.tree as usize];
        // The front page stands beside the docs folder.
        let path = match file.path.strip_prefix("../") {
            Some(name) => folder.parent().map_or_else(|| name.into(), |above| above.join(name)),
            None => folder.join(&file.path),
        };
        copies.push(OutFile { path, text: text(file)? });
    }
    Ok((folders, copies))
}

/// `specs/docs`, or `specs/1/docs` where there are several.
fn place(docs: &[Utf8PathBuf], tree: usize) -> Utf8PathBuf {
    let number = if docs.len() > 1 { (tree + 1).to_string() } else { String::new() };
    [SPECS, &number, "docs"].iter().filter(|part| !part.is_empty()).collect()
}

/// The page as it is on disk, where it is text; what was read of it where it is not.
fn text(file: &File) -> Result<String, Failure> {
    let path = Utf8Path::new(&file.root).join(&file.path);
    let bytes = std::fs::read(&path).map_err(|error| Failure::input(format!("cannot read `{path}`: {error}")))?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|_| file.text.clone()))
}

/// The way from one folder to another.
fn way(from: &Utf8Path, to: &Utf8Path) -> Utf8PathBuf {
    let shared = from.components().zip(to.components()).take_while(|(one, other)| one == other).count();
    let up = from.components().skip(shared).map(|_| "..");
    let down = to.components().skip(shared).map(|part| part.as_str());
    up.chain(down).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_up_and_down() {
        let check = |from: &str, to: &str, expected: &str| assert_eq!(way(from.into(), to.into()), expected);
        check("/a/b", "/a/c/docs", "../c/docs");
        check("/a", "/a/docs", "docs");
        check("/a/b/c", "/x", "../../../x");
    }
}
