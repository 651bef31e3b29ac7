//! Java as older SDK generators wrote it.

use super::{check, java};
use crate::dialect::Language;

pub static FILES: std::sync::LazyLock<Vec<(&str, &str)>> = std::sync::LazyLock::new(|| {
    let models = java::FILES.iter().filter(|(path, _)| path.contains("/models/") || path.ends_with("Fleet.java"));
    models
        .copied()
        .chain([("src/main/java/com/fleet/Docks.java", DOCKS), ("src/main/java/com/fleet/Old.java", OLD)])
        .collect()
});

const DOCKS: &str = r#"public class Docks implements MethodCallMoor {

    public MoorRequestBuilder moor() {
        return new MoorRequestBuilder(this);
    }

    public MoorResponse moor(
            MoorRequest request) throws Exception {
        String _url = Utils.generateURL(
                MoorRequest.class,
                _baseUrl,
                "/docks/{dock}",
                request, null);
        HTTPRequest _req = new HTTPRequest(_url, "PUT");
        SerializedBody _serializedRequestBody = Utils.serializeRequestBody(
                _convertedRequest,
                "ship",
                "json",
                false);
        Utils.configureSecurity(_req,
                this.sdkConfiguration.securitySource.getSecurity());
                  new BeforeRequestContextImpl(
                      _baseUrl, "moor-ship",
            if (Utils.statusCodeMatches(_httpRes.statusCode(), "4XX", "5XX")) {
                _httpRes = sdkConfiguration.hooks()
        if (Utils.statusCodeMatches(_httpRes.statusCode(), "200")) {
            if (Utils.contentTypeMatches(_contentType, "application/json")) {
                _res.withShip(Optional.ofNullable(_out));
        if (Utils.statusCodeMatches(_httpRes.statusCode(), "404")) {
            // no content
    }
"#;

const OLD: &str = r#"public class Old {
    public com.fleet.models.operations.SinkResponse sink(com.fleet.models.operations.SinkRequest request) throws Exception {
        String url = com.fleet.utils.Utils.generateURL(baseUrl, "/sink");
        HTTPRequest req = new HTTPRequest();
        req.setMethod("POST");
        java.util.List<NameValuePair> queryParams = com.fleet.utils.Utils.getQueryParams(com.fleet.models.operations.SinkRequest.class, request, null);
        HTTPClient client = this.sdkConfiguration.securityClient;
        if (httpRes.statusCode() == 201 || httpRes.statusCode() == 202) {
            if (com.fleet.utils.Utils.matchContentType(contentType, "application/json")) {
                res.ship = out;
        else if (httpRes.statusCode() >= 400 && httpRes.statusCode() < 500) {
            if (com.fleet.utils.Utils.matchContentType(contentType, "text/plain")) {
                res.fault = out;
    }
"#;

const FACTS: &str = r"PUT /docks/{dock} moor-ship moor
  Url /docks/{dock} :9
  Method PUT :14
  Id moor-ship :22
  Request MoorRequest :9
  Payload ship > json :15
  Credentials client :20
  Answer 200 > application/json :27
  Answer 404 :29
POST /sink  sink
  Url /sink :3
  Method POST :5
  Request SinkRequest :6
  Credentials client :7
  ErrorMember 4XX > fault :13
  Answer 201 > application/json :9
  Answer 202 > application/json :9
  Answer 4XX > text/plain :12
";

#[test]
fn facts_are_read() {
    let calls: Vec<(&str, &str)> =
        FILES.iter().filter(|(path, _)| !path.contains("/models/") && !path.ends_with("Fleet.java")).copied().collect();
    check(Language::Java, &calls, FACTS);
}
