//! TypeScript as older SDK generators wrote it.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("src/models/components/ship.ts", SHIP),
    ("src/models/operations/listships.ts", REQUEST),
    ("src/sdk/ships.ts", SHIPS),
    ("src/sdk/sdk.ts", SDK),
];

const SHIP: &str = r#"export class Ship extends SpeakeasyBase {
    @SpeakeasyMetadata()
    @Expose({ name: "hull_no" })
    hullNo: string;

    owner?: string;
}

export class Security extends SpeakeasyBase {
    @SpeakeasyMetadata({ data: "security, scheme=true;type=apiKey;subtype=header;name=X-Dock-Key" })
    dockKey: string;
}

export enum Flag {
    @Expose({ name: "no" })
    red: string;
}
"#;

const REQUEST: &str = r#"export class ListShipsRequest extends SpeakeasyBase {
    @SpeakeasyMetadata({ data: "queryParam, style=form;explode=false;name=ship_kinds" })
    shipKinds?: string[];

    @SpeakeasyMetadata({ data: "request, media_type=application/json" })
    ship: components.Ship;
}
"#;

const SHIPS: &str = r#"export class Ships {
    async listShips(
        req: operations.ListShipsRequest,
    ): Promise<operations.ListShipsResponse> {
            req = new operations.ListShipsRequest(req);
        const url: string = utils.generateURL(baseURL, "/docks/{dock}/ships", req);
        let globalSecurity = this.sdkConfiguration.security;
            [reqBodyHeaders, reqBody] = utils.serializeRequestBody(
                req,
                "ship",
                "json"
            );
            method: "put",
            case httpRes?.status == 200 || httpRes?.status == 206:
                if (utils.matchContentType(contentType, `application/json`)) {
            case httpRes?.status == 400 ||
                (httpRes?.status >= 500 && httpRes?.status < 600):
    }

    async sink(config?: AxiosRequestConfig): Promise<operations.SinkResponse> {
        const operationUrl: string = baseURL.replace(/\/$/, "") + "/sink";
            method: "post",
    }
"#;

const SDK: &str = r#"export const ServerList = ["https://api.example.com"] as const;
"#;

const FACTS: &str = r"
components/Ship.hullNo Wire hull_no :4
components/Security.dockKey SchemeName X-Dock-Key :11
components/Security.dockKey SchemeType apiKey :11
components/Security.dockKey SchemeSubtype header :11
operations/ListShipsRequest.shipKinds Query ship_kinds :3
operations/ListShipsRequest.shipKinds Style form :3
operations/ListShipsRequest.shipKinds Explode false :3
operations/ListShipsRequest.ship Body application/json :6
PUT /docks/{dock}/ships  listShips
  Url /docks/{dock}/ships :6
  Method put :13
  Request ListShipsRequest :5
  Payload ship > json :8
  Credentials client :7
  Answer 200 > application/json :15
  Answer 206 > application/json :15
  Answer 400 :16
POST /sink  sink
  Url /sink :21
  Method post :22
Server https://api.example.com :1
";

#[test]
fn facts_are_read() {
    check(Language::Typescript, FILES, FACTS);
}
