//! Why rows and pages are no facts of the API: every reason that `survey` counts.
//!
//! In: nothing. Out: the reasons. It must not know what they are counted for.

/// A page in a folder of neither types nor operations.
pub const OTHER_PAGE: &str = "page outside models and sdks";
/// A page that describes a part of the SDK.
pub const SDK_PAGE: &str = "page of an SDK helper";
/// A field whose type is a part of the SDK.
pub const SDK_FIELD: &str = "field of the SDK, not of the API";
/// A field of a page that only the SDK's arguments for credentials lead to.
pub const CREDENTIAL: &str = "credential, which is no JSON";
/// A parameter that sets up the SDK.
pub const SDK_ARGUMENT: &str = "argument of the SDK, not of the API";
/// An argument with which an example makes the client, and which the operation does not have.
pub const CLIENT_ARGUMENT: &str = "argument of the client that is no parameter of the operation";
/// An operation that stands on another page, too.
pub const REPEATED_OPERATION: &str = "operation printed again";
/// An operation of which the page states neither method nor path.
pub const NO_COMMENT: &str = "operation without a usage comment (T0301)";
/// An operation whose method or path cannot be sent.
pub const ODD_ADDRESS: &str = "operation without a method and a path that can be sent (T0303)";
/// A page that wraps the response of an operation that is not in the model.
pub const ORPHAN_ENVELOPE: &str = "response page of no operation";
/// A member that has the type of another one.
pub const REPEATED_MEMBER: &str = "member of the same type as another";
/// A member whose heading leads to no page.
pub const UNKNOWN_MEMBER: &str = "member whose page cannot be told";
/// The field of a response page that holds the headers.
pub const RESPONSE_HEADERS: &str = "response headers";
/// The fields of a response page beside headers and bodies.
pub const ENVELOPE_FIELD: &str = "field of a response envelope";
/// A field of a response page that holds an error's body.
pub const ERROR_BODY: &str = "error among success bodies";
/// An error that is thrown whatever the status.
pub const ANY_ERROR: &str = "error of any other status";

/// Of the rows of a response page, those about the response as a whole.
pub const RESPONSE_ROW: &str = "status, headers or media type of a response";
/// Of the rows of a response page, those that hold an error's body.
pub const ERROR_ROW: &str = "error among the success bodies of a response";
/// A row that is of no table that is read, or that its table does not allow; a finding says so, too.
pub const UNREAD_ROW: &str = "row that is not read, with a finding";
/// A row of an Errors table whose type has no page; a finding says so, too.
pub const UNKNOWN_ERROR_ROW: &str = "error without a page (T0304)";
