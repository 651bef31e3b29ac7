//! The JSON of the token-management operations, through the checked-in crate `authlete-api`.
//!
//! In: JSON as the service sends and expects it, of today and of a later version. Out: nothing. It must not know how the
//! crate came to be.

use authlete_api::components::{AuthorizationDetails, AuthorizationDetailsElement, Property};
use authlete_api::operations::{
    AuthTokenCreateApiGrantType, AuthTokenCreateApiRequestBody, AuthTokenCreateApiResponseBody,
    AuthTokenGetListApiResponseBody, AuthTokenRevokeApiRequestBody, AuthTokenRevokeApiResponseBody,
    AuthTokenUpdateApiAction, AuthTokenUpdateApiRequestBody, AuthTokenUpdateApiResponseBody,
};
use authlete_api::support;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// The response of an update, with every field that its page lists.
fn full_update() -> Value {
    json!({
        "resultCode": "A135001",
        "resultMessage": "[A135001] Updated the access token successfully.",
        "action": "OK",
        "accessToken": "Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z",
        "accessTokenExpiresAt": 1_767_225_600_000_i64,
        "properties": [
            { "key": "campaign", "value": "spring", "hidden": false },
            { "key": "note", "value": "for the desk", "hidden": true }
        ],
        "scopes": ["history.read", "timeline.read"],
        "authorizationDetails": {
            "elements": [{
                "type": "account_information",
                "locations": ["https://example.com/accounts"],
                "actions": ["list_accounts", "read_balances"],
                "dataTypes": ["balance"],
                "identifier": "account-1",
                "privileges": ["reader"],
                "otherFields": "{\"currency\":\"EUR\"}"
            }]
        },
        "tokenType": "Bearer",
        "forExternalAttachment": false,
        "tokenId": "1f2e3d",
        "refreshTokenExpiresAt": 1_769_904_000_000_i64
    })
}

fn decode<T: DeserializeOwned>(json: &Value) -> T {
    let text = json.to_string();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}\nin {text}"))
}

fn encode(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("generated types can always be written")
}

/// Decodes and encodes again: the JSON must come back as it was.
fn round_trip<T: DeserializeOwned + Serialize>(json: &Value) -> T {
    let value = decode(json);
    assert_eq!(&encode(&value), json);
    value
}

#[test]
fn every_field_present() {
    let body: AuthTokenUpdateApiResponseBody = round_trip(&full_update());
    assert_eq!(body.result_code.as_deref(), Some("A135001"));
    assert_eq!(body.action, Some(AuthTokenUpdateApiAction::Ok));
    assert_eq!(body.access_token_expires_at, Some(1_767_225_600_000));
    assert_eq!(body.scopes.as_deref(), Some(&["history.read".to_owned(), "timeline.read".to_owned()][..]));
    assert_eq!(body.for_external_attachment, Some(false));
    assert_eq!(body.refresh_token_expires_at, Some(1_769_904_000_000));
}

