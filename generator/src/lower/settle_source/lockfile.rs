//! Facts of the lockfile's examples, for what neither pages nor annotations state.
//!
//! In: the lockfile, and the operations. Out: places and names of parameters, media types and statuses.

use crate::{
    annotations::Example,
    lower::settle_source::{facts::SourceFacts, parameters::WORDS, responses::by_another_name},
    model::{Evidence, Fact, Media, Model, Operation, Parameter, Place},
    naming::fold,
};

pub fn settle(source: &SourceFacts<'_>, model: &mut Model) {
    for operation in &mut model.operations {
        settle_parameters(source, &operation.id, &mut operation.parameters);
        settle_media(source, operation);
        settle_status(source, operation);
    }
}

/// The only place in which the examples of an operation show a parameter: name, place and line.
pub fn shown_place<'a>(examples: &[&'a Example], is_same: impl Fn(&str) -> bool) -> Option<(&'a str, Place, u32)> {
    let mut found = examples.iter().flat_map(|it| &it.parameters).filter(|(_, name, _)| is_same(name));
    let (place, name, line) = found.next()?;
    let (_, known) = WORDS.iter().find(|(word, _)| word == place)?;
    found.all(|(other_place, other, _)| (other_place, other) == (place, name)).then_some((name, *known, *line))
}

fn is_open<T>(fact: &Fact<T>) -> bool {
    fact.basis.strength() < Evidence::Lockfile.strength()
}

fn settle_parameters(source: &SourceFacts<'_>, operation: &str, parameters: &mut [Parameter]) {
    let examples = source.examples(operation);
    for parameter in parameters.iter_mut().filter(|it| is_open(&it.place) || is_open(&it.wire)) {
        let is_same =
            |name: &str| [&parameter.wire.value, &parameter.doc_name].iter().any(|own| fold(own) == fold(name));
        let Some((name, place, line)) = shown_place(examples, is_same) else { continue };
        if is_open(&parameter.wire) {
            parameter.wire = Fact::read(name.to_owned(), Evidence::Lockfile, source.in_lock(line));
        }
        if is_open(&parameter.place) {
            parameter.place = Fact::read(place, Evidence::Lockfile, source.in_lock(line));
        }
    }
}

/// The media types of a request: one is the body's, where nothing better says which; the others are taken, too.
fn settle_media(source: &SourceFacts<'_>, operation: &mut Operation) {
    let examples = source.examples(&operation.id);
    let Some(body) = &mut operation.body else { return };
    let mut found: Vec<Fact<Media>> = Vec::new();
    for (media, line) in examples.iter().flat_map(|it| &it.request) {
        let media = Media::of(media);
        if !found.iter().any(|own| own.value == media) {
            found.push(Fact::read(media, Evidence::Lockfile, source.in_lock(*line)));
        }
    }
    if let [only] = found.as_slice()
        && is_open(&body.media)
    {
        body.media = only.clone();
    }
    found.retain(|own| own.value != body.media.value);
    body.also = found;
    if body.media_type.is_none() {
        body.media_type = name_of(body.media.value, source, examples);
    }
}

/// The name that a kind of body has in all examples, where it is not the usual one.
fn name_of(media: Media, source: &SourceFacts<'_>, examples: &[&Example]) -> Option<Fact<String>> {
    let mut names = examples.iter().flat_map(|it| &it.request).filter(|(name, _)| Media::of(name) == media);
    let (name, line) = names.next()?;
    let other = by_another_name(name).filter(|_| names.all(|(own, _)| own == name))?;
    Some(Fact::read(other, Evidence::Lockfile, source.in_lock(*line)))
}

/// The only status of success that the examples show.
fn settle_status(source: &SourceFacts<'_>, operation: &mut Operation) {
    let mut found =
        source.examples(&operation.id).iter().flat_map(|it| &it.responses).filter_map(|(status, media, line)| {
            let status: u16 = status.parse().ok().filter(|status| (200..300).contains(status))?;
            Some((status, media, line))
        });
    let Some((status, media, line)) = found.next() else { return };
    if !found.all(|(other, other_media, _)| (other, other_media) == (status, media)) {
        return;
    }
    let at = source.in_lock(*line);
    if let [body] = operation.success.as_mut_slice() {
        if body.status.as_ref().is_none_or(is_open) && body.also.is_empty() {
            body.status = Some(Fact::read(status, Evidence::Lockfile, at.as_str()));
        }
        if is_open(&body.media) {
            body.media = Fact::read(media.clone(), Evidence::Lockfile, at);
        }
    }
}
