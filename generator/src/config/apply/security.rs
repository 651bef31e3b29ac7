//! Kinds of credentials, and servers.
//!
//! In: rules and the model. Out: the model with that kind wherever the credentials are named, and with those servers. It must not know requests.

use crate::{
    config::{Applied, Rule, SecurityOverride, ServerOverride},
    model::{Fact, Key, KeyPlace, Model, SecurityScheme, Server},
};

/// A rule that names a scheme which is not there applies to nothing.
pub(super) fn apply_security(rule: &Rule<SecurityOverride>, model: &mut Model, applied: &mut Applied) {
    let company = company(&rule.value, model);
    if company == Company::Unknown {
        return;
    }
    for scheme in model.schemes_mut().filter(|scheme| rule.value.scheme.matches(&scheme.doc_name)) {
        settle_scheme(&rule.value, scheme);
        if let Company::Of(leader) = &company
            && *leader != scheme.doc_name
        {
            scheme.with = Some(Fact::overridden(leader.clone()));
        }
        applied.mark_used(rule);
    }
}

/// What a rule says of the scheme that its schemes are sent together with.
#[derive(PartialEq)]
enum Company {
    /// Nothing.
    Unsaid,
    /// That it is the one of this name.
    Of(String),
    /// A name that no scheme has.
    Unknown,
}

fn company(rule: &SecurityOverride, model: &mut Model) -> Company {
    let Some(with) = &rule.with else { return Company::Unsaid };
    let leader = model.schemes_mut().find(|scheme| with.matches(&scheme.doc_name));
    leader.map_or(Company::Unknown, |leader| Company::Of(leader.doc_name.clone()))
}

pub(super) fn apply_servers(rules: &[Rule<ServerOverride>], model: &mut Model, applied: &mut Applied) {
    if !rules.is_empty() {
        model.servers = rules.iter().map(server).collect();
    }
    rules.iter().for_each(|rule| applied.mark_used(rule));
}

fn server(rule: &Rule<ServerOverride>) -> Server {
    let ServerOverride { url, description, .. } = rule.value.clone();
    let url = Fact::overridden(url.trim_end_matches('/').to_owned());
    Server { name: None, url, description, variables: Vec::new() }
}

fn settle_scheme(rule: &SecurityOverride, scheme: &mut SecurityScheme) {
    scheme.kind = Fact::overridden(rule.kind);
    if let Some(name) = &rule.header {
        scheme.key = Some(Fact::overridden(Key { place: KeyPlace::Header, name: name.clone() }));
    }
}
