//! Facts of the lockfile's examples, for what neither pages nor annotations state.
//!
//! In: the lockfile, and the operations. Out: places and names of parameters, media types and statuses.

use crate::{
    annotations::{Example, read_examples},
    lower::settle_source::responses::media_of,
    model::{Evidence, Fact, Media, Model, Operation, Parameter, Place},
    naming::fold,
    source::SourceFile,
};
use std::collections::HashMap;

const PLACES: &[(&str, Place)] = &[("path", Place::Path), ("query", Place::Query), ("header", Place::Header)];

pub fn settle(lock: &SourceFile, model: &mut Model) {
    let examples = read_examples(&lock.text);
    let mut by_operation: HashMap<&str, Vec<&Example>> = HashMap::new();
    for example in &examples {
        by_operation.entry(&example.operation).or_default().push(example);
    }
    for operation in &mut model.operations {
        let Some(examples) = by_operation.get(operation.id.as_str()) else { continue };
        settle_parameters(&lock.path, examples, &mut operation.parameters);
        settle_media(&lock.path, examples, operation);
        settle_status(&lock.path, examples, operation);
    }
}

fn is_open<T>(fact: &Fact<T>) -> bool {
    fact.basis.strength() < Evidence::Lockfile.strength()
}

fn settle_parameters(path: &str, examples: &[&Example], parameters: &mut [Parameter]) {
    for parameter in parameters.iter_mut().filter(|it| is_open(&it.place) || is_open(&it.wire)) {
        let is_same = |name: &str| [&parameter.wire.value, &parameter.shown].iter().any(|own| fold(own) == fold(name));
        let mut found = examples.iter().flat_map(|it| &it.parameters).filter(|(_, name, _)| is_same(name));
        let Some((place, name, line)) = found.next() else { continue };
        let Some((_, known)) = PLACES.iter().find(|(word, _)| word == place) else { continue };
        if found.any(|(other_place, other, _)| (other_place, other) != (place, name)) {
            continue;
        }
        let at = || format!("{path}:{line}");
        if is_open(&parameter.wire) {
            parameter.wire = Fact::read(name.clone(), Evidence::Lockfile, at());
        }
        if is_open(&parameter.place) {
            parameter.place = Fact::read(*known, Evidence::Lockfile, at());
        }
    }
}

/// The media types of a request: one is the body's, where nothing better says which; the others are taken, too.
fn settle_media(path: &str, examples: &[&Example], operation: &mut Operation) {
    let Some(body) = &mut operation.body else { return };
    let mut found: Vec<Fact<Media>> = Vec::new();
    for (media, line) in examples.iter().flat_map(|it| &it.request) {
        let media = media_of(media);
        if !found.iter().any(|own| own.value == media) {
            found.push(Fact::read(media, Evidence::Lockfile, format!("{path}:{line}")));
        }
    }
    if let [only] = found.as_slice()
        && is_open(&body.media)
    {
        body.media = only.clone();
    }
    found.retain(|own| own.value != body.media.value);
    body.also = found;
}

/// The only status of success that the examples show.
fn settle_status(path: &str, examples: &[&Example], operation: &mut Operation) {
    let mut found = examples.iter().flat_map(|it| &it.responses).filter_map(|(status, media, line)| {
        let status: u16 = status.parse().ok().filter(|status| (200..300).contains(status))?;
        Some((status, media, line))
    });
    let Some((status, media, line)) = found.next() else { return };
    if !found.all(|(other, other_media, _)| (other, other_media) == (status, media)) {
        return;
    }
    let at = format!("{path}:{line}");
    if let [body] = operation.success.as_mut_slice() {
        if body.status.as_ref().is_none_or(is_open) && body.also.is_empty() {
            body.status = Some(Fact::read(status, Evidence::Lockfile, at.as_str()));
        }
        if is_open(&body.media) {
            body.media = Fact::read(media.clone(), Evidence::Lockfile, at);
        }
    }
}
