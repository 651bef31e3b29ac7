//! What converts into a union through one of its members: `&str` where a member is a text, `f64` where one is a number.
//!
//! In: a union of the model. Out: a table of conversions. It must not know how a member is chosen from JSON.

use crate::{
    emit::{Scope, ident_text, item::Item},
    model::{Member, Shape, Type, Union},
};
use std::fmt::Write as _;

/// A kind of members, and what converts into it.
struct Rule {
    is: fn(&Scope<'_>, &Type) -> bool,
    from: &'static [&'static str],
}

/// Of two kinds that take the same, the first does.
const RULES: &[Rule] = &[
    Rule { is: |_, ty| *ty == Type::String, from: &["&str"] },
    Rule { is: |_, ty| *ty == Type::Int64, from: &["i32"] },
    Rule { is: |_, ty| matches!(ty, Type::Number | Type::Float32 | Type::Float64), from: &["f64", "i64", "i32"] },
    Rule { is: is_open_text, from: &["&str", "String"] },
    Rule { is: |_, ty| matches!(ty, Type::DateTime | Type::Date), from: &["&str", "String"] },
    Rule { is: |_, ty| *ty == Type::Bytes, from: &["&[u8]"] },
];

/// Sources that may be members themselves.
const MEMBERS: &[(&str, Type)] = &[("String", Type::String), ("i64", Type::Int64), ("i32", Type::Int32)];

fn is_open_text(scope: &Scope<'_>, ty: &Type) -> bool {
    let Type::Named(id) = ty else { return false };
    let def = scope.model().get(id);
    let open = |shape: &Shape| matches!(shape, Shape::Enum(shape) if !shape.integer && (!shape.closed || shape.values.is_empty()));
    def.replaced.is_none() && open(&def.shape)
}

/// The table; none where nothing converts.
pub(super) fn table(item: &Item<'_, '_>, shape: &Union) -> Option<String> {
    let rows: Vec<(&Member, Vec<&'static str>)> =
        shape.members.iter().map(|member| (member, sources(item.scope, shape, member))).collect();
    if rows.iter().all(|(_, sources)| sources.is_empty()) {
        return None;
    }
    let mut text = format!("crate::support::union_through! {{\n    {} {{\n", item.def.rust);
    for (member, sources) in rows.iter().filter(|(_, sources)| !sources.is_empty()) {
        let sources: Vec<&str> = sources.iter().map(|source| item.scope.prelude(source)).collect();
        let (variant, ty) = (ident_text(&member.rust), item.scope.text(&member.ty));
        let _ = writeln!(text, "        {variant}({ty}): {};", sources.join(", "));
    }
    text.push_str("    }\n}\n");
    Some(text)
}

/// What converts into the union through a member, and through no other.
fn sources(scope: &Scope<'_>, shape: &Union, member: &Member) -> Vec<&'static str> {
    let Some(rank) = rank(scope, &member.ty) else { return Vec::new() };
    let is_member = |source: &str| {
        let ty = MEMBERS.iter().find(|(name, _)| *name == source).map(|(_, ty)| ty);
        shape.members.iter().any(|other| Some(&other.ty) == ty)
    };
    let takes = |other: &Member, source: &str| {
        let rank = self::rank(scope, &other.ty)?;
        RULES[rank].from.contains(&source).then_some(rank)
    };
    let alone = |source: &str| {
        let others = shape.members.iter().filter(|other| other.rust != member.rust);
        others.filter_map(|other| takes(other, source)).all(|other| other > rank)
    };
    RULES[rank].from.iter().copied().filter(|source| !is_member(source) && alone(source)).collect()
}

fn rank(scope: &Scope<'_>, ty: &Type) -> Option<usize> {
    RULES.iter().position(|rule| (rule.is)(scope, ty))
}
