//! Servers, of the API and of single operations.
//!
//! In: the lists of the source. Out: the model's servers, where it has none.

use super::Settler;
use crate::{
    annotations::{Call, Key, Said},
    model::{Model, Server},
    naming::fold,
};

pub fn settle(settler: &Settler<'_>, model: &mut Model) {
    if model.servers.is_empty() {
        model.servers = servers(settler, settler.facts.api.iter().filter(|said| said.key == Key::Server));
    }
}

/// The servers of one operation, where they are not the API's.
pub fn of_call(settler: &Settler<'_>, call: &Call, model: &[Server]) -> Vec<Server> {
    let mut listed: Vec<&Said> = call.all(Key::Server).collect();
    if let Some(class) = call.first(Key::Servers) {
        let same = settler.facts.classes.iter().filter(|(subject, _)| fold(&subject.class) == fold(&class.value));
        listed.extend(same.map(|(_, said)| said).filter(|said| said.key == Key::Server));
    }
    let own = servers(settler, listed.into_iter());
    let urls = |servers: &[Server]| servers.iter().map(|server| server.url.value.clone()).collect::<Vec<_>>();
    if urls(&own) == urls(model) { Vec::new() } else { own }
}

fn servers<'s>(settler: &Settler<'_>, said: impl Iterator<Item = &'s Said>) -> Vec<Server> {
    let server = |said: &Said| Server {
        name: Some(said.target.clone()).filter(|name| !name.is_empty()),
        url: settler.read(said.value.trim_end_matches('/').to_owned(), said),
        description: None,
        variables: Vec::new(),
    };
    said.map(server).collect()
}
