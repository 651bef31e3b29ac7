//! Credentials: their kind, where a key travels, and the environment variables that SDKs take them from.
//!
//! In: the schemes of the API and of its operations, the members of the source's security classes, and calls. Out: the schemes settled,
//! and whether an operation sends the API's.

use super::{
    Settler,
    classes::{Classes, Member},
};
use crate::{
    annotations::{Call, Key as Word},
    lower::vocabulary::{SECURITY_CLASS, SHARED_FOLDERS},
    model::{Auth, Key, KeyPlace, Model, Operation, SchemeKind, SecurityScheme},
    naming::fold,
};
use std::collections::HashMap;

/// Kinds by type and subtype, each in lower case; an empty subtype is any.
const KINDS: &[(&str, &str, SchemeKind)] = &[
    ("http", "basic", SchemeKind::Basic),
    ("http", "bearer", SchemeKind::Bearer),
    ("apikey", "", SchemeKind::ApiKey),
    ("oauth2", "client_credentials", SchemeKind::ClientCredentials),
    ("oauth2", "", SchemeKind::Bearer),
    ("openidconnect", "", SchemeKind::Bearer),
];

const PLACES: &[(&str, KeyPlace)] =
    &[("header", KeyPlace::Header), ("query", KeyPlace::Query), ("cookie", KeyPlace::Cookie)];

pub fn settle(settler: &Settler<'_>, classes: &Classes<'_>, model: &mut Model) {
    let mut known: HashMap<&str, Option<&Member<'_>>> = HashMap::new();
    for (name, member) in classes.members_with(Word::SchemeType) {
        let same = |other: &Member<'_>| words(other) == words(member);
        known.entry(name).and_modify(|own| *own = own.filter(|own| same(own))).or_insert(Some(member));
    }
    // The class of the credentials' type may say nothing, where other code says how they are sent.
    let global = |name: &str| {
        let of_folders = SHARED_FOLDERS.iter().chain(&[""]).filter_map(|folder| classes.get(folder, SECURITY_CLASS));
        let mut members = of_folders.filter_map(|class| class.member(name));
        members.find(|member| member.has(Word::SchemeType))
    };
    for scheme in model.schemes_mut() {
        let names: Vec<String> = scheme.names().map(str::to_owned).collect();
        for name in &names {
            let unanimous = || known.get(fold(name).as_str()).copied().flatten();
            if let Some(member) = global(name).or_else(unanimous) {
                settle_scheme(settler, member, scheme);
            }
        }
    }
}

/// Whose credentials an operation sends, in the words of the source.
const OF_OPERATION: &[(&str, Auth)] = &[("client", Auth::Global), ("none", Auth::Public)];

/// Whether an operation sends the client's credentials. One with credentials of its own has a page that says so.
pub fn settle_operation(settler: &Settler<'_>, call: &Call, operation: &mut Operation) {
    let Some(said) = call.only(Word::Credentials) else { return };
    let Some((_, auth)) = OF_OPERATION.iter().find(|(word, _)| *word == said.value) else { return };
    operation.auth.give_way(settler.read(auth.clone(), said));
}

/// Type and subtype, which one word may hold both: `http:bearer`.
fn words(member: &Member<'_>) -> Option<(String, String)> {
    let ty = member.one(Word::SchemeType)?.value.to_lowercase();
    let subtype = member.one(Word::SchemeSubtype).map_or(String::new(), |said| said.value.to_lowercase());
    Some(match ty.split_once(':') {
        Some((ty, subtype)) => (ty.to_owned(), subtype.to_owned()),
        None => (ty, subtype),
    })
}

fn settle_scheme(settler: &Settler<'_>, member: &Member<'_>, scheme: &mut SecurityScheme) {
    let (Some((ty, subtype)), Some(said)) = (words(member), member.one(Word::SchemeType)) else { return };
    let fits = |(own, sub, _): &&(&str, &str, SchemeKind)| *own == ty && (sub.is_empty() || *sub == subtype);
    let Some((_, _, kind)) = KINDS.iter().find(fits) else { return };
    scheme.kind.give_way(settler.read(*kind, said));
    let place = PLACES.iter().find(|(word, _)| *word == subtype).map(|(_, place)| *place);
    let name = member.one(Word::SchemeName).filter(|said| !said.value.is_empty());
    if let (SchemeKind::ApiKey, Some(place), Some(name)) = (kind, place, name) {
        scheme.key = Some(settler.read(Key { place, name: name.value.clone() }, name));
    }
    if let Some(env) = member.one(Word::Env).filter(|said| !said.value.is_empty()) {
        let variable = env.value.to_uppercase();
        if !scheme.env.iter().any(|own| own.value == variable) {
            scheme.env.push(settler.read(variable, env));
        }
    }
}
