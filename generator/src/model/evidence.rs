//! What facts are read in or concluded by, as tables: kinds of text, and rules.
//!
//! The strengths of both are one scale, on which a page's own statement is 90 and an override 100.

macro_rules! evidence {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal $strength:literal,)+) => {
        /// What a fact was read in, other than a page of the leading docs tree.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Evidence { $($(#[doc = $doc])+ $name,)+ }

        impl Evidence {
            /// Every kind, the strongest first.
            pub const ALL: &[Evidence] = &[$(Evidence::$name,)+];

            /// As printed (`usage-code`).
            #[must_use]
            pub fn id(self) -> &'static str { match self { $(Evidence::$name => $id,)+ } }

            /// How far it is believed.
            #[must_use]
            pub fn strength(self) -> u8 { match self { $(Evidence::$name => $strength,)+ } }
        }
    };
}

evidence! {
    /// An annotation in the SDK's source, written by the SDK's generator.
    Annotation = "annotation" 80,
    /// The example code of an operation.
    UsageCode = "usage-code" 75,
    /// The README of the SDK.
    FrontPage = "front-page" 70,
    /// The docs of another SDK of the same API.
    OtherDocs = "other-docs" 65,
    /// Examples in the lockfile of the SDK's generator.
    Lockfile = "lockfile" 60,
    /// A description or an example on a page.
    Prose = "prose" 55,
}

macro_rules! rules {
    ($($name:ident = $id:literal $strength:ident $sentence:literal $settle:literal,)+) => {
        /// How the generator concludes what no text states.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule { $(#[doc = $sentence] $name,)+ }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &[Rule] = &[$(Rule::$name,)+];

            /// As printed (`place:default-query`).
            #[must_use]
            pub fn id(self) -> &'static str { match self { $(Rule::$name => $id,)+ } }

            /// What is concluded from what.
            #[must_use]
            pub fn sentence(self) -> &'static str { match self { $(Rule::$name => $sentence,)+ } }

            /// The table and key of `overrides.toml` or `tablature.toml` that settles the fact; empty where none does.
            #[must_use]
            pub fn settle(self) -> &'static str { match self { $(Rule::$name => $settle,)+ } }

            fn certainty(self) -> Certainty { match self { $(Rule::$name => Certainty::$strength,)+ } }
        }
    };
}

/// How far a rule's conclusion is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// There is evidence on the pages.
    Evident = 50,
    /// What the page shows is carried over unchanged.
    AsShown = 40,
    /// It follows from what the API does elsewhere.
    Likely = 30,
    /// Nothing is known.
    Guess = 10,
}

impl Rule {
    /// How far its conclusion is believed.
    #[must_use]
    pub fn strength(self) -> u8 {
        self.certainty() as u8
    }

    /// Whether it concludes without any evidence.
    #[must_use]
    pub fn is_guess(self) -> bool {
        self.certainty() == Certainty::Guess
    }

    /// Whether it concludes from evidence on the pages.
    #[must_use]
    pub fn is_evident(self) -> bool {
        self.certainty() == Certainty::Evident
    }
}

