//! C#.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("src/Fleet/Models/Components/Ship.cs", SHIP),
    ("src/Fleet/Ships.cs", SHIPS),
    ("src/Fleet/SDKConfig.cs", CONFIG),
    ("src/Fleet/OtherConfig.cs", OTHER_CONFIG),
];

const SHIP: &str = r#"namespace Fleet
{
    public class Ship
    {
        [JsonProperty("hull_no")]
        [SpeakeasyMetadata("queryParam:style=form,explode=true,name=hull-no")]
        public string HullNo { get; set; } = default!;

        [JsonProperty("owner", NullValueHandling = NullValueHandling.Include)]
        public string? Owner { get; set; }

        [JsonProperty("afloat")]
        public bool Afloat { get; } = true;
    }

    public class Craft
    {
        [SpeakeasyMetadata("form:explode=true")]
        public Ship? Ship { get; set; }

                string discriminator = jo.GetValue("craft_kind")?.ToString();
        public static Craft CreateSail(Ship sail)
        public static Craft CreateMany(List<Ship> many)
    }

    public class CraftType
    {
        public static CraftType Sail { get { return new CraftType("sail"); } }
        public static CraftType Oar
        {
            get {
                return new CraftType("oar");
            }
        }
    }
}
"#;

const SHIPS: &str = r#"    public class Ships: IShips
    {
        public async  Task<ListShipsResponse> ListAsync(
            long? size = null
        )
        {
            var request = new ListShipsRequest()
            {
                Size = size,
            };
            var urlString = URLBuilder.Build(baseUrl, "/ships", request, null);
            var httpRequest = new HttpRequestMessage(HttpMethod.Get, urlString);
            var serializedBody = RequestBodySerializer.Serialize(request, "Body", "json", false, true);
            var hookCtx = new HookContext(SDKConfiguration, baseUrl, "listShips", null, SDKConfiguration.SecuritySource);
            if(responseStatusCode == 200)
            {
                if(Utilities.IsContentTypeMatch("application/json", contentType))
            }
            else if(new List<int>{400, 404}.Contains(responseStatusCode))
        }

        public async  Task<SinkResponse> SinkAsync(Ship request)
        {
            var urlString = baseUrl + "/sink";
            var httpRequest = new HttpRequestMessage(new HttpMethod("PATCH"), urlString);
            var hookCtx = new HookContext(SDKConfiguration, baseUrl, "sink", null, null);
        }

        public async Task<LeaveResponse> LeaveAsync(LeaveRequest? request = null)
        {
            var urlString = URLBuilder.Build(baseUrl, "/leave", request);
            var httpRequest = new UnityWebRequest(urlString, UnityWebRequest.kHttpVerbPOST);
            if (httpCode == 204)
        }
"#;

const CONFIG: &str = r#"        public static readonly string[] ServerList = {
            "https://api.example.com",
            "https://eu.example.com",
        };
"#;

const OTHER_CONFIG: &str = r#"        public static readonly Dictionary<Server, string> ServerMap = new Dictionary<Server, string>() {
            { Server.Dock, "https://dock.example.com" },
        };
"#;

const FACTS: &str = r"
components/Ship.HullNo Wire hull_no :7
components/Ship.HullNo Query hull-no :7
components/Ship.HullNo Style form :7
components/Ship.HullNo Explode true :7
components/Ship.Owner Wire owner :10
components/Ship.Owner Nullable  :10
components/Ship.Afloat Wire afloat :13
components/Ship.Afloat Constant true :13
components/Craft. Discriminator craft_kind :21
components/Craft. Choice Ship > Sail :22
components/CraftType.Sail Variant sail :28
components/CraftType.Oar Variant oar :32
GET /ships listShips ListAsync
  Url /ships :11
  Method Get :12
  Id listShips :14
  Request ListShipsRequest :7
  Payload Body > json :13
  Credentials client :14
  Answer 200 > application/json :17
  Answer 400 :19
  Answer 404 :19
PATCH /sink sink SinkAsync
  Url /sink :24
  Method PATCH :25
  Id sink :26
  Request Ship :22
  Credentials none :26
POST /leave  LeaveAsync
  Url /leave :31
  Method POST :32
  Request LeaveRequest :29
  Answer 204 :33
Server https://api.example.com :2
Server https://eu.example.com :3
Server https://dock.example.com > Server.Dock :2
";

#[test]
fn facts_are_read() {
    check(Language::Csharp, FILES, FACTS);
}
