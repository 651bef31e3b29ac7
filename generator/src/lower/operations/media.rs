//! How bodies travel.
//!
//! In: body types, ids of twins, names of envelope fields. Out: media types with the rule that concluded them; the docs state
//! none but through names. It must not know Rust tokens.

use super::written::Usage;
use crate::{
    lower::vocabulary::{MEDIA_WORDS, OAUTH_ENDPOINTS, STATUS_WORDS, TWIN_SUFFIXES},
    model::{BYTES, EVENTS, Fact, JSON, Media, Rule, TEXT, Type, WireCase},
    naming::fold,
};
use heck::ToKebabCase;

/// How a request body travels. `twin` says that another operation has the same method and path.
///
/// OAuth's endpoints take forms whose names are in snake case: an API that spells names otherwise has made something of its own.
pub fn request_media(usage: &Usage, ty: &Type, has_file: bool, twin: bool, case: WireCase) -> Fact<Media> {
    let suffix = TWIN_SUFFIXES.iter().find(|(suffix, _)| twin && usage.id.ends_with(suffix));
    match (suffix, ty) {
        (Some((_, media)), _) => Fact::assumed(*media, Rule::MediaTwinSuffix),
        (None, Type::Bytes) => Fact::assumed(Media::Raw, Rule::MediaBytes),
        _ if has_file => Fact::assumed(Media::Multipart, Rule::MediaFilePage),
        _ if case == WireCase::Snake && OAUTH_ENDPOINTS.iter().any(|end| usage.path.ends_with(end)) => {
            Fact::assumed(Media::Form, Rule::MediaOauth2Endpoint)
        }
        _ => Fact::assumed(Media::Json, Rule::MediaDefaultJson),
    }
}

/// The media type of a response body.
pub fn response_media(ty: &Type) -> Fact<String> {
    let (text, rule) = match ty {
        Type::EventStream(_) => return Fact::stated(EVENTS.to_owned()),
        Type::Bytes => (BYTES, Rule::MediaBytes),
        Type::String => (TEXT, Rule::MediaBareText),
        _ => (JSON, Rule::MediaDefaultJson),
    };
    Fact::assumed(text.to_owned(), rule)
}

/// The media type of a stream of values, one on a line.
pub fn lines_media() -> Fact<String> {
    Fact::assumed("application/x-ndjson".to_owned(), Rule::MediaJsonLines)
}

/// The first words of media types.
const TOP_LEVELS: &[&str] = &["application", "audio", "font", "image", "text", "video"];

/// What an SDK puts behind the media type in a field's name when the body is raw.
const STREAM_SUFFIX: &str = "ResponseStream";

/// Status and media type in an envelope field's name: `twoHundredImageJpegResponseStream`, `defaultTextCsvRes`.
pub fn named_media(shown: &str) -> Option<(Option<u16>, Fact<String>)> {
    let bare = shown.strip_suffix(STREAM_SUFFIX);
    let whole = fold(bare.unwrap_or(shown));
    let (words, status) = STATUS_WORDS.iter().find(|(words, _)| whole.starts_with(words))?;
    let rest = &whole[words.len()..];
    let known = MEDIA_WORDS.iter().find(|(words, _)| rest.starts_with(words)).map(|(_, media)| (*media).to_owned());
    let media = known.or_else(|| spelled_media(bare?))?;
    Some((*status, Fact::assumed(media, Rule::MediaFieldName)))
}

/// `twoHundredImageXPortablePixmap` to `image/x-portable-pixmap`.
fn spelled_media(bare: &str) -> Option<String> {
    let words = bare.to_kebab_case();
    let parts: Vec<&str> = words.split('-').collect();
    let at = parts.iter().position(|part| TOP_LEVELS.contains(part))?;
    let subtype = parts[at + 1..].join("-").replace("-plus-", "+");
    (!subtype.is_empty()).then(|| format!("{}/{subtype}", parts[at]))
}

#[cfg(test)]
mod tests {
    use super::named_media;

    #[test]
    fn reads_status_and_media_type_out_of_a_name() {
        for (shown, expected) in [
            ("twoHundredImageJpegResponseStream", Some((Some(200), "image/jpeg"))),
            ("TwoHundredImageSvgPlusXMLPortalImageAssetBlob", Some((Some(200), "image/svg+xml"))),
            ("twoHundredImageXPortablePixmapResponseStream", Some((Some(200), "image/x-portable-pixmap"))),
            ("twoHundredAndOneApplicationJsonPet", Some((Some(201), "application/json"))),
            ("default_text_csv_res", Some((None, "text/csv"))),
            ("defaultPets", None),
            ("pet", None),
            ("twoHundred", None),
        ] {
            let found = named_media(shown);
            let found = found.as_ref().map(|(status, media)| (*status, media.value.as_str()));
            assert_eq!(found, expected, "{shown}");
        }
    }
}
