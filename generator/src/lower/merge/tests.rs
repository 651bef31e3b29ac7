//! Whatever either of two docs trees states is in the model that they are merged to.
//!
//! In: two models that state any part of the same facts. Out: nothing. The models are written without `..`: who adds a field to the
//! model says here what a tree may leave out of it.

use super::merge;
use crate::{
    dialect::{Dialect, Language},
    lower::{LowerOptions, tree::Tree},
    model::{
        About, Auth, Basis, Body, Counts, Deprecation, Derives, Discriminator, Enum, EnumValue, ErrorBody, ErrorStatus,
        Evidence, Fact, Field, Key, KeyPlace, Literal, Media, Member, Model, Openness, Operation, PageInput, PageKind,
        Paging, Parameter, Place, Presence, Preset, Role, Rule, SchemeKind, SecurityScheme, Server, ServerVariable,
        Shape, Source, Struct, Style, SuccessBody, Type, TypeDef, TypeId, Union, Usage,
    },
    source::{Diagnostics, Sources},
};
use indexmap::IndexMap;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// How many facts a tree may state.
const FACTS: usize = 80;

/// Which facts a tree states, asked in one order for every tree.
struct Says(std::vec::IntoIter<bool>);

impl Says {
    fn next(&mut self) -> bool {
        self.0.next().expect("a choice for each fact: see FACTS")
    }

    fn some<T>(&mut self, value: T) -> Option<T> {
        self.next().then_some(value)
    }

    fn text(&mut self, text: &str) -> Option<String> {
        self.some(text.to_owned())
    }

    fn fact<T>(&mut self, value: T) -> Option<Fact<T>> {
        self.some(Fact::stated(value))
    }

    fn list<T>(&mut self, value: T) -> Vec<T> {
        self.some(value).into_iter().collect()
    }

    /// What a page states, or else what is assumed.
    fn or_assumed<T>(&mut self, stated: T, assumed: T, rule: Rule) -> Fact<T> {
        if self.next() { Fact::stated(stated) } else { Fact::assumed(assumed, rule) }
    }

    fn ty(&mut self, ty: Type) -> Type {
        if self.next() { ty } else { Type::Any }
    }

    fn deprecation(&mut self) -> Option<Deprecation> {
        self.some(Deprecation { note: None })
    }

    fn model(&mut self) -> Model {
        let types = [self.pet(), self.kind(), self.animal(), self.fault()];
        Model {
            name: String::new(),
            wire_case: None,
            types: types.into_iter().collect(),
            operations: vec![self.operation()],
            security: self.schemes(),
            about: About {
                title: self.fact("Pets".to_owned()),
                summary: self.fact("All of them.".to_owned()),
                link: self.fact("https://pets.test".to_owned()),
            },
            servers: self.servers(),
            left_out: Counts::default(),
            taken: Vec::new(),
            languages: Vec::new(),
            pages: Counts::default(),
            rows: IndexMap::default(),
            refused: Vec::new(),
        }
    }

    fn definition(&mut self, id: &str, shape: Shape) -> (TypeId, TypeDef) {
        let id = TypeId::new(id);
        let def = TypeDef {
            rust: String::new(),
            module: id.module().to_owned(),
            source: Source::default(),
            docs: self.text("It is."),
            deprecated: self.deprecation(),
            role: Role::Schema,
            usage: Usage::default(),
            shape,
            derives: Derives::default(),
            replaced: None,
        };
        (id, def)
    }

    fn pet(&mut self) -> (TypeId, TypeDef) {
        let field = Field {
            doc_name: "kindOf".to_owned(),
            wire: self.or_assumed("kind-of".to_owned(), "kind_of".to_owned(), Rule::WireNameSnake),
            rust: String::new(),
            ty: self.ty(Type::Named(TypeId::new("components/Kind"))),
            presence: Fact::stated(Presence::Required),
            constant: self.fact(Literal::String("cat".to_owned())),
            docs: self.text("Which."),
            example: self.text("cat"),
            deprecated: self.deprecation(),
            sent_unasked: None,
            boxed: false,
            secret: self.next(),
            line: 1,
        };
        let shape = Struct { fields: vec![field], additional: self.some(Type::String) };
        self.definition("components/Pet", Shape::Struct(shape))
    }

