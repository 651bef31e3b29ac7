//! Models built by hand, for tests of what is emitted.
//!
//! In: names and types. Out: parts of a model. It must not know what is emitted for them.

use tablature::{
    emit::{EmitOptions, emit},
    model::*,
};

pub fn operation(rust: &str) -> Operation {
    Operation {
        bodiless: Vec::new(),
        bodiless_errors: Vec::new(),
        id: rust.to_owned(),
        rust: rust.to_owned(),
        module: "pets".to_owned(),
        group: "Pets".to_owned(),
        heading: "pet".to_owned(),
        method: "POST".to_owned(),
        path: "/pets/{petId}".to_owned(),
        fragment: None,
        source: Source { page: "sdks/pets/README.md".to_owned(), line: 7 },
        docs: None,
        deprecated: None,
        parameters: Vec::new(),
        body: None,
        status: None,
        success: Vec::new(),
        errors: Vec::new(),
        auth: Fact::stated(Auth::Global),
        paging: None,
        sdk_path: None,
        servers: Vec::new(),
        presets: Vec::new(),
    }
}

pub fn parameter(rust: &str, place: Place, presence: Presence) -> Parameter {
    let text = Parameter::text(rust, rust.to_owned(), Fact::stated(place));
    Parameter { presence: Fact::stated(presence), ..text }
}

pub fn body(ty: Type, media: Media) -> Option<Body> {
    Some(Body {
        media_type: None,
        also: Vec::new(),
        doc_name: "body".to_owned(),
        ty,
        required: true,
        basis: Basis::Stated,
        media: Fact::stated(media),
        docs: None,
    })
}

pub fn success(media: &str, ty: Type) -> SuccessBody {
    SuccessBody {
        status: None,
        also: Vec::new(),
        media: Fact::stated(media.to_owned()),
        sentinel: None,
        ty,
        docs: None,
    }
}

pub fn named(rust: &str) -> Type {
    Type::Named(TypeId::new(rust))
}

/// A model with structs of the given names and fields, and one operation.
pub fn model(types: &[(&str, &[(&str, Type)])], operation: Operation) -> Model {
    let types = types.iter().map(|(rust, fields)| (TypeId::new(rust), structure(rust, fields))).collect();
    Model { types, operations: vec![operation], ..Model::default() }
}

/// A model with these types and operations; each type's id is its name.
pub fn model_of(types: Vec<TypeDef>, operations: Vec<Operation>) -> Model {
    let types = types.into_iter().map(|def| (TypeId::new(&def.rust), def)).collect();
    Model { name: "pet-api".to_owned(), types, operations, ..Model::default() }
}

/// As [`model_of`], each type with its id.
pub fn model_with(types: Vec<(&str, TypeDef)>, operations: Vec<Operation>) -> Model {
    let types = types.into_iter().map(|(id, def)| (TypeId::new(id), def)).collect();
    Model { types, ..model_of(Vec::new(), operations) }
}

/// A type of a shape, of which no more is said.
pub fn def(rust: &str, shape: Shape) -> TypeDef {
    TypeDef {
        rust: rust.to_owned(),
        module: "components".to_owned(),
        source: Source::default(),
        docs: None,
        deprecated: None,
        role: Role::Schema,
        usage: Usage::default(),
        shape,
        derives: Derives::default(),
        replaced: None,
    }
}

/// A struct of required fields.
pub fn structure(rust: &str, fields: &[(&str, Type)]) -> TypeDef {
    def(rust, Shape::Struct(Struct { fields: fields.iter().map(field).collect(), additional: None }))
}

/// The fields of a struct, to be made otherwise.
pub fn fields(def: &mut TypeDef) -> &mut [Field] {
    let Shape::Struct(shape) = &mut def.shape else { panic!("{} is no struct", def.rust) };
    &mut shape.fields
}

/// An open enum of texts, whose variants are called as the values are.
pub fn texts(rust: &str, values: &[&str]) -> TypeDef {
    let value = |value: &&str| (Literal::String((*value).to_owned()), (*value).to_owned());
    enumeration(rust, values.iter().map(value).collect(), false)
}

/// An open enum of integers, whose variants are called `N1` and so on.
pub fn integers(rust: &str, values: &[i64]) -> TypeDef {
    enumeration(rust, values.iter().map(|value| (Literal::Integer(*value), format!("N{value}"))).collect(), true)
}

fn enumeration(rust: &str, values: Vec<(Literal, String)>, integer: bool) -> TypeDef {
    let values = values.into_iter().map(|(wire, rust)| EnumValue { wire, doc_name: None, rust }).collect();
    def(rust, Shape::Enum(Enum { values, integer, openness: Openness::Unstated, closed: false }))
}

/// A union of members with their variants.
pub fn union(rust: &str, members: &[(&str, Type)]) -> TypeDef {
    let member = |(rust, ty): &(&str, Type)| Member {
        doc_name: (*rust).to_owned(),
        tags: Vec::new(),
        rust: (*rust).to_owned(),
        ty: ty.clone(),
        boxed: false,
    };
    def(rust, Shape::Union(Union { members: members.iter().map(member).collect(), ..Union::default() }))
}

/// The user's own type in place of one of the docs.
pub fn replaced(def: TypeDef, with: &str) -> TypeDef {
    TypeDef { replaced: Some(Replacement { with: with.to_owned(), eq: false }), ..def }
}

pub fn list(item: Type) -> Type {
    Type::Array(Box::new(item))
}

pub fn map(value: Type) -> Type {
    Type::Map(Box::new(value))
}

pub fn nullable(inner: Type) -> Type {
    Type::Nullable(Box::new(inner))
}

/// The text of an emitted file.
pub fn emitted_file(model: &Model, options: &EmitOptions, path: &str) -> String {
    let files = emit(model, options);
    let file = files.iter().find(|file| file.path == path);
    file.unwrap_or_else(|| panic!("no {path} among {:?}", files.iter().map(|file| &file.path).collect::<Vec<_>>()))
        .text
        .clone()
}

pub fn field((rust, ty): &(&str, Type)) -> Field {
    Field {
        doc_name: (*rust).to_owned(),
        wire: Fact::stated((*rust).to_owned()),
        rust: (*rust).to_owned(),
        ty: ty.clone(),
        presence: Fact::stated(Presence::Required),
        constant: None,
        docs: None,
        example: None,
        deprecated: None,
        sent_unasked: None,
        boxed: false,
        secret: false,
        line: 1,
    }
}
