//! The words by which pages, usage code and source are understood, as tables.
//!
//! In: nothing. Out: lists that the passes look names up in; all are in the spelling that [`fold`] gives unless
//! said otherwise. It must not know pages or the model.
//!
//! [`fold`]: crate::naming::fold

/// How the usage comment of an operation begins.
pub const USAGE_COMMENT: &str = "<!-- UsageSnippet";

/// The heading of a group's list of operations.
pub const LISTING: &str = "Available Operations";

/// The headings of the sections that say what a type is.
pub const FIELDS: &str = "Fields";
/// Of an enum.
pub const VALUES: &str = "Values";
/// Of a union.
pub const MEMBERS: &str = "Supported Types";

/// Arguments that belong to the SDK and not to the API, as the table shows them.
pub const SDK_ARGUMENTS: &[&str] = &[
    "ctx",
    "opts",
    "options",
    "options.fetchOptions",
    "options.retries",
    "retries",
    "serverURL",
    "serverUrl",
    "server_url",
];

/// The argument that carries credentials, and the page of the API's own.
pub const SECURITY: &str = "security";
/// The title of that page and the class in the source, unfolded.
pub const SECURITY_CLASS: &str = "Security";

/// The name of a single argument that is a request page or a whole body.
pub const REQUEST_ARGUMENT: &str = "request";

/// The end of the name of the page, and of the class, that wraps an operation's response.
pub const RESPONSE_SUFFIX: &str = "response";

/// The end of the name of the page that lists what an operation takes from the client.
pub const GLOBALS_SUFFIX: &str = "globals";

/// The flag by which an operation is asked for a stream.
pub const STREAM_ARGUMENT: &str = "stream";

/// The end of the name of the page that is an operation's body.
pub const BODY_SUFFIX: &str = "requestbody";

/// Names that say "body".
pub const BODY_NAMES: &[&str] = &[BODY_SUFFIX, "body"];

/// Methods whose requests carry no body.
pub const BODILESS_METHODS: &[&str] = &["GET", "HEAD", "OPTIONS"];

/// Methods whose last structured argument is taken for the body.
pub const BODY_METHODS: &[&str] = &["POST", "PUT", "PATCH"];

/// Suffixes that an SDK adds to a parameter of the path where its name is used in two places.
pub const PATH_SUFFIXES: &[&str] = &["pathparameter", "pathparam", "param"];
/// The suffix of a query parameter there, unfolded.
pub const QUERY_SUFFIX: &str = "QueryParameter";
/// The suffix of a header there, unfolded.
pub const HEADER_SUFFIX: &str = "HeaderParameter";

/// Names that are headers wherever they occur.
pub const HEADER_NAMES: &[&str] =
    &["authorization", "idempotencykey", "mcpprotocolversion", "mcpsessionid", "prefer", "range", "useragent"];

/// Names of headers that some APIs take in the query.
pub const AMBIGUOUS_NAMES: &[&str] = &["ifmatch", "ifnonematch", "lasteventid", "origin", "referer"];

/// First words, of several, of names that are headers.
pub const HEADER_FIRST_WORDS: &[&str] = &["accept", "content", "x"];

/// First words that make a header name even when they stand alone.
pub const HEADER_LONE_WORDS: &[&str] = &["accept", "accepts"];

/// Names of no parameter in a header: OpenAPI leaves these headers to the media types of bodies.
pub const BODY_HEADERS: &[&str] = &["contenttype"];

/// First words of query parameters that APIs of the JSON:API manner write with brackets (`page[size]`).
pub const BRACKET_FAMILIES: &[&str] = &["filter", "page"];

/// Last words of such parameters that stand in brackets of their own (`filter[name][contains]`).
pub const BRACKET_OPERATORS: &[&str] =
    &["contains", "eq", "exists", "gt", "gte", "lt", "lte", "neq", "nexists", "oeq", "ocontains"];

/// Fields by which a response envelope is known; any one set suffices.
pub const ENVELOPE_MARKS: &[&[&str]] = &[RESPONSE_FIELDS, &["httpmeta"]];

/// Fields that only a response envelope has together.
pub const RESPONSE_FIELDS: &[&str] = &["contenttype", "statuscode", "rawresponse"];

/// Fields of an envelope that are not bodies.
pub const ENVELOPE_FIELDS: &[&str] = &["contenttype", "statuscode", "rawresponse", "httpmeta", "headers"];

/// The field of an envelope whose body is neither JSON nor text.
pub const BYTES_FIELD: &str = "bytes";

/// The field of a page that only wraps a paginated result.
pub const RESULT_FIELD: &str = "result";
/// The field of response headers, in envelopes and result pages.
pub const HEADERS_FIELD: &str = "headers";
/// The field of a result page that gives the next one.
pub const NEXT_FIELD: &str = "next";

/// Beginnings of the names of envelope fields that hold an error's body.
pub const ERROR_FIELDS: &[&str] = &["error", "unexpectederror"];

/// Folders of shared types, which are never request wrappers.
pub const SHARED_FOLDERS: &[&str] = &["components", "shared"];

/// Endings of operation ids that tell apart twins of one method and path, and the media type that they say.
pub const TWIN_SUFFIXES: &[(&str, crate::model::Media)] = &[
    ("_form", crate::model::Media::Form),
    ("_multipart", crate::model::Media::Multipart),
    ("_raw", crate::model::Media::Raw),
];

/// Ends of the paths that RFC 6749, 7009 and 7662 define; each of them says that the request is a form.
pub const OAUTH_ENDPOINTS: &[&str] = &["/oauth2/introspect", "/oauth2/revoke", "/oauth2/token"];

/// Statuses as the names of envelope fields spell them; `default` is none of its own.
pub const STATUS_WORDS: &[(&str, Option<u16>)] = &[
    ("twohundredandone", Some(201)),
    ("twohundredandtwo", Some(202)),
    ("twohundredandthree", Some(203)),
    ("twohundredandfour", Some(204)),
    ("twohundredandsix", Some(206)),
    ("twohundred", Some(200)),
    ("default", None),
];

/// Media types as the names of envelope fields spell them.
pub const MEDIA_WORDS: &[(&str, &str)] = &[
    ("applicationgzip", "application/gzip"),
    ("applicationjson", "application/json"),
    ("applicationoctetstream", "application/octet-stream"),
    ("applicationpdf", "application/pdf"),
    ("applicationproblemplusjson", "application/problem+json"),
    ("applicationxml", "application/xml"),
    ("applicationzip", "application/zip"),
    ("audiomp3", "audio/mp3"),
    ("audiompeg3", "audio/mpeg3"),
    ("audiompeg", "audio/mpeg"),
    ("audiowav", "audio/wav"),
    ("imagegif", "image/gif"),
    ("imagejpeg", "image/jpeg"),
    ("imagejpg", "image/jpg"),
    ("imagepng", "image/png"),
    ("imagesvgplusxml", "image/svg+xml"),
    ("imagewebp", "image/webp"),
    ("textcsv", "text/csv"),
    ("texteventstream", "text/event-stream"),
    ("texthtml", "text/html"),
    ("textplain", "text/plain"),
    ("textxml", "text/xml"),
    ("videomp4", "video/mp4"),
];

/// What a description says of a list that travels as one text, in lower case.
pub const JOINED: &[&str] =
    &["comma separated", "comma-separated", "comma delimited", "comma-delimited", "separated by commas"];

/// Methods of requests.
pub const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"];
