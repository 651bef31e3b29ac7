//! The flags and commands, as clap reads them.
//!
//! In: the command line. Out: plain values. It must not know what a command does.

use crate::{config, dialect::Language};
use camino::Utf8PathBuf;
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};

/// What most people want to do.
const EXAMPLES: &str = "Examples:
  tablature init acme-api --docs path/to/sdk/docs    a new crate for an API
  tablature generate                                 bring the crate of this folder up to date
  tablature watch                                    again after each change, while you edit pages or rules
  tablature check                                    in CI: fail if it is not
  tablature add 'pets:*' --docs path/to/sdk/docs     bring in more operations
  tablature survey path/to/sdk/docs                  what is understood of the docs
  tablature explain T0203                            what a finding means";

/// Writes a Rust crate from the markdown of an SDK's docs folder.
#[derive(Debug, Parser)]
#[command(name = "tablature", version, about, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = EXAMPLES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Flags of all commands.
    #[command(flatten)]
    pub global: Global,
}

/// Flags of all commands.
#[derive(Debug, Args)]
pub struct Global {
    /// The configuration [default: tablature.toml, unless --docs is given]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<Utf8PathBuf>,
    /// Print errors only
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say where the time went
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// When to color what goes to the terminal
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    pub color: When,
    /// How to print findings and results
    #[arg(long, global = true, value_name = "FORM", value_enum, default_value_t)]
    pub format: Form,
}

/// When to use color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum When {
    /// If standard error is a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// For whom to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Form {
    /// For people
    #[default]
    Human,
    /// For machines: JSON, findings one a line
    Json,
    /// For a browser: `survey` alone
    Html,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the crate; nothing is written if a page has an error
    Generate(GeneratePlace),
    /// Generate again after each change of a page or setting, until Ctrl-C
    Watch(GeneratePlace),
    /// Make a new crate for an API: its pages, settings, CI and README
    Init(InitPlace),
    /// Bring operations or types, and the pages that they need, into the crate's pages
    Add(AddPlace),
    /// Take operations or types out of the crate's pages, and what only they need
    Remove(RemovePlace),
    /// Bring the crate's pages to those of newer docs, and say what changed
    Update(UpdatePlace),
    /// Show what changed in the API, and whether the next version is a major, minor or patch one
    Diff(DiffPlace),
    /// Compare the crate with what would be written; exit with 1 if they differ
    Check(Place),
    /// Show what was understood, what was assumed and what was left out
    Survey(SurveyPlace),
    /// Print the API in another form
    #[command(subcommand)]
    Export(Export),
    /// Print a script that completes commands and flags in a shell
    Completions {
        /// For which shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Say what a finding means and how to fix it
    Explain {
        /// The code of the finding, such as T0203; all codes if it is left out
        code: Option<String>,
    },
}

/// The shells that completions are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// Bash
    Bash,
    /// Z shell
    Zsh,
    /// Fish
    Fish,
}

/// The forms of `export`.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// As an OpenAPI 3.1 document
    Openapi(ExportPlace),
}

/// Where to read and where to write, in place of the configuration.
#[derive(Debug, Clone, Default, Args)]
pub struct Place {
    /// The folder of the crate
    #[arg(long, value_name = "DIR")]
    pub out: Option<Utf8PathBuf>,
    /// What to read.
    #[command(flatten)]
    pub pages: Pages,
}

/// As [`Place`]; files that someone edited may be overwritten.
#[derive(Debug, Clone, Default, Args)]
pub struct GeneratePlace {
    /// Overwrite generated files that were edited by hand, and files of others in their place
    #[arg(long)]
    pub force: bool,
    /// Where to read and write.
    #[command(flatten)]
    pub place: Place,
}

/// What a new crate is made of.
#[derive(Debug, Clone, Default, Args)]
pub struct InitPlace {
    /// The folder of the new crate, empty or not there yet
    #[arg(id = "crate", value_name = "CRATE")]
    pub dir: Utf8PathBuf,
    /// Read the pages where they are, in place of a copy in specs/
    #[arg(long)]
    pub link: bool,
    /// What to read.
    #[command(flatten)]
    pub pages: Pages,
}

