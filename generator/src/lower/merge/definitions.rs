//! Two definitions of one type.
//!
//! In: a pair of ids. Out: the definition of this model, with what its page does not state. It must not know operations.

use super::{About, Merger, fields::Both};
use crate::{
    model::{
        Basis, Discriminator, Enum, EnumValue, Evidence, Fact, Literal, Member, Openness, Shape, Source, Type, TypeDef,
        TypeId, Union,
    },
    naming::fold,
};

impl Merger<'_> {
    pub fn merge_definition(&mut self, id: &TypeId, other_id: &TypeId) {
        let model = self.other;
        let (Some(mut def), Some(other)) = (self.model.types.get(id).cloned(), model.types.get(other_id)) else {
            return;
        };
        // What names and traits a type has is concluded later; what it is for, the folder of its page says.
        let TypeDef { rust: _, module: _, source, docs, deprecated, role: _, usage: _, shape, derives: _, replaced: _ } =
            other;
        let own_source = def.source.clone();
        let pages = Both { id, own: &own_source, other };
        let name = id.to_string();
        let about = About { of: &name, fact: "description", own: own_source.clone(), other: source.clone() };
        self.fill(&mut def.docs, docs.as_ref(), "description", &about);
        self.fill(&mut def.deprecated, deprecated.as_ref(), "deprecation", &about);
        match (&mut def.shape, shape) {
            (Shape::Struct(mine), Shape::Struct(theirs)) => self.merge_structs(mine, theirs, pages),
            (Shape::Enum(mine), Shape::Enum(theirs)) => self.merge_enums(mine, theirs, pages),
            (Shape::Union(mine), Shape::Union(theirs)) => self.merge_unions(mine, theirs, other_id, pages),
            (Shape::Opaque, Shape::Opaque) | (_, Shape::Opaque) => {}
            (shape @ Shape::Opaque, theirs) => {
                *shape = self.take_shape(theirs, pages);
                self.note_tag(id, other_id);
            }
            _ => {}
        }
        self.model.types.insert(id.clone(), def);
    }

    /// The shape of the other tree, for a type of which the first knows no more than the name.
    fn take_shape(&mut self, other: &Shape, pages: Both<'_>) -> Shape {
        let fact = match other {
            Shape::Union(_) => "members",
            Shape::Struct(_) => "fields",
            Shape::Enum(_) => "values",
            Shape::Opaque => "name",
        };
        let Source { page, line } = &pages.other.source;
        self.taken(pages.id.to_string(), fact, &pages.other.source);
        let mut shape = self.translate_shape(other);
        if let Shape::Union(union) = &mut shape {
            union.basis = Basis::Read(Evidence::OtherDocs, self.at(page, *line));
        }
        shape
    }

    /// A shape in the terms of this model.
    pub fn translate_shape(&mut self, shape: &Shape) -> Shape {
        let mut shape = shape.clone();
        if let Shape::Union(union) = &mut shape {
            union.members.iter_mut().for_each(|member| *member = self.translate_member(member));
        } else {
            shape.types_mut().into_iter().for_each(|ty| *ty = self.translated(ty));
        }
        shape
    }

    /// A member in the terms of this model. The tags that it shows have told the discriminator already.
    fn translate_member(&mut self, member: &Member) -> Member {
        let ty = self.translated(&member.ty);
        let doc_name = match &ty {
            Type::Named(id) => id.title().to_owned(),
            _ => member.doc_name.clone(),
        };
        Member { doc_name, tags: Vec::new(), rust: String::new(), ty, boxed: false }
    }

    fn merge_enums(&mut self, own: &mut Enum, other: &Enum, pages: Both<'_>) {
        let name = pages.id.to_string();
        let about =
            About { of: &name, fact: "list of values", own: pages.own.clone(), other: pages.other.source.clone() };
        if own.integer != other.integer {
            let word = |integer| if integer { "integers" } else { "strings" }.to_owned();
            self.clash(&about, word(own.integer), word(other.integer));
            return;
        }
        if own.openness == Openness::Unstated && other.openness != Openness::Unstated {
            own.openness = other.openness;
            own.closed = self.closed_enums && own.openness == Openness::Closed;
            self.taken(&*name, "openness", &pages.other.source);
        }
        let (more, fewer) = (lacking(&other.values, &own.values), lacking(&own.values, &other.values));
        if !(more.is_empty() && fewer.is_empty()) {
            self.clash(&about, with_and_without(&fewer, &more), with_and_without(&more, &fewer));
        }
    }

    fn merge_unions(&mut self, own: &mut Union, other: &Union, other_id: &TypeId, pages: Both<'_>) {
        let matches: Vec<Option<usize>> = other.members.iter().map(|theirs| self.same_member(own, theirs)).collect();
        let mut lacking = 0;
        for (theirs, found) in other.members.iter().zip(&matches) {
            match found {
                Some(at) => {
                    let _ = self.join(&own.members[*at].ty.clone(), &theirs.ty);
                }
                None => lacking += 1,
            }
        }
        if lacking > 0 && self.says.loses_members && own.members.len() < other.members.len() {
            for (theirs, _) in other.members.iter().zip(&matches).filter(|(_, found)| found.is_none()) {
                let member = self.translate_member(theirs);
                own.members.push(member);
            }
            self.taken(pages.id.to_string(), "members", &pages.other.source);
        } else {
            self.leave_out("member", lacking);
        }
        self.note_tag(pages.id, other_id);
    }

    /// The member that is the same type: a pair already, of one name, or the only one of its JSON kind.
    fn same_member(&self, own: &Union, other: &Member) -> Option<usize> {
        let position = |fits: &dyn Fn(&Type) -> bool| own.members.iter().position(|member| fits(&member.ty));
        match &other.ty {
            Type::Named(id) => {
                let known = self.pairs.known(id);
                position(&|ty| matches!(ty, Type::Named(own) if Some(own) == known))
                    .or_else(|| position(&|ty| matches!(ty, Type::Named(own) if same_title(own, id))))
            }
            plain => position(&|ty| ty == plain).or_else(|| position(&|ty| json_kind(ty) == json_kind(plain))),
        }
    }

    /// Remembers the discriminator of the other tree, for a union that has none of its own.
    pub fn note_tag(&mut self, id: &TypeId, other_id: &TypeId) {
        if !self.own_tags.contains_key(id) && self.other_tags.contains_key(other_id) {
            self.tags.push((id.clone(), other_id.clone()));
        }
    }

    /// Sets discriminators that only the other tree gives, when all types have their places.
    pub fn settle_tags(&mut self) {
        for (id, other_id) in std::mem::take(&mut self.tags) {
            let Some(tag) = self.translated_tag(&id, &other_id) else { continue };
            if let Some(union) = self.model.union_mut(&id) {
                union.discriminator.get_or_insert(tag);
            }
        }
    }

    fn translated_tag(&self, id: &TypeId, other_id: &TypeId) -> Option<Fact<Discriminator>> {
        let (Shape::Union(own), other) = (&self.model.types.get(id)?.shape, self.other.types.get(other_id)?) else {
            return None;
        };
        let Shape::Union(theirs) = &other.shape else { return None };
        let tag = &self.other_tags.get(other_id)?.value;
        let own_index = |at: usize| self.same_member(own, theirs.members.get(at)?);
        let mapping = tag.mapping.iter().map(|(value, at)| Some((value.clone(), own_index(*at)?)));
        let mapping = mapping.collect::<Option<_>>()?;
        let at = self.at(&other.source.page, other.source.line);
        Some(Fact::read(Discriminator { property: tag.property.clone(), mapping }, Evidence::OtherDocs, at))
    }
}

