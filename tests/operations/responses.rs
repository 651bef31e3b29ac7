//! Success bodies and errors.
//!
//! In: Response lines, envelope pages and Errors tables. Out: nothing.

use super::fixture::{Tree, type_text};
use tablature::model::{ErrorBody, Operation, Shape};

/// Media type, type and status of each success body.
fn success(operation: &Operation) -> Vec<String> {
    let show = |body: &tablature::model::SuccessBody| {
        let status = body.status.as_ref().map_or("2XX".to_owned(), |status| status.value.to_string());
        format!("{status} {} {}", body.media.value, type_text(&body.ty))
    };
    operation.success.iter().map(show).collect()
}

fn envelope(rows: &[&str]) -> Tree {
    let own = [
        "contentType! | *String*",
        "statusCode! | *int*",
        "rawResponse! | [HttpResponse\\<InputStream>](https://docs.oracle.com/x)",
    ];
    let rows: Vec<&str> = own.into_iter().chain(rows.iter().copied()).collect();
    Tree::of("java")
        .fields("models/components/Pet.md", &["name! | *String*"])
        .fields("models/errors/Fault.md", &["text! | *String*"])
        .fields("models/operations/GetPetResponse.md", &rows)
        .operation(
            "get_pet",
            "get /pet",
            &[],
            "### Response\n\n**[GetPetResponse](../../models/operations/GetPetResponse.md)**\n",
        )
}

#[test]
fn an_envelope_is_opened_and_is_no_type() {
    let model = envelope(&["pet | [Optional\\<Pet>](../../models/components/Pet.md)"]).model();
    assert_eq!(success(&model.operations[0]), ["2XX application/json {named:components/Pet}"]);
    assert!(model.types.keys().all(|id| &*id.0 != "operations/GetPetResponse"));
    assert_eq!(model.left_out.get("field of a response envelope"), Some(&2));
}

#[test]
fn an_envelope_without_more_has_no_body() {
    assert!(envelope(&["headers | Map\\<String, List\\<*String*>>"]).only().success.is_empty());
}

#[test]
fn names_of_fields_tell_media_types() {
    let rows = [
        "twoHundredImagePngResponseStream | *Optional\\<InputStream>*",
        "twoHundredApplicationPdfResponseStream | *Optional\\<InputStream>*",
    ];
    assert_eq!(success(&envelope(&rows).only()), ["200 image/png bytes", "200 application/pdf bytes"]);
}

/// `default` is a success only where no other is named.
#[test]
fn a_field_named_after_default_is_an_error_beside_a_success() {
    let named = |name: &str, page: &str| {
        format!("{name}ApplicationJsonObject | [Optional\\<{page}>](../../models/components/{page}.md)")
    };
    let (pet, rest) = (named("twoHundred", "Pet"), named("default", "Pet"));
    let operation = envelope(&[&pet, &rest]).only();
    assert_eq!(success(&operation), ["200 application/json {named:components/Pet}"]);
    let errors: Vec<String> = operation.errors.iter().map(|error| format!("{} {}", error.status, error.ty)).collect();
    assert_eq!(errors, ["default components/Pet"]);
    assert_eq!(success(&envelope(&[&rest]).only()), ["2XX application/json {named:components/Pet}"]);
}

/// PHP and Ruby show bytes as text; what gives the next page is a function of PHP's.
#[test]
fn a_field_of_bytes_is_no_text() {
    let rows = ["contentType! | *string*", "statusCode! | *int*", "rawResponse! | *ResponseInterface*"];
    let answer = |more: &[&str]| {
        let link = "### Response\n\n**[?Operations\\GetPetResponse](../../Models/Operations/GetPetResponse.md)**\n";
        let tree = Tree::of("php").fields("Models/Operations/GetPetResponse.md", &[&rows, more].concat());
        success(&tree.operation("get_pet", "get /pet", &[], link).only())
    };
    assert_eq!(answer(&["bytes | *?string*"]), ["2XX application/octet-stream bytes"]);
    assert_eq!(answer(&["res | *?string*"]), ["2XX text/plain string"]);
    assert_eq!(answer(&["next | *callable*"]), [""; 0]);
}

