//! PHP.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("src/Models/Components/Ship.php", SHIP),
    ("src/Ships.php", SHIPS),
    ("src/Fleet.php", FLEET),
    ("src/Docks.php", DOCKS),
];

const SHIP: &str = r#"<?php
class Ship
{
    #[\Speakeasy\Serializer\Annotation\SerializedName('hull_no')]
    #[SpeakeasyMetadata('queryParam:style=form,explode=true,name=hull-no,dateTimeFormat=Y-m-d')]
    public string $hullNo;

    #[\Speakeasy\Serializer\Annotation\SerializedName('owner')]
    public ?string $owner;

    #[\Speakeasy\Serializer\Annotation\SerializedName('flag')]
    #[\Speakeasy\Serializer\Annotation\SkipWhenNull]
    public ?string $flag = null;

    #[\Speakeasy\Serializer\Annotation\UnionDiscriminator(field: 'craft_kind', map: ['sail' => '\Fleet\Models\Sail', 'oar' => '\Fleet\Models\Oar'])]
    public Sail|Oar $craft;
}
"#;

const SHIPS: &str = r#"class Ships
{
    private function listShips(?Operations\OtherRequest $request = null): Operations\ListShipsResponse
    {
        $request = new Operations\ListShipsRequest(
        $url = Utils\Utils::generateUrl($baseUrl, '/ships', Operations\ListShipsRequest::class, $request);
        $body = Utils\Utils::serializeRequestBody($request, 'requestBody', 'json');
        $httpRequest = new \GuzzleHttp\Psr7\Request('GET', $url);
        $hookContext = new HookContext($this->sdkConfiguration, $baseUrl, 'listShips', null, $this->sdkConfiguration->securitySource);
        if (Utils\Utils::matchStatusCodes($statusCode, ['200', '206'])) {
            if (Utils\Utils::matchContentType($contentType, 'application/json')) {
                $limit = $request != null ? $request->size : 0;
                $numPages = $jsonObject->get('$.total');
                $results = $jsonObject->get('$.ships');
                $nextCursor = $jsonObject->get('$.next');
                            page: $nextPage,
                            offset: $nextOffset,
                            after: $nextCursor,
        } elseif (Utils\Utils::matchStatusCodes($statusCode, ['4XX'])) {
    }

    public function sink(Components\Ship $request, Operations\Note $requestNote): void
    {
        $url = Utils\Utils::generateUrl($baseUrl, '/sink');
        $hookContext = new HookContext('sink', null, null);
        $httpRequest = new \GuzzleHttp\Psr7\Request('POST', $url);
        if ($statusCode == 400 || $statusCode == 404 || $statusCode >= 500 && $statusCode < 600) {
        }
        if (in_array($statusCode, [200, 202])) {
            if (Utils\Utils::matchContentType($contentType, 'application/json')) {
        } elseif ($statusCode == 400 || $statusCode == 404 || $statusCode >= 500 && $statusCode < 600) {
    }

    public function list(): \Generator
    {
    }
}
"#;

/// As older SDK generators wrote it.
const DOCKS: &str = r#"class Docks
{
	public function create(
        \Fleet\Models\Components\Dock $request,
    ): \Fleet\Models\Operations\CreateResponse
    {
        $url = Utils\Utils::generateUrl($baseUrl, '/docks');
        $body = Utils\Utils::serializeRequestBody($request, "request", "json");
        $httpResponse = $this->sdkConfiguration->securityClient->request('POST', $url, $options);
        if ($httpResponse->getStatusCode() === 201) {
            if (Utils\Utils::matchContentType($contentType, 'application/json')) {
                $response->dock = $serializer->deserialize((string)$httpResponse->getBody(), 'Fleet\Models\Dock', 'json');
        else if ($httpResponse->getStatusCode() === 400 or $httpResponse->getStatusCode() === 404) {
            $response->headers = $httpResponse->getHeaders();
            if (Utils\Utils::matchContentType($contentType, 'application/json')) {
                $response->refusal = $serializer->deserialize((string)$httpResponse->getBody(), 'Fleet\Models\Refusal', 'json');
    }

	public function paint(
        string $id,
        \Fleet\Models\Parts\Paint $paint,
    ): \Fleet\Models\Operations\PaintResponse
    {
        $request = new \Fleet\Models\Operations\PaintRequest();
        $request->paint = $paint;
        $url = Utils\Utils::generateUrl($baseUrl, '/docks/{id}', \Fleet\Models\Operations\PaintRequest::class, $request);
        $body = Utils\Utils::serializeRequestBody($request, "paint", "json");
        $httpResponse = $this->sdkConfiguration->defaultClient->request('PATCH', $url, $options);
    }
"#;

const FLEET: &str = r#"class Fleet
{
    public const SERVERS = [
        self::SERVER_PRODUCTION => 'https://api.example.com',
    ];
}
"#;

const FACTS: &str = r"
components/Ship.hullNo Wire hull_no :6
components/Ship.hullNo Query hull-no :6
components/Ship.hullNo Style form :6
components/Ship.hullNo Explode true :6
components/Ship.hullNo DateFormat Y-m-d :6
components/Ship.owner Wire owner :9
components/Ship.owner Nullable  :9
components/Ship.flag Wire flag :13
components/Ship.craft Discriminator craft_kind :16
components/Ship.craft Variant sail > Sail :16
components/Ship.craft Variant oar > Oar :16
GET /ships listShips listShips
  Url /ships :6
  Method GET :8
  Id listShips :9
  Request ListShipsRequest :5
  Request OtherRequest :3
  Payload requestBody > json :7
  Credentials client :9
  PageInput page :16
  OffsetInput offset :17
  CursorInput after :18
  LimitInput size :12
  PageCount $.total :13
  NextCursor $.next :15
  Results $.ships :14
  Answer 200 > application/json :11
  Answer 206 > application/json :11
  Answer 4XX :19
POST /sink sink sink
  Url /sink :24
  Method POST :26
  Id sink :25
  Request Ship :22
  Credentials none :25
  Answer 200 > application/json :30
  Answer 202 > application/json :30
  Answer 400 :31
  Answer 404 :31
  Answer 5XX :31
POST /docks  create
  Url /docks :7
  Method POST :9
  Request Dock :4
  Payload request > json :8
  Credentials client :9
  ErrorMember 400 > refusal :16
  ErrorMember 404 > refusal :16
  Answer 201 > application/json :11
  Answer 400 > application/json :15
  Answer 404 > application/json :15
PATCH /docks/{id}  paint
  Url /docks/{id} :26
  Method PATCH :28
  Request PaintRequest :24
  Payload paint > json :27
  Credentials none :28
Server https://api.example.com > SERVER_PRODUCTION :4
";

#[test]
fn facts_are_read() {
    check(Language::Php, FILES, FACTS);
}
