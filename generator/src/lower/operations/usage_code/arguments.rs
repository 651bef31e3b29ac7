//! What is passed to clients and calls: names, credentials, flags.
//!
//! In: ranges of code. Out: arguments. It must not know where they stand.

use super::{Credential, grammar::Extent, reader::Reader, text::word};
use crate::{
    lower::vocabulary::{SECURITY, STREAM_ARGUMENT},
    naming::{fold, words},
};
use std::ops::Range;

/// Texts that stand for a credential in code that a generator wrote.
const PLACEHOLDERS: &[(&str, Credential)] = &[
    ("<YOUR_BEARER_TOKEN_HERE>", Credential::Bearer),
    ("<YOUR_OAUTH_HERE>", Credential::Bearer),
    ("<YOUR_API_KEY_HERE>", Credential::ApiKey),
];

/// The arguments that are a user's name and password.
const USER_AND_PASSWORD: [&str; 2] = ["username", "password"];

/// Words of arguments that are credentials.
const CREDENTIAL_WORDS: &[&str] = &[
    "auth",
    "authorization",
    "bearer",
    "credential",
    "credentials",
    "jwt",
    "oauth",
    "oauth2",
    "password",
    "secret",
    "security",
    "token",
    "username",
];

/// A credential's name whose words say nothing one by one.
const API_KEY: &str = "apikey";

/// Arguments of a client that are things of the SDK.
const SDK_ARGUMENTS: &[&str] = &[
    "build",
    "builder",
    "client",
    "debuglogger",
    "httpclient",
    "retryconfig",
    "server",
    "serveridx",
    "serverindex",
    "serverurl",
    "timeout",
    "timeoutms",
    "url",
];

/// What Go writes before the name of an option: `sdk.WithName(value)`.
const OPTION: &str = ".With";

/// What makes an object by a chain of setters.
const BUILDER: &str = "builder()";

/// An argument by its name, and where its value is.
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Its value, with the sign before it.
    pub value: Range<usize>,
}

impl Reader<'_> {
    /// The arguments in a range: named ones, keys of an object, options, or setters of a chain.
    pub fn arguments(&self, range: Range<usize>, extent: Extent) -> Vec<Argument> {
        if extent == Extent::Chain { self.setters(range) } else { self.named(range) }
    }

    /// `name: value`, `name=value`, `{ name: value }`, `sdk.WithName(value)`.
    fn named(&self, range: Range<usize>) -> Vec<Argument> {
        let mut found = Vec::new();
        for piece in self.code.pieces(range) {
            let text = &self.code.bare[piece.clone()];
            let start = piece.end - text.trim_start().len();
            let text = text.trim_start();
            if text.starts_with('{') {
                found.extend(self.named(self.inside(start)));
                continue;
            }
            let option = text.split_once(OPTION).map(|(before, behind)| (before.len() + OPTION.len(), word(behind)));
            let (at, name) = option.filter(|(at, _)| !text[..*at].contains('(')).unwrap_or((0, word(text)));
            let rest = &text[at + name.len()..];
            let is_value = rest.starts_with('(') && at > 0 || rest.trim_start().starts_with('=');
            let is_value = is_value || (rest.starts_with(':') && !rest.starts_with("::"));
            if is_value && !name.is_empty() {
                found.push(Argument { name: name.to_owned(), value: piece.end - rest.len()..piece.end });
            }
        }
        found
    }

    /// `.name(value)`, `->setName(value)`.
    fn setters(&self, range: Range<usize>) -> Vec<Argument> {
        let (mut found, mut at) = (Vec::new(), range.start);
        while let Some(open) = self.code.bare[at..range.end].find('(').map(|open| at + open) {
            let value = self.inside(open);
            let name = self.code.bare[at..open].rsplit(['.', '>']).next().unwrap_or_default().trim();
            let name = name.strip_prefix("set").unwrap_or(name);
            found.push(Argument { name: name.to_owned(), value: value.clone() });
            at = (value.end + 1).min(range.end);
        }
        found
    }

    /// The credential that a client is made with, and its kind by the text in its place.
    pub fn client_credential(&self, arguments: &[Argument]) -> Option<Credential> {
        let credentials: Vec<&Argument> = arguments.iter().filter(|argument| is_credential(&argument.name)).collect();
        let shown = credentials.iter().find_map(|argument| self.placeholder(argument.value.clone()));
        let names =
            credentials.iter().map(|it| it.name.clone() + &self.code.bare[it.value.clone()]).collect::<String>();
        let is_pair = USER_AND_PASSWORD.iter().all(|name| fold(&names).contains(name));
        let unshown = if is_pair { Credential::Basic } else { Credential::Unknown };
        (!credentials.is_empty()).then(|| shown.unwrap_or(unshown))
    }

    /// The credential that a call passes. Only a placeholder or the argument's name tells it: a request has tokens of its own.
    pub fn call_credential(&self, arguments: &[Argument], range: Range<usize>) -> Option<Credential> {
        let passed = arguments.iter().any(|argument| fold(&argument.name) == SECURITY);
        self.placeholder(range).or(passed.then_some(Credential::Unknown))
    }

    /// The names of the credentials that a client is made with: members of its security object, or arguments of their own.
    pub fn credential_names(&self, arguments: &[Argument]) -> Vec<String> {
        let members = self.security_members(arguments);
        if !members.is_empty() {
            return members;
        }
        arguments
            .iter()
            .map(|it| it.name.clone())
            .filter(|name| is_credential(name) && fold(name) != SECURITY)
            .collect()
    }

    /// The members of the object that an argument named `security` holds.
    pub fn security_members(&self, arguments: &[Argument]) -> Vec<String> {
        let Some(security) = arguments.iter().find(|argument| fold(&argument.name) == SECURITY) else {
            return Vec::new();
        };
        let text = &self.code.bare[security.value.clone()];
        let members = if text.contains(BUILDER) {
            self.setters(security.value.clone())
        } else {
            let open = text.find('{').or_else(|| text.find('('));
            open.map(|at| self.named(self.inside(security.value.start + at))).unwrap_or_default()
        };
        members.into_iter().map(|it| it.name).filter(|name| !is_sdk(name)).collect()
    }

    fn placeholder(&self, range: Range<usize>) -> Option<Credential> {
        let raw = &self.code.raw[range];
        PLACEHOLDERS.iter().find(|(text, _)| raw.contains(text)).map(|(_, credential)| *credential)
    }

    /// The value of the argument that asks for a stream.
    pub fn stream_flag(&self, arguments: &[Argument]) -> Option<bool> {
        let flag = arguments.iter().find(|argument| fold(&argument.name) == STREAM_ARGUMENT)?;
        let value =
            self.code.bare[flag.value.clone()].trim_start_matches(['=', ':', ' ']).trim_end().to_ascii_lowercase();
        value.parse().ok()
    }
}

/// Whether an argument of this name is a credential.
pub fn is_credential(name: &str) -> bool {
    fold(name).contains(API_KEY) || words(name).iter().any(|word| CREDENTIAL_WORDS.contains(&word.as_str()))
}

/// Whether an argument of a client is a thing of the SDK.
pub fn is_sdk(name: &str) -> bool {
    SDK_ARGUMENTS.contains(&fold(name).as_str())
}
