//! The SDK languages.
//!
//! In: a name. Out: a [`Language`]. It must not know what differs between them.

/// The SDK languages whose docs are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Java.
    Java,
    /// C#.
    Csharp,
    /// TypeScript.
    Typescript,
    /// Python.
    Python,
    /// Go.
    Go,
    /// PHP.
    Php,
    /// Ruby.
    Ruby,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 7] = [
        Language::Java,
        Language::Csharp,
        Language::Typescript,
        Language::Python,
        Language::Go,
        Language::Php,
        Language::Ruby,
    ];

    /// The name that `UsageSnippet` comments and tablature.toml use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Language::Java => "java",
            Language::Csharp => "csharp",
            Language::Typescript => "typescript",
            Language::Python => "python",
            Language::Go => "go",
            Language::Php => "php",
            Language::Ruby => "ruby",
        }
    }

    /// The language as people write it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Language::Java => "Java",
            Language::Csharp => "C#",
            Language::Typescript => "TypeScript",
            Language::Python => "Python",
            Language::Go => "Go",
            Language::Php => "PHP",
            Language::Ruby => "Ruby",
        }
    }

    /// The language of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.name() == name)
    }
}