#[test]
fn go_may_give_nothing_but_an_error() {
    let tree = Tree::of("go").operation("sink", "delete /ship", &[], "### Response\n\n**error**\n");
    assert!(tree.only().success.is_empty());
}

#[test]
fn an_error_in_the_envelope_is_no_success() {
    let rows = [
        "pet | [Optional\\<Pet>](../../models/components/Pet.md)",
        "fault | [Optional\\<Fault>](../../models/errors/Fault.md)",
        "unexpectedErrorResponse | *Optional\\<String>*",
    ];
    assert_eq!(success(&envelope(&rows).only()), ["2XX application/json {named:components/Pet}"]);
}

/// The success bodies of a Response line without an envelope.
fn line(language: &'static str, response: &str) -> Vec<String> {
    let tree = Tree::of(language)
        .values("models/kind.md", &["cat", "dog"])
        .fields("models/pet.md", &["kind! | [models.Kind](../models/kind.md)"])
        .fields("models/listpetsresponse.md", &["result! | [models.Pet](../models/pet.md)"]);
    success(&tree.operation("list_pets", "get /pets", &[], &format!("### Response\n\n**{response}**\n")).only())
}

#[test]
fn other_languages_show_the_body_itself() {
    let pet = ["2XX application/json {named:models/pet}"];
    assert_eq!(line("typescript", "Promise\\<[models.Pet](../../models/pet.md)\\>"), pet);
    assert_eq!(line("python", "[models.Pet](../../models/pet.md)"), pet);
    assert_eq!(line("python", "[models.ListPetsResponse](../../models/listpetsresponse.md)"), pet);
    assert_eq!(line("go", "[*models.Pet](../../models/pet.md), error"), pet);
    let section =
        crate::markdown::operation("typescript", "sink", "delete /pets", &[]).replace("console.log(result);", "");
    let void = Tree::of("typescript").section(&format!("{section}### Response\n\n**Promise\\<void\\>**\n"));
    assert!(void.only().success.is_empty());
}

#[test]
fn a_page_of_headers_alone_has_no_body() {
    let tree = |rows: &[&str]| {
        let line = "### Response\n\n**[models.PingResponse](../../models/pingresponse.md)**\n";
        Tree::of("python").fields("models/pingresponse.md", rows).operation("ping", "get /ping", &[], line)
    };
    assert!(success(&tree(&["headers! | Dict[str, List[*str*]]"]).only()).is_empty());
    let ordinary = tree(&["headers! | Dict[str, *str*]", "url! | *str*"]).only();
    assert_eq!(success(&ordinary), ["2XX application/json {named:models/pingresponse}"]);
}

#[test]
fn prose_behind_a_type_is_prose() {
    let tree = |line: &str| Tree::of("php").operation("ping", "get /ping", &[], &format!("### Response\n\n{line}\n"));
    assert_eq!(success(&tree("**`string`** — The whole **text** of it.").only()), ["2XX text/plain string"]);
}

#[test]
fn any_value_or_text_is_told_by_the_media_type() {
    let both = ["2XX application/json any", "2XX text/plain string"];
    assert_eq!(line("typescript", "Promise\\<[any \\| string](../../models/.md)\\>"), both);
    let members = "## Supported Types\n\n### `any`\n\n### `string`\n";
    let tree = Tree::of("typescript").page("models/exported.md", members);
    let line = "### Response\n\n**Promise\\<[models.Exported](../../models/exported.md)\\>**\n";
    assert_eq!(success(&tree.operation("export", "get /export", &[], line).only()), both);
}

#[test]
fn lines_of_json_are_a_stream() {
    let both = "Union[jsonl.JsonLStream[models.Pet], jsonl.JsonLStreamAsync[models.Pet]]";
    let response = format!("[{both}](../../models/.md)");
    assert_eq!(line("python", &response), ["2XX application/x-ndjson {event-stream:{named:models/pet}}"]);
}

#[test]
fn an_operation_may_have_no_table_of_errors() {
    let tree = Tree::of("php").operation("ping", "get /ping", &[], "### Errors\n\nIt never fails.\n");
    assert_eq!(tree.codes(), ["T0303"]);
}

