//! Python.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("src/old/models/operations/getship.py", OLD_MODEL),
    ("src/old/docks.py", OLD),
    ("src/fleet/models/ship.py", SHIP),
    ("src/fleet/models/craft.py", CRAFT),
    ("src/fleet/errors/storm.py", STORM),
    ("src/fleet/models/listshipsop.py", REQUEST),
    ("src/fleet/models/security.py", SECURITY),
    ("src/fleet/utils/security.py", ENVIRONMENT),
    ("src/fleet/ships.py", SHIPS),
    ("src/fleet/sdkconfiguration.py", CONFIGURATION),
];

/// As older SDK generators wrote it.
const OLD_MODEL: &str = r#"@dataclasses.dataclass
class GetShipRequest:
    hull_no: str = dataclasses.field(metadata={'path_param': { 'field_name': 'hullNo', 'style': 'simple', 'explode': False }})
    note: Optional[str] = dataclasses.field(default=None, metadata={'dataclasses_json': { 'letter_case': utils.get_field_name('theNote') }})
"#;

const OLD: &str = r#"class Docks:
    def get_ship(self, hull_no: str) -> operations.GetShipResponse:
        hook_ctx = HookContext(operation_id='getShip', oauth2_scopes=[])
        request = operations.GetShipRequest(
        url = utils.generate_url(base_url, '/docks/{hullNo}', request)
        req_content_type, data, form = utils.serialize_request_body(request, Optional[str], "note", False, True, 'string')
            req = client.prepare_request(requests_http.Request('PUT', url, params=query_params))
        if http_res.status_code == 201:
            if utils.match_content_type(http_res.headers.get('Content-Type') or '', 'image/png'):

    def leave(self, request: shared.Ship):
        base_url = models.LEAVE_OP_SERVERS[0]
        url = base_url + '/docks'
            req = client.prepare_request(requests_http.Request('DELETE', url))

    def scrub(self) -> operations.ScrubResponse:
        url = utils.generate_url(operations.ScrubRequest, base_url, '/docks/scrub', request)
        client = utils.configure_security_client(self.sdk_configuration.client, self.sdk_configuration.security)
        http_res = client.request('PATCH', url, headers=headers)
        if http_res.status_code == 200 or http_res.status_code == 202:
            if utils.match_content_type(content_type, 'application/json'):
"#;

const SHIP: &str = r#"class ShipTypedDict(TypedDict):
    hull_no: str
    from_: str


class Ship(BaseModel):
    hull_no: str

    owner: Nullable[str]

    flag: Annotated[
        OptionalNullable[str], pydantic.Field(alias="flagName")
    ] = UNSET

    from_: Annotated[str, pydantic.Field(alias="from")]

    KIND: Annotated[
        Annotated[Literal["ship"], AfterValidator(validate_const("ship"))],
        pydantic.Field(alias="kind"),
    ] = "ship"

    @model_serializer(mode="wrap")
    def serialize_model(self, handler):
        alias="no"
"#;

const CRAFT: &str = r#"Craft = Annotated[
    Union[
        Annotated[Sail, Tag("sail")],
        Annotated[
            Oar, Tag("oar")
        ],
        Annotated[
            MotorBoatOfAVeryLongName,
            Tag("motor"),
        ],
    ],
    Discriminator(lambda m: get_discriminator(m, "craft_kind", "craftKind")),
]


Tender = Annotated[
    Union[Sail, Oar],
    Field(discriminator="KIND"),
]


_OPEN_CRAFT_VARIANTS: dict[str, Any] = {
    "sail": Sail,
}
    "no": No,


