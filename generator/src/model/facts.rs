//! Every fact of a model with its basis, in one walk.
//!
//! Each struct is taken apart without `..`, so that a new field does not compile until it is decided here whether it holds a fact.

use super::{
    About, Auth, Basis, Body, Enum, ErrorBody, Fact, Field, Member, Model, Operation, Paging, Parameter, Preset,
    SecurityScheme, Server, Shape, Source, Struct, SuccessBody, TypeDef, TypeId, Union,
};

/// A fact as the walk meets it.
#[derive(Debug)]
pub struct FactAt<'m> {
    /// What it is about: a type, a field (`components/Pet.age`), an operation, a parameter (`get_pet petId`).
    pub of: String,
    /// Which of its facts (`wire name`).
    pub aspect: &'static str,
    /// Why it is believed.
    pub basis: &'m Basis,
    /// The page that describes what it is about.
    pub source: &'m Source,
    /// The line on that page.
    pub line: u32,
}

/// A page for facts that stand on none.
static NO_PAGE: Source = Source { page: String::new(), line: 0 };

impl Model {
    /// Calls `visit` with each fact, in the model's order.
    ///
    /// ```
    /// use tablature::model::{Fact, Model, Rule, WireCase};
    /// let case = Fact::assumed(WireCase::Camel, Rule::WireCaseDefaultCamel);
    /// let mut rules = Vec::new();
    /// let model = Model { wire_case: Some(case), ..Model::default() };
    /// model.visit_facts(|fact| rules.extend(fact.basis.rule()));
    /// assert_eq!(rules, [Rule::WireCaseDefaultCamel]);
    /// ```
    pub fn visit_facts<'m>(&'m self, mut visit: impl FnMut(FactAt<'m>)) {
        let Model {
            name: _,
            wire_case,
            types,
            operations,
            security,
            about,
            servers,
            left_out: _,
            refused: _,
            taken: _,
            languages: _,
            pages: _,
            rows: _,
        } = self;
        let mut walk = Walk { visit: &mut visit, source: &NO_PAGE };
        walk.all("all fields", "spelling", wire_case.iter());
        let About { title, summary, link } = about;
        walk.all("the API", "title", title.iter());
        walk.all("the API", "summary", summary.iter());
        walk.all("the API", "link", link.iter());
        servers.iter().for_each(|server| walk.server("the API", server));
        security.iter().for_each(|scheme| walk.scheme(scheme));
        types.iter().for_each(|(id, definition)| walk.definition(id, definition));
        operations.iter().for_each(|operation| walk.operation(operation));
    }
}

struct Walk<'m, 'v> {
    visit: &'v mut dyn FnMut(FactAt<'m>),
    source: &'m Source,
}

