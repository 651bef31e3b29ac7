//! TypeScript.

use super::check;
use crate::dialect::Language;

pub const FILES: &super::Files = &[
    ("src/models/components/ship.ts", SHIP),
    ("src/models/errors/reef-error.ts", ERROR),
    ("src/models/components/buoy.ts", BUOY),
    ("src/lib/security.ts", SECURITY),
    ("src/lib/config.ts", CONFIG),
    ("src/funcs/shipsList.ts", LIST),
    ("src/funcs/shipsSink.ts", SINK),
    ("src/funcs/shipsTow.ts", TOW),
    ("src/funcs/shipsMoor.ts", MOOR),
    ("src/funcs/shipsSail.ts", SAIL),
    ("src/funcs/shipsPaint.ts", PAINT),
    ("src/funcs/shipsPhoto.ts", PHOTO),
    ("src/lib/config.d.ts", CONFIG),
];

const SHIP: &str = r#"export type Ship = {
  hullNo: string;
  owner: string | null;
  flag?:
    | Array<string>
    | null
    | undefined;
  kind: "ship";
  "x-mark"?: string | undefined;
};

export type AVeryLongNameOfAShip =
  {
    size: number;
  };

export type NotRead = {
  hullNo: string;
};

export const Rig = {
  Sloop: "sloop",
} as const;

export const NotRead$inboundSchema = z.never();

/** @internal */
export const Ship$inboundSchema: z.ZodType<Ship, unknown> = z.object({
  hull_no: z.string(),
  length: z.number().int().optional(),
}).transform((v) => {
  return remap$(v, {
    "hull_no": "hullNo",
    a_very_long_name_of_a_key:
      "aVeryLongNameOfAKey",
  });
});

export const Hull = {
  Oak: "oak",
} as const;

export const AVeryLongNameOfAShip$outboundSchema: z.ZodType<
  Out
> = z.object({}).transform((v) => {
  return remap$(v, {
    size: "Size",
  });
});
"#;

const ERROR: &str = r#"export type ReefErrorData = {
  depth: number;
  seenAt: string;
};

export class ReefError extends FleetError {
  depth: number;
  data$: ReefErrorData;
}

export const ReefError$inboundSchema = z.object({
  depth: z.number().int(),
}).transform((v) => {
  return new ReefError(remap$(v, {
    "seen_at": "seenAt",
  }));
});
"#;

const SECURITY: &str = r#"export function resolveGlobalSecurity(
      {
        fieldName: "X-Dock-Key",
        type: "apiKey:header",
        value: security?.dockKey ?? env().DOCK_KEY,
      },
        { value: security?.oldKey, fieldName: "X-Old", type: "apiKey:header" },
"#;

const CONFIG: &str = r#"export const ServerList = [
  /**
   * Main
   */
  "https://api.example.com",
] as const;
"#;

const LIST: &str = r#"  const parsed = safeParse(
    request,
    (value) => operations.ListShipsRequest$outboundSchema.parse(value),
  const body = encodeJSON("body", payload.RequestBody, { explode: true });
    dock: encodeSimple("dock", payload.dock, {
      explode: false,
      charEncoding: "percent",
    }),
  const baseURL = options?.serverURL
    || pathToFunc(ListShipsServerList[0], { charEncoding: "percent" })();
  const path = pathToFunc("/docks/{dock}/ships")(pathParams);
  const query = encodeFormQuery({
    "page[size]": payload["page[size]"],
    sort: payload.sort,
    "kind": payload["kind'1"],
  }, { explode: false });
    "Content-Type": "application/json",
    "x-mark": encodeSimple("x-mark", payload["x-mark"], {
      explode: false,
      charEncoding: "none",
    }),
    operationID: "listShips",
    securitySource: client._options.dockKey,
    method: "GET",
    M.json([200, 206], Ship$inboundSchema),
    M.sse(201, Ship$inboundSchema, { sseSentinel: "[END]" }),
    M.stream(203, z.instanceof(ReadableStream), { ctype: "image/png" }),
    M.nil(204, z.void()),
    M.fail("4XX"),
"#;

const SINK: &str = r#"      z.parse(
        operations.SinkRequest$outboundSchema,
        value,
  const body = encodeJSON("body", payload, { explode: true });
  const query = encodeFormQuery({
    fleet: client._options.fleetName,
  });
    "X-Pilot": encodeSimple("X-Pilot", payload.pilot ?? client._options.pilot, {
      charEncoding: "none",
    }),
  const path = pathToFunc("/sink")();
    securitySource: null,
    method: "POST",
"#;

const TOW: &str = r#"  const requestSecurity = resolveSecurity(
    [
      {
        fieldName: "Authorization",
        type: "http:bearer",
        value: security?.harborToken,
      },
    ],
  );
  type: "wind",
      value: security?.wind,
  const body = payload.Rope;
  const path = pathToFunc("/tow")();
    method: "POST",
"#;

/// The schemas of a class in a namespace.
const BUOY: &str = r#"export type Buoy = {
    colour: string;
    seaMark?: string | undefined;
};

export type Light = {
    flashes: number;
};

export namespace Buoy$ {
    export const inboundSchema: z.ZodType<Buoy, z.ZodTypeDef, unknown> = z
        .object({
            "sea-mark": z.string().optional(),
        })
        .transform((v) => {
            return {
                colour: v.Colour,
                ...(v["sea-mark"] === undefined ? null : { seaMark: v["sea-mark"] }),
            };
        });

