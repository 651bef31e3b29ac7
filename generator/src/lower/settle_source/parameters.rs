//! Parameters: names on the wire, places, styles.
//!
//! In: a parameter, the class of its operation's arguments, and the call. Out: the parameter settled.

use super::{
    About, Settler,
    classes::{Class, Member},
    fields,
};
use crate::{
    annotations::{Call, Key, Said},
    model::{Evidence, Parameter, Place, Source, Style, Type},
};

/// Facts that are a place.
const PLACES: &[(Key, Place)] = &[(Key::Path, Place::Path), (Key::Query, Place::Query), (Key::Header, Place::Header)];
/// The words of those places where a call states them.
pub const WORDS: &[(&str, Place)] = &[("path", Place::Path), ("query", Place::Query), ("header", Place::Header)];
/// What lists are joined with where they do not explode, as calls say it.
const JOINED: &str = "joined";

/// How findings call lists that do explode; prose only ever says that they do not.
const SEPARATE: &str = "separate";
/// How they call values that are JSON text.
const JSON: &str = "JSON";

/// What is said of one parameter.
pub struct Found<'a> {
    /// Where it travels.
    pub place: Place,
    /// Its name there.
    pub wire: String,
    style: Option<Style>,
    /// Where this stands.
    pub said: &'a Said,
}

/// What the class of a call's arguments, or the call, says of the place of a member.
pub fn stated_place<'a>(call: &'a Call, class: &Class<'a>, name: &str) -> Option<Found<'a>> {
    let member = class.member(name)?;
    by_member(name, member).or_else(|| by_call(call, member))
}

pub fn settle<'a>(
    settler: &mut Settler<'_>,
    call: &'a Call,
    class: &Class<'a>,
    parameter: &mut Parameter,
    source: &Source,
    operation: &str,
) {
    let named = |name: &str| stated_place(call, class, name);
    if class.member(&parameter.doc_name).is_some_and(|member| member.has(Key::Integer)) {
        fields::narrow(&mut parameter.ty);
    }
    let Some(found) = named(&parameter.doc_name).or_else(|| named(&parameter.wire.value)) else { return };
    let of = format!("{operation} {}", parameter.doc_name);
    let about = |fact| About { of: &of, fact, source, line: source.line };
    // A placeholder is the path's own word for it.
    let is_path = parameter.place.value == Place::Path && found.place == Place::Path;
    if !is_path || parameter.wire.value == found.wire {
        settler.take_name(&mut parameter.wire, &found.wire, found.said);
    }
    if parameter.place.basis.strength() <= Evidence::Annotation.strength() {
        parameter.place = settler.read(found.place, found.said);
    } else if parameter.place.value != found.place {
        let words = |place: Place| WORDS.iter().find(|(_, own)| *own == place).map_or("", |(word, _)| word);
        let (own, other) = (words(parameter.place.value), words(found.place));
        settler.contradict(own, other, found.said, &about("place"));
    }
    let fits = |style: &Style| found.place == Place::Query && (*style == Style::Json || is_structured(parameter));
    if let Some(style) = found.style.filter(fits) {
        if let Some(shown) = parameter.style.as_ref().filter(|shown| shown.value != style) {
            let other = if style == Style::Json { JSON } else { SEPARATE };
            settler.outweigh(&shown.basis, [JOINED, other], found.said, &about("style"));
        }
        parameter.style = Some(settler.read(style, found.said));
    }
}

fn is_structured(parameter: &Parameter) -> bool {
    parameter.style.is_some() || matches!(parameter.ty, Type::Array(_) | Type::Map(_))
}

/// What the member's own annotation says. A place without a name has the member's.
fn by_member<'a>(name: &str, member: &Member<'a>) -> Option<Found<'a>> {
    let (said, place) = PLACES.iter().find_map(|(key, place)| Some((member.one(*key)?, *place)))?;
    let wire = match said.value.as_str() {
        "" => member.one(Key::Wire).map_or(name, |said| &said.value),
        wire => wire,
    };
    let word = |key: Key| member.one(key).map(|said| said.value.to_lowercase());
    let form = word(Key::Serialization).or_else(|| word(Key::Style));
    let style = style(form.as_deref(), word(Key::Explode).as_deref() == Some("false"));
    Some(Found { place, wire: wire.to_owned(), style, said })
}

/// Where a call sends what has this name on the wire.
pub fn place_in(call: &Call, wire: &str) -> Option<Place> {
    let said = call.all(Key::Parameter).find(|said| said.value == wire)?;
    let word = said.target.split([',', '=']).next()?;
    WORDS.iter().find(|(own, _)| *own == word).map(|(_, place)| *place)
}

/// What the call says of the member, which it calls by the name that its class is written with.
fn by_call<'a>(call: &'a Call, member: &Member<'_>) -> Option<Found<'a>> {
    let written = &member.one(Key::Wire)?.value;
    let parameters = call.all(Key::Parameter).map(|said| (said, parts(&said.target, &said.value)));
    let (said, (words, _)) = parameters.into_iter().find(|(_, (_, member))| member == written)?;
    let wire = &said.value;
    let mut words = words.split(',');
    let place = words.next()?;
    let place = WORDS.iter().find(|(word, _)| *word == place)?.1;
    let form = words.next().map(str::to_lowercase);
    Some(Found { place, wire: wire.clone(), style: style(form.as_deref(), words.next() == Some(JOINED)), said })
}

/// Place and style of a parameter, and the name of its member: its own, where no other is given.
fn parts<'t>(target: &'t str, name: &'t str) -> (&'t str, &'t str) {
    target.split_once('=').unwrap_or((target, name))
}

fn style(word: Option<&str>, joined: bool) -> Option<Style> {
    match word? {
        "form" if joined => Some(Style::FormJoined),
        "form" => Some(Style::FormExplode),
        "deepobject" => Some(Style::DeepObject),
        "json" => Some(Style::Json),
        _ => None,
    }
}
