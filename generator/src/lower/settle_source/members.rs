//! The members of unions whose pages list none, as Java's do.
//!
//! In: a tree with every cell read, and the classes of the source. Out: unions in place of types of which nothing is known, where the
//! source names all members and each is understood. It must not know what tells the members apart.

use super::{SourceFacts, classes::Class};
use crate::{
    annotations::{Key, Said},
    lower::{cells::TypeReader, definitions::BuiltTree},
    model::{Basis, Evidence, Member, Shape, Type, TypeId, Union},
    source::FileId,
};

/// Lists the members of a tree's unions.
pub fn list_members(source: &SourceFacts<'_>, reader: &TypeReader<'_>, tree: &mut BuiltTree) {
    for (file, id) in reader.index.ids().filter(|(file, _)| reader.index.is_bare(*file)) {
        let Some(def) = tree.types.get_mut(id).filter(|def| matches!(def.shape, Shape::Opaque)) else { continue };
        let stated = source.classes.of_type(id, false).and_then(stated);
        let Some((names, said)) = stated else { continue };
        if let Some(members) = members(reader, (file, id), &names) {
            let basis = Basis::Read(Evidence::Annotation, source.facts.at(said));
            def.shape = Shape::Union(Union { members, basis, ..Union::default() });
        }
    }
}

/// The names of the members, and the fact that states the first: those that a class can be made of, else those that values of its
/// discriminator stand for.
fn stated<'c>(class: &'c Class<'_>) -> Option<(Vec<&'c str>, &'c Said)> {
    let choices: Vec<&Said> = class.own.all(Key::Choice).collect();
    let variants: Vec<&Said> = class.own.all(Key::Variant).collect();
    match (choices.first(), variants.first()) {
        (Some(first), _) => Some((choices.iter().map(|said| said.value.as_str()).collect(), first)),
        (None, Some(first)) => Some((variants.iter().map(|said| said.target.as_str()).collect(), first)),
        (None, None) => None,
    }
}

/// All members, each type once; nothing where one is not understood, or is the union itself.
fn members(reader: &TypeReader<'_>, (file, id): (FileId, &TypeId), names: &[&str]) -> Option<Vec<Member>> {
    let mut members: Vec<Member> = Vec::new();
    for name in names {
        let member = reader.stated_member(name, file).filter(|member| member.ty != Type::Named(id.clone()))?;
        if members.iter().all(|known| known.ty != member.ty) {
            members.push(member);
        }
    }
    Some(members)
}
