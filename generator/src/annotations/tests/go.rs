//! Go.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("models/components/ship.go", SHIP),
    ("models/components/security.go", SECURITY),
    ("models/operations/listships.go", LIST),
    ("fleet.go", FLEET),
];

const SHIP: &str = r#"package components

type Ship struct {
	// Painted on the hull.
	HullNo string `json:"hull_no"`
	Owner *string `json:"owner"`
	Flag optionalnullable.OptionalNullable[string] `json:"flag,omitempty"`
	kind string `const:"ship" json:"kind"`
	Skipped string `json:"-"`
	Crew []string
}

type Craft struct {
	Ship *Ship `queryParam:"inline" union:"member"`
}

func (c *Craft) UnmarshalJSON(data []byte) error {
	type discriminator struct {
		Kind string `json:"craft_kind"`
	}
	switch dis.Kind {
	case "sail":
		ship := new(Ship)
	case "oar":
		boat := new(components.Boat)
	}
}

func (c *Craft) GetShip() *Ship {
	case "nothing":
		ship := new(Nothing)
}
"#;

const SECURITY: &str = r#"type Security struct {
	Key *string `security:"scheme,type=apiKey,subtype=header,name=X-Dock-Key,env=dock_key"`
}
type Load struct {
	Tons *big.Int `json:"tons"`
}
"#;

const LIST: &str = r#"var ListShipsServerList = []string{
	"https://slow.example.com",
}

type ListShipsRequest struct {
	Size *int64 `queryParam:"style=form,explode=true,name=page[size]"`
	Body Ship `request:"mediaType=application/vnd.ship+json"`
}
"#;

const FLEET: &str = r#"var ServerList = []string{
	// Main
	"https://api.example.com",
}

func (s *Fleet) ListShips(ctx context.Context, size *int64) (*operations.ListShipsResponse, error) {
	request := dtos.ListShipsRequest{
		Size: size,
	}
	globals := dtos.ListShipsGlobals{
	baseURL := utils.ReplaceParameters(operations.ListShipsServerList[0], map[string]string{})
	opURL, err := url.JoinPath(baseURL, "/ships")
		OperationID:      "list-ships",
		SecuritySource:   s.sdkConfiguration.Security,
	bodyReader, reqContentType, err := utils.SerializeRequestBody(ctx, request, false, true, "Body", "json", `request:"mediaType=application/json"`)
	req, err := http.NewRequestWithContext(ctx, "GET", opURL, nil)
			p = *request.PageNumber
			oS = int(*request.Offset)
			l = int(*request.Size)
		nPs, err := ajson.Eval(b, "$.total")
		nC, err := ajson.Eval(b, "$.next")
		r, err := ajson.Eval(b, "$.ships")
		request.Cursor = &nC
	switch {
	case httpRes.StatusCode == 200:
		fallthrough
	case httpRes.StatusCode == 206 || httpRes.StatusCode == 207:
		switch {
		case utils.MatchContentType(httpRes.Header.Get("Content-Type"), `application/json`):
	case httpRes.StatusCode == 204:
	case httpRes.StatusCode >= 400 && httpRes.StatusCode < 500:
		case utils.MatchContentType(httpRes.Header.Get("Content-Type"), `application/problem+json`):
}

func (s *Fleet) Sink(ctx context.Context, request components.Ship) error {
	opURL, err := utils.GenerateURL(ctx, baseURL, "/ships/{hull}/sink", request, nil)
	bodyReader, reqContentType, err := utils.SerializeRequestBody(ctx, request, true, false, "Request", "json", ``)
		SecuritySource:   nil,
	req, err := http.NewRequestWithContext(ctx, "POST", opURL, nil)
	switch {
	case httpRes.StatusCode == 200:
		switch {
		case utils.MatchContentType(contentType, `application/json`):
			res.Ship = &out
		default:
	default:
		switch {
		case utils.MatchContentType(contentType, `application/json`):
			res.Fault = &out
}

func (s *Fleet) helper(ctx context.Context) {
}
"#;

const FACTS: &str = r"
components/Ship.HullNo Wire hull_no :5
components/Ship.Owner Wire owner :6
components/Ship.Owner Nullable  :6
components/Ship.Flag Wire flag :7
components/Ship.Flag Nullable  :7
components/Ship.kind Constant ship :8
components/Ship.kind Wire kind :8
components/Craft. Choice Ship :14
components/Craft. Discriminator craft_kind :19
components/Craft. Variant sail > Ship :23
components/Craft. Variant oar > Boat :25
components/Security.Key SchemeName X-Dock-Key :2
components/Security.Key SchemeType apiKey :2
components/Security.Key SchemeSubtype header :2
components/Security.Key Env dock_key :2
components/Load.Tons Wire tons :5
operations/ListShipsRequest.Size Query page[size] :6
operations/ListShipsRequest.Size Style form :6
operations/ListShipsRequest.Size Explode true :6
operations/ListShipsRequest.Body Body application/vnd.ship+json :7
/ListShips. Server https://slow.example.com :2
GET /ships list-ships ListShips
  Url /ships :12
  Method GET :16
  Id list-ships :13
  Request ListShipsRequest :7
  Payload Body > json :15
  Credentials client :14
  Globals ListShipsGlobals :10
  Servers ListShips :11
  PageInput PageNumber :17
  OffsetInput Offset :18
  CursorInput Cursor :23
  LimitInput Size :19
  PageCount $.total :20
  NextCursor $.next :21
  Results $.ships :22
  Answer 200 > application/json :29
  Answer 206 > application/json :29
  Answer 207 > application/json :29
  Answer 204 :30
POST /ships/{hull}/sink  Sink
  Url /ships/{hull}/sink :36
  Method POST :39
  Request Ship :35
  Payload Request > json :37
  Nullable body :37
  Credentials none :38
  ErrorMember default > Fault :49
  Answer 200 > application/json :43
  Answer default > application/json :48
Server https://api.example.com :3
";

#[test]
fn facts_are_read() {
    check(Language::Go, FILES, FACTS);
}