#[test]
fn nested_types_are_those_of_the_components() {
    let body: AuthTokenUpdateApiResponseBody = decode(&full_update());
    let properties: Vec<Property> = body.properties.unwrap_or_default();
    assert_eq!(properties[1].key.as_deref(), Some("note"));
    assert_eq!(properties[1].hidden, Some(true));
    let details: AuthorizationDetails = body.authorization_details.expect("it was sent");
    let elements: Vec<AuthorizationDetailsElement> = details.elements.unwrap_or_default();
    assert_eq!(elements[0].r#type, "account_information");
    assert_eq!(elements[0].data_types.as_deref(), Some(&["balance".to_owned()][..]));
}

#[test]
fn no_field_present() {
    let body: AuthTokenUpdateApiResponseBody = round_trip(&json!({}));
    assert_eq!(body, AuthTokenUpdateApiResponseBody::default());
    assert_eq!(body.action, None);
    assert_eq!(body.properties, None);
}

#[test]
fn every_field_alone() {
    for (name, value) in full_update().as_object().expect("an object") {
        round_trip::<AuthTokenUpdateApiResponseBody>(&json!({ name: value }));
    }
}

#[test]
fn null_in_every_field() {
    let nulls: Value =
        full_update().as_object().expect("an object").keys().map(|key| (key.clone(), Value::Null)).collect();
    let body: AuthTokenUpdateApiResponseBody = round_trip(&nulls);
    assert_eq!(body.action, None);
    assert_eq!(body.properties, None);
    assert_eq!(body.authorization_details, None);
}

#[test]
fn a_null_gives_way_to_a_value() {
    let mut body: AuthTokenUpdateApiResponseBody = decode(&json!({ "tokenId": null, "scopes": null }));
    body.token_id = Some("1f2e3d".into());
    assert_eq!(encode(&body), json!({ "tokenId": "1f2e3d", "scopes": null }));
}

#[test]
fn empty_lists_stay_lists() {
    round_trip::<AuthTokenUpdateApiResponseBody>(&json!({ "properties": [], "scopes": [] }));
    round_trip::<AuthorizationDetails>(&json!({ "elements": [] }));
}

#[test]
fn every_known_action() {
    for text in ["INTERNAL_SERVER_ERROR", "BAD_REQUEST", "FORBIDDEN", "NOT_FOUND", "OK"] {
        let body: AuthTokenUpdateApiResponseBody = round_trip(&json!({ "action": text }));
        let action = body.action.expect("it was sent");
        assert!(action.is_known(), "{text}");
        assert_eq!(action.as_str(), text);
        assert_eq!(action.to_string(), text);
        assert_eq!(AuthTokenUpdateApiAction::from(text), action);
    }
}

#[test]
fn an_unknown_action_is_kept() {
    let body: AuthTokenUpdateApiResponseBody = round_trip(&json!({ "action": "RATE_LIMITED" }));
    let action = body.action.expect("it was sent");
    assert!(!action.is_known());
    assert!(matches!(action, AuthTokenUpdateApiAction::Unknown(_)));
    assert_eq!(action.as_str(), "RATE_LIMITED");
}

#[test]
fn a_text_that_becomes_known_is_not_unknown() {
    assert_eq!(AuthTokenUpdateApiAction::from("OK"), AuthTokenUpdateApiAction::Ok);
    assert_eq!("NOT_FOUND".parse(), Ok(AuthTokenUpdateApiAction::NotFound));
}

#[test]
fn unknown_fields_are_kept_at_every_depth() {
    let later = json!({
        "action": "OK",
        "issuer": { "name": "example", "since": 2031 },
        "properties": [{ "key": "a", "shared": true }],
        "authorizationDetails": {
            "elements": [{ "type": "x", "expires": [1, 2.5, null] }],
            "version": 2
        }
    });
    round_trip::<AuthTokenUpdateApiResponseBody>(&later);
}

#[test]
fn a_wrong_type_is_told_with_its_path() {
    let json = br#"{ "action": "OK", "properties": [{ "key": "a" }, { "key": "b", "hidden": "yes" }] }"#;
    let error = support::decode::<AuthTokenUpdateApiResponseBody>(json).expect_err("a text is no boolean");
    assert_eq!(error.path(), "properties[1].hidden");
    assert!(error.to_string().contains("properties[1].hidden"), "{error}");
}

#[test]
fn a_required_field_is_required() {
    let json = br#"{ "elements": [{ "type": "x" }, { "actions": [] }] }"#;
    let error = support::decode::<AuthorizationDetails>(json).expect_err("`type` is required");
    assert!(error.to_string().contains("type"), "{error}");
    assert!(error.path().starts_with("elements[1]"), "{error}");
}

#[test]
fn a_request_writes_what_was_set_and_nothing_else() {
    let mut body = AuthTokenUpdateApiRequestBody::new("Z5a40U6d");
    assert_eq!(encode(&body), json!({ "accessToken": "Z5a40U6d" }));
    body.scopes = Some(vec!["history.read".into()]);
    body.access_token_persistent = Some(true);
    let expected = json!({ "accessToken": "Z5a40U6d", "scopes": ["history.read"], "accessTokenPersistent": true });
    assert_eq!(encode(&body), expected);
}

#[test]
fn a_builder_takes_every_field() {
    let property = Property::builder().key("campaign").value("spring").hidden(true).build();
    let body = AuthTokenCreateApiRequestBody::builder()
        .grant_type(AuthTokenCreateApiGrantType::ClientCredentials)
        .client_id(26_888_344_961_664_i64)
        .properties(vec![property])
        .build();
    let expected = json!({
        "grantType": "CLIENT_CREDENTIALS",
        "clientId": 26_888_344_961_664_i64,
        "properties": [{ "key": "campaign", "value": "spring", "hidden": true }]
    });
    assert_eq!(encode(&body), expected);
}

#[test]
fn the_other_operations_round_trip() {
    round_trip::<AuthTokenCreateApiResponseBody>(&json!({
        "resultCode": "A136001", "action": "OK", "accessToken": "a", "clientId": 1, "expiresAt": 2, "expiresIn": 3,
        "grantType": "CLIENT_CREDENTIALS", "properties": null, "refreshToken": null, "scopes": ["s"], "subject": "john",
        "tokenType": "DPoP", "jwtAccessToken": "e30.e30.", "tokenId": "t", "refreshTokenScopes": null
    }));
    round_trip::<AuthTokenGetListApiResponseBody>(&json!({
        "start": 0, "end": 1, "totalCount": 7, "subject": "john",
        "client": {
            "number": 1, "clientName": "Desk", "clientNames": [{ "tag": "ja", "value": "机" }], "clientId": 5,
            "clientType": "PUBLIC", "descriptions": [], "clientIdAliasEnabled": true
        },
        "accessTokens": [{
            "accessTokenHash": "h", "createdAt": 1, "grantType": "DEVICE_CODE", "scopes": ["s"],
            "properties": [{ "key": "k", "value": "v", "hidden": false }]
        }]
    }));
    round_trip::<AuthTokenRevokeApiRequestBody>(&json!({ "accessTokenIdentifier": "h" }));
    round_trip::<AuthTokenRevokeApiResponseBody>(&json!({ "resultCode": "A1", "resultMessage": "m", "count": 2 }));
}

#[test]
fn debug_output_holds_no_token() {
    let body: AuthTokenUpdateApiResponseBody = decode(&full_update());
    let shown = format!("{body:?} {body:#?}");
    assert!(!shown.contains("Z5a40U6dWvw2gMoCOAFbZcM85q4HC0Z"), "{shown}");
    assert!(shown.contains("A135001"), "{shown}");
}

#[test]
fn numbers_at_the_edge_are_kept() {
    for number in [i64::MIN, -1, 0, i64::MAX] {
        round_trip::<AuthTokenUpdateApiResponseBody>(&json!({ "accessTokenExpiresAt": number }));
    }
}
