//! Go: pointers, code and emphasis, maps beside links, constructors that name a member's tag.

use super::fixture::{FIELDS, Layout};
use tablature::dialect::Language;

const GO: Layout = Layout { language: Language::Go, folder: "models/components", module: "components" };

#[test]
fn cells() {
    GO.cells(&[
        ('+', "`string`", "string required"),
        ('-', "`*string`", "string optional"),
        ('+', "`*string`", "string nullable"),
        ('+', "`int`", "int32 required"),
        ('-', "`*int64`", "int64 optional"),
        ('-', "`*float64`", "float64 optional"),
        ('-', "`*float32`", "float32 optional"),
        ('+', "`bool`", "boolean required"),
        ('+', "`any`", "any required"),
        ('-', "`io.ReadCloser`", "bytes optional"),
        ('-', "`[]byte`", "bytes optional"),
        ('-', "*[]byte*", "bytes optional"),
        ('-', "*[]*string*", "array(nullable(string)) optional"),
        ('+', "[time.Time](https://pkg.go.dev/time#Time)", "date-time required"),
        ('-', "[*time.Time](https://pkg.go.dev/time#Time)", "date-time optional"),
        ('-', "[*types.Date](https://pkg.go.dev/example/types#Date)", "date optional"),
        ('+', "[*big.Int](https://pkg.go.dev/math/big#Int)", "decimal null-unstated"),
        ('-', "[*decimal.Big](https://pkg.go.dev/github.com/ericlagergren/decimal#Big)", "decimal optional"),
        ('+', "[]`string`", "array(string) null-unstated"),
        ('-', "[]`*string`", "array(nullable(string)) optional"),
        ('-', "[][]`string`", "array(array(string)) optional"),
        ('-', "[][components.Pet](../../models/components/pet.md)", "array(Pet) optional"),
        ('-', "map[string]`any`", "map(any) optional"),
        ('-', "map[string][]`string`", "map(array(string)) optional"),
        ('-', "map[string][components.Pet](../../models/components/pet.md)", "map(Pet) optional"),
        ('-', "map[string][*components.Pet](../../models/components/pet.md)", "map(nullable(Pet)) optional"),
        ('-', "map[string]map[string]`any`", "map(map(any)) optional"),
        ('+', "[components.Pet](../../models/components/pet.md)", "Pet required"),
        ('-', "[*components.Pet](../../models/components/pet.md)", "Pet optional"),
        (
            '-',
            "optionalnullable.OptionalNullable[[components.Pet](../../models/components/pet.md)]",
            "Pet optional-nullable",
        ),
        ('-', "optionalnullable.OptionalNullable[[]`string`]", "array(string) optional-nullable"),
        ('+', "[*http.Response](https://pkg.go.dev/net/http#Response)", "nothing of the API"),
    ]);
}

#[test]
fn cells_of_older_versions() {
    GO.cells(&[
        ('+', "*string*", "string required"),
        ('-', "**string*", "string optional"),
        ('-', "**int64*", "int64 optional"),
        ('+', "*interface{}*", "any required"),
        ('-', "map[string]*interface{}*", "map(any) optional"),
        ('-', "[]*string*", "array(string) optional"),
        ('-', "*io.ReadCloser*", "bytes optional"),
    ]);
}

