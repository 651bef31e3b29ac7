//! Bodies: media types of requests, statuses and media types of successes, ends of event streams.
//!
//! In: an operation and its call. Out: the operation settled.

use super::{Settler, classes::Class};
use crate::{
    annotations::{Call, Key, Said},
    model::{ANY_MEDIA, ANY_SUCCESS, EVENTS, ErrorStatus, Evidence, Fact, Media, Operation, SuccessBody, Type},
};
use std::collections::HashSet;

/// Words for how a body is encoded, and beginnings and ends of media types.
const KINDS: &[(&str, Media)] = &[
    ("json", Media::Json),
    ("form", Media::Form),
    ("multipart", Media::Multipart),
    ("raw", Media::Raw),
    ("string", Media::Raw),
];

pub fn settle_request(settler: &Settler<'_>, call: &Call, class: Option<&Class<'_>>, operation: &mut Operation) {
    let Some(body) = &mut operation.body else { return };
    let payload = call.first(Key::Payload);
    let member = payload.and_then(|said| class?.member(&said.value)?.one(Key::Body));
    let typed = member.filter(|said| !said.value.is_empty()).or_else(|| call.first(Key::MediaType));
    let stated = typed.map(|said| (Media::of(&said.value), said));
    let kind = || {
        let said = payload?;
        Some((KINDS.iter().find(|(own, _)| *own == said.target)?.1, said))
    };
    if call.first(Key::Nullable).is_some() && matches!(body.ty, Type::Named(_)) {
        body.ty = Type::Nullable(Box::new(body.ty.clone()));
    }
    let Some((media, said)) = stated.or_else(kind) else { return };
    if body.media.basis.strength() <= Evidence::Annotation.strength() {
        body.media = settler.read(media, said);
        body.media_type = typed.and_then(|said| Some(settler.read(by_another_name(&said.value)?, said)));
    }
}

/// The media type, where it is another than the usual one of its kind, which a kind alone would stand for.
pub fn by_another_name(media_type: &str) -> Option<String> {
    let kind = Media::of(media_type);
    if matches!(kind, Media::Form | Media::Multipart) {
        return None;
    }
    let is_other = !media_type.to_lowercase().starts_with(kind.usual_type()) && !media_type.contains('*');
    let is_header = media_type.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    (is_other && is_header).then(|| media_type.trim().to_owned())
}

/// A status of success (none for all of them), its media type (empty for no content), and where it stands.
type Answer<'c> = (Option<u16>, &'c str, &'c Said);

pub fn settle_success(settler: &Settler<'_>, call: &Call, operation: &mut Operation) {
    let answers: Vec<Answer<'_>> = call.all(Key::Answer).filter_map(success).collect();
    let (bodiless, with_body): (Vec<Answer<'_>>, Vec<_>) =
        answers.iter().copied().partition(|(_, media, _)| media.is_empty());
    let alone = if operation.success.is_empty() { &answers } else { &bodiless };
    let mut numbered = alone.iter().filter_map(|(status, _, said)| Some(settler.read((*status)?, said)));
    if operation.success.is_empty()
        && let Some(first) = numbered.next()
    {
        Fact::settle(&mut operation.status, first);
    }
    operation.bodiless = numbered.collect();
    match operation.success.as_mut_slice() {
        [] => {}
        [only] => settle_body(settler, only, &with_body),
        several => {
            for body in several {
                let same: Vec<_> =
                    with_body.iter().copied().filter(|(_, media, _)| *media == body.media.value).collect();
                settle_body(settler, body, &same);
            }
        }
    }
    if let Some(said) = call.first(Key::Sentinel) {
        for body in operation.success.iter_mut().filter(|body| body.media.value == EVENTS) {
            Fact::settle(&mut body.sentinel, settler.read(said.value.clone(), said));
        }
    }
}

fn success(said: &Said) -> Option<Answer<'_>> {
    let status = said.value.parse().ok().filter(|status| (200..300).contains(status));
    (status.is_some() || said.value == ANY_SUCCESS).then_some((status, said.target.as_str(), said))
}

/// Media types that stand for none: some languages match any type where none is declared.
const NO_MEDIA: &[&str] = &["", "*", ANY_MEDIA];

/// Errors of a status of their own that no body is declared for: pages list them among `4XX`.
pub fn settle_errors(settler: &Settler<'_>, call: &Call, operation: &mut Operation) {
    let answers = call.all(Key::Answer).filter(|said| NO_MEDIA.contains(&said.target.as_str()));
    let numbered = answers.filter_map(|said| Some((said.value.parse::<u16>().ok()?, said)));
    let is_of = |own: ErrorStatus, status: u16| match own {
        ErrorStatus::One(own) => own == status,
        ErrorStatus::Class(digit) => u16::from(digit) == status / 100,
        ErrorStatus::Rest => true,
    };
    let is_declared = |status: u16| operation.errors.iter().any(|error| is_of(error.status, status));
    let mut seen = HashSet::new();
    let bare = numbered.filter(|(status, _)| *status >= 300 && !is_declared(*status) && seen.insert(*status));
    operation.bodiless_errors = bare.map(|(status, said)| settler.read(status, said)).collect();
}

/// A body whose media type is stated once, with all statuses of it.
fn settle_body(settler: &Settler<'_>, body: &mut SuccessBody, answers: &[Answer<'_>]) {
    let Some((_, media, said)) = answers.first().copied() else { return };
    let mut seen = HashSet::new();
    let numbered = answers.iter().filter_map(|(status, _, said)| Some(((*status)?, *said)));
    let statuses: Vec<_> = numbered.filter(|(status, _)| seen.insert(*status)).collect();
    if let Some((status, said)) = statuses.first().copied() {
        Fact::settle(&mut body.status, settler.read(status, said));
    }
    let is_own = |status: u16| body.status.as_ref().is_some_and(|own| own.value == status);
    let others = statuses.into_iter().filter(|(status, _)| !is_own(*status));
    body.also = others.map(|(status, said)| settler.read(status, said)).collect();
    if media != ANY_MEDIA && answers.iter().all(|(_, other, _)| *other == media) {
        body.media.give_way(settler.read(media.to_owned(), said));
    }
}
