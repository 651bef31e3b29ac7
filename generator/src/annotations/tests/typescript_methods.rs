//! TypeScript between the two other forms.

use super::{check, typescript};
use crate::dialect::Language;

pub static FILES: std::sync::LazyLock<Vec<(&str, &str)>> = std::sync::LazyLock::new(|| {
    let others = typescript::FILES.iter().filter(|(path, _)| !path.contains("/funcs/"));
    others.copied().chain(CALLS.iter().copied()).collect()
});

const CALLS: &super::Files = &[("src/sdk/docks.ts", DOCKS), ("src/sdk/fleet.ts", FLEET)];

const DOCKS: &str = r#"export class Docks extends ClientSDK {
    async moor(
        const headers$ = new Headers();
        headers$.set("Content-Type", "application/json");
        const payload$ = operations.MoorRequest$.outboundSchema.parse(input$);
        const body$ = enc$.encodeJSON("body", payload$.Rope, { explode: true });
            dock: enc$.encodeSimple("dock", payload$.dock ?? this.options$.dockId, {
                charEncoding: "percent",
            }),
        const path$ = this.templateURLComponent("/docks/{dock}")(pathParams$);
        const query$ = [
            enc$.encodeForm("tide", payload$.tide, { explode: true, charEncoding: "percent" }),
            enc$.encodeForm("knots", payload$.knots, {
                explode: false,
                charEncoding: "percent",
            }),
            enc$.encodeDeepObject("wind", payload$.wind, { charEncoding: "percent" }),
        ]
        headers$.set("X-Mark", enc$.encodeSimple("X-Mark", payload$["X-Mark"], { charEncoding: "none" }));
            operationID: "moorShip",
            securitySource: this.options$.dockKey,
                method: "PUT",
        if (this.matchResponse(response, 200, "application/json")) {
        } else if (this.matchResponse(response, [404, 409], "text/plain")) {
    }

    public async paint(
        const body$ = new FormData();
        body$.append("colour", payload$.Paint.colour);
        const path$ = this.templateURLComponent("/paint")();
            securitySource: null,
                method: "post",
        const [result$] = await this.matcher<operations.PaintResponse>()
            .json(201, operations.PaintResponse$inboundSchema, { key: "Result" })
            .void(204, z.void())
            .fail(["4XX", "5XX"])
    }

    async photo(
        body$.append("file", payload$.file);
        const path$ = this.templateURLComponent("/photo")();
        const query$ = encodeFormQuery$({
            size: payload$.size,
        });
        const security$: SecurityInput[][] = [
                    fieldName: "Authorization",
                    type: "http:bearer",
                    value: security?.photoToken,
        ];
            type: "wind",
            value: security?.wind,
                method: "post",
    }
}
"#;

const FLEET: &str = r#"export class Fleet {
    async none() {
    }
}
"#;

const FACTS: &str = r"/OperationSecurity.photoToken SchemeName Authorization :48
/OperationSecurity.photoToken SchemeType http:bearer :48
PUT /docks/{dock} moorShip moor
  Url /docks/{dock} :10
  Method PUT :22
  Id moorShip :20
  Request MoorRequest :5
  Payload Rope :6
  MediaType application/json :4
  Parameter dock > path :7
  Parameter X-Mark > header :19
  Parameter tide > query,form :12
  Parameter knots > query,form,joined :13
  Parameter wind > query,deepObject :17
  ClientArgument dock > dockId :7
  Credentials client :21
  Answer 200 > application/json :23
  Answer 404 > text/plain :24
  Answer 409 > text/plain :24
POST /paint  paint
  Url /paint :30
  Method post :32
  Payload Paint :29
  MediaType multipart/form-data :28
  Credentials none :31
  Answer 201 > application/json :34
  Answer 204 :35
  Answer 4XX > */* :36
  Answer 5XX > */* :36
POST /photo  photo
  Url /photo :41
  Method post :52
  Payload  :40
  Parameter size > query,form :42
";

#[test]
fn facts_are_read() {
    check(Language::Typescript, CALLS, FACTS);
}