#[test]
fn enums() {
    let page = |comment: &str, values: &str| {
        format!(
            "## Example Usage\n\n```go\n{comment}value := components.SizeBig\n```\n\n## Values\n\n| Name | Value |\n| - | - |\n{values}"
        )
    };
    let open = "// Open enum: custom values can be created with a direct type cast\ncustom := components.Size(\"custom_value\")\n";
    GO.pages(&[
        ("Size", &page("", "| `SizeBig` | big |\n"), r#"closed strings ["big"]"#),
        ("Opened", &page(open, "| `OpenedBig` | big |\n"), r#"open strings ["big"]"#),
        ("Status", &page(open, "| `StatusThreeHundred` | 300 |\n"), "open integers [300]"),
        (
            "Older",
            "## Values\n\n| Name | Value |\n| - | - |\n| `OlderA` | TLSv1.2 |\n",
            r#"unstated strings ["TLSv1.2"]"#,
        ),
    ]);
}

#[test]
fn unions() {
    let member = |union: &str, heading: &str, suffix: &str, ty: &str| {
        format!("### {heading}\n\n```go\nthing := components.Create{union}{suffix}({ty}{{/* values here */}})\n```\n\n")
    };
    let discrimination = "## Union Discrimination\n\nUse the `Type` field.\n\n```go\nswitch thing.Type {\n}\n```\n";
    let plain = member("Plain", "", "Str", "string")
        + &member("Plain", "", "ArrayOfPet", "[]components.Pet")
        + &member("Plain", "", "MapOfAny", "map[string]any")
        + &member("Plain", "Pet", "Pet", "components.Pet");
    let tagged =
        member("Tagged", "Aws", "Amazon", "components.Aws") + &member("Tagged", "Gcp", "Google", "components.Gcp");
    let kind = |title: &str| {
        format!(
            "{FIELDS}| `Name` | `string` | :heavy_check_mark: | N/A |\n| `Provider` | [components.{title}Kind](../../models/components/{}kind.md) | :heavy_check_mark: | N/A |\n",
            title.to_lowercase()
        )
    };
    let value = |value: &str| format!("## Values\n\n| Name | Value |\n| - | - |\n| `It` | {value} |\n");
    GO.pages(&[
        (
            "Plain",
            &format!("## Supported Types\n\n{plain}{discrimination}"),
            "union [string, array(Pet), map(any), Pet]",
        ),
        (
            "Tagged",
            &format!("## Supported Types\n\n{tagged}{discrimination}"),
            "union [Aws, Gcp] by provider (amazon=0, google=1)",
        ),
        ("Aws", &kind("Aws"), r#"struct {name: string required, provider: AwsKind required = "amazon"}"#),
        ("AwsKind", &value("amazon"), r#"unstated strings ["amazon"]"#),
        ("Gcp", &kind("Gcp"), r#"struct {name: string required, provider: GcpKind required = "google"}"#),
        ("GcpKind", &value("google"), r#"unstated strings ["google"]"#),
    ]);
}

#[test]
fn a_tag_without_a_list_of_values_is_the_constructors() {
    let member = |suffix: &str, ty: &str| {
        format!(
            "### {ty}\n\n```go\nthing := components.CreateTagged{suffix}(components.{ty}{{/* values here */}})\n```\n\n"
        )
    };
    let fields = format!("{FIELDS}| `Type` | `string` | :heavy_check_mark: | N/A |\n");
    GO.pages(&[
        (
            "Tagged",
            &format!("## Supported Types\n\n{}{}", member("OAuthFlow", "Flow"), member("APIKey", "Keyed")),
            "union [Flow, Keyed] by type (o_auth_flow=0, o-auth-flow=0, api_key=1, api-key=1)",
        ),
        ("Flow", &fields, "struct {type: string required}"),
        ("Keyed", &fields, "struct {type: string required}"),
    ]);
}

#[test]
fn a_member_with_two_constructors_has_two_tags() {
    let member = |suffix: &str, ty: &str| {
        format!(
            "### {ty}\n\n```go\nthing := components.CreateChart{suffix}(components.{ty}{{/* values here */}})\n```\n\n"
        )
    };
    let kind = |name: &str| {
        format!(
            "{FIELDS}| `Kind` | [components.{name}](../../models/components/{}.md) | :heavy_check_mark: | N/A |\n",
            name.to_lowercase()
        )
    };
    let values = |rows: &str| format!("## Values\n\n| Name | Value |\n| - | - |\n{rows}");
    let bars = values("| `Wide` | wide |\n| `High` | high-bar |\n");
    let text = member("Wide", "Bar") + &member("HighBar", "Bar") + &member("Round", "Pie");
    GO.pages(&[
        ("Chart", &format!("## Supported Types\n\n{text}"), "union [Bar, Pie] by kind (wide=0, high-bar=0, round=1)"),
        ("Bar", &kind("BarKind"), "struct {kind: BarKind required}"),
        ("BarKind", &bars, r#"unstated strings ["wide", "high-bar"]"#),
        ("Pie", &kind("PieKind"), r#"struct {kind: PieKind required = "round"}"#),
        ("PieKind", &values("| `Round` | round |\n"), r#"unstated strings ["round"]"#),
    ]);
}

#[test]
fn tags_that_are_constants_are_shown_as_text() {
    let member = |suffix: &str, ty: &str| {
        format!(
            "### {ty}\n\n```go\nthing := components.CreateVault{suffix}(components.{ty}{{/* values here */}})\n```\n\n"
        )
    };
    let fields = |name: &str| {
        format!(
            "{FIELDS}| `Name` | `string` | :heavy_check_mark: | Its name. |\n| `{name}` | `string` | :heavy_check_mark: | N/A |\n"
        )
    };
    let said = "| `Name` | `string` | :heavy_check_mark: | Its name. |\n| `VaultType` | `string` | :heavy_check_mark: | The type. |\n";
    let said = format!("{FIELDS}{said}");
    GO.pages(&[
        (
            "Vault",
            &format!("## Supported Types\n\n{}{}", member("Cert", "First"), member("Token", "Second")),
            "union [First, Second] by authMethod (cert=0, token=1)",
        ),
        ("First", &fields("AuthMethod"), "struct {name: string required, authMethod: string required}"),
        ("Second", &fields("AuthMethod"), "struct {name: string required, authMethod: string required}"),
    ]);
    GO.pages(&[
        (
            "Vault",
            &format!("## Supported Types\n\n{}{}", member("Cert", "First"), member("Token", "Second")),
            "union [First, Second] by vaultType (cert=0, token=1)",
        ),
        ("First", &said, "struct {name: string required, vaultType: string required}"),
        ("Second", &said, "struct {name: string required, vaultType: string required}"),
    ]);
}

#[test]
fn initialisms_are_words() {
    let row = |name: &str| format!("| `{name}` | `string` | :heavy_check_mark: | N/A |\n");
    let rows: String = ["ClientIDAlias", "APIID", "TLSClientAuthSanDNS", "JwksURI", "CacheSizeKB"].map(row).concat();
    let expected = "struct {clientIdAlias: string required, apiId: string required, tlsClientAuthSanDns: string required, \
        jwksUri: string required, cacheSizeKB: string required}";
    GO.pages(&[("Names", &format!("{FIELDS}{rows}"), expected)]);
}

#[test]
fn pages_of_the_sdk_are_no_types() {
    let rows = "| `Response` | [*http.Response](https://pkg.go.dev/net/http#Response) | :heavy_check_mark: | N/A |\n";
    let options = "## Global Options\n\n### WithServerURL\n\nOverrides the server.\n";
    GO.pages(&[("HTTPMetadata", &format!("{FIELDS}{rows}"), "no type"), ("Options", options, "no type")]);
}