/// The values of `of` that `among` lacks.
fn lacking<'v>(of: &'v [EnumValue], among: &[EnumValue]) -> Vec<&'v Literal> {
    of.iter().map(|value| &value.wire).filter(|wire| among.iter().all(|one| one.wire != **wire)).collect()
}

/// How many values a finding names.
const NAMED: usize = 5;

/// `with A and without B`.
fn with_and_without(with: &[&Literal], without: &[&Literal]) -> String {
    let parts = [("with", with), ("without", without)].into_iter().filter(|(_, values)| !values.is_empty());
    parts.map(|(word, values)| format!("{word} {}", listed(values))).collect::<Vec<_>>().join(" and ")
}

fn listed(values: &[&Literal]) -> String {
    let names: Vec<String> = values.iter().take(NAMED).map(|value| format!("`{value}`")).collect();
    let rest = if values.len() > NAMED { format!(" and {} more", values.len() - NAMED) } else { String::new() };
    names.join(", ") + &rest
}

fn same_title(one: &TypeId, other: &TypeId) -> bool {
    fold(one.title()) == fold(other.title())
}

/// The kind of JSON that a type without a name is.
fn json_kind(ty: &Type) -> u8 {
    match ty {
        Type::String | Type::DateTime | Type::Date | Type::Bytes => 1,
        Type::Boolean => 2,
        Type::Int32 | Type::Int64 | Type::Float32 | Type::Float64 | Type::Number | Type::Decimal => 3,
        Type::Array(item) => 10 + json_kind(item),
        Type::Map(_) => 5,
        Type::Nullable(inner) | Type::EventStream(inner) => json_kind(inner),
        Type::Named(_) | Type::Any => 6,
    }
}
