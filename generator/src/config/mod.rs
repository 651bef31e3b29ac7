//! What the user asks for: `tablature.toml`, `overrides.toml`, and the flags that stand in their place.
//!
//! In: the text of the files. Out: plain settings and rules. It must not know markdown or Rust.

mod apply;
mod file;
mod http_text;
mod keys;
mod overrides;
mod pattern;
mod read;
mod rule;
mod rust_rules;
mod rust_text;
mod type_text;

pub use file::{ClosedEnums, Dangling, DateTime, EndpointNames, SdkSource, TypeSettings, UnstatedNull};
pub use overrides::{
    AuthText, EnumOverride, FieldOverride, OperationOverride, Overrides, ParameterOverride, Reason, SecurityOverride,
    ServerOverride, UnionOverride,
};
pub use pattern::Pattern;
pub use read::{ReadError, parse_config, parse_overrides, read};
pub use rule::{Applied, Rule};
pub use rust_rules::{Inject, Rename, Renamed, Replace, Rules};
pub use type_text::{LiteralText, TypeText};

use crate::{
    dialect::Language,
    model::{Model, TypeId, WireCase},
    naming::crate_name,
    source::{Code, Diagnostic, Diagnostics, Policy, Severity},
};
use camino::Utf8PathBuf;
use std::collections::HashMap;

/// The settings of a run.
#[derive(Debug)]
pub struct Config {
    /// The docs folders, the authoritative one first.
    pub docs: Vec<Utf8PathBuf>,
    /// Where the SDK's source is.
    pub source: SdkSource,
    /// The crate's folder.
    pub out: Option<Utf8PathBuf>,
    /// The crate's name, in kebab case.
    pub name: Option<String>,
    /// The SDK language of the docs, where it must not be guessed.
    pub language: Option<Language>,
    /// The spelling of JSON names, where it must not be guessed.
    pub wire_case: Option<WireCase>,
    /// Whether a flaw of a page is an error; else it costs that page's fact alone, and is a warning.
    pub strict: bool,
    /// What to make of links that lead to no page, where it is not what is made of other flaws.
    pub dangling: Option<Dangling>,
    /// Which enums have no unknown variant.
    pub closed_enums: ClosedEnums,
    /// What names endpoints.
    pub endpoint_names: EndpointNames,
    /// Whether each group of operations has a feature of cargo's. Where nothing says so, the command line asks for them in new
    /// crates, and where the crate's `Cargo.toml` has the feature `all`; the library and build scripts do not.
    pub group_features: Option<bool>,
    /// Whether structs keep the fields that they do not know.
    pub extra: bool,
    /// Names of headers of responses whose values `Debug` must not show.
    pub secret_headers: Vec<String>,
    /// Which operations to take; all if empty.
    pub select: Vec<Rule<Pattern>>,
    /// Choices of Rust types.
    pub types: TypeSettings,
    /// Changes to the generated Rust.
    pub rules: Rules,
    /// Facts that the pages do not state, or state wrongly.
    pub overrides: Overrides,
    /// The file that the overrides were read from.
    pub overrides_file: Option<Utf8PathBuf>,
    /// The file for facts of the SDK's source, read where there is no source.
    pub facts_file: Option<Utf8PathBuf>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            docs: Vec::new(),
            source: SdkSource::default(),
            out: None,
            name: None,
            language: None,
            wire_case: None,
            strict: true,
            dangling: None,
            closed_enums: ClosedEnums::default(),
            endpoint_names: EndpointNames::default(),
            group_features: None,
            extra: true,
            secret_headers: Vec::new(),
            select: Vec::new(),
            types: TypeSettings::default(),
            rules: Rules::default(),
            overrides: Overrides::default(),
            overrides_file: None,
            facts_file: None,
        }
    }
}

/// What findings in the configuration itself are called.
const CODES: &[Code] = &[Code::BadConfig, Code::UnusedOverride];

impl Config {
    /// The crate's name.
    #[must_use]
    pub fn crate_name(&self) -> &str {
        self.name.as_deref().unwrap_or(crate_name::DEFAULT)
    }

    /// That the name cannot be a crate's.
    #[must_use]
    pub fn bad_name(&self) -> Option<Diagnostic> {
        let name = self.name.as_deref()?;
        let fault = crate_name::fault(name)?;
        let shown: String = name.chars().take(crate_name::LONGEST).collect();
        let finding = Diagnostic::general(Code::BadConfig, format!("`{shown}` cannot be the name of a crate: {fault}"));
        Some(finding.help(format!("{}, such as `{}`", crate_name::RULE, crate_name::like(name))))
    }

    /// How findings are judged.
    #[must_use]
    pub fn policy(&self) -> Policy {
        let policy = if self.strict { Policy::STRICT } else { Policy::LENIENT };
        let links = self.dangling.map(|dangling| match dangling {
            Dangling::Error => Severity::Error,
            Dangling::Any => Severity::Warning,
        });
        Policy { links: links.unwrap_or(policy.links), ..policy }
    }

    /// Settles the facts that overrides state, and leaves out the operations that are not wanted.
    ///
    /// To be called before anything is concluded from those facts. What comes of it is for [`Config::finish`].
    #[must_use]
    pub fn settle(&self, model: &mut Model) -> Applied {
        let mut applied = Applied::default();
        apply::settle(self, model, &mut applied);
        applied
    }

    /// Renames types of a model that has its names, and reports all rules that were of no use.
    ///
    /// They are not reported if a page has an error: those that a rule is meant for may be among the pages that were not
    /// understood.
    pub fn finish(&self, model: &mut Model, mut applied: Applied, diagnostics: &mut Diagnostics) {
        apply::finish(self, model, &mut applied);
        let of_pages = |it: &Diagnostic| it.severity() == Severity::Error && !CODES.contains(&it.code);
        if !diagnostics.list.iter().any(of_pages) {
            apply::report_unused(self, model, &mut applied);
        }
        diagnostics.list.append(&mut applied.diagnostics.list);
    }

    /// The attributes that rules add to the types of a model.
    #[must_use]
    pub fn injected(&self, model: &Model) -> HashMap<TypeId, Vec<String>> {
        apply::injected(&self.rules.inject, model)
    }
}
