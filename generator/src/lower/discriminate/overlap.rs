//! Members of a union that nothing tells apart but trying.
//!
//! In: the members' objects. Out: a finding that names two of them, and the rule that would settle it.

use super::field;
use crate::{
    model::{Field, Model, Struct, Type, TypeId},
    naming::words,
    source::{Code, Diagnostic, Sources},
};

/// Words that names of discriminators usually end in.
const TAG_WORDS: &[&str] = &["type", "kind", "event", "object", "mode"];

/// Two members of a union that can only be told apart by trying.
pub struct Overlap {
    union: TypeId,
    members: [usize; 2],
    /// Whether they require any.
    requires: bool,
    /// The texts that all members have: one of them may tell them apart, though no page lists its values.
    texts: Vec<String>,
}

/// How many fields a finding names.
const NAMED: usize = 5;

impl Overlap {
    /// The first two members with the same required keys.
    pub fn of(id: &TypeId, structs: &[&Struct]) -> Option<Self> {
        let keys: Vec<_> = structs.iter().map(|shape| required_keys(shape)).collect();
        let pair = |at: usize| Some([keys[..at].iter().position(|earlier| *earlier == keys[at])?, at]);
        let members = (0..keys.len()).find_map(pair)?;
        let requires = !keys[members[0]].is_empty();
        Some(Self { union: id.clone(), members, requires, texts: shared_texts(structs) })
    }

    /// What is reported of them.
    pub fn finding(&self, sources: &Sources, model: &Model) -> Diagnostic {
        let Self { union: id, members, requires, .. } = self;
        let alike = if *requires { "have the same required fields" } else { "require no field" };
        let definition = model.get(id);
        let shown = |at: usize| definition.shape.members().get(at).map_or("", |member| &member.doc_name);
        let [one, other] = members.map(shown);
        let message = format!(
            "members `{one}` and `{other}` of `{id}` {alike}: `{one}` is taken unless `{other}` knows more \
             of a value's keys"
        );
        let source = &definition.source;
        let span = sources.line_of(0, &source.page, source.line);
        Diagnostic::at(Code::Overlap, span, message).help(self.help())
    }

    /// The rule that would settle it, if one can.
    fn help(&self) -> String {
        let Self { union: id, texts, .. } = self;
        let is_tag = |name: &&String| words(name).last().is_some_and(|word| TAG_WORDS.contains(&word.as_str()));
        let (property, others) = match texts.iter().find(is_tag) {
            Some(tag) => (tag.as_str(), String::new()),
            None if texts.is_empty() => {
                return "no text is a field of all members, so that no discriminator can be named in overrides.toml; a `match` on \
                        the union has to look at the fields"
                    .to_owned();
            }
            None => {
                let named: Vec<&str> = texts.iter().take(NAMED).map(String::as_str).collect();
                ("…", format!(", if one of these fields is it ({})", named.join(", ")))
            }
        };
        format!(
            "name the discriminator in overrides.toml{others}:\n[[union]]\ntype = \"{id}\"\ndiscriminator = \"{property}\"\nreason = \"…\""
        )
    }
}

/// The required texts of the first struct that are such in all others, too.
fn shared_texts(structs: &[&Struct]) -> Vec<String> {
    let Some(first) = structs.first() else { return Vec::new() };
    let is_text = |field: &Field| field.ty == Type::String && field.presence.value.is_required();
    let in_all = |name: &str| structs.iter().all(|shape| field(shape, name).is_some_and(is_text));
    let names = first.fields.iter().map(|field| &field.wire.value);
    names.filter(|name| in_all(name)).cloned().collect()
}

fn required_keys(shape: &Struct) -> Vec<&str> {
    let mut keys: Vec<&str> =
        shape.fields.iter().filter(|f| f.presence.value.is_required()).map(|f| f.wire.value.as_str()).collect();
    keys.sort_unstable();
    keys
}
