//! What types, definitions and operations are made of, so that no one else need take them apart.
//!
//! In: a part of the model. Out: the types that it mentions, to read or to change. It must not know why they are asked for.

use super::{Field, Member, Model, Operation, Shape, Struct, Type, TypeId, Union};

impl TypeId {
    /// The module, and the rest behind the `/`.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        self.0.split_once('/').unwrap_or(("", &self.0))
    }

    /// The module that it belongs to (`components`).
    #[must_use]
    pub fn module(&self) -> &str {
        self.parts().0
    }

    /// The title of its page, without the number of a twin.
    ///
    /// ```
    /// use tablature::model::TypeId;
    /// assert_eq!(TypeId::new("components/Pet~2").title(), "Pet");
    /// ```
    #[must_use]
    pub fn title(&self) -> &str {
        let name = self.parts().1;
        name.split_once('~').map_or(name, |(title, _)| title)
    }

    /// The id of the page's own type, and what this is of it, for a type that has no page of its own.
    #[must_use]
    pub fn owner(&self) -> Option<(&str, &str)> {
        self.0.split_once('#')
    }
}

impl Type {
    /// The type that this one holds, for a list, a map and the like.
    #[must_use]
    pub fn inner(&self) -> Option<&Type> {
        match self {
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::EventStream(inner) => Some(inner),
            Type::Named(_)
            | Type::String
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
            | Type::Any => None,
        }
    }

    fn inner_mut(&mut self) -> Option<&mut Type> {
        match self {
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::EventStream(inner) => Some(inner),
            _ => None,
        }
    }

    /// The named type in the expression; there is one at the most.
    #[must_use]
    pub fn named(&self) -> Option<&TypeId> {
        match self {
            Type::Named(id) => Some(id),
            other => other.inner()?.named(),
        }
    }

    /// As [`Type::named`], to change it.
    pub fn named_mut(&mut self) -> Option<&mut TypeId> {
        match self {
            Type::Named(id) => Some(id),
            other => other.inner_mut()?.named_mut(),
        }
    }
}

impl Shape {
    /// The struct that it is.
    #[must_use]
    pub fn as_struct(&self) -> Option<&Struct> {
        match self {
            Shape::Struct(shape) => Some(shape),
            Shape::Enum(_) | Shape::Union(_) | Shape::Opaque => None,
        }
    }

    /// The fields of a struct; none for other shapes.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        self.as_struct().map_or(&[], |shape| &shape.fields)
    }

    /// The union that it is, if it is one.
    #[must_use]
    pub fn as_union(&self) -> Option<&Union> {
        match self {
            Shape::Union(union) => Some(union),
            Shape::Struct(_) | Shape::Enum(_) | Shape::Opaque => None,
        }
    }

    /// As [`Shape::fields`], to change them.
    pub fn fields_mut(&mut self) -> &mut [Field] {
        match self {
            Shape::Struct(shape) => &mut shape.fields,
            Shape::Enum(_) | Shape::Union(_) | Shape::Opaque => &mut [],
        }
    }

    /// The members of a union; none for other shapes.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        match self {
            Shape::Union(union) => &union.members,
            Shape::Struct(_) | Shape::Enum(_) | Shape::Opaque => &[],
        }
    }

    /// The type of every field or member, and of additional properties.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        let additional = self.as_struct().and_then(|shape| shape.additional.as_ref());
        let own = self.fields().iter().map(|field| &field.ty).chain(self.members().iter().map(|member| &member.ty));
        own.chain(additional)
    }

    /// As [`Shape::types`], to change them.
    pub fn types_mut(&mut self) -> Vec<&mut Type> {
        match self {
            Shape::Struct(shape) => {
                shape.fields.iter_mut().map(|field| &mut field.ty).chain(&mut shape.additional).collect()
            }
            Shape::Union(shape) => shape.members.iter_mut().map(|member| &mut member.ty).collect(),
            Shape::Enum(_) | Shape::Opaque => Vec::new(),
        }
    }

    /// The named types among them.
    pub fn named(&self) -> impl Iterator<Item = &TypeId> {
        self.types().filter_map(Type::named)
    }
}

impl Operation {
    /// Whether a success may be a stream of events.
    #[must_use]
    pub fn streams_events(&self) -> bool {
        self.success.iter().any(|body| matches!(body.ty, Type::EventStream(_)))
    }

    /// The named types of its parameters and its request body.
    pub fn sent(&self) -> impl Iterator<Item = &TypeId> {
        let body = self.body.iter().map(|body| &body.ty);
        self.parameters.iter().map(|parameter| &parameter.ty).chain(body).filter_map(Type::named)
    }

    /// The named types of its responses.
    pub fn received(&self) -> impl Iterator<Item = &TypeId> {
        let errors = self.errors.iter().map(|error| &error.ty);
        self.success.iter().filter_map(|body| body.ty.named()).chain(errors)
    }

    /// All named types that it mentions.
    pub fn named(&self) -> impl Iterator<Item = &TypeId> {
        self.sent().chain(self.received())
    }

    fn named_mut(&mut self) -> impl Iterator<Item = &mut TypeId> {
        let bodies = self.body.iter_mut().map(|body| &mut body.ty).chain(self.success.iter_mut().map(|it| &mut it.ty));
        let types = self.parameters.iter_mut().map(|parameter| &mut parameter.ty).chain(bodies);
        types.filter_map(Type::named_mut).chain(self.errors.iter_mut().map(|error| &mut error.ty))
    }
}

impl Model {
    /// Replaces each mention of a named type by what `rename` gives for it.
    pub fn rename(&mut self, rename: impl Fn(&TypeId) -> Option<TypeId>) {
        let in_types = self.types.values_mut().flat_map(|def| def.shape.types_mut()).filter_map(Type::named_mut);
        for id in in_types.chain(self.operations.iter_mut().flat_map(Operation::named_mut)) {
            if let Some(other) = rename(id) {
                *id = other;
            }
        }
    }
}
