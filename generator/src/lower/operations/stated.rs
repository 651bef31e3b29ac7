//! What the source of the SDK says of an operation's request and errors, before they are taken apart.
//!
//! In: what the source says, and a section. Out: which argument is the body and where others travel, each with its place. It must not
//! know types or model pages.

use super::{
    place::{Placed, Spot},
    written::Usage,
};
use crate::{
    annotations::{Annotations, Call, Example, Key, Said},
    lower::{
        settle_source::{Class, OperationKey, SourceFacts, place_in, shown_place, stated_place},
        vocabulary::REQUEST_ARGUMENT,
    },
    model::{Basis, ErrorStatus, Evidence, Place},
    naming::fold,
};

/// What is said of one operation's request.
pub struct StatedRequest<'s> {
    source: &'s SourceFacts<'s>,
    call: Option<&'s Call>,
    class: Option<(&'s Class<'s>, &'s Said)>,
    examples: &'s [&'s Example],
}

impl<'s> StatedRequest<'s> {
    /// Looks an operation up.
    pub fn of(source: &'s SourceFacts<'s>, usage: &Usage) -> Self {
        let Usage { id, method, path, fragment, .. } = usage;
        let call = source.call(&OperationKey { method, path, fragment: fragment.as_deref(), id });
        let class = call.and_then(|call| source.class_of(call, Key::Request));
        Self { source, call, class, examples: source.examples(id) }
    }

    /// The name of the class of the arguments.
    pub fn class(&self) -> Option<&'s str> {
        self.class.map(|(_, said)| said.value.as_str())
    }

    /// Why it is known that the arguments are the body as a whole.
    pub fn whole(&self) -> Option<Basis> {
        let payload = self.call?.first(Key::Payload)?;
        // Where the kind of the body is stated with it, it has a name even as a whole.
        let is_request = !payload.target.is_empty() && fold(&payload.value) == REQUEST_ARGUMENT;
        let is_whole = payload.value.is_empty() || is_request;
        (is_whole && self.body_member(&payload.value).is_none()).then(|| self.basis(payload))
    }

    /// Whether the arguments travel in several places, or other than as a body.
    pub fn has_parts(&self) -> bool {
        self.class.is_some_and(|(class, _)| class.has_places()) || self.call.is_some_and(says_places)
    }

    /// Where an argument travels.
    pub fn placed(&self, argument: &str) -> Option<Placed> {
        self.by_source(argument).or_else(|| self.by_example(argument))
    }

    /// The statuses of the errors whose body a member of the response's class takes.
    pub fn error_statuses(&self, member: &str) -> Vec<ErrorStatus> {
        let said = self.call.into_iter().flat_map(|call| call.all(Key::ErrorMember));
        let of_member = said.filter(|said| fold(&said.target) == fold(member));
        of_member.filter_map(|said| ErrorStatus::read(&said.value)).flatten().collect()
    }

    /// The name on the wire and the place of an argument of the client that the operation sends.
    pub fn of_client(&self, argument: &str) -> Option<(String, Place, Basis)> {
        let call = self.call?;
        let said = call.all(Key::ClientArgument).find(|said| fold(&said.target) == fold(argument));
        if let Some(said) = said {
            return Some((said.value.clone(), place_in(call, &said.value)?, self.basis(said)));
        }
        let found = stated_place(call, self.source.class_of(call, Key::Globals)?.0, argument)?;
        Some((found.wire, found.place, self.basis(found.said)))
    }

    fn by_source(&self, argument: &str) -> Option<Placed> {
        let (call, (class, _)) = (self.call?, self.class?);
        if let Some(found) = stated_place(call, class, argument) {
            return Some(Placed { spot: spot(found.place, found.wire), basis: self.basis(found.said) });
        }
        let named = call.first(Key::Payload).filter(|said| fold(&said.value) == fold(argument));
        let said = self.body_member(argument).or_else(|| named.filter(|_| self.whole().is_none()))?;
        Some(Placed { spot: Spot::Body, basis: self.basis(said) })
    }

    fn by_example(&self, argument: &str) -> Option<Placed> {
        let (name, place, line) = shown_place(self.examples, |name| fold(name) == fold(argument))?;
        let basis = Basis::Read(Evidence::Lockfile, self.source.in_lock(line));
        Some(Placed { spot: spot(place, name.to_owned()), basis })
    }

    /// What says that a member is the body.
    fn body_member(&self, name: &str) -> Option<&'s Said> {
        let (class, _) = self.class?;
        class.member(name)?.one(Key::Body)
    }

    fn basis(&self, said: &Said) -> Basis {
        Basis::Read(Evidence::Annotation, Annotations::at(self.source.facts, said))
    }
}

fn says_places(call: &Call) -> bool {
    call.first(Key::Parameter).is_some() || call.first(Key::Payload).is_some_and(|said| !said.value.is_empty())
}

fn spot(place: Place, wire: String) -> Spot {
    match place {
        Place::Path => Spot::Path(wire),
        Place::Query => Spot::Query,
        Place::Header => Spot::Header,
    }
}