#[test]
fn a_link_to_nothing_is_read_by_its_text() {
    assert_eq!(
        line("python", "[List[models.Pet]](../../models/.md)"),
        ["2XX application/json {array:{named:models/pet}}"]
    );
    assert_eq!(line("python", "[str](../../models/.md)"), ["2XX text/plain string"]);
    assert_eq!(
        line("typescript", "Promise\\<[{ [k: string]: any }](../../models/.md)\\>"),
        ["2XX application/json {map:any}"]
    );
}

#[test]
fn events_are_told_by_their_type() {
    let both = "Union[eventstreaming.EventStream[models.Pet], eventstreaming.EventStreamAsync[models.Pet]]";
    assert_eq!(line("python", both), ["2XX text/event-stream {event-stream:{named:models/pet}}"]);
}

#[test]
fn each_status_has_its_errors() {
    let table = "### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n\
        | models/errors/Fault | 400, 404 | application/json |\n\
        | models/errors/Busy | 404 | application/problem+json |\n\
        | models/errors/SDKError | 4XX, 5XX | \\*/\\* |\n";
    let tree = Tree::of("java")
        .fields("models/errors/Fault.md", &["text! | *String*"])
        .fields("models/components/Busy.md", &["text! | *String*"])
        .fields("models/errors/Busy.md", &["text! | *String*"]);
    let model = tree.operation("get_pet", "get /pet", &[], table).model();
    let show = |error: &ErrorBody| format!("{} {} {}", error.status, error.ty, error.media);
    let errors: Vec<_> = model.operations[0].errors.iter().map(show).collect();
    assert_eq!(
        errors,
        [
            "400 errors/Fault application/json",
            "404 errors/Fault application/json",
            "404 errors/Busy application/problem+json"
        ]
    );
    assert_eq!(model.left_out.get("error of any other status"), Some(&1));
}

#[test]
fn errors_of_ranges_are_typed() {
    let table = "### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n\
        | models/errors/Fault | 404, 4xx | application/json |\n\
        | models/errors/Busy | default | application/json |\n\
        | models/errors/APIException | 5XX | \\*/\\* |\n";
    let tree = Tree::of("java")
        .fields("models/errors/Fault.md", &["text! | *String*"])
        .fields("models/errors/Busy.md", &["text! | *String*"])
        .fields("models/errors/ApiException.md", &["text! | *String*"])
        .operation("get_pet", "get /pet", &[], table);
    let model = tree.model();
    let show = |error: &ErrorBody| format!("{} {}", error.status, error.ty);
    let errors: Vec<_> = model.operations[0].errors.iter().map(show).collect();
    assert_eq!(errors, ["404 errors/Fault", "4XX errors/Fault", "default errors/Busy"]);
    assert_eq!(model.left_out.get("error of any other status"), Some(&1), "an SDK's own error has no media type");
}

#[test]
fn an_envelope_of_nothing_but_things_of_the_sdk_has_no_body() {
    let meta = ["Request! | [http.Request](https://pkg.go.dev/net/http#Request)"];
    let model = Tree::of("go")
        .fields("models/components/httpmetadata.md", &meta)
        .fields(
            "models/operations/endpet.md",
            &["HTTPMeta! | [components.HTTPMetadata](../../models/components/httpmetadata.md)"],
        )
        .operation(
            "end",
            "delete /pet",
            &[],
            "### Response\n\n**[*operations.EndPet](../../models/operations/endpet.md), error**\n",
        )
        .model();
    assert!(model.operations[0].success.is_empty() && model.types.is_empty(), "{:?}", model.types.keys());
}

#[test]
fn an_error_page_may_carry_the_raw_response() {
    let raw = "[HttpResponseMessage](https://learn.microsoft.com/en-us/dotnet/api/system.net.http.httpresponsemessage)";
    let meta = [&format!("Response! | {raw}"), "Request! | *HttpRequestMessage*"];
    let fault = ["Text! | *string*", "HttpMeta! | [HTTPMetadata](../../Models/Components/HTTPMetadata.md)"];
    let model = Tree::of("csharp")
        .fields("Models/Components/HTTPMetadata.md", &meta)
        .fields("Models/Errors/Fault.md", &fault)
        .model();
    let Shape::Struct(shape) = &model.types[0].shape else { panic!("{:?}", model.types) };
    assert_eq!((model.types.len(), shape.fields.len()), (1, 1), "{:?}", model.types.keys());
}
