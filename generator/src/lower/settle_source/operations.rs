//! Operations: each one's call in the source, and what follows from it.
//!
//! In: the operations, and the calls and classes of the source. Out: operations with parameters, bodies, answers, pages and servers
//! settled.

use super::{
    Settler,
    classes::Class,
    facts::{OperationKey, SourceFacts},
    fields, paging, parameters, responses, security, servers,
};
use crate::{
    annotations::Key,
    model::{Model, Operation, TypeDef, TypeId},
};
use indexmap::IndexMap;

pub fn settle(settler: &mut Settler<'_>, source: &SourceFacts<'_>, model: &mut Model) {
    let (api, has_credentials) = (model.servers.clone(), !model.security.is_empty());
    for operation in &mut model.operations {
        let Some(call) = source.call(&key(operation)) else { continue };
        let request = source.class_of(call, Key::Request).map(|(class, _)| class);
        if let Some(class) = request {
            for parameter in &mut operation.parameters {
                parameters::settle(settler, call, class, parameter, &operation.source, &operation.id);
            }
            settle_body_fields(settler, class, operation, &mut model.types);
        }
        if has_credentials {
            security::settle_operation(settler, call, operation);
        }
        responses::settle_request(settler, call, request, operation);
        responses::settle_success(settler, call, operation);
        responses::settle_errors(settler, call, operation);
        paging::settle(settler, call, operation);
        let own = servers::of_call(settler, call, &api);
        if operation.servers.is_empty() {
            operation.servers = own;
        }
    }
}

fn key(operation: &Operation) -> OperationKey<'_> {
    let Operation { method, path, fragment, id, .. } = operation;
    OperationKey { method, path, fragment: fragment.as_deref(), id }
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
    if let Some(definition) = types.get_mut(id) {
        fields::settle_fields(settler, class, definition.shape.fields_mut());
    }
}
