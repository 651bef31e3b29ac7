//! Examples of our own in all languages.

use super::{Credential, Outcome, UsageCode, read_usage_code};
use crate::dialect::Language;

fn read(language: Language, text: &str) -> UsageCode {
    read_usage_code(language, text)
}

const TYPESCRIPT: &str = "const pets = new Pets({\n  serverURL: \"https://x.example\",\n  appId: \"<id>\",\n  \
    security: {\n    bearerAuth: \"<YOUR_BEARER_TOKEN_HERE>\",\n  },\n});\n\nasync function run() {\n  \
    const result = await pets.beta.cats.list({\n    stream: true,\n  });\n\n  console.log(result);\n}\n";
const PYTHON: &str = "with Pets(\n    token=\"<YOUR_API_KEY_HERE>\",\n) as pets:\n\n    \
    pets.cats.feed(id=\"with pets.cats.x(\", stream=False)\n\n    # Use the SDK ...\n";
const GO: &str = "    s := pets.New(\n        pets.WithSecurity(pets.Pointer(\"<YOUR_BEARER_TOKEN_HERE>\")),\n        \
    pets.WithAppID(\"x\"),\n    )\n\n    res, err := s.Cats.Feed(ctx, \"s.Dogs.Feed(\")\n    if err != nil {\n    }\n    if res != nil {\n    }\n";
const JAVA: &str = "        Pets sdk = Pets.builder()\n                .security(Security.builder()\n                    \
    .username(\"\")\n                    .password(\"\")\n                    .build())\n                .appId(\"x\")\n            .build();\n\n        \
    FeedResponse res = sdk.cats().feed()\n                .request(req)\n                .call();\n\n        // handle response\n";
const CSHARP: &str = "var sdk = new Pets(bearerAuth: \"<YOUR_BEARER_TOKEN_HERE>\");\n\nvar res = await sdk.Cats.FeedAsync(req);\n\n// handle response\n";
const PHP: &str = "$sdk = Pets\\Pets::builder()->build();\n\n$requestSecurity = 'x';\n\n$responses = $sdk->cats->list(\n    \
    security: $requestSecurity,\n);\n\nforeach ($responses as $response) {\n    if ($response->statusCode === 200) {\n    }\n}\n";
const RUBY: &str = "Models = ::Pets::Models\ns = ::Pets::Client.new\nres = s.cats.feed(security: Models::X.new(\n  \
    auth: '<YOUR_BEARER_TOKEN_HERE>'\n))\n\nif res.status_code == 200\n  # it's fine\nend\n";

#[test]
fn the_method_is_what_the_client_is_called_with() {
    for (language, text, path) in [
        (Language::Typescript, TYPESCRIPT, "beta.cats.list"),
        (Language::Python, PYTHON, "cats.feed"),
        (Language::Go, GO, "Cats.Feed"),
        (Language::Java, JAVA, "cats.feed"),
        (Language::Csharp, CSHARP, "Cats.Feed"),
        (Language::Php, PHP, "cats.list"),
        (Language::Ruby, RUBY, "cats.feed"),
    ] {
        assert_eq!(read(language, text).path.join("."), path, "{language:?}");
    }
}

#[test]
fn credentials_are_those_of_the_client_or_of_the_call() {
    for (language, text, client, call) in [
        (Language::Typescript, TYPESCRIPT, Some(Credential::Bearer), None),
        (Language::Python, PYTHON, Some(Credential::ApiKey), None),
        (Language::Go, GO, Some(Credential::Bearer), None),
        (Language::Java, JAVA, Some(Credential::Basic), None),
        (Language::Csharp, CSHARP, Some(Credential::Bearer), None),
        (Language::Php, PHP, None, Some(Credential::Unknown)),
        (Language::Ruby, RUBY, None, Some(Credential::Bearer)),
    ] {
        let code = read(language, text);
        assert_eq!((code.client, code.call), (client, call), "{language:?}");
    }
    let sample = TYPESCRIPT.replace("<YOUR_BEARER_TOKEN_HERE>", "PETS_KEY");
    assert_eq!(read(Language::Typescript, &sample).client, Some(Credential::Unknown));
}

