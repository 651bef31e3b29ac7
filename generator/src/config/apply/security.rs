//! Kinds of credentials.
//!
//! In: a rule and the model. Out: the model with that kind wherever the credentials are named. It must not know requests.

use crate::{
    config::{Applied, Rule, SecurityOverride},
    model::{Auth, Fact, Key, KeyPlace, Model, SecurityScheme},
};

pub(super) fn apply_security(rule: &Rule<SecurityOverride>, model: &mut Model, applied: &mut Applied) {
    let own = model.operations.iter_mut().flat_map(|operation| match &mut operation.auth.value {
        Auth::Own(schemes) => schemes.as_mut_slice(),
        Auth::Global | Auth::Public => &mut [],
    });
    for scheme in model.security.iter_mut().chain(own).filter(|scheme| rule.value.scheme.matches(&scheme.shown)) {
        settle_scheme(&rule.value, scheme);
        applied.mark_used(rule);
    }
}

fn settle_scheme(rule: &SecurityOverride, scheme: &mut SecurityScheme) {
    scheme.kind = Fact::overridden(rule.kind);
    if let Some(name) = &rule.header {
        scheme.key = Some(Fact::overridden(Key { place: KeyPlace::Header, name: name.clone() }));
    }
}
