//! One dependency of a manifest, and what it lacks of another.
//!
//! In: values of `[dependencies]`. Out: faults, each with what fixes it. It must not know which dependencies are wanted.

use super::{DEPENDENCIES, entry, has_dependency, texts};
use std::collections::BTreeSet;
use toml::{Table, Value};

/// What a line of `[dependencies]` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dependency {
    /// The version; of a path or a repository there may be none.
    version: Option<String>,
    features: BTreeSet<String>,
    bare: bool,
    /// Whether it is there only for a feature.
    pub optional: bool,
}

/// What is wrong with a dependency that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is another version than the wanted one.
    Version { present: String, wanted: String },
    /// It is there only for a feature.
    Optional,
    /// It lacks features.
    Features(Vec<String>),
    /// It lacks its standard library.
    Bare,
}

impl Dependency {
    /// What a manifest says of a dependency that every target has. What a workspace shares that is not known counts as right.
    pub fn find(manifest: &Table, shared: Option<&Table>, name: &str) -> Option<Self> {
        let own = entry(manifest, DEPENDENCIES, name)?;
        if own.get("workspace").and_then(Value::as_bool) != Some(true) {
            return Some(Self::of(own));
        }
        let shared = shared.filter(|shared| has_dependency(shared, name))?;
        let (mut whole, own) = (Self::of(entry(shared, DEPENDENCIES, name)?), Self::of(own));
        whole.features.extend(own.features);
        whole.optional = own.optional;
        Some(whole)
    }

    /// What a line says, as it stands.
    pub fn of(line: &Value) -> Self {
        let flag = |key: &str| line.get(key).and_then(Value::as_bool);
        let version = line.as_str().or_else(|| line.get("version")?.as_str());
        Self {
            version: version.map(str::to_owned),
            features: line.get("features").into_iter().flat_map(texts).map(str::to_owned).collect(),
            bare: flag("default-features").or_else(|| flag("default_features")) == Some(false),
            optional: flag("optional") == Some(true),
        }
    }

    /// What this one lacks of `wanted`.
    pub fn faults(&self, wanted: &Self) -> Vec<Fault> {
        let lacking: Vec<String> = wanted.features.difference(&self.features).cloned().collect();
        let has_std = ["default", "std"].iter().any(|feature| self.features.contains(*feature));
        let faults = [
            self.other_version(wanted),
            (self.optional && !wanted.optional).then_some(Fault::Optional),
            (!lacking.is_empty()).then_some(Fault::Features(lacking)),
            (self.bare && !wanted.bare && !has_std).then_some(Fault::Bare),
        ];
        faults.into_iter().flatten().collect()
    }

    fn other_version(&self, wanted: &Self) -> Option<Fault> {
        let (present, wanted) = (self.version.as_deref()?, wanted.version.as_deref()?);
        let is_other = !line(present)?.is_part_of(&line(wanted)?);
        is_other.then(|| Fault::Version { present: present.to_owned(), wanted: wanted.to_owned() })
    }
}

impl Fault {
    /// What is wrong, in words.
    pub fn message(&self, name: &str) -> String {
        match self {
            Self::Version { present, wanted } => {
                format!("the generated files are written for version {wanted} of `{name}`, and this is {present}")
            }
            Self::Optional => format!("the generated files always need `{name}`, and it is optional"),
            Self::Features(lacking) => {
                format!("the generated files need the {} of `{name}`", counted("feature", lacking))
            }
            Self::Bare => format!("the generated files need the standard library's parts of `{name}`"),
        }
    }

    /// What fixes it.
    pub fn cure(&self) -> String {
        match self {
            Self::Version { wanted, .. } => format!("write `version = \"{wanted}\"`"),
            Self::Optional => "remove `optional = true`".to_owned(),
            Self::Features(lacking) => {
                let lacking: Vec<String> = lacking.iter().map(|name| format!("{name:?}")).collect();
                format!("add to its `features`: {}", lacking.join(", "))
            }
            Self::Bare => "remove `default-features = false`, or add to its `features`: \"std\"".to_owned(),
        }
    }
}

fn counted(noun: &str, names: &[String]) -> String {
    let listed = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    format!("{noun}{} {listed}", if names.len() == 1 { "" } else { "s" })
}

/// The versions that cargo takes for one line: `1`, `0.13`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    major: u64,
    /// Of `0.13` only.
    minor: Option<u64>,
}

impl Line {
    /// Whether nothing says that these are different lines.
    fn is_part_of(&self, wanted: &Self) -> bool {
        let minors = self.minor.zip(wanted.minor);
        self.major == wanted.major && minors.is_none_or(|(one, other)| one == other)
    }
}

/// The line of a plain requirement; ranges and wildcards may hold any.
fn line(requirement: &str) -> Option<Line> {
    let plain = requirement.trim().trim_start_matches(['^', '~', '=']).trim_start();
    let mut parts = plain.split('.').map(|part| part.parse::<u64>().ok());
    let major = parts.next()??;
    Some(Line { major, minor: parts.next().flatten().filter(|_| major == 0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_version_lines_apart_as_cargo_does() {
        let fits = |present: &str, wanted: &str| {
            let of = |text: &str| Dependency::of(&Value::String(text.to_owned()));
            of(present).faults(&of(wanted)).is_empty()
        };
        assert!(fits("1.4.2", "1") && fits("=1.0.3", "1") && fits("0.13.9", "0.13") && fits("2", "2.3"));
        assert!(!fits("0.2", "1") && !fits("0.12", "0.13") && !fits("^2", "1"));
        assert!(fits(">=0.2, <2", "1") && fits("*", "1") && fits("0", "0.13"));
    }
}