impl<'m> Walk<'m, '_> {
    fn basis(&mut self, of: &str, aspect: &'static str, basis: &'m Basis) {
        self.at_line(of, aspect, basis, self.source.line);
    }

    fn at_line(&mut self, of: &str, aspect: &'static str, basis: &'m Basis, line: u32) {
        (self.visit)(FactAt { of: of.to_owned(), aspect, basis, source: self.source, line });
    }

    fn all<T: 'm>(&mut self, of: &str, aspect: &'static str, facts: impl Iterator<Item = &'m Fact<T>>) {
        facts.for_each(|fact| self.basis(of, aspect, &fact.basis));
    }

    fn server(&mut self, of: &str, server: &'m Server) {
        let Server { name: _, url, description: _, variables: _ } = server;
        self.basis(of, "server", &url.basis);
    }

    fn scheme(&mut self, scheme: &'m SecurityScheme) {
        let SecurityScheme { doc_name, kind, key, env, token_url, with } = scheme;
        let of = format!("credentials {doc_name}");
        self.basis(&of, "kind", &kind.basis);
        self.all(&of, "key", key.iter());
        self.all(&of, "environment variable", env.iter());
        self.all(&of, "token URL", token_url.iter());
        self.all(&of, "sent together with", with.iter());
    }

    fn definition(&mut self, id: &TypeId, definition: &'m TypeDef) {
        let TypeDef {
            rust: _,
            module: _,
            source,
            docs: _,
            deprecated: _,
            role: _,
            usage: _,
            shape,
            derives: _,
            replaced: _,
        } = definition;
        self.source = source;
        match shape {
            Shape::Struct(Struct { fields, additional: _ }) => fields.iter().for_each(|field| self.field(id, field)),
            Shape::Union(Union { members, basis, discriminator }) => {
                self.basis(&id.to_string(), "members", basis);
                for Member { doc_name: _, tags: _, rust: _, ty: _, boxed: _ } in members {}
                self.all(&id.to_string(), "discriminator", discriminator.iter());
            }
            Shape::Enum(Enum { values: _, integer: _, openness: _, closed: _ }) | Shape::Opaque => {}
        }
    }

    fn field(&mut self, id: &TypeId, field: &'m Field) {
        let Field {
            doc_name,
            wire,
            rust: _,
            ty: _,
            presence,
            constant,
            sent_unasked,
            docs: _,
            example: _,
            deprecated: _,
            boxed: _,
            secret: _,
            line,
        } = field;
        let of = format!("{id}.{doc_name}");
        self.at_line(&of, "wire name", &wire.basis, *line);
        self.at_line(&of, "presence", &presence.basis, *line);
        constant.iter().for_each(|fact| self.at_line(&of, "constant", &fact.basis, *line));
        sent_unasked.iter().for_each(|basis| self.at_line(&of, "sent unasked", basis, *line));
    }

    fn operation(&mut self, operation: &'m Operation) {
        let Operation {
            id,
            rust: _,
            module: _,
            group: _,
            heading: _,
            method: _,
            path: _,
            fragment: _,
            source,
            docs: _,
            deprecated: _,
            parameters,
            body,
            status,
            success,
            bodiless,
            errors,
            bodiless_errors,
            auth,
            paging,
            sdk_path,
            servers,
            presets,
        } = operation;
        self.source = source;
        parameters.iter().for_each(|parameter| self.parameter(id, parameter));
        body.iter().for_each(|body| self.body(id, body));
        self.all(id, "status", status.iter().chain(bodiless).chain(bodiless_errors));
        success.iter().for_each(|body| self.success(id, body));
        for ErrorBody { status: _, ty: _, media: _ } in errors {}
        self.auth(id, auth);
        paging.iter().for_each(|paging| self.paging(id, paging));
        self.all(id, "method of the SDK", sdk_path.iter());
        servers.iter().for_each(|server| self.server(id, server));
        for Preset { wire: _, value } in presets {
            self.basis(id, "preset field", &value.basis);
        }
    }

    fn parameter(&mut self, operation: &str, parameter: &'m Parameter) {
        let Parameter {
            doc_name,
            wire,
            rust: _,
            place,
            ty: _,
            presence,
            global,
            style,
            docs: _,
            example: _,
            deprecated: _,
            secret: _,
        } = parameter;
        let of = format!("{operation} {doc_name}");
        self.basis(&of, "wire name", &wire.basis);
        self.basis(&of, "place", &place.basis);
        self.basis(&of, "presence", &presence.basis);
        global.iter().for_each(|basis| self.basis(&of, "one value for a client", basis));
        self.all(&of, "style", style.iter());
    }

    fn body(&mut self, operation: &str, body: &'m Body) {
        let Body { doc_name: _, ty: _, required: _, media, media_type, also, basis, docs: _ } = body;
        self.basis(operation, "request body", basis);
        self.basis(operation, "request media type", &media.basis);
        self.all(operation, "name of the request media type", media_type.iter());
        self.all(operation, "further request media type", also.iter());
    }

    fn success(&mut self, operation: &str, body: &'m SuccessBody) {
        let SuccessBody { status, also, media, sentinel, ty: _, docs: _ } = body;
        self.all(operation, "status", status.iter().chain(also));
        self.basis(operation, "response media type", &media.basis);
        self.all(operation, "end of stream", sentinel.iter());
    }

    fn auth(&mut self, operation: &str, auth: &'m Fact<Auth>) {
        self.basis(operation, "credentials", &auth.basis);
        match &auth.value {
            Auth::Own(schemes) => schemes.iter().for_each(|scheme| self.scheme(scheme)),
            Auth::Global | Auth::Public => {}
        }
    }

    fn paging(&mut self, operation: &str, paging: &'m Paging) {
        let Paging { basis, input, limit, items, next, pages } = paging;
        self.basis(operation, "pages", basis);
        self.all(operation, "argument of pages", input.iter());
        for fact in [limit, items, next, pages] {
            self.all(operation, "place in pages", fact.iter());
        }
    }
}
