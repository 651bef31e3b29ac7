//! What generated crates read: JSON into a struct and a union, events, and the variables of a server's URL.
//!
//! In: bytes. Out: nothing. The types are those of the crate `shapes`.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use shapes::{
    call::{EventDecoder, Frame},
    client::Server,
    components::{Carrier, Content, Freight},
    support::decode,
};
use std::fmt::Debug;

/// JSON of an object.
pub fn structure(bytes: &[u8]) {
    survives::<Freight>(bytes);
    survives::<Vec<Freight>>(bytes);
}

/// JSON of unions, with and without a discriminator.
pub fn union(bytes: &[u8]) {
    survives::<Content>(bytes);
    survives::<Carrier>(bytes);
}

/// What is read is shown, and written back the same; an error is told.
fn survives<T: DeserializeOwned + Serialize + Debug + PartialEq>(bytes: &[u8]) {
    match decode::<T>(bytes) {
        Ok(value) => {
            let text = serde_json::to_string(&value).expect("what was read can be written");
            let again = decode::<T>(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_eq!(serde_json::to_string(&again).ok().as_ref(), Some(&text));
            let _ = format!("{value:?}");
            if let Ok(before) = serde_json::from_slice::<Value>(bytes) {
                assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), before);
            }
        }
        Err(error) => assert!(error.to_string().len() < 4_000, "an error of {} bytes", error.to_string().len()),
    }
}

/// A stream of events. The first byte says how it is cut, and what its events are; however it is cut, they are the same.
pub fn events(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let frame = [Frame::Data, Frame::Line, Frame::Event][usize::from(*first) % 3];
    let size = 1 + usize::from(*first) / 3;
    assert_eq!(read(rest, frame, size), read(rest, frame, rest.len().max(1)));
}

/// The events of some bytes that come in pieces of a size.
fn read(bytes: &[u8], frame: Frame, size: usize) -> Vec<Result<Content, String>> {
    let mut decoder = EventDecoder::<Content>::new(frame);
    let mut found = Vec::new();
    for piece in bytes.chunks(size) {
        decoder.feed(piece);
        found.extend(std::iter::from_fn(|| decoder.next_event()));
    }
    decoder.finish();
    found.extend(std::iter::from_fn(|| decoder.next_event()));
    found.into_iter().map(|event| event.map_err(|error| error.to_string())).collect()
}

/// The variables of a server's URL, which lead to no other host.
pub fn server_url(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (tenant, region) = text.split_once('\n').unwrap_or((&text, ""));
    let url = Server::TenantRegionFreightExample { tenant: tenant.to_owned(), region: region.to_owned() }.url();
    let host = url.strip_prefix("https://").and_then(|rest| rest.strip_suffix(".freight.example/v1"));
    let host = host.unwrap_or_else(|| panic!("{url}"));
    assert!(host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)), "{url}");
}
