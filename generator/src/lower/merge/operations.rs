//! The operations of two trees.
//!
//! In: both models' operations. Out: those of the first, with the parts that its pages do not state. It must not know how
//! types are joined.

use super::{
    About, Merger,
    certainty::{are_both_stated, as_other, is_evident},
};
use crate::{
    model::{
        Auth, Basis, Body, ErrorBody, ErrorStatus, Evidence, Fact, Media, Operation, Paging, Parameter, Place,
        SuccessBody, Type,
    },
    naming::{fold, unique},
};
use std::collections::{HashMap, HashSet};

/// Method, and path with nameless placeholders.
type Url = (String, String);

impl Merger<'_> {
    pub fn merge_operations(&mut self) {
        let other = self.other;
        let mut by_url: HashMap<Url, Vec<&Operation>> = HashMap::new();
        for operation in &other.operations {
            by_url.entry(url(operation)).or_default().push(operation);
        }
        let mut operations = std::mem::take(&mut self.model.operations);
        for operation in &mut operations {
            if let Some(theirs) = by_url.get(&url(operation)).and_then(|found| twin(operation, found)) {
                self.merge_operation(operation, theirs);
            }
        }
        let mut names: HashSet<String> = operations.iter().map(|operation| operation.rust.clone()).collect();
        let mut brought = self.bring_twins(&operations, &by_url, &mut names);
        brought.extend(self.bring_refused(&operations, &mut names));
        operations.extend(brought);
        operations.sort_by(|left, right| (&left.module, &left.rust).cmp(&(&right.module, &right.rust)));
        let own: HashMap<Url, ()> = operations.iter().map(|it| (url(it), ())).collect();
        self.leave_out("operation", by_url.keys().filter(|url| !own.contains_key(*url)).count());
        self.model.operations = operations;
    }

    /// Operations that only send another media type than one of the first tree, where the docs name that media type.
    fn bring_twins(
        &mut self,
        own: &[Operation],
        by_url: &HashMap<Url, Vec<&Operation>>,
        names: &mut HashSet<String>,
    ) -> Vec<Operation> {
        let mut brought: Vec<Operation> = Vec::new();
        for operation in own {
            for theirs in by_url.get(&url(operation)).into_iter().flatten() {
                let sends = |it: &&Operation| url(it) == url(operation) && media(it) == media(theirs);
                if operation.body.is_some() && has_evidence(theirs) && !own.iter().chain(&brought).any(|it| sends(&it))
                {
                    let rust = unique(theirs.rust.clone(), names);
                    brought.push(self.brought_twin(operation, theirs, rust));
                }
            }
        }
        brought
    }

    /// The operation of the first tree again, with the media type of the other's twin.
    fn brought_twin(&mut self, own: &Operation, theirs: &Operation, rust: String) -> Operation {
        self.taken(&*theirs.id, "operation", &theirs.source);
        let from = self.at(&theirs.source.page, theirs.source.line);
        let mut twin = Operation { id: theirs.id.clone(), rust, fragment: theirs.fragment.clone(), ..own.clone() };
        if let (Some(body), Some(theirs)) = (&mut twin.body, &theirs.body) {
            body.media = Fact::read(theirs.media.value, Evidence::OtherDocs, from);
        }
        twin
    }

    fn merge_operation(&mut self, own: &mut Operation, other: &Operation) {
        // Another tree's names are those of its language. What is not named here is not merged.
        let Operation {
            id: _,
            rust: _,
            module: _,
            group: _,
            heading: _,
            method: _,
            path: _,
            fragment: _,
            sdk_path: _,
            source,
            docs,
            deprecated,
            parameters,
            body,
            status,
            success,
            bodiless,
            errors,
            bodiless_errors,
            auth,
            paging,
            servers,
            presets,
        } = other;
        let name = own.id.clone();
        let about = About { of: &name, fact: "description", own: own.source.clone(), other: source.clone() };
        let of = |fact| About { fact, ..about.clone() };
        self.fill(&mut own.docs, docs.as_ref(), "description", &about);
        self.fill(&mut own.deprecated, deprecated.as_ref(), "deprecation", &about);
        self.merge_parameters(&mut own.parameters, parameters, &about);
        self.merge_body(&mut own.body, body.as_ref(), &of("request body"));
        self.fill_fact(&mut own.status, status.as_ref(), &about);
        self.merge_success(&mut own.success, success, &of("success body"));
        self.fill_list(&mut own.bodiless, bodiless, "statuses without a body", &about);
        self.merge_errors(&mut own.errors, errors, &of("error body"));
        self.fill_list(&mut own.bodiless_errors, bodiless_errors, "errors without a body", &about);
        own.bodiless_errors
            .retain(|status| !own.errors.iter().any(|error| error.status == ErrorStatus::One(status.value)));
        self.merge_auth(&mut own.auth, auth, &of("credentials"));
        self.merge_paging(&mut own.paging, paging.as_ref(), &about);
        self.fill_list(&mut own.servers, servers, "servers", &about);
        self.fill_list(&mut own.presets, presets, "preset fields", &about);
    }

    fn merge_paging(&mut self, own: &mut Option<Paging>, other: Option<&Paging>, about: &About<'_>) {
        let Some(theirs) = other else { return };
        let Some(mine) = own else {
            *own = Some(theirs.clone());
            self.taken(about.of, "pagination", &about.other);
            return;
        };
        let Paging { basis: _, input, limit, items, next, pages } = theirs;
        self.fill_fact(&mut mine.input, input.as_ref(), about);
        self.fill_fact(&mut mine.limit, limit.as_ref(), about);
        self.fill_fact(&mut mine.items, items.as_ref(), about);
        self.fill_fact(&mut mine.next, next.as_ref(), about);
        self.fill_fact(&mut mine.pages, pages.as_ref(), about);
    }

    fn merge_parameters(&mut self, own: &mut [Parameter], other: &[Parameter], about: &About<'_>) {
        let mut common = 0;
        for mine in own {
            let same = |theirs: &&Parameter| fold(&theirs.wire.value) == fold(&mine.wire.value);
            let named = |theirs: &&Parameter| fold(&theirs.doc_name) == fold(&mine.doc_name);
            let found = other.iter().find(same).or_else(|| other.iter().find(named));
            if let Some(theirs) = found {
                common += 1;
                self.merge_parameter(mine, theirs, about);
            }
        }
        self.leave_out("parameter", other.len().saturating_sub(common));
    }

    fn merge_parameter(&mut self, own: &mut Parameter, other: &Parameter, operation: &About<'_>) {
        let Parameter {
            doc_name: _,
            wire,
            rust: _,
            place,
            ty,
            presence,
            global,
            style,
            docs,
            example,
            deprecated,
            secret,
        } = other;
        let name = format!("{} {}", operation.of, own.wire.value);
        let of = |fact| About { of: &name, fact, ..operation.clone() };
        // A placeholder is the path's own word for it.
        if own.place.value != Place::Path {
            self.settle_name(&mut own.wire, wire, &of("wire name"));
        }
        self.settle(&mut own.place, place, &of("place"));
        self.join_presence(&mut own.presence, &own.ty, (presence, ty), &of("presence"));
        self.join_types(&mut own.ty, ty, &of("type"));
        self.fill_fact(&mut own.style, style.as_ref(), &of("style"));
        self.fill(&mut own.global, global.as_ref(), "one value for a client", &of(""));
        self.fill(&mut own.docs, docs.as_ref(), "description", &of(""));
        self.fill(&mut own.example, example.as_ref(), "example", &of(""));
        self.fill(&mut own.deprecated, deprecated.as_ref(), "deprecation", &of(""));
        own.secret |= secret;
    }

    fn merge_body(&mut self, own: &mut Option<Body>, other: Option<&Body>, about: &About<'_>) {
        let Some(theirs) = other else { return };
        let Some(mine) = own else {
            *own = Some(Body { ty: self.translated(&theirs.ty), ..theirs.clone() });
            self.taken(about.of, about.fact, &about.other);
            return;
        };
        let Body { doc_name: _, ty, required, media, media_type, also, basis, docs } = theirs;
        self.merge_body_basis(mine, (*required, basis), about);
        let encoding = About { fact: "request media type", ..about.clone() };
        self.settle(&mut mine.media, media, &encoding);
        if mine.media.value == media.value {
            self.fill_fact(&mut mine.media_type, media_type.as_ref(), about);
        }
        self.fill_list(&mut mine.also, also, "further request media types", about);
        mine.also.retain(|also| also.value != mine.media.value);
        self.join_types(&mut mine.ty, ty, about);
        self.fill(&mut mine.docs, docs.as_ref(), "body description", about);
    }

    /// Whether a body must be given is as well known as that there is one.
    fn merge_body_basis(&mut self, own: &mut Body, (required, basis): (bool, &Basis), about: &About<'_>) {
        if as_other(basis) > own.basis.strength() {
            own.required = required;
            own.basis = Basis::Read(Evidence::OtherDocs, self.place(basis, &about.other));
        } else if own.required != required && are_both_stated(&own.basis, basis) {
            let word = |required| if required { "required" } else { "optional" }.to_owned();
            let about = About { fact: "presence of the request body", ..about.clone() };
            self.clash(&about, word(own.required), word(required));
        }
    }

    /// Bodies are matched by status and media type; the only ones of two operations are one.
    fn merge_success(&mut self, own: &mut Vec<SuccessBody>, other: &[SuccessBody], about: &About<'_>) {
        if own.is_empty() && !other.is_empty() {
            own.extend(other.iter().map(|theirs| SuccessBody { ty: self.translated(&theirs.ty), ..theirs.clone() }));
            self.taken(about.of, about.fact, &about.other);
            return;
        }
        if let ([mine], [theirs]) = (own.as_mut_slice(), other) {
            self.merge_success_body(mine, theirs, about);
            return;
        }
        for mine in own {
            let same = |theirs: &&SuccessBody| theirs.media.value == mine.media.value && status(theirs) == status(mine);
            if let Some(theirs) = other.iter().find(same) {
                self.merge_success_body(mine, theirs, about);
            }
        }
    }

    fn merge_success_body(&mut self, own: &mut SuccessBody, other: &SuccessBody, about: &About<'_>) {
        let SuccessBody { status, also, media, sentinel, ty, docs } = other;
        let encoding = About { fact: "response media type", ..about.clone() };
        self.settle(&mut own.media, media, &encoding);
        self.join_types(&mut own.ty, ty, about);
        self.fill_list(&mut own.also, also, "further statuses", about);
        self.fill_fact(&mut own.status, status.as_ref(), about);
        let own_status = own.status.as_ref().map(|status| status.value);
        own.also.retain(|also| Some(also.value) != own_status);
        self.fill_fact(&mut own.sentinel, sentinel.as_ref(), about);
        self.fill(&mut own.docs, docs.as_ref(), "response description", about);
    }

    fn merge_errors(&mut self, own: &mut Vec<ErrorBody>, other: &[ErrorBody], about: &About<'_>) {
        for theirs in other {
            let mut same = own.iter().filter(|mine| mine.status == theirs.status);
            match (same.next().cloned(), same.next()) {
                (None, _) => {
                    if let Type::Named(ty) = self.translated(&Type::Named(theirs.ty.clone())) {
                        own.push(ErrorBody { ty, ..theirs.clone() });
                        self.taken(about.of, about.fact, &about.other);
                    }
                }
                (Some(mine), None) => {
                    let mut ty = Type::Named(mine.ty.clone());
                    self.join_types(&mut ty, &Type::Named(theirs.ty.clone()), about);
                }
                (Some(_), Some(_)) => {}
            }
        }
    }

    fn merge_auth(&mut self, own: &mut Fact<Auth>, other: &Fact<Auth>, about: &About<'_>) {
        let own_names = |auth: &Fact<Auth>| matches!(auth.value, Auth::Own(_));
        if !(own_names(own) && own_names(other)) {
            self.settle(own, other, about);
        }
    }
}

fn status(body: &SuccessBody) -> Option<u16> {
    body.status.as_ref().map(|status| status.value)
}

/// How an operation's address compares across trees, whose languages spell placeholders in their own ways.
pub fn url(operation: &Operation) -> Url {
    let mut path = String::new();
    let mut inside = false;
    for c in operation.path.trim_end_matches('/').chars() {
        inside = (inside || c == '{') && c != '}';
        if !inside {
            path.push(c);
        }
    }
    (operation.method.clone(), path)
}

fn media(operation: &Operation) -> Option<Media> {
    operation.body.as_ref().map(|body| body.media.value)
}

/// Whether the docs tell the media type of the request.
fn has_evidence(operation: &Operation) -> bool {
    operation.body.as_ref().is_some_and(|body| is_evident(&body.media.basis))
}

/// Of operations with one URL, the one with the same id, else with a body of the same media type, else the first.
fn twin<'o>(own: &Operation, found: &[&'o Operation]) -> Option<&'o Operation> {
    let by_id = found.iter().find(|it| fold(&it.id) == fold(&own.id));
    by_id.or_else(|| found.iter().find(|it| media(it) == media(own))).or_else(|| found.first()).copied()
}
