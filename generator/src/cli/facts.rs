//! The checked-in file of what the SDK's source states, where the source is there to compare it with.
//!
//! In: the settings, and facts as text. Out: the file brought up to date, or how it differs. It must not know what facts are.

use super::{Failure, session::Session};
use crate::output;
use camino::{Utf8Path, Utf8PathBuf};

/// The file, and the text that it is to have.
pub struct Facts {
    /// Where it is.
    pub path: Utf8PathBuf,
    text: String,
}

impl Facts {
    /// The file that the settings name; nothing where no source was read, for then it is the source.
    pub fn of(session: &Session, text: String) -> Option<Self> {
        let has_source = session.sources.sdks().iter().any(|sdk| !sdk.is_empty());
        let path = session.config.facts_file.clone().filter(|_| has_source)?;
        Some(Self { path, text })
    }

    /// How the file differs from what the source states; nothing if it does not.
    pub fn difference(&self) -> Option<String> {
        let present = std::fs::read_to_string(&self.path).unwrap_or_default();
        (present != self.text).then(|| output::unified(self.path.as_str(), &present, &self.text))
    }

    /// Writes the file if it differs, and says whether it did.
    pub fn write(&self) -> Result<bool, Failure> {
        if self.difference().is_none() {
            return Ok(false);
        }
        let folder = self.path.parent().filter(|folder| *folder != "").unwrap_or(Utf8Path::new("."));
        let name = self.path.file_name().unwrap_or_default();
        output::put(folder, Utf8Path::new(name), &self.text).map_err(Failure::input)?;
        Ok(true)
    }
}
