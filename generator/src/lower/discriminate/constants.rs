//! A property of all members whose listed values do not overlap.
//!
//! In: the members of a union. Out: the discriminator that their constants and enums show.

use super::Members;
use crate::{
    model::{Discriminator, Fact, Rule},
    naming::fold,
};
use indexmap::IndexMap;

/// One value a member is the plainest tag; the name `type` settles the rest.
pub fn find(members: &Members<'_>) -> Option<Fact<Discriminator>> {
    if members.structs.len() < 2 {
        return None;
    }
    let names = members.shared_properties().into_iter();
    let mut found: Vec<_> = names.filter_map(|name| Some((name, mapping(members, name)?))).collect();
    found.sort_by_key(|(name, mapping)| (mapping.len(), fold(name) != "type"));
    let (property, mapping) = found.into_iter().next()?;
    Some(Fact::assumed(Discriminator { property: property.to_owned(), mapping }, Rule::DiscriminatorConstants))
}

/// From each value to the member; nothing where two members have one, or the values of one are not listed.
fn mapping(members: &Members<'_>, property: &str) -> Option<IndexMap<String, usize>> {
    let mut mapping = IndexMap::new();
    for at in 0..members.structs.len() {
        for value in members.listed_values(at, property)? {
            if mapping.insert(value.to_owned(), at).is_some() {
                return None;
            }
        }
    }
    Some(mapping)
}