rules! {
    WireCaseExampleKeys = "wire-case:example-keys" Evident
        "JSON names are spelled as most keys in the Example cells are." "wire_case",
    WireCasePlaceholders = "wire-case:path-placeholders" Likely
        "JSON names are spelled as most placeholders of the URL paths are." "wire_case",
    WireCaseLanguage = "wire-case:language" Guess
        "JSON names are spelled as the SDK's language spells names." "wire_case",
    WireCaseDefaultCamel = "wire-case:default-camel" Guess
        "JSON names are in camel case, for the SDK's language shows none of the spellings that APIs have." "wire_case",
    WireCaseHeader = "wire-case:header" Likely
        "A header's name is the parameter's, in kebab case." "[[parameter]] wire",
    WireNameAsShown = "wire-name:as-shown" AsShown
        "The name travels as the page shows it." "[[field]] wire",
    WireNameCamel = "wire-name:camel" Likely
        "The name travels in camel case, as the API's names do." "[[field]] wire",
    WireNameSnake = "wire-name:snake" Likely
        "The name travels in snake case, as the API's names do." "[[field]] wire",
    WireNameKebab = "wire-name:kebab" Likely
        "The name travels in kebab case, as the API's names do." "[[field]] wire",
    WireNamePascal = "wire-name:pascal" Likely
        "The name travels in Pascal case, as the API's names do." "[[field]] wire",
    WireNameCapitals = "wire-name:capital-id" Evident
        "The name ends in `ID`, as placeholders of the URL paths do." "[[field]] wire",
    WireNameToStayApart = "wire-name:as-shown-to-stay-apart" Guess
        "Two fields would have one name, so one of them travels as the page shows it." "[[field]] wire",
    WireNameBracketFamily = "wire-name:bracket-family" Evident
        "The docs show parameters of this family with brackets." "[[parameter]] wire",
    WireNameOtherFamily = "wire-name:other-bracket-family" Guess
        "The docs show parameters of another family with brackets." "[[parameter]] wire",
    ConstantOnlyValue = "constant:only-value-of-enum" Likely
        "The field's type is an enum with one value." "[[field]] constant",
    SentConstant = "sent:constant" Evident
        "The field may be left out, and its page says that it has one value: it is sent. A flag is not, for it says something by being there." "",
    SentTag = "sent:tag" Evident
        "A union tells its members apart by the field, so it is sent." "",
    SentStreamFlag = "sent:stream-flag" Likely
        "The body's field `stream` has one value, and by it the operation is asked for the stream, or the lack of one, that it answers with." "",
    StyleObject = "style:object" Guess
        "An object in the query is written with a key in brackets for each of its fields." "[[parameter]] style",
    StyleList = "style:list" Guess
        "A list in the query is written as a parameter for each item." "[[parameter]] style",
    PlaceDefaultQuery = "place:default-query" Guess
        "What is neither in the path nor the body travels in the query." "[[parameter]] place",
    PlaceQueryType = "place:query-type" Evident
        "The SDK's generator named the argument's type after the query." "[[parameter]] place",
    PlaceHeaderName = "place:header-name" Likely
        "The name is that of a well-known header." "[[parameter]] place",
    PlaceGlobal = "place:global" Guess
        "What the client is made with, and sends with each call, travels in the query." "[[parameter]] place",
    PlaceAmbiguousName = "place:ambiguous-name" Guess
        "The name is that of a header, and some APIs take it in the query: it travels in the query." "[[parameter]] place",
    PlacePlaceholderEnding = "place:placeholder-ending" Likely
        "The only required argument whose name ends a placeholder's name fills it." "[[parameter]] place",
    PlacePlaceholderBeginning = "place:placeholder-beginning" Likely
        "The only required argument whose name begins with a placeholder's name fills it." "[[parameter]] place",
    BodyNamedAsType = "body:named-as-type" Likely
        "The argument that is called as its own type is the body." "[[parameter]] place",
    BodyBytes = "body:bytes" Likely
        "The only argument of bytes is the body: no parameter can be one." "[[parameter]] place",
    BodyLastArgument = "body:last-argument" Likely
        "The last argument is the body if it is an object." "[[parameter]] place",
    BodyRequestPage = "body:request-page" Guess
        "The page that is named after the operation is the body: its fields are of no request without a body." "[[parameter]] place",
    BodyListOfObjects = "body:list-of-objects" Likely
        "A request with a list of objects and no other body is the body itself." "[[parameter]] place",
    BodyPageWithFlag = "body:page-of-same-fields-and-flag" Likely
        "The body is the page whose fields are the arguments and the flag that asks for a stream or for none." "[[parameter]] place",
    BodyPageOfSameFields = "body:page-of-same-fields" Likely
        "The arguments are the body: a page has just their names for fields." "[[parameter]] place",
    BodyLeftoverArguments = "body:leftover-arguments" Guess
        "The arguments that are in neither path nor header are the fields of the body." "[[parameter]] place",
    MediaTwinSuffix = "media:twin-suffix" Evident
        "The operation's id ends in the kind of body that tells it from its twin." "[[operation]] media",
    MediaBytes = "media:bytes" Likely
        "The body is bytes, so it travels as they are." "[[operation]] media",
    MediaFilePage = "media:file-page" Evident
        "The body holds a file, so it is a multipart form." "[[operation]] media",
    MediaOauth2Endpoint = "media:oauth2-endpoint" Guess
        "OAuth 2.0 says that requests to this endpoint are forms, and the API spells names as OAuth does." "[[operation]] media",
    MediaDefaultJson = "media:default-json" Guess
        "The body is JSON." "[[operation]] media",
    MediaBareText = "media:bare-text" Likely
        "The body of a response is a bare text, so it is plain text." "[[operation]] success_media",
    MediaJsonLines = "media:json-lines" Likely
        "The body is a stream of JSON values, one on a line." "[[operation]] success_media",
    MediaFieldName = "media:field-name" Evident
        "The field's name spells status and media type." "[[operation]] success_media",
    SecurityFieldName = "security:field-name" Likely
        "The name of the credential suggests its kind." "[[security]] kind",
    SecurityKeyHeader = "security:key-header" Guess
        "The key travels in the header `X-API-Key`." "[[security]] header",
    SecurityDefaultBearer = "security:default-bearer" Guess
        "The credential is a bearer token." "[[security]] kind",
    AuthDefaultGlobal = "auth:default-global" Guess
        "The operation takes the API's credentials." "[[operation]] auth",
    DiscriminatorConstructorNames = "discriminator:constructor-names" Evident
        "The names of the union's constructors end in the values that tell its members apart." "[[union]] discriminator",
    DiscriminatorConstants = "discriminator:constants" Evident
        "All members have the property, and the values that they list for it do not overlap." "[[union]] discriminator",
    StreamFlag = "preset:stream" Likely
        "An operation whose answer is a stream of events asks for it by the field `stream`." "",
    PagingNames = "paging:names" Guess
        "An argument and a field of the response have names that tell how to ask for the next page." "",
    PathPlaceholderOnly = "path:placeholder-only" Likely
        "The path has the placeholder and no argument fills it: it is a required text." "",
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Rule};
    use std::collections::HashSet;

    #[test]
    fn ids_tell_all_apart() {
        let ids: Vec<_> = Rule::ALL.iter().map(|it| it.id()).chain(Evidence::ALL.iter().map(|it| it.id())).collect();
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    }

    #[test]
    fn evidence_is_stronger_than_any_rule_and_weaker_than_a_page() {
        assert!(Evidence::ALL.is_sorted_by_key(|it| std::cmp::Reverse(it.strength())));
        let weakest = Evidence::ALL.iter().map(|it| it.strength()).min();
        assert!(Rule::ALL.iter().all(|rule| Some(rule.strength()) < weakest));
        assert!(Evidence::ALL.iter().all(|it| it.strength() < super::super::fact::STATED));
    }
}
