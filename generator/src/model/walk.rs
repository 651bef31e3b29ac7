//! Which named types a type, a definition or an operation mentions.

use super::{Model, Operation, Shape, Type, TypeDef, TypeId};

impl Type {
    /// Calls `visit` with each named type in the expression.
    pub fn each_named<'a>(&'a self, visit: &mut impl FnMut(&'a TypeId)) {
        match self {
            Type::Named(id) => visit(id),
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::EventStream(inner) => {
                inner.each_named(visit);
            }
            Type::String
            | Type::Boolean
            | Type::Int32
            | Type::Int64
            | Type::Float32
            | Type::Float64
            | Type::Number
            | Type::Decimal
            | Type::DateTime
            | Type::Date
            | Type::Bytes
            | Type::Any => {}
        }
    }
}

impl Type {
    /// Replaces each named type in the expression by what `rename` gives for it.
    pub fn rename(&mut self, rename: &impl Fn(&TypeId) -> Option<TypeId>) {
        match self {
            Type::Named(id) => {
                if let Some(other) = rename(id) {
                    *id = other;
                }
            }
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::EventStream(inner) => {
                inner.rename(rename);
            }
            Type::String
            | Type::Boolean
            | Type::Int32
            | Type::Int64
            | Type::Float32
            | Type::Float64
            | Type::Number
            | Type::Decimal
            | Type::DateTime
            | Type::Date
            | Type::Bytes
            | Type::Any => {}
        }
    }
}

impl Model {
    /// Replaces each mention of a named type by what `rename` gives for it.
    pub fn rename(&mut self, rename: &impl Fn(&TypeId) -> Option<TypeId>) {
        for definition in self.types.values_mut() {
            definition.mentioned_mut().into_iter().for_each(|ty| ty.rename(rename));
        }
        for operation in &mut self.operations {
            operation.parameters.iter_mut().for_each(|parameter| parameter.ty.rename(rename));
            operation.body.iter_mut().for_each(|body| body.ty.rename(rename));
            operation.success.iter_mut().for_each(|body| body.ty.rename(rename));
            for error in &mut operation.errors {
                error.ty = rename(&error.ty).unwrap_or_else(|| error.ty.clone());
            }
        }
    }
}

impl TypeDef {
    /// As [`TypeDef::mentioned`], to change them.
    fn mentioned_mut(&mut self) -> Vec<&mut Type> {
        match &mut self.shape {
            Shape::Struct(shape) => {
                shape.fields.iter_mut().map(|field| &mut field.ty).chain(&mut shape.additional).collect()
            }
            Shape::Union(shape) => shape.members.iter_mut().map(|member| &mut member.ty).collect(),
            Shape::Enum(_) | Shape::Opaque => Vec::new(),
        }
    }

    /// The types of its fields or members.
    #[must_use]
    pub fn mentioned(&self) -> Vec<&Type> {
        match &self.shape {
            Shape::Struct(shape) => shape.fields.iter().map(|field| &field.ty).chain(&shape.additional).collect(),
            Shape::Union(shape) => shape.members.iter().map(|member| &member.ty).collect(),
            Shape::Enum(_) | Shape::Opaque => Vec::new(),
        }
    }
}

impl Operation {
    /// Calls `visit` with each named type of its parameters, bodies and errors.
    pub fn each_named<'a>(&'a self, visit: &mut impl FnMut(&'a TypeId)) {
        let parameters = self.parameters.iter().map(|parameter| &parameter.ty);
        let bodies = self.body.iter().map(|body| &body.ty).chain(self.success.iter().map(|body| &body.ty));
        parameters.chain(bodies).for_each(|ty| ty.each_named(visit));
        self.errors.iter().for_each(|error| visit(&error.ty));
    }
}
