//! Request pages, response envelopes, error and security pages, as each language has them: one operation in seven languages.
//!
//! In: the pages of the same operation. Out: nothing; the model is the same but for what a language cannot say.

use crate::{
    markdown::{self, FIELDS, PARAMETERS},
    rows::assert_nothing_lost,
};
use tablature::{
    dialect::Language,
    lower::{LowerOptions, lower},
    model::{Model, Type},
    source::{Diagnostics, Sources},
};

/// The operation `PUT /pets/{petId}` in one language: a page of its arguments, a page around its response.
struct Docs {
    language: Language,
    /// Where pages of components, operations and errors lie.
    folders: [&'static str; 3],
    /// What the table of the operation says of its argument.
    argument: &'static str,
    /// The rows of the request page: path, query, body.
    request: [&'static str; 3],
    /// The rows of the response page; none where the response is the body itself.
    envelope: &'static [&'static str],
    response: &'static str,
    error: &'static str,
    /// A row of the error page that is no data.
    error_row: Option<&'static str>,
    /// A row of the security page.
    security: &'static str,
}

const ALL: &[Docs] = &[
    Docs {
        language: Language::Java,
        folders: ["models/components", "models/operations", "models/errors"],
        argument: "request | [PutPetRequest](../../models/operations/PutPetRequest.md)",
        request: ["petId | *String*", r"dryRun | *Optional\<Boolean>*", "pet | [Pet](../../models/components/Pet.md)"],
        envelope: &[
            "contentType | *String*",
            "statusCode | *int*",
            r"rawResponse | [HttpResponse\<InputStream>](https://docs.example.com/HttpResponse.html)",
            r"pet | [Optional\<Pet>](../../models/components/Pet.md)",
        ],
        response: "PutPetResponse](../../models/operations/PutPetResponse.md)",
        error: "models/errors/NotFound",
        error_row: Some(r"rawResponse | [HttpResponse\<InputStream>](https://docs.example.com/HttpResponse.html)"),
        security: r"bearerAuth | *Optional\<String>*",
    },
    Docs {
        language: Language::Csharp,
        folders: ["Models/Components", "Models/Operations", "Models/Errors"],
        argument: "request | [PutPetRequest](../../Models/Operations/PutPetRequest.md)",
        request: ["PetId | *string*", "DryRun | *bool*", "Pet | [Pet](../../Models/Components/Pet.md)"],
        envelope: &[
            "HttpMeta | [HTTPMetadata](../../Models/Components/HTTPMetadata.md)",
            "Pet | [Pet](../../Models/Components/Pet.md)",
        ],
        response: "PutPetResponse](../../Models/Operations/PutPetResponse.md)",
        error: "Acme.Models.Errors.NotFound",
        error_row: Some("HttpMeta | [HTTPMetadata](../../Models/Components/HTTPMetadata.md)"),
        security: "BearerAuth | *string*",
    },
    Docs {
        language: Language::Typescript,
        folders: ["models", "models/operations", "models/errors"],
        argument: "request | [operations.PutPetRequest](../../models/operations/putpetrequest.md)",
        request: ["petId | *string*", "dryRun | *boolean*", "pet | [models.Pet](../../models/pet.md)"],
        envelope: &[],
        response: "Promise\\<[models.Pet](../../models/pet.md)\\>",
        error: "errors.NotFound",
        error_row: None,
        security: "bearerAuth | *string*",
    },
    Docs {
        language: Language::Python,
        folders: ["models", "models", "models"],
        argument: "request | [models.PutPetRequest](../../models/putpetrequest.md)",
        request: ["pet_id | *str*", "dry_run | *Optional[bool]*", "pet | [models.Pet](../models/pet.md)"],
        envelope: &[],
        response: "[models.Pet](../../models/pet.md)",
        error: "models.NotFound",
        error_row: None,
        security: "bearer_auth | *Optional[str]*",
    },
    Docs {
        language: Language::Go,
        folders: ["models/components", "models/operations", "models/apierrors"],
        argument: "request | [operations.PutPetRequest](../../models/operations/putpetrequest.md)",
        request: ["PetID | `string`", "DryRun | `*bool`", "Pet | [components.Pet](../../models/components/pet.md)"],
        envelope: &[
            "ContentType | `string`",
            "StatusCode | `int`",
            "RawResponse | [*http.Response](https://pkg.go.dev/net/http#Response)",
            "Pet | [*components.Pet](../../models/components/pet.md)",
        ],
        response: "[*operations.PutPetResponse](../../models/operations/putpetresponse.md), error",
        error: "apierrors.NotFound",
        error_row: Some("HTTPMeta | [*http.Response](https://pkg.go.dev/net/http#Response)"),
        security: "BearerAuth | `*string`",
    },
    Docs {
        language: Language::Php,
        folders: ["Models/Components", "Models/Operations", "Models/Errors"],
        argument: r"$request | [Operations\PutPetRequest](../../Models/Operations/PutPetRequest.md)",
        request: ["petId | *string*", "dryRun | *?bool*", r"pet | [Components\Pet](../../Models/Components/Pet.md)"],
        envelope: &[
            "contentType | *string*",
            "statusCode | *int*",
            r"rawResponse | [\Psr\Http\Message\ResponseInterface](https://docs.example.com/psr-7/)",
            r"pet | [?Components\Pet](../../Models/Components/Pet.md)",
        ],
        response: r"[?Operations\PutPetResponse](../../Models/Operations/PutPetResponse.md)",
        error: r"Errors\NotFound",
        error_row: None,
        security: "bearerAuth | *?string*",
    },
    Docs {
        language: Language::Ruby,
        folders: ["models/components", "models/operations", "models/errors"],
        argument: "request | [Models::Operations::PutPetRequest](../../models/operations/putpetrequest.md)",
        request: [
            "pet_id | *::String*",
            "dry_run | *T.nilable(T::Boolean)*",
            "pet | [Models::Components::Pet](../../models/shared/pet.md)",
        ],
        envelope: &[
            "content_type | *::String*",
            "status_code | *::Integer*",
            "raw_response | [Faraday::Response](https://docs.example.com/Faraday/Response)",
            "pet | [T.nilable(Models::Components::Pet)](../../models/shared/pet.md)",
        ],
        response: "[T.nilable(Models::Operations::PutPetResponse)](../../models/operations/putpetresponse.md)",
        error: "Models::Errors::NotFound",
        error_row: Some("raw_response | [Faraday::Response](https://docs.example.com/Faraday/Response)"),
        security: "bearer_auth | *T.nilable(::String)*",
    },
];

/// A row whose name is required where its type shows no wrapper.
fn row(text: &str) -> String {
    let (name, ty) = text.split_once(" | ").expect("a name and a type");
    let optional = ["dry", "Dry"].iter().any(|start| name.starts_with(start));
    markdown::rows(&[&format!("{name}{} | {ty}", if optional { "" } else { "!" })])
}

impl Docs {
    fn page(&self, folder: usize, title: &str, rows: &[&str]) -> (String, String) {
        let keeps_case = matches!(self.language, Language::Java | Language::Csharp | Language::Php);
        let name = if keeps_case { title.to_owned() } else { title.to_lowercase() };
        let rows: String = rows.iter().map(|text| row(text)).collect();
        (format!("{}/{name}.md", self.folders[folder]), format!("# {title}\n\n{FIELDS}{rows}"))
    }