/// What is compared, and how that is shown.
#[derive(Debug, Clone, Default, Args)]
pub struct DiffPlace {
    /// A git revision of the crate, a model.json, or a docs folder [default: HEAD]
    #[arg(value_name = "OLD")]
    pub old: Option<String>,
    /// How to show the changes to people
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    pub form: DiffForm,
    /// The folder of the crate
    #[arg(long, value_name = "DIR")]
    pub out: Option<Utf8PathBuf>,
    /// What is new.
    #[command(flatten)]
    pub pages: Pages,
}

/// How changes are shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum DiffForm {
    /// A line a change
    #[default]
    Text,
    /// A list, for a pull request
    Markdown,
}

/// What comes in, and from where.
#[derive(Debug, Clone, Default, Args)]
pub struct AddPlace {
    /// A glob on the ids of operations, or on those of types (components/Pet*)
    pub pattern: String,
    /// The vendor's docs folder
    #[arg(long, value_name = "DIR")]
    pub docs: Utf8PathBuf,
    /// Say what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What goes out.
#[derive(Debug, Clone, Default, Args)]
pub struct RemovePlace {
    /// A glob on the ids of operations, or on those of types (components/Pet*)
    pub pattern: String,
    /// Say what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Where newer docs are.
#[derive(Debug, Clone, Default, Args)]
pub struct UpdatePlace {
    /// The docs folder of the vendor's newer release
    #[arg(long, value_name = "DIR")]
    pub docs: Utf8PathBuf,
    /// Say what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What to read, in place of the configuration.
#[derive(Debug, Clone, Default, Args)]
pub struct Pages {
    /// A docs folder, or a page of one, as --docs
    #[arg(value_name = "DIR", conflicts_with = "docs")]
    pub dir: Option<Utf8PathBuf>,
    /// A docs folder, which holds models/ and sdks/; several are merged, the first leads
    #[arg(long, value_name = "DIR")]
    pub docs: Vec<Utf8PathBuf>,
    /// The folder of the SDK's source, or `none` [default: where it lies beside the docs]
    #[arg(long, value_name = "DIR|none")]
    pub source: Option<Utf8PathBuf>,
    /// The name of the crate, such as acme-api
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Take every flaw of a page for an error, as with a configuration; else it costs that page's fact alone
    #[arg(long)]
    pub strict: bool,
    /// What to make of links that lead to no page [default: as of other flaws]
    #[arg(long, value_name = "HOW", value_enum)]
    pub dangling: Option<Dangling>,
    /// The SDK language of the docs, where it cannot be told from them
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub language: Option<Language>,
}

impl Pages {
    /// The docs folders.
    #[must_use]
    pub fn folders(&self) -> Vec<Utf8PathBuf> {
        self.docs.iter().chain(&self.dir).cloned().collect()
    }
}

/// Reads the name of a language.
fn language() -> impl TypedValueParser<Value = Language> {
    let names = PossibleValuesParser::new(Language::ALL.map(Language::name));
    names.try_map(|name| Language::from_name(&name).ok_or("no such language"))
}

/// What to make of links that lead to no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Dangling {
    /// They are errors
    Error,
    /// Such values may be any JSON
    #[value(alias = "opaque")]
    Any,
}

impl From<Dangling> for config::Dangling {
    fn from(flag: Dangling) -> Self {
        match flag {
            Dangling::Error => Self::Error,
            Dangling::Any => Self::Any,
        }
    }
}

/// As [`Place`].
#[derive(Debug, Clone, Default, Args)]
pub struct SurveyPlace {
    /// What to read.
    #[command(flatten)]
    pub pages: Pages,
    /// Taken as by the other commands, and not used: the survey is printed.
    #[arg(long, value_name = "DIR", hide = true)]
    pub out: Option<Utf8PathBuf>,
}

impl SurveyPlace {
    /// With the docs folder where the other commands have it.
    #[must_use]
    pub fn into_place(self) -> Place {
        Place { out: self.out, pages: self.pages }
    }
}

/// As [`Place`]; the result is one file.
#[derive(Debug, Clone, Default, Args)]
pub struct ExportPlace {
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<Utf8PathBuf>,
    /// What to read.
    #[command(flatten)]
    pub pages: Pages,
}
