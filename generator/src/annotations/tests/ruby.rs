//! Ruby.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("lib/fleet/models/components/ship.rb", SHIP),
    ("lib/fleet/ships.rb", SHIPS),
    ("lib/fleet/sdkconfiguration.rb", CONFIGURATION),
];

const SHIP: &str = r#"module Fleet
      class Ship
        field :hull_no, ::String, { 'format_json': { 'letter_case': ::Fleet::Utils.field_name('hullNo'), required: true } }

        field :owner, Crystalline::Nilable.new(::String), { 'format_json': { 'letter_case': ::Fleet::Utils.field_name('owner'), required: true } }

        field :craft, Models::Craft, { 'format_json': { 'letter_case': ::Fleet::Utils.field_name('craft') }, 'discriminator': 'craftKind' }

        field :size, ::Integer, { 'query_param': { 'field_name': 'page[size]', 'style': 'form', 'explode': true } }

        field :body, Models::Ship, { 'request': { 'media_type': 'application/json' } }

        field :key, ::String, { 'security': { 'scheme': true, 'type': 'http', 'sub_type': 'bearer', 'field_name': 'Authorization' } }

        field :raw_response, ::Faraday::Response
      end
"#;

const SHIPS: &str = r##"  class Ships
    def list(size: nil)
      request = Models::Operations::ListShipsRequest.new(
      url = "#{base_url}/ships"
      req_content_type, data, form = Utils.serialize_request_body(request, false, false, :body, :json)
        operation_id: 'listShips',
        security_source: @sdk_configuration.security_source
        http_response = connection.get(url) do |req|
      if Utils.match_status_code(http_response.status, ['200'])
        if Utils.match_content_type(content_type, 'application/json')
      elsif Utils.match_status_code(http_response.status, ['204'])
    end

    def sink(request:)
      url = Utils.generate_url(
        Models::Operations::SinkRequest,
        base_url,
        '/ships/{hullNo}',
        request
      )
        security_source: nil
        http_response = T.must(connection).post(url) do |req|
    end

    def tow(request)
      url = Utils.generate_url(
        ::Fleet::Operations::TowRequest,
        base_url,
        '/tow',
        request
      )
      req_content_type, data, form = Utils.serialize_request_body(request, :rope, :json)
      r = @sdk_configuration.client.put(url) do |req|
        Utils.configure_request_security(req, @sdk_configuration.security) if !@sdk_configuration.nil?
      if r.status == 200
        if Utils.match_content_type(content_type, 'application/json')
      elsif r.status >= 400 && r.status < 500
    end
"##;

const CONFIGURATION: &str = r#"  SERVERS = T.let({
    demo: 'https://demo.example.com',
  }.freeze, T::Hash[T.any(String, Symbol), String])
"#;

const FACTS: &str = r"
components/Ship.hull_no Wire hullNo :3
components/Ship.owner Wire owner :5
components/Ship.owner Nullable  :5
components/Ship.craft Wire craft :7
components/Ship.craft Discriminator craftKind :7
components/Ship.size Query page[size] :9
components/Ship.size Style form :9
components/Ship.size Explode true :9
components/Ship.body Body application/json :11
components/Ship.key SchemeName Authorization :13
components/Ship.key SchemeType http :13
components/Ship.key SchemeSubtype bearer :13
GET /ships listShips list
  Url /ships :4
  Method get :8
  Id listShips :6
  Request ListShipsRequest :3
  Payload body > json :5
  Credentials client :7
  Answer 200 > application/json :10
  Answer 204 :11
POST /ships/{hullNo}  sink
  Url /ships/{hullNo} :15
  Method post :22
  Request SinkRequest :15
  Credentials none :21
PUT /tow  tow
  Url /tow :26
  Method put :33
  Request TowRequest :26
  Payload rope > json :32
  Credentials client :34
  Answer 200 > application/json :36
  Answer 4XX :37
Server https://demo.example.com > demo :2
";

#[test]
fn facts_are_read() {
    check(Language::Ruby, FILES, FACTS);
}