    fn kind(&mut self) -> (TypeId, TypeDef) {
        let wire = Literal::String("cat".to_owned());
        let values = vec![EnumValue { wire, doc_name: Some("CAT".to_owned()), rust: String::new() }];
        let openness = if self.next() { Openness::Open } else { Openness::Unstated };
        self.definition("components/Kind", Shape::Enum(Enum { values, integer: false, openness, closed: false }))
    }

    /// A union whose page may list nothing, and whose discriminator the SDK's source may state.
    fn animal(&mut self) -> (TypeId, TypeDef) {
        let ty = Type::Named(TypeId::new("components/Pet"));
        let member = Member { doc_name: "Pet".to_owned(), tags: Vec::new(), rust: String::new(), ty, boxed: false };
        let mapping = [("pet".to_owned(), 0)].into();
        let discriminator = Discriminator { property: "what".to_owned(), mapping };
        let discriminator = self.some(Fact::read(discriminator, Evidence::Annotation, "pet.py:1"));
        let union = Union { members: vec![member], discriminator, ..Union::default() };
        let shape = if self.next() { Shape::Union(union) } else { Shape::Opaque };
        self.definition("components/Animal", shape)
    }

    fn fault(&mut self) -> (TypeId, TypeDef) {
        self.definition("errors/Fault", Shape::Struct(Struct::default()))
    }

    fn operation(&mut self) -> Operation {
        Operation {
            id: "updatePet".to_owned(),
            rust: "UpdatePet".to_owned(),
            module: "pets".to_owned(),
            group: "Pets".to_owned(),
            heading: "update".to_owned(),
            method: "POST".to_owned(),
            path: "/pets".to_owned(),
            fragment: None,
            source: Source::default(),
            docs: self.text("Updates it."),
            deprecated: self.deprecation(),
            parameters: vec![self.parameter()],
            body: self.body(),
            status: self.fact(201),
            success: self.success(),
            bodiless: self.list(Fact::stated(204)),
            errors: self.list(ErrorBody {
                status: ErrorStatus::One(404),
                ty: TypeId::new("errors/Fault"),
                media: "a/b".to_owned(),
            }),
            bodiless_errors: self.list(Fact::stated(410)),
            auth: self.or_assumed(Auth::Public, Auth::Global, Rule::AuthDefaultGlobal),
            paging: self.paging(),
            sdk_path: None,
            servers: self.servers(),
            presets: self.list(Preset { wire: "stream".to_owned(), value: Fact::stated(Literal::Boolean(true)) }),
        }
    }

    fn parameter(&mut self) -> Parameter {
        Parameter {
            doc_name: "dryRun".to_owned(),
            wire: self.or_assumed("X-Dry-Run".to_owned(), "dry_run".to_owned(), Rule::WireNameSnake),
            rust: "dry_run".to_owned(),
            place: self.or_assumed(Place::Header, Place::Query, Rule::PlaceDefaultQuery),
            ty: self.ty(Type::Boolean),
            presence: Fact::stated(Presence::Optional),
            global: self.some(Basis::Stated),
            style: self.fact(Style::FormJoined),
            docs: self.text("Whether it is tried."),
            example: self.text("true"),
            deprecated: self.deprecation(),
            secret: self.next(),
        }
    }

    fn body(&mut self) -> Option<Body> {
        let is_stated = self.next();
        let media = self.or_assumed(Media::Json, Media::Form, Rule::MediaDefaultJson);
        let body = Body {
            doc_name: "request".to_owned(),
            ty: self.ty(Type::Named(TypeId::new("components/Pet"))),
            required: is_stated,
            // A name of JSON belongs to JSON alone.
            media_type: self.fact("application/pet+json".to_owned()).filter(|_| media.value == Media::Json),
            media,
            also: self.list(Fact::stated(Media::Multipart)),
            basis: if is_stated { Basis::Stated } else { Basis::Rule(Rule::BodyLeftoverArguments) },
            docs: self.text("The pet."),
        };
        self.some(body)
    }

