//! Where code makes a client, calls a method on it, and looks at the result.
//!
//! In: code and its grammar. Out: [`UsageCode`]. It must not know what arguments mean.

use super::{
    Outcome, UsageCode,
    arguments::{is_credential, is_sdk},
    grammar::{Extent, Grammar},
    text::{Code, word},
};
use std::ops::Range;

/// Code and how its language is written.
pub struct Reader<'t> {
    pub grammar: &'static Grammar,
    pub code: Code<'t>,
}

/// Where the client is made.
struct Client {
    variable: String,
    arguments: Range<usize>,
    end: usize,
}

impl Reader<'_> {
    /// What the code shows; nothing where it calls no client.
    pub fn read(&self) -> Option<UsageCode> {
        let client = self.client()?;
        let (path, call) = self.call(&client)?;
        let given = self.arguments(client.arguments, self.grammar.client.1);
        let passed = self.arguments(call.clone(), self.grammar.call);
        let has = |any: &[&str]| any.iter().any(|words| self.code.raw[client.end..].contains(words));
        let paged = has(self.grammar.paged);
        let outcome = if paged { Outcome::Body } else { self.outcome(&self.code.raw[call.end..]) };
        Some(UsageCode {
            span: None,
            client: self.client_credential(&given),
            call: self.call_credential(&passed, call),
            client_credentials: self.credential_names(&given),
            call_credentials: self.security_members(&passed),
            stream_flag: self.stream_flag(&passed),
            client_arguments: given
                .into_iter()
                .map(|it| it.name)
                .filter(|it| !is_credential(it) && !is_sdk(it))
                .collect(),
            outcome,
            paged,
            streams: has(self.grammar.streams),
            sends_file: self.grammar.files.iter().any(|reading| self.code.bare.contains(reading)),
            path,
        })
    }

    /// `VAR = new X(…)` and its like.
    fn client(&self) -> Option<Client> {
        let (mark, extent) = self.grammar.client;
        let bare = self.code.bare.as_str();
        bare.match_indices(mark).find_map(|(at, _)| {
            let line = bare[..at].rfind('\n').map_or(0, |end| end + 1);
            let (before, behind) = (&bare[line..at], at + mark.len());
            if extent == Extent::With {
                return self.with_block(before, behind);
            }
            let (left, right) = before.rsplit_once('=')?;
            let is_name = right.chars().all(|c| c.is_alphanumeric() || "_.:\\ ".contains(c));
            let variable =
                left.trim_end_matches([':', ' ']).rsplit([' ', '$', '\t']).next().filter(|it| !it.is_empty())?;
            let arguments = if extent == Extent::Chain {
                behind..self.code.statement_end(behind)
            } else {
                self.brackets(behind + word(&bare[behind..]).len())
            };
            let end = arguments.end;
            is_name.then(|| Client { variable: variable.to_owned(), arguments, end })
        })
    }

    /// `with X(…) as VAR:`.
    fn with_block(&self, before: &str, behind: usize) -> Option<Client> {
        let bare = self.code.bare.as_str();
        let arguments = self.brackets(behind + word(&bare[behind..]).len());
        let rest = bare[arguments.end..].strip_prefix(')')?.trim_start().strip_prefix("as ")?;
        let variable = word(rest).to_owned();
        let end = bare.len() - rest.len();
        (before.trim().is_empty() && !variable.is_empty()).then_some(Client { variable, arguments, end })
    }

    /// What is between the round brackets that open at a byte; nothing where none do.
    fn brackets(&self, open: usize) -> Range<usize> {
        if self.code.bare[open..].starts_with('(') { self.inside(open) } else { open..open }
    }

    /// What is between the bracket at a byte and the one that closes it.
    pub fn inside(&self, open: usize) -> Range<usize> {
        let end = self.code.closing(open);
        let is_closed = end > open + 1 && self.code.bare[..end].ends_with([')', ']', '}']);
        open + 1..if is_closed { end - 1 } else { end }
    }

    /// The first call of a method on the client: the names that lead to it, and its arguments.
    fn call(&self, client: &Client) -> Option<(Vec<String>, Range<usize>)> {
        let bare = self.code.bare.as_str();
        let rest = &bare[client.end..];
        rest.match_indices(client.variable.as_str()).find_map(|(at, variable)| {
            let start = client.end + at;
            let apart = !bare[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '>' | ':'));
            let (path, end) = self.path(start + variable.len());
            let arguments = match self.grammar.call {
                Extent::Chain => end..self.code.statement_end(end),
                _ => self.brackets(end),
            };
            (apart && !path.is_empty()).then_some((path, arguments))
        })
    }

    /// Names with steps between them, and where they end. In a chain, each of them is called without an argument.
    fn path(&self, from: usize) -> (Vec<String>, usize) {
        let (mut path, mut at) = (Vec::new(), from);
        while let Some((name, end)) = self.step(at) {
            at = end;
            path.push(name);
        }
        while self.grammar.finishers.contains(&path.last().map_or("", String::as_str)) {
            path.pop();
        }
        if let Some(last) = path.last_mut()
            && let Some(bare) = last.strip_suffix(self.grammar.suffix).filter(|bare| !bare.is_empty())
        {
            *last = bare.to_owned();
        }
        (path, at)
    }

    fn step(&self, at: usize) -> Option<(String, usize)> {
        let text = self.code.bare.get(at..)?;
        let behind = text.trim_start().strip_prefix(self.grammar.step)?;
        let name = word(behind);
        let rest = &behind[name.len()..];
        let rest = if self.grammar.call == Extent::Chain { rest.strip_prefix("()")? } else { rest };
        (!name.is_empty()).then(|| (name.to_owned(), at + text.len() - rest.len()))
    }

    fn outcome(&self, tail: &str) -> Outcome {
        let has = |any: &[&str]| any.iter().any(|words| tail.contains(words));
        match (has(self.grammar.body), has(self.grammar.no_body)) {
            (true, _) => Outcome::Body,
            (false, true) => Outcome::NoBody,
            (false, false) => self.grammar.silent,
        }
    }
}