OpenCraft = Annotated[
    Union[Sail, UnknownOpenCraft],
    BeforeValidator(
        partial(
            parse_open_union,
            disc_key="openKind",
"#;

const STORM: &str = r#"class StormData(BaseModel):
    wind_force: int
"#;

const REQUEST: &str = r#"class ListShipsRequest(BaseModel):
    dock: Annotated[
        str, FieldMetadata(path=PathParamMetadata(style="simple", explode=False))
    ]

    where: Annotated[
        Optional[str],
        FieldMetadata(query=QueryParamMetadata(serialization="json")),
    ] = None

    body: Annotated[
        Ship, FieldMetadata(request=RequestMetadata(media_type="application/json"))
    ]


class FileTypedDict(TypedDict):
    size: int


class File(
    BaseModel
):
    content: Annotated[
        bytes, FieldMetadata(multipart=MultipartFormMetadata(content=True))
    ]

    file: Annotated[File, FieldMetadata(multipart=MultipartFormMetadata(file=True))]
"#;

const SECURITY: &str = r#"class Security(BaseModel):
    dock_key: Annotated[
        Optional[str],
        FieldMetadata(
            security=SecurityMetadata(
                scheme=True,
                scheme_type="apiKey",
                sub_type="header",
                field_name="X-Dock-Key",
            )
        ),
    ] = None
"#;

const ENVIRONMENT: &str = r#"    if os.getenv("DOCK_KEY"):
        security_dict["dock_key"] = os.getenv("DOCK_KEY")
"#;

const SHIPS: &str = r#"class Ships(BaseSDK):
    def list(
        self,
    ) -> models.ListShipsResponse:
        request = models.ListShipsRequest(
        req = self._build_request(
            method="GET",
            path="/ships",
            get_serialized_body=lambda: utils.serialize_request_body(
                request, False, False, "json", models.Ship
            ),
            _globals=models.ListShipsGlobals(
                operation_id="list_ships",
                security_source=get_security_from_env(
                    self.sdk_configuration.security, models.Security
            num_pages = JSONPath("$.total").parse(body)
            next_cursor = JSONPath("$.next").parse(body)
            results = JSONPath("$.ships").parse(body)
            limit = request.size if not request.size is None else 0
                page=next_page,
                offset=next_offset,
                after=next_cursor,
        if utils.match_response(http_res, ["200", "206"], "text/event-stream"):
            return eventstreaming.EventStream(
                http_res,
                sentinel="[END]",
        if utils.match_response(http_res, "4XX", "*"):

    async def list_async(
            method="GET",
            path="/ships",
                operation_id="list_ships",

    def sink(
        self,
        *,
        request: Union[models.Ship, models.ShipTypedDict],
            method="POST",
            path="/sink",
            get_serialized_body=lambda: utils.serialize_request_body(
                request.ship if request is not None else None, True, True, "form", models.Ship

    def raise_(
            request = cast(models.Wreck, request)
            method="POST",
            path="/raise",
                security_source=None,
"#;

const CONFIGURATION: &str = r#"SERVERS = [
    "https://api.example.com",
]
"#;

const FACTS: &str = r"
operations/GetShipRequest.hull_no Path hullNo :3
operations/GetShipRequest.hull_no Style simple :3
operations/GetShipRequest.hull_no Explode False :3
operations/GetShipRequest.note Wire theNote :4
/Ship.owner Nullable  :9
/Ship.flag Nullable  :12
/Ship.flag Wire flagName :12
/Ship.from_ Wire from :15
/Ship.KIND Constant ship :18
/Ship.KIND Wire kind :19
/Ship.hull_no Wire hull_no :7
/Ship.owner Wire owner :9
/Craft. Variant sail > Sail :3
/Craft. Variant oar > Oar :5
/Craft. Variant motor > MotorBoatOfAVeryLongName :9
/Craft. Discriminator craftKind :12
/Tender. Discriminator KIND :18
/OPEN_CRAFT. Variant sail > Sail :23
/OpenCraft. Discriminator openKind :33
errors/StormData.wind_force Wire wind_force :2
/ListShipsRequest.dock Path  :3
/ListShipsRequest.dock Style simple :3
/ListShipsRequest.dock Explode False :3
/ListShipsRequest.where Query  :8
/ListShipsRequest.where Serialization json :8
/ListShipsRequest.body Body  :12
/ListShipsRequest.body Body application/json :12
/File.content Multipart  :24
/File.content Content  :24
/File.file Multipart  :27
/File.file File  :27
/ListShipsRequest.dock Wire dock :2
/ListShipsRequest.where Wire where :6
/ListShipsRequest.body Wire body :11
/File.content Wire content :23
/File.file Wire file :27
/Security.dock_key SchemeType apiKey :7
/Security.dock_key SchemeSubtype header :8
/Security.dock_key SchemeName X-Dock-Key :9
/Security.dock_key Wire dock_key :2
/Security.dock_key Env DOCK_KEY :2
PUT /docks/{hullNo} getShip get_ship
  Url /docks/{hullNo} :5
  Method PUT :7
  Id getShip :3
  Request GetShipRequest :4
  Payload note > string :6
  Answer 201 > image/png :9
DELETE /docks  leave
  Url /docks :13
  Servers LEAVE_OP :12
  Method DELETE :14
  Request Ship :11
PATCH /docks/scrub  scrub
  Url /docks/scrub :17
  Method PATCH :19
  Credentials client :18
  Answer 200 > application/json :21
  Answer 202 > application/json :21
GET /ships list_ships list
  Url /ships :8
  Method GET :7
  Id list_ships :13
  Request ListShipsRequest :5
  Payload  > json :9
  Credentials client :14
  Globals ListShipsGlobals :12
  Sentinel [END] :26
  PageInput page :20
  OffsetInput offset :21
  CursorInput after :22
  LimitInput size :19
  PageCount $.total :16
  NextCursor $.next :17
  Results $.ships :18
  Answer 200 > text/event-stream :23
  Answer 206 > text/event-stream :23
  Answer 4XX > * :27
POST /sink  sink
  Url /sink :39
  Method POST :38
  Request Ship :37
  Payload ship > form :40
POST /raise  raise_
  Url /raise :46
  Method POST :45
  Request Wreck :44
  Credentials none :47
Server https://api.example.com :2
";

#[test]
fn facts_are_read() {
    check(Language::Python, FILES, FACTS);
}