#[test]
fn the_members_of_a_security_object_are_named() {
    const MEMBERS: &[(Language, &str)] = &[
        (
            Language::Typescript,
            "const pets = new Pets({\n  security: {\n    key: process.env[\"A\"] ?? \"\",\n    secret: \"b\",\n  },\n});\nconst result = await pets.feed();\n",
        ),
        (
            Language::Python,
            "with Pets(\n    security=models.Security(\n        key=os.getenv(\"A\", \"\"),\n        secret=\"b\",\n    ),\n) as pets:\n    pets.feed()\n",
        ),
        (
            Language::Go,
            "s := pets.New(\n    pets.WithSecurity(components.Security{\n        key: pets.Pointer(\"a\"),\n        secret: \"b\",\n    }),\n)\nres, err := s.Feed(ctx)\n",
        ),
        (
            Language::Java,
            "Pets sdk = Pets.builder()\n    .security(Security.builder()\n        .key(System.getenv().getOrDefault(\"A\", \"\"))\n        .secret(\"b\")\n        .build())\n    .build();\nsdk.feed()\n    .call();\n",
        ),
        (
            Language::Csharp,
            "var sdk = new Pets(security: new Security() {\n    key = \"a\",\n    secret = \"b\",\n});\nvar res = await sdk.FeedAsync();\n",
        ),
        (
            Language::Php,
            "$sdk = Pets::builder()\n    ->setSecurity(\n        new Components\\Security(\n            key: 'a',\n            secret: 'b',\n        )\n    )\n    ->build();\n$response = $sdk->feed();\n",
        ),
        (
            Language::Ruby,
            "s = ::Pets::Client.new(\n  security: Models::Security.new(\n    key: 'a',\n    secret: 'b'\n  )\n)\nres = s.feed\n",
        ),
    ];
    for (language, text) in MEMBERS {
        assert_eq!(read(*language, text).client_credentials, ["key", "secret"], "{language:?}");
    }
    assert_eq!(read(Language::Java, JAVA).client_credentials, ["username", "password"]);
    assert_eq!(read(Language::Csharp, CSHARP).client_credentials, ["bearerAuth"]);
    assert_eq!(read(Language::Ruby, RUBY).call_credentials, ["auth"]);
}

#[test]
fn a_request_that_holds_a_token_passes_no_credential() {
    let code = read(Language::Python, "with Pets() as pets:\n    pets.tokens.revoke(token=\"<value>\")\n");
    assert_eq!((code.client, code.call), (None, None));
}

#[test]
fn other_arguments_of_the_client_are_kept() {
    for (language, text, names) in [
        (Language::Typescript, TYPESCRIPT, &["appId"][..]),
        (Language::Go, GO, &["AppID"]),
        (Language::Java, JAVA, &["appId"]),
        (Language::Php, PHP, &[]),
    ] {
        assert_eq!(read(language, text).client_arguments, names, "{language:?}");
    }
}

#[test]
fn what_is_done_with_the_result_tells_whether_there_is_a_body() {
    for (language, text, outcome) in [
        (Language::Typescript, TYPESCRIPT, Outcome::Body),
        (Language::Python, PYTHON, Outcome::NoBody),
        (Language::Go, GO, Outcome::NoBody),
        (Language::Java, JAVA, Outcome::NoBody),
        (Language::Csharp, CSHARP, Outcome::Unknown),
        (Language::Php, PHP, Outcome::Body),
        (Language::Ruby, RUBY, Outcome::NoBody),
    ] {
        assert_eq!(read(language, text).outcome, outcome, "{language:?}");
    }
    let silent = TYPESCRIPT.replace("console.log(result);", "");
    assert_eq!(read(Language::Typescript, &silent).outcome, Outcome::NoBody);
    let left_out = JAVA.replace("// handle response", "");
    assert_eq!(read(Language::Java, &left_out).outcome, Outcome::Unknown);
}

#[test]
fn pages_and_streams_are_seen() {
    assert!(read(Language::Php, PHP).paged && !read(Language::Php, PHP).streams);
    let events = TYPESCRIPT.replace("console.log(result);", "for await (const event of result) {}");
    assert!(read(Language::Typescript, &events).streams);
    assert_eq!(read(Language::Typescript, TYPESCRIPT).stream_flag, Some(true));
    assert_eq!(read(Language::Python, PYTHON).stream_flag, Some(false));
    assert_eq!(read(Language::Go, GO).stream_flag, None);
}

#[test]
fn any_text_is_some_code() {
    for language in Language::ALL {
        for text in [TYPESCRIPT, PYTHON, GO, JAVA, CSHARP, PHP, RUBY] {
            for (at, _) in text.char_indices() {
                read(language, &text[..at]);
                read(language, &format!("{}é\\{}", &text[..at], &text[at..]));
            }
        }
    }
}
