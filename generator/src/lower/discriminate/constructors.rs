//! The tags that pages show: Go's constructors are named after the tag of a member where the union has a discriminator, and after the
//! member's type where it has none. Headings in C# are either, too.
//!
//! In: the members of a union. Out: the discriminator with these tags, in the spelling that the members' pages or other enums have.

use super::{Members, field};
use crate::{
    lower::only,
    model::{Discriminator, Fact, Field, Literal, Member, Model, Rule, Shape, Struct, Type},
    naming::{fold, words},
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// A way to find, among the properties of all members, the one that holds the tag.
type Choice = for<'m> fn(&Members<'m>, &[&'m str]) -> Option<&'m str>;

/// The ways, the surest first.
const CHOICES: [Choice; 5] = [listed_by_all, listed_by_some, named_type, only_unsaid_text, only_text_named_type];

/// The discriminator, where every member shows tags.
pub fn find(members: &Members<'_>) -> Option<Fact<Discriminator>> {
    if !members.union.members.iter().all(shows_tags) {
        return None;
    }
    let shared = members.shared_properties();
    let property = CHOICES.iter().find_map(|choice| choice(members, &shared))?;
    let known = members.known.get_or_init(|| KnownValues::of(members.model));
    let mut mapping = IndexMap::new();
    for (at, member) in members.union.members.iter().enumerate() {
        for tag in &member.tags {
            let spelled = members.listed_tag(at, property, tag).map_or_else(|| known.spelled(tag), |tag| vec![tag]);
            mapping.extend(spelled.into_iter().map(|tag| (tag, at)));
        }
    }
    let discriminator = Discriminator { property: property.to_owned(), mapping };
    Some(Fact::assumed(discriminator, Rule::DiscriminatorConstructorNames))
}

/// Whether a page shows something else for a member than its type.
fn shows_tags(member: &Member) -> bool {
    let Type::Named(id) = &member.ty else { return false };
    let is_tag = |tag: &String| is_word(tag) && fold(id.title()) != fold(tag);
    !member.tags.is_empty() && member.tags.iter().all(is_tag)
}

fn is_word(tag: &str) -> bool {
    !tag.is_empty() && tag.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Every member's page lists its tags as values of the property.
fn listed_by_all<'m>(members: &Members<'m>, shared: &[&'m str]) -> Option<&'m str> {
    let all = 0..members.structs.len();
    shared.iter().copied().find(|name| all.clone().all(|at| members.lists_tags(at, name)))
}

/// Some member's page does.
fn listed_by_some<'m>(members: &Members<'m>, shared: &[&'m str]) -> Option<&'m str> {
    let all = 0..members.structs.len();
    shared.iter().copied().find(|name| all.clone().any(|at| members.lists_tags(at, name)))
}

fn named_type<'m>(_: &Members<'m>, shared: &[&'m str]) -> Option<&'m str> {
    shared.iter().copied().find(|name| fold(name) == "type")
}

/// The only required text of which nothing is said, as constants are shown.
fn only_unsaid_text<'m>(members: &Members<'m>, shared: &[&'m str]) -> Option<&'m str> {
    only_property(members, shared, |field| {
        let is_unsaid = field.docs.is_none() && field.example.is_none();
        field.ty == Type::String && field.presence.value.is_required() && is_unsaid
    })
}

fn only_text_named_type<'m>(members: &Members<'m>, shared: &[&'m str]) -> Option<&'m str> {
    only_property(members, shared, |field| {
        field.ty == Type::String && words(&field.doc_name).last().is_some_and(|word| word == "type")
    })
}

/// The only property that is so in all members.
fn only_property<'m>(members: &Members<'m>, shared: &[&'m str], fits: fn(&Field) -> bool) -> Option<&'m str> {
    let fits_in = |shape: &&Struct, name: &str| field(shape, name).is_some_and(fits);
    only(shared.iter().copied().filter(|name| members.structs.iter().all(|shape| fits_in(shape, name))))
}

impl Members<'_> {
    fn lists_tags(&self, at: usize, property: &str) -> bool {
        self.union.members[at].tags.iter().all(|tag| self.listed_tag(at, property, tag).is_some())
    }

    /// The value that a member's own page lists for a tag.
    fn listed_tag(&self, at: usize, property: &str, tag: &str) -> Option<String> {
        self.listed_values(at, property)?.into_iter().find(|value| fold(value) == fold(tag)).map(str::to_owned)
    }
}

/// The values of all enums, to spell a tag that no page of its union lists.
pub struct KnownValues(HashMap<String, Option<String>>);

impl KnownValues {
    fn of(model: &Model) -> Self {
        let mut known: HashMap<String, Option<String>> = HashMap::new();
        for def in model.types.values() {
            let Shape::Enum(shape) = &def.shape else { continue };
            for value in &shape.values {
                let Literal::String(text) = &value.wire else { continue };
                let entry = known.entry(fold(text)).or_insert_with(|| Some(text.clone()));
                // Two spellings of the same words tell nothing.
                *entry = entry.take().filter(|one| one == text);
            }
        }
        Self(known)
    }

    /// With both signs that part words, and as the only enum value of the same words: no page says which is sent.
    fn spelled(&self, tag: &str) -> Vec<String> {
        let words = words(tag);
        let known = self.0.get(&fold(tag)).cloned().flatten();
        let mut spelled: Vec<String> = [words.join("_"), words.join("-")].into_iter().chain(known).collect();
        let mut seen = HashSet::new();
        spelled.retain(|tag| seen.insert(tag.clone()));
        spelled
    }
}