    fn success(&mut self) -> Vec<SuccessBody> {
        let body = SuccessBody {
            status: self.fact(201),
            also: self.list(Fact::stated(202)),
            media: self.or_assumed("text/plain".to_owned(), "application/json".to_owned(), Rule::MediaDefaultJson),
            sentinel: self.fact("[DONE]".to_owned()),
            ty: self.ty(Type::Named(TypeId::new("components/Animal"))),
            docs: self.text("The pet as it is."),
        };
        self.list(body)
    }

    fn paging(&mut self) -> Option<Paging> {
        let input = PageInput { wire: "page".to_owned(), place: Some(Place::Query), kind: PageKind::Page };
        let paging = Paging {
            basis: Basis::Stated,
            input: self.fact(input),
            limit: self.fact("limit".to_owned()),
            items: self.fact("$.items".to_owned()),
            next: self.fact("$.next".to_owned()),
            pages: self.fact("$.pages".to_owned()),
        };
        self.some(paging)
    }

    fn schemes(&mut self) -> Vec<SecurityScheme> {
        let scheme = SecurityScheme {
            doc_name: "key".to_owned(),
            kind: self.or_assumed(SchemeKind::ApiKey, SchemeKind::Bearer, Rule::SecurityDefaultBearer),
            key: self.fact(Key { place: KeyPlace::Header, name: "X-Key".to_owned() }),
            env: self.list(Fact::stated("PETS_KEY".to_owned())),
            token_url: self.fact("/token".to_owned()),
            with: self.fact("secret".to_owned()),
        };
        self.list(scheme)
    }

    fn servers(&mut self) -> Vec<Server> {
        let variable = ServerVariable {
            name: "region".to_owned(),
            default: "eu".to_owned(),
            values: vec!["eu".to_owned()],
            description: None,
        };
        let url = Fact::stated("https://{region}.pets.test".to_owned());
        self.list(Server { name: None, url, description: None, variables: vec![variable] })
    }
}

/// What a model states, by the path in its JSON. What rules concluded is not stated.
fn stated(model: &Model) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    collect("", &serde_json::to_value(model).expect("plain data"), &mut found);
    found
}

/// What is told of the merge, and not of the API.
const ABOUT_THE_MERGE: [&str; 4] = ["taken", "left_out", "basis", "global"];

/// What says that nothing is stated.
const NOTHING: [&str; 4] = ["unstated", "any", "opaque", ""];

fn collect(path: &str, value: &Value, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fact) if fact.contains_key("value") && fact.len() == 2 => {
            if !fact.contains_key("assumed") {
                collect(path, &fact["value"], found);
            }
        }
        Value::Object(map) => {
            let is_guessed = map.get("basis").and_then(Value::as_str).is_some_and(|basis| !basis.contains(": "));
            for (key, value) in map.iter().filter(|(key, _)| !ABOUT_THE_MERGE.contains(&key.as_str())) {
                if !(is_guessed && key == "required") {
                    collect(&format!("{path}/{key}"), value, found);
                }
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| collect(&format!("{path}/{at}"), item, found));
        }
        Value::String(text) if NOTHING.contains(&text.as_str()) => {}
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            found.insert(path.to_owned(), value.clone());
        }
    }
}

fn tree(number: u32, model: &Model) -> Tree {
    Tree { number, dialect: Dialect::of(Language::Python), is_guessed: false, model: model.clone(), facts: None }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_either_tree_states_is_in_the_merged_model(
        first in prop::collection::vec(any::<bool>(), FACTS),
        second in prop::collection::vec(any::<bool>(), FACTS),
    ) {
        let [first, second] = [first, second].map(|says| Says(says.into_iter()).model());
        let mut found = Diagnostics::default();
        let others = [tree(1, &second)].into_iter();
        let model = merge(&Sources::default(), &LowerOptions::default(), tree(0, &first), others, &mut found);
        let clashes: Vec<String> = found.list.iter().map(|finding| finding.message.clone()).collect();
        prop_assert_eq!(clashes, Vec::<String>::new());
        let merged = stated(&model);
        let mut expected = stated(&second);
        expected.extend(stated(&first));
        for (path, value) in expected {
            prop_assert_eq!(merged.get(&path), Some(&value), "{}", path);
        }
    }
}
