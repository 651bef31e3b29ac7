//! The table of diagnostic codes: text, severity, title, explanation.
//!
//! In: nothing. Out: the kinds of findings. It must not know where they are found.

use super::{Severity, Weight};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal $severity:ident $title:literal $explanation:literal,)+) => {
        /// The kinds of findings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// As printed (`T0101`).
            #[must_use]
            pub fn text(self) -> &'static str { match self { $(Code::$name => $text,)+ } }

            /// How much it weighs.
            #[must_use]
            pub fn weight(self) -> Weight { match self { $(Code::$name => Weight::$severity,)+ } }

            /// Whether it stops a strict run.
            #[must_use]
            pub fn severity(self) -> Severity { self.weight().severity() }

            /// A few words.
            #[must_use]
            pub fn title(self) -> &'static str { match self { $(Code::$name => $title,)+ } }

            /// What it means and how to fix it.
            #[must_use]
            pub fn explanation(self) -> &'static str { match self { $(Code::$name => $explanation,)+ } }
        }
    };
}

codes! {
    /// A file is not UTF-8.
    NotUtf8 = "T0001" Flaw "a page is not UTF-8"
        "Pages are read as UTF-8 text. Convert the file, for example with iconv, and run again.",
    /// A link, which may lead out of the docs folder, or what is no regular file.
    OutsideDocs = "T0002" Warning "a symbolic link or a special file was not read"
        "Tablature never reads outside the docs folder, nor what is no regular file. Copy the page into the folder.",
    /// A page of more bytes than any page has.
    TooLarge = "T0003" Error "a page is too large to be read"
        "Pages of more than 16 MB are not read: no API has any, and memory would not suffice for what they may hold. Split the page, or move the file out of the docs folder.",
    /// A file of the SDK's source cannot be read.
    SourceUnread = "T0004" Warning "a file of the SDK's source was not read"
        "The source of the SDK beside the docs states facts that pages leave open. This file is too large or cannot be read, so what it states is not known. `--source none` reads no source.",
    /// What seems to be the source of the SDK lies beside the docs.
    SourceBeside = "T0005" Warning "source beside the docs was not read"
        "The folder that holds the docs has the manifest of a package in a language of SDKs, but no folder `.speakeasy`, by which the source of an SDK is known. If it is the SDK, name the folder: its source states names, places and media types that pages leave open. `--source none` says that it is not.",
    /// A page has no title.
    NoTitle = "T0101" Flaw "a page has no title"
        "Every page opens with one `# Title`, or states it as a text in its front matter: the type's name, or the group's. Add it as the first line.",
    /// A page has none of the known shapes.
    UnknownPage = "T0102" Warning "a page has no section that is understood"
        "A model page holds `## Fields`, `## Values` or `## Supported Types`. Fix the heading, or move a page that is no type out of the models folder.",
    /// A table row has too few or too many cells.
    BrokenTable = "T0103" Flaw "a table is broken"
        "A section needs its table: a header row, a delimiter row, and as many cells in each row as in the header. Look for an unescaped `|` (write `\\|`) or a missing delimiter row.",
    /// A needed column is missing.
    MissingColumn = "T0104" Flaw "a table lacks a column"
        "Columns are matched by their header text. A Fields table has Field, Type, Required and Description; a Values table has Name and Value.",
    /// A Required cell is neither a check mark nor a minus sign.
    UnknownMark = "T0105" Flaw "a Required cell is not understood"
        "Write `:heavy_check_mark:` for a required field, `:heavy_minus_sign:` for an optional one.",
    /// A name cell is not one code span.
    BadName = "T0106" Flaw "a name cell is not understood"
        "A name is one code span, struck through when it is deprecated: `name` or ~~`name`~~. Look for a missing backtick.",
    /// Two rows have one name.
    Duplicate = "T0107" Flaw "a name stands twice"
        "Each field and each value stands once in its table. Remove one of the rows.",
    /// Section without the rows that it needs.
    EmptyValues = "T0108" Flaw "an enum page lists no value"
        "An enum needs at least one value. Add the rows, or remove the page.",
    /// A page that others link to has none of the known shapes.
    UnknownType = "T0109" Link "the page of a type is not understood"
        "Other pages link to this page as to a type, whose values are any JSON value. A model page holds `## Fields`, `## Values` or `## Supported Types`: fix its heading. With `dangling = \"any\"` this is a warning.",
    /// Text in front of the title.
    AboveTitle = "T0110" Warning "text stands above a title"
        "A page opens with its `# Title`. What stands above it is left out: look for the marker of a merge that was not finished.",
    /// A heading that is not known, above a table that is.
    OddHeading = "T0111" Flaw "a heading is not understood"
        "The section holds a table with the columns of another section, and is read as that one. Fix its heading.",
    /// A row that is not read.
    UnreadRow = "T0112" Flaw "a row is not read"
        "The line looks like a row of a table, but no table that is read holds it. Markdown ends a table at a heading, a comment or a fence; of a section, tables with the first one's header are read, and lines behind them with as many cells as it has columns; and a page lists fields or values, not both. Fix what stands above the row.",
    /// A column that is not known, and is left out.
    UnreadColumn = "T0113" Warning "a column is not read"
        "A Fields table has Field, Type, Required, Description and Example; a Values table has Name and Value. What another column says is not in the output: move it into one of these.",
    /// A type cell does not parse.
    BadType = "T0201" Flaw "a type cell is not understood"
        "The cell is not a type expression: look for an unclosed bracket, star or backtick. Values of such a type are any JSON value.",
    /// A type word is not of the language.
    UnknownWord = "T0202" Flaw "a type word is unknown"
        "The word is neither of the SDK language's vocabulary nor the name of a page. Values of such a type are any JSON value. Check the spelling, or set `language` in tablature.toml.",
    /// A link leads nowhere.
    DanglingLink = "T0203" Link "a link leads to no page"
        "The linked page is not in the docs folder. Where the text of the link names a page, that page is taken; else values of such a type are any JSON value. Add the page, or correct the link. In a docs tree that the vendor shipped so, `dangling = \"any\"` makes this a warning.",
    /// A type word was understood by its name.
    GuessedWord = "T0205" Warning "a type word is understood by its name"
        "The word is neither of the SDK language's vocabulary nor the name of a page. Its name is that of such words elsewhere (`…List`, `…Map`, `Nilable`), and is taken for what it is.",
    /// A dangling link was read as any JSON value.
    DanglingAny = "T0204" Warning "a member of a union has no page"
        "The docs name a member of a union by a tag to which no page belongs. Its values are kept as JSON.",
    /// An operation section has no usage comment.
    NoSnippet = "T0301" Warning "an operation has no method and path"
        "The `<!-- UsageSnippet … -->` comment of an operation gives its id, method and path. Docs of older SDK generators have none. Without it the endpoint cannot be written; types are.",
    /// A path placeholder has no parameter.
    NoPathParameter = "T0302" Flaw "a path placeholder has no parameter"
        "Each `{placeholder}` of the path needs a row in the Parameters table or a field of the request page. Without one it is a required text, since the path cannot be sent without it. Add the row, or fix its name.",
    /// A parameter row or section that is not understood.
    OddOperation = "T0303" Warning "a part of an operation is not understood"
        "The part is left out of the endpoint. Set it in overrides.toml if it matters.",
    /// An error row names no page.
    UnknownError = "T0304" Warning "an error type has no page"
        "The error's body is kept as raw bytes. Add the page of the type.",
    /// A request page that may be the body.
    DoubtfulPage = "T0305" Warning "a request page may be the body"
        "A page that is named after its operation may hold the parameters or be the body. Where the docs name no body `…RequestBody`, and requests without a body have no such fields, it is taken for the body. Else the fields of the page are taken for query parameters, though the request may have a body, and requests without one have no such parameters. If the page is the body, give it another name than the operation's id and `Request`, and link to it.",
    /// Members of a union that cannot be told apart.
    Overlap = "T0401" Warning "members of a union overlap"
        "Nothing in the docs tells these members apart. Of a value that has their required fields, the member is taken that knows most of the value's keys; of members that know as many, the first on the page. No field is lost: what the member does not know is kept beside its fields. If the service sends a field whose value tells the members apart, name it: `[[union]]` in overrides.toml, with `discriminator`, and with `mapping` where the members' pages do not say which value is theirs.",
    /// Two sources disagree.
    Contradiction = "T0402" Warning "two sources disagree"
        "Of two docs trees the first is followed, else the stronger source: a page, an annotation in the SDK's source, usage code, the front page, then other docs. The message names both places. Settle the fact in overrides.toml.",
    /// The language could not be told.
    UnknownLanguage = "T0501" Flaw "the SDK language cannot be told"
        "Neither a UsageSnippet comment, nor an example, nor the type words say which SDK language the docs are of: the language that fits best is taken. Pass `--language`, or set `language` in tablature.toml.",
    /// An override that matches nothing.
    UnusedOverride = "T0502" Error "an override matches nothing"
        "The line of overrides.toml (or the rule of tablature.toml) fits no type, field, parameter or operation. Remove it, or fix its pattern: such lines go stale in silence otherwise.",
    /// Configuration that does not parse.
    BadConfig = "T0503" Error "the configuration is not understood"
        "See the guide (docs/guide) for the keys of tablature.toml and overrides.toml.",
    /// The docs folder holds no page.
    NoPages = "T0504" Error "the docs folder holds no page"
        "Point `docs` at the folder that holds models/ and sdks/.",
    /// A page of an SDK that holds nothing to write.
    EmptyPage = "T0507" Flaw "a page gives neither a type nor an endpoint"
        "The page is that of an SDK, but holds neither a type nor an operation with a usage comment: the crate is empty. Point `docs` at the whole folder, which holds models/ and sdks/.",
    /// Pages lie deeper or higher than the folder that is given.
    OddFolder = "T0506" Warning "the docs folder is probably another one"
        "The docs folder is the one that holds models/ and sdks/. What lies above it is not read as docs, and a part of it lacks the rest.",
    /// The crate's own manifest lacks a dependency or a feature.
    BadManifest = "T0505" Warning "the crate's Cargo.toml lacks something"
        "`generate` writes a Cargo.toml only where there is none. The one that is there lacks a dependency or a feature that the generated files use, or has a dependency in another version: the help shows what to write. Dependencies of a workspace are looked up in its Cargo.toml.",
    /// A generated file that someone changed.
    EditedFile = "T0601" Warning "a generated file was edited by hand"
        "The crate's `tablature.lock` lists what was written, with a hash of each file. This one has another text now, so it is kept as it is, and is not what the pages give. Facts that the pages lack go into overrides.toml, code of your own into files of your own. `generate --force` overwrites the file.",
    /// A file of someone else where generated ones belong.
    ForeignFile = "T0602" Warning "a file that is not generated lies where generated ones belong"
        "The crate's `tablature.lock` does not list the file, so it is someone's own, and is kept. Move it. If it stands in the place of a generated file, `generate --force` overwrites it.",
    /// Rows that are neither in the model nor left out for a reason.
    LostRows = "T0603" Warning "rows of the pages are lost"
        "Each row of a page is in the model, or left out for a reason that `survey` names. Some are neither, which is a defect of the generator if no page has an error. `survey` exits with 1.",
    /// A list of generated files that is older than they are.
    StaleList = "T0604" Warning "the list of generated files is not current"
        "The crate is what its pages give, but `tablature.lock` holds other hashes, as after a merge. Run `tablature generate` before the pages change: a file whose hash is not listed is taken for edited by hand.",
    /// Facts of source that no page has a use for.
    StaleFacts = "T0605" Warning "the file of facts is not current"
        "The file that `facts` names holds what the SDK's source states of the pages, for runs without the source. Some of it is of classes or operations that the pages no longer have, or the source states other facts now. `tablature generate --source DIR`, with the folder of the SDK, writes the file anew.",
    /// The kind of a credential is a guess.
    GuessedCredential = "T0701" Warning "the kind of a credential is a guess"
        "Neither the front page nor the examples say what kind of credential it is. A wrong one makes every call fail. Set it in overrides.toml.",
    /// Where a key travels is a guess.
    GuessedKey = "T0702" Warning "the header of a key is unknown"
        "The front page says that the credential is a key, but not where it travels. `X-API-Key` stands in the examples; set the header in overrides.toml.",
    /// Where a parameter travels is a guess.
    GuessedPlace = "T0703" Warning "the place of parameters is a guess"
        "Docs tell neither query nor headers. What is neither in the path nor the body is sent in the query, which is right nearly always. Set those that are headers in overrides.toml; patterns such as `operation = \"*\"` settle many at once.",
    /// A name on the wire is a guess.
    GuessedName = "T0704" Warning "names on the wire are a guess"
        "SDKs rename fields to the manner of their language. Nothing on the pages shows how the API spells them, or what it shows is too little. Compare one response of the API with the name that is printed.",
    /// A media type is a guess.
    GuessedMedia = "T0705" Warning "the media type of a body is a guess"
        "The docs do not say how the body travels. Set it in overrides.toml: `media` for a request, `success_media` for a response.",
    /// No base URL is known.
    NoServer = "T0706" Warning "no base URL is known"
        "An SDK's front page (README.md in the docs folder or beside it) lists the servers. Without it, or where it names none, calls need a base URL; so they do where it does not say what a variable of the URL is. Set it in overrides.toml.",
    /// A part of the front page without what it should hold.
    OddFrontPage = "T0707" Warning "a part of the front page is not understood"
        "The part between the comments holds no table of servers or credentials as SDKs have them, and no example of a URL. Look for a broken table, or for another header than Server, or Name, Type and Scheme.",
    /// How lists or objects are written in the query is a guess.
    GuessedStyle = "T0708" Warning "how lists or objects are written in the query is a guess"
        "Docs rarely say it. Lists are sent as a parameter for each item, and objects with their keys in brackets, as nine of ten such parameters are; other APIs want items joined with commas, or a parameter for each key, and ignore what comes otherwise. Set `style` in overrides.toml.",
}