    fn files(&self) -> Vec<(String, String)> {
        let name = self.request[0].replace("petId", "name").replace("PetId", "Name").replace("PetID", "Name");
        let name = name.replace("pet_id", "name");
        let error_rows: Vec<&str> = [name.as_str()].into_iter().chain(self.error_row).collect();
        let mut files = vec![
            self.page(0, "Pet", &[&name]),
            self.page(0, "Security", &[self.security]),
            self.page(1, "PutPetRequest", &self.request),
            self.page(2, "NotFound", &error_rows),
        ];
        if !self.envelope.is_empty() {
            files.push(self.page(1, "PutPetResponse", self.envelope));
        }
        if self.language == Language::Csharp {
            let rows =
                ["Response | [HttpResponseMessage](https://docs.example.com/m)", "Request | *HttpRequestMessage*"];
            files.push(self.page(0, "HTTPMetadata", &rows));
        }
        files.push(("sdks/pets/README.md".to_owned(), self.group()));
        files
    }

    fn group(&self) -> String {
        let response = match self.response {
            text if text.starts_with('[') || text.starts_with("Promise") => text.to_owned(),
            text => format!("[{text}"),
        };
        format!(
            "# Pets\n\n## put\n\nPut a pet.\n\n### Example Usage\n\n{}```\ncall()\n```\n\n{PARAMETERS}{}\n\
             ### Response\n\n**{response}**\n\n\
             ### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n| {} | 404 | application/json |\n\
             | {} | 4XX, 5XX | \\*/\\* |\n",
            markdown::usage(self.language.name(), "putPet", "put /pets/{petId}"),
            row(self.argument),
            self.error,
            self.error.replace("NotFound", "SDKError"),
        )
    }
}

fn title(ty: &Type) -> String {
    match ty {
        Type::Named(id) => id.0.rsplit('/').next().unwrap_or_default().to_owned(),
        other => format!("{other:?}"),
    }
}

/// The operation and the types of the model, in short.
fn summary(model: &Model) -> Vec<String> {
    let [operation] = model.operations.as_slice() else { panic!("{} operations", model.operations.len()) };
    let place = |it: &tablature::model::Parameter| format!("{:?} {}", it.place.value, it.wire.value);
    let mut lines: Vec<String> = operation.parameters.iter().map(place).collect();
    lines.extend(operation.body.iter().map(|body| format!("body {}", title(&body.ty))));
    lines.extend(operation.success.iter().map(|body| format!("success {}", title(&body.ty))));
    lines.extend(operation.errors.iter().map(|it| format!("{} {}", it.status, title(&Type::Named(it.ty.clone())))));
    lines.extend(model.security.iter().map(|scheme| format!("{:?}", scheme.kind.value)));
    let mut titles: Vec<String> = model.types.keys().map(|id| title(&Type::Named(id.clone()))).collect();
    titles.sort();
    lines.push(titles.join(" "));
    lines
}

#[test]
fn one_operation_is_the_same_in_seven_languages() {
    for docs in ALL {
        let files = docs.files();
        let sources = Sources::from_memory(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let mut found = Diagnostics::default();
        let model = lower(&sources, &LowerOptions::default(), &mut found);
        assert!(!found.has_errors(), "{:?}: {:#?}", docs.language, found.list);
        let dry_run =
            if summary(&model).contains(&"Query dryRun".to_owned()) { "Query dryRun" } else { "Query dry_run" };
        let expected = ["Path petId", dry_run, "body Pet", "success Pet", "404 NotFound", "Bearer", "NotFound Pet"];
        assert_eq!(summary(&model), expected, "{:?}", docs.language);
        assert_nothing_lost(&sources, docs.language.name());
    }
}
