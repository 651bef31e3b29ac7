//! Operations: each one's call in the source, and what follows from it.
//!
//! In: the operations, and the calls and classes of the source. Out: operations with parameters, bodies, answers, pages and servers
//! settled.

use super::{
    Settler,
    classes::{Class, Classes},
    fields, paging, parameters, responses, servers,
};
use crate::{
    annotations::{Call, Key},
    model::{Model, Operation, Shape, TypeDef, TypeId},
};
use indexmap::IndexMap;
use std::collections::HashMap;

/// The folders in which the classes of arguments are.
const REQUEST_FOLDERS: &[&str] = &["operations", "requests", "", "components", "shared"];

pub fn settle(settler: &mut Settler<'_>, classes: &Classes<'_>, model: &mut Model) {
    let calls = Calls::new(settler.facts.calls.as_slice());
    let api = model.servers.clone();
    for operation in &mut model.operations {
        let Some(call) = calls.of(operation) else { continue };
        let request = request_class(classes, call);
        if let Some(class) = request {
            for parameter in &mut operation.parameters {
                parameters::settle(settler, call, class, parameter, &operation.source, &operation.id);
            }
            settle_body_fields(settler, class, operation, &mut model.types);
        }
        responses::settle_request(settler, call, request, operation);
        responses::settle_success(settler, call, operation);
        paging::settle(settler, call, operation);
        let own = servers::of_call(settler, call, &api);
        if operation.servers.is_empty() {
            operation.servers = own;
        }
    }
}

/// The class of a call's arguments.
fn request_class<'c, 'a>(classes: &'c Classes<'a>, call: &Call) -> Option<&'c Class<'a>> {
    let mut names = call.all(Key::Request);
    names.find_map(|said| REQUEST_FOLDERS.iter().find_map(|folder| classes.get(folder, &said.value)))
}

/// A body that has no page of its own is made of arguments: the members of the request's class.
fn settle_body_fields(
    settler: &mut Settler<'_>,
    class: &Class<'_>,
    operation: &Operation,
    types: &mut IndexMap<TypeId, TypeDef>,
) {
    let Some(id) = operation.body.as_ref().and_then(|body| body.ty.named()) else { return };
    if id.owner().is_none() {
        return;
    }
    if let Some(Shape::Struct(shape)) = types.get_mut(id).map(|definition| &mut definition.shape) {
        fields::settle_fields(settler, class, &mut shape.fields);
    }
}

/// Calls by what identifies an operation.
struct Calls<'a>(HashMap<(&'a str, &'a str), Vec<&'a Call>>);

impl<'a> Calls<'a> {
    fn new(calls: &'a [Call]) -> Self {
        let mut by_url: HashMap<(&str, &str), Vec<&Call>> = HashMap::new();
        for call in calls {
            by_url.entry((&call.method, &call.path)).or_default().push(call);
        }
        Self(by_url)
    }

    /// The call with an operation's method, path and id; where it has no id, the only one with method and path.
    fn of(&self, operation: &Operation) -> Option<&'a Call> {
        let path = match &operation.fragment {
            Some(fragment) => format!("{}#{fragment}", operation.path),
            None => operation.path.clone(),
        };
        let found = self.0.get(&(operation.method.as_str(), path.as_str()))?;
        match found.as_slice() {
            [only] if only.id.is_empty() || operation.id.is_empty() => Some(only),
            several => several.iter().find(|call| call.id == operation.id).copied(),
        }
    }
}
