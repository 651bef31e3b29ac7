//! Java.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("src/main/java/com/fleet/models/components/Ship.java", SHIP),
    ("src/main/java/com/fleet/models/components/Craft.java", CRAFT),
    ("src/main/java/com/fleet/models/components/CraftTypeIdResolver.java", RESOLVER),
    ("src/main/java/com/fleet/models/components/Cargo.java", CARGO),
    ("src/main/java/com/fleet/models/components/Vessel.java", VESSEL),
    ("src/main/java/com/fleet/models/components/Rig.java", RIG),
    ("src/main/java/com/fleet/models/errors/Storm.java", STORM),
    ("src/main/java/com/fleet/models/operations/async/ListShipsResponse.java", SHIP),
    ("src/main/java/com/fleet/models/shared/Mast.java", MAST),
    ("src/main/java/com/fleet/operations/ListShips.java", LIST),
    ("src/main/java/com/fleet/operations/Leave.java", LEAVE),
    ("src/main/java/com/fleet/Fleet.java", FLEET),
];

const SHIP: &str = r#"public class Ship {

    private static final String NOTE = "x";

    @JsonProperty("hull_no")
    @SpeakeasyMetadata("queryParam:style=form,explode=false,name=hull-no")
    private String hullNo;

    @JsonInclude(Include.ALWAYS)
    @JsonProperty("owner")
    private Optional<String> owner;

    @JsonInclude(Include.ALWAYS)
    @JsonProperty("crew")
    private List<String> crew;

    @JsonProperty("flag")
    private JsonNullable<String> flag;

    @JsonProperty("kind")
    private String kind;

    public Ship(
            @JsonProperty("no") String hullNo) {
        this.kind = Builder._SINGLETON_VALUE_Kind.value();
    }

    public static class Builder {
        @JsonProperty("wrong")
        private String hullNo;

        private static final LazySingletonValue<String> _SINGLETON_VALUE_Kind =
                new LazySingletonValue<>(
                        "kind",
                        "\"ship\"",
                        new TypeReference<String>() {});
    }
}
"#;

const CRAFT: &str = r#"@JsonTypeInfo(
        use = JsonTypeInfo.Id.CUSTOM,
        property = "craft_kind",
        visible = true)
public interface Craft {
}
"#;

const RESOLVER: &str = r#"public class CraftTypeIdResolver extends TypeIdResolverBase {
        registerType("sail", Ship.class);
"#;

const CARGO: &str = r#"@JsonDeserialize(using = Cargo._Deserializer.class)
public class Cargo {

    @JsonValue
    private final TypedObject value;

    public static Cargo of(Crate value) {
    public static Cargo ofNames(List<String> value) {
    public static Cargo of(java.lang.String value) {
    public static boolean isOf(Crate value) {

    public static final class _Deserializer extends OneOfDeserializer<Cargo> {
                  TypeReferenceWithShape.of(new TypeReference<String>() {}, JsonShape.DEFAULT),
"#;

const VESSEL: &str = r#"@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rig", visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ship.class, name="square"),
    @JsonSubTypes.Type(value = com.fleet.models.components.Raft.class, name = "none")})
public interface Vessel {
}
"#;

/// An enum has such methods, too, and is no union.
const RIG: &str = r#"public class Rig {
    private final String value;

    public static Rig of(String value) {
}
"#;

const STORM: &str = r#"public class Storm extends FleetError {
    public static class Data {
        @JsonProperty("wind_force")
        private long windForce;
    }
}
"#;

/// As older SDKs had it.
pub const MAST: &str = r#"public class Mast {
    public static final String NONE = "none";
    @JsonProperty("height_m")
    public Double height;

    public Mast withHeight(Double height) {
    }
}
"#;

const LIST: &str = r#"public class ListShips {
    public static final String[] LIST_SHIPS_SERVERS = {
        "https://slow.example.com",
    };

            this.securitySource = this.sdkConfiguration.securitySource();
            return new BeforeRequestContextImpl(
                    this.sdkConfiguration,
                    this.baseUrl,
                    "listShips",
            String url = Utils.generateURL(
                    this.baseUrl,
                    "/ships/{dock}",
            HTTPRequest req = new HTTPRequest(url, "GET");
            SerializedBody body = Utils.serializeRequestBody(
                    convertedRequest,
                    "requestBody",
                    "json",
                    false);
            implements RequestOperation<ListShipsRequest, ListShipsResponse> {
            if (Utils.statusCodeMatches(response.statusCode(), "200", "206")) {
                if (Utils.contentTypeMatches(contentType, "application/json")) {
                }
                if (Utils.contentTypeMatches(contentType, "text/csv")) {
                }
            }
            if (Utils.statusCodeMatches(response.statusCode(), "4XX")) {
                // no content
            }
"#;

const LEAVE: &str = r#"public class Leave {
            this.securitySource = null;
                    "/leave",
            HTTPRequest req = new HTTPRequest(url, "POST");
"#;

const FLEET: &str = r#"public class Fleet {
    public static final String[] SERVERS = {
        "https://api.example.com",
        "https://{harbour}.example.com",
    };
}
"#;

const FACTS: &str = r#"
components/Ship.hullNo Wire hull_no :7
components/Ship.hullNo Query hull-no :7
components/Ship.hullNo Style form :7
components/Ship.hullNo Explode false :7
components/Ship.owner Wire owner :11
components/Ship.owner Nullable  :11
components/Ship.crew Wire crew :15
components/Ship.flag Wire flag :18
components/Ship.flag Nullable  :18
components/Ship.kind Wire kind :21
components/Ship.kind Fixed  :25
components/Ship.Kind Default \"ship\" :35
components/Craft. Discriminator craft_kind :5
components/Craft. Variant sail > Ship :2
components/Cargo. Choice Crate :7
components/Cargo. Choice List<String> :8
components/Cargo. Choice String :9
components/Vessel. Discriminator rig :5
components/Vessel. Variant square > Ship :5
components/Vessel. Variant none > Raft :5
errors/Storm.windForce Wire wind_force :4
shared/Mast.height Wire height_m :4
GET /ships/{dock} listShips ListShips
  Url /ships/{dock} :13
  Method GET :14
  Id listShips :9
  Request ListShipsRequest :20
  Payload requestBody > json :15
  Credentials client :6
  Answer 200 > application/json :22
  Answer 206 > application/json :22
  Answer 200 > text/csv :24
  Answer 206 > text/csv :24
  Answer 4XX :27
  Server https://slow.example.com :3
POST /leave  Leave
  Url /leave :3
  Method POST :4
  Credentials none :2
Server https://api.example.com :3
Server https://{harbour}.example.com :4
"#;

#[test]
fn facts_are_read() {
    check(Language::Java, FILES, FACTS);
}