    export const outboundSchema: z.ZodType<Outbound, z.ZodTypeDef, Buoy> = z
        .object({
            colour: z.string(),
        })
        .transform((v) => {
            return {
                "Colour_out": v.colour,
            };
        });
}

export namespace Light$ {
    export const inboundSchema: z.ZodType<Light, z.ZodTypeDef, unknown> = z.object({
        flashes: z.number(),
    });
}

export namespace Flag$ {
    export const outboundSchema: z.ZodType<Outbound, z.ZodTypeDef, Flag> = z.object({
        red: z.number().int(),
    });
}
"#;

/// Signs behind names, as older SDKs have them.
const SAIL: &str = r#"  const payload$ = parsed$.value;
  const body$ = encodeJSON$("body", payload$.Sail, { explode: true });
    wind: encodeSimple$("wind", payload$.wind, {
      charEncoding: "percent",
    }),
  const path$ = pathToFunc("/sail/{wind}")(pathParams$);
  const query$ = encodeFormQuery$({
    knots: payload$.knots,
    crew: client$.options$.crewName,
  });
    "X-Tide": encodeSimple$("X-Tide", payload$.tide, {
      charEncoding: "none",
    }),
    securitySource: client$.options$.dockKey,
    method: "POST",
    m$.json(201, Ship$inboundSchema),
"#;

const MOOR: &str = r#"  const body = encodeJSON("body", payload["dto.Rope"], {
    explode: true,
  });
  const path = pathToFunc("/moor/{dock}")(pathParams);
    method: "PUT",
"#;

const PAINT: &str = r#"  const body = new FormData();
  appendForm(
    body,
    "color",
    payload.Paint?.color,
  );
  const path = pathToFunc("/paint")();
    method: "POST",
"#;

const PHOTO: &str = r#"  const body = new FormData();
  appendForm(body, "width", payload?.width);
  const path = pathToFunc("/photo")();
    method: "POST",
"#;

const FACTS: &str = r"
components/Ship.owner Nullable  :3
components/Ship.flag Nullable  :6
components/Ship.kind Constant ship :8
components/Ship.length Integer  :30
components/Ship.hullNo Wire hull_no :33
components/Ship.aVeryLongNameOfAKey Wire a_very_long_name_of_a_key :34
components/AVeryLongNameOfAShip.size Wire Size :47
components/Ship.owner Wire owner :3
components/Ship.flag Wire flag :4
components/Ship.kind Wire kind :8
components/Ship.x-mark Wire x-mark :9
components/NotRead.hullNo Wire hullNo :18
errors/ReefErrorData.depth Integer  :12
errors/ReefErrorData.seenAt Wire seen_at :15
errors/ReefErrorData.depth Wire depth :2
components/Buoy.colour Wire Colour :17
components/Buoy.seaMark Wire sea-mark :18
components/Buoy.colour Wire Colour_out :28
components/Flag.red Integer  :41
components/Light.flashes Wire flashes :7
/Security.dockKey SchemeName X-Dock-Key :5
/Security.dockKey SchemeType apiKey:header :5
/Security.dockKey Env DOCK_KEY :5
/Security.oldKey SchemeName X-Old :7
/Security.oldKey SchemeType apiKey:header :7
/OperationSecurity.harborToken SchemeName Authorization :6
/OperationSecurity.harborToken SchemeType http:bearer :6
GET /docks/{dock}/ships listShips shipsList
  Url /docks/{dock}/ships :11
  Servers ListShips :10
  Method GET :24
  Id listShips :22
  Request ListShipsRequest :3
  Payload RequestBody :4
  MediaType application/json :17
  Parameter dock > path :5
  Parameter x-mark > header :18
  Parameter page[size] > query,form,joined :12
  Parameter sort > query,form,joined :12
  Parameter kind > query,form,joined=kind'1 :12
  Credentials client :23
  Sentinel [END] :26
  Answer 200 > application/json :25
  Answer 206 > application/json :25
  Answer 201 > text/event-stream :26
  Answer 203 > image/png :27
  Answer 204 :28
  Answer 4XX > */* :29
POST /sink  shipsSink
  Url /sink :11
  Method POST :13
  Request SinkRequest :1
  Payload  :4
  Parameter X-Pilot > header=pilot :8
  ClientArgument X-Pilot > pilot :8
  Parameter fleet > query,form=fleetName :5
  ClientArgument fleet > fleetName :5
  Credentials none :12
POST /tow  shipsTow
  Url /tow :13
  Method POST :14
  Payload Rope :12
PUT /moor/{dock}  shipsMoor
  Url /moor/{dock} :4
  Method PUT :5
  Payload dto.Rope :1
POST /sail/{wind}  shipsSail
  Url /sail/{wind} :6
  Method POST :15
  Payload Sail :2
  Parameter wind > path :3
  Parameter X-Tide > header=tide :11
  Parameter knots > query,form :7
  Parameter crew > query,form=crewName :7
  ClientArgument crew > crewName :7
  Credentials client :14
  Answer 201 > application/json :16
POST /paint  shipsPaint
  Url /paint :7
  Method POST :8
  Payload Paint :2
  MediaType multipart/form-data :1
POST /photo  shipsPhoto
  Url /photo :3
  Method POST :4
  Payload  :2
  MediaType multipart/form-data :1
Server https://api.example.com :5
";

#[test]
fn facts_are_read() {
    check(Language::Typescript, FILES, FACTS);
}
