//! A small docs tree, and the command line run on it.
//!
//! In: nothing. Out: pages in memory or in a temporary folder, and what a run printed.

use camino::{Utf8Path, Utf8PathBuf};
use tablature::cli::{Streams, run};
use tempfile::TempDir;

/// Pages of an API with one operation, a struct, an enum and an error.
pub const PAGES: &[(&str, &str)] = &[
    ("models/components/Pet.md", PET),
    ("models/components/Color.md", COLOR),
    ("models/errors/NotFound.md", NOT_FOUND),
    ("models/operations/GetPetResponse.md", RESPONSE),
    ("sdks/pets/README.md", PETS),
    ("README.md", FRONT_PAGE),
];

pub const FRONT_PAGE: &str = "# Pets

<!-- Start Servers [server] -->
| # | Server |
| --- | --- |
| 0 | `https://pets.example` |
<!-- End Servers [server] -->
";

pub const PET: &str = "# Pet

An animal of the household.


## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `name` | *String* | :heavy_check_mark: | What it is called. |
| `age` | *Optional\\<Integer>* | :heavy_minus_sign: | Its age in years. |
| `color` | [Optional\\<Color>](../../models/components/Color.md) | :heavy_minus_sign: | Its color. |
";

pub const COLOR: &str = "# Color


## Values

| Name | Value |
| --- | --- |
| `RED_BROWN` | red-brown |
| `GREY` | grey |
";

pub const NOT_FOUND: &str = "# NotFound


## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `message` | *Optional\\<String>* | :heavy_minus_sign: | Why there is none. |
";

pub const RESPONSE: &str = "# GetPetResponse


## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `contentType` | *String* | :heavy_check_mark: | HTTP response content type for this operation |
| `statusCode` | *int* | :heavy_check_mark: | HTTP response status code for this operation |
| `rawResponse` | [HttpResponse\\<InputStream>](https://docs.oracle.com/en/java/) | :heavy_check_mark: | Raw HTTP response |
| `pet` | [Optional\\<Pet>](../../models/components/Pet.md) | :heavy_minus_sign: | The pet. |
";

pub const PETS: &str = "# Pets
(*pets()*)

### Available Operations

* [get](#get) - Look up a pet

## get

Look up a pet.

### Example Usage

<!-- UsageSnippet language=\"java\" operationID=\"get_pet\" method=\"get\" path=\"/pets/{petId}\" -->
```java
GetPetResponse response = sdk.pets().get().petId(\"7\").call();
```

### Parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| `petId` | *String* | :heavy_check_mark: | Which pet. |

### Response

**[GetPetResponse](../../models/operations/GetPetResponse.md)**

### Errors

| Error Type | Status Code | Content Type |
| --- | --- | --- |
| models/errors/NotFound | 404 | application/json |
| models/errors/APIException | 4XX, 5XX | \\*/\\* |
";

/// What a run of the command line left.
pub struct Ran {
    pub status: u8,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the command line in this process.
pub fn tablature(args: &[&str]) -> Ran {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let streams = Streams { stdout: &mut stdout, stderr: &mut stderr, is_terminal: false, takes_color: false };
    let status = run([&["tablature"], args].concat(), streams);
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { status, stdout: text(stdout), stderr: text(stderr) }
}

/// A temporary folder with a docs tree in `docs` and a place for a crate in `out`.
pub struct Fixture {
    root: TempDir,
}

impl Fixture {
    /// No page.
    pub fn empty() -> Self {
        Self { root: TempDir::new().expect("a temporary folder") }
    }

    /// The small API.
    pub fn new() -> Self {
        let fixture = Self::empty();
        PAGES.iter().for_each(|(path, text)| fixture.write(&format!("docs/{path}"), text));
        fixture
    }

    pub fn path(&self, inside: &str) -> Utf8PathBuf {
        Utf8Path::from_path(self.root.path()).expect("a UTF-8 path").join(inside)
    }

    pub fn write(&self, inside: &str, text: &str) {
        let path = self.path(inside);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, text).expect("a file");
    }

    pub fn read(&self, inside: &str) -> String {
        std::fs::read_to_string(self.path(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"))
    }

    pub fn remove(&self, inside: &str) {
        std::fs::remove_file(self.path(inside)).expect("a file to remove");
    }

    /// Runs a command on this folder's docs and crate.
    pub fn run(&self, command: &[&str]) -> Ran {
        let (docs, out) = (self.path("docs"), self.path("out"));
        let place: &[&str] = if command[0] == "export" { &[] } else { &["--out", out.as_str()] };
        tablature(&[command, &["--docs", docs.as_str(), "--name", "pet-api"], place].concat())
    }

    /// What the docs hold, as JSON.
    pub fn survey(&self) -> Ran {
        tablature(&["survey", "--docs", self.path("docs").as_str(), "--format", "json"])
    }

    /// Writes the crate, which must succeed.
    pub fn generate(&self) {
        let ran = self.run(&["generate"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
    }
}
