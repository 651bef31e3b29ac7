//! The fields of one object in two trees.
//!
//! In: two structs that are one. Out: the first, with what its page does not state. It must not know other shapes.

use super::{
    About, Merger,
    types::{Joined, shown},
};
use crate::{
    model::{Evidence, Fact, Field, Presence, Source, Struct, Type, TypeDef, TypeId},
    naming::fold,
};
use std::collections::HashMap;

/// Where the two pages of a type stand.
#[derive(Clone, Copy)]
pub struct Both<'d> {
    pub id: &'d TypeId,
    pub own: &'d Source,
    pub other: &'d TypeDef,
}

impl Merger<'_> {
    pub fn merge_structs(&mut self, own: &mut Struct, other: &Struct, pages: Both<'_>) {
        if own.fields.is_empty() && !other.fields.is_empty() && own.additional.is_none() {
            self.take_fields(own, other, pages);
            return;
        }
        let by_wire: HashMap<String, &Field> = other.fields.iter().map(|it| (fold(&it.wire.value), it)).collect();
        let by_shown: HashMap<String, &Field> = other.fields.iter().map(|it| (fold(&it.doc_name), it)).collect();
        let mut common = 0;
        for field in &mut own.fields {
            let found = by_wire.get(&fold(&field.wire.value)).or_else(|| by_shown.get(&fold(&field.doc_name)));
            if let Some(theirs) = found {
                common += 1;
                self.merge_field(field, theirs, pages);
            }
        }
        self.leave_out("field", other.fields.len().saturating_sub(common));
        self.merge_additional(own, other, pages);
    }

    /// All fields of the other tree, for an object of which the first says nothing.
    fn take_fields(&mut self, own: &mut Struct, other: &Struct, pages: Both<'_>) {
        let mut taken = other.clone();
        taken.fields.iter_mut().for_each(|field| field.ty = self.translated(&field.ty));
        taken.additional = taken.additional.map(|ty| self.translated(&ty));
        *own = taken;
        self.taken(pages.id.to_string(), "fields", &pages.other.source);
    }

    fn merge_additional(&mut self, own: &mut Struct, other: &Struct, pages: Both<'_>) {
        match (&own.additional, &other.additional) {
            (None, Some(theirs)) => {
                own.additional = Some(self.translated(theirs));
                self.taken(pages.id.to_string(), "additional properties", &pages.other.source);
            }
            (Some(mine), Some(theirs)) => {
                if let Joined::Take(ty) = self.join(mine, theirs) {
                    own.additional = Some(ty);
                    self.taken(pages.id.to_string(), "additional properties", &pages.other.source);
                }
            }
            (_, None) => {}
        }
    }

    fn merge_field(&mut self, own: &mut Field, other: &Field, pages: Both<'_>) {
        let Field {
            doc_name: _,
            wire,
            rust: _,
            ty,
            presence,
            constant,
            // It is concluded of the merged model.
            sent_unasked: _,
            docs,
            example,
            deprecated,
            boxed: _,
            secret,
            line,
        } = other;
        let name = format!("{}.{}", pages.id, own.wire.value);
        let (own_line, line) = (own.line, *line);
        let of = |fact| About {
            of: &name,
            fact,
            own: Source { line: own_line, ..pages.own.clone() },
            other: Source { line, ..pages.other.source.clone() },
        };
        self.settle_name(&mut own.wire, wire, &of("wire name"));
        self.join_presence(&mut own.presence, &own.ty, (presence, ty), &of("presence"));
        self.join_types(&mut own.ty, ty, &of("type"));
        self.fill_fact(&mut own.constant, constant.as_ref(), &of("constant"));
        self.fill(&mut own.docs, docs.as_ref(), "description", &of(""));
        self.fill(&mut own.example, example.as_ref(), "example", &of(""));
        self.fill(&mut own.deprecated, deprecated.as_ref(), "deprecation", &of(""));
        own.secret |= secret;
    }

    /// Takes what the first does not have.
    pub fn fill<T: Clone>(&mut self, own: &mut Option<T>, other: Option<&T>, fact: &'static str, about: &About<'_>) {
        if let (None, Some(theirs)) = (&own, other) {
            *own = Some(theirs.clone());
            self.taken(about.of, fact, &about.other);
        }
    }

    /// As [`Merger::fill`], for a list that is empty.
    pub fn fill_list<T: Clone>(&mut self, own: &mut Vec<T>, other: &[T], fact: &'static str, about: &About<'_>) {
        if own.is_empty() && !other.is_empty() {
            other.clone_into(own);
            self.taken(about.of, fact, &about.other);
        }
    }

    /// Takes a fact of which the first says nothing.
    pub fn fill_fact<T: Clone>(&self, own: &mut Option<Fact<T>>, other: Option<&Fact<T>>, about: &About<'_>) {
        if let (None, Some(theirs)) = (&own, other) {
            *own = Some(Fact::read(theirs.value.clone(), Evidence::OtherDocs, self.place(&theirs.basis, &about.other)));
        }
    }

    /// Replaces a type by the more precise one.
    pub fn join_types(&mut self, own: &mut Type, other: &Type, about: &About<'_>) {
        match self.join(own, other) {
            Joined::Keep => {}
            Joined::Take(ty) => {
                *own = ty;
                self.taken(about.of, about.fact, &about.other);
            }
            Joined::Differ => self.clash(about, shown(own), shown(other)),
        }
    }

    /// The first's presence, with the null mark of the other where the first can show none.
    pub fn join_presence(
        &mut self,
        own: &mut Fact<Presence>,
        own_type: &Type,
        other: (&Fact<Presence>, &Type),
        about: &About<'_>,
    ) {
        let required = own.value.is_required();
        let theirs_required = other.0.value.is_required();
        if required != theirs_required {
            let word = |required| if required { "required" } else { "optional" }.to_owned();
            self.clash(about, word(required), word(!required));
        }
        let (mine, theirs) = (self.says.null(own.value, own_type), self.other_says.null(other.0.value, other.1));
        match (mine, theirs) {
            (Some(mine), Some(theirs)) if mine != theirs => {
                let word = |null| if null { "nullable" } else { "never null" }.to_owned();
                self.clash(about, word(mine), word(theirs));
            }
            (None, Some(null)) => {
                let joined = Presence::of(required, null);
                if joined != own.value {
                    *own = Fact::read(joined, Evidence::OtherDocs, self.at(&about.other.page, about.other.line));
                }
            }
            _ => {}
        }
    }
}
