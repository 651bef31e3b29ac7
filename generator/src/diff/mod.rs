//! What changed between two models: in the public Rust API, by cargo's rules for versions, and on the wire.
//!
//! In: two models as `model.json` has them. Out: changes, each with the bump that it asks for. It must not know where they come from.

mod items;
mod show;

use items::{Item, Kind, items};
use serde::Serialize;
use serde_json::Value;

/// What a change asks of the next version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// Users need not do anything.
    Patch,
    /// There is more than before.
    Minor,
    /// Code that compiled may no longer do so.
    Major,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it asks for.
    pub bump: Bump,
    /// The path of the item in Rust (`components::Pet.age`).
    pub item: String,
    /// What became of it, in words.
    pub what: String,
    /// Whether requests or responses differ.
    pub wire: bool,
}

/// All changes, the gravest first, then by item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The changes.
    pub changes: Vec<Change>,
}

impl Diff {
    /// What changed from one model to another.
    ///
    /// ```
    /// use serde_json::json;
    /// use tablature::diff::{Bump, Diff};
    /// let model = |types| json!({"types": types, "operations": []});
    /// let pet = json!({"a": {"rust": "Pet", "module": "components", "shape": "opaque"}});
    /// let diff = Diff::of(&model(pet), &model(json!({})));
    /// assert_eq!((diff.bump(), diff.changes[0].item.as_str()), (Some(Bump::Major), "components::Pet"));
    /// ```
    #[must_use]
    pub fn of(old: &Value, new: &Value) -> Self {
        let (old, new) = (items(old), items(new));
        let mut changes = Vec::new();
        for (path, item) in &old {
            match new.get(path) {
                Some(now) => changes.extend(changed(path, item, now)),
                // What belongs to something that is gone is not worth a line of its own.
                None if !has_gone(path, item, |owner| new.contains_key(owner)) => {}
                None => changes.push(gone(path, item)),
            }
        }
        for (path, item) in new.iter().filter(|(path, _)| !old.contains_key(*path)) {
            if has_gone(path, item, |owner| old.contains_key(owner)) {
                changes.push(added(path, item));
            }
        }
        changes.sort_by(|one, other| (other.bump, &one.item, &one.what).cmp(&(one.bump, &other.item, &other.what)));
        Self { changes }
    }

    /// What the changes ask for together; nothing if there is none.
    #[must_use]
    pub fn bump(&self) -> Option<Bump> {
        self.changes.iter().map(|change| change.bump).max()
    }
}

/// Whether an item came or went by itself, and not with what it belongs to.
fn has_gone(path: &str, item: &Item, is_there: impl Fn(&str) -> bool) -> bool {
    item.owner(path).is_none_or(is_there)
}

fn change(bump: Bump, path: &str, what: String, wire: bool) -> Change {
    Change { bump, item: path.to_owned(), what, wire }
}

fn gone(path: &str, item: &Item) -> Change {
    change(Bump::Major, path, format!("the {} is gone", item.kind.noun()), true)
}

/// What is new asks for more only where users have to name it: an argument of a constructor, a variant of an enum that is closed.
fn added(path: &str, item: &Item) -> Change {
    let noun = item.kind.noun();
    match item.kind {
        Kind::Field | Kind::Parameter if item.required => {
            change(Bump::Major, path, format!("a new required {noun}, which constructors take"), true)
        }
        Kind::Value if item.closed => change(Bump::Major, path, format!("a new {noun} of a closed enum"), true),
        _ => change(Bump::Minor, path, format!("a new {noun}"), true),
    }
}

fn changed(path: &str, old: &Item, new: &Item) -> Vec<Change> {
    if old.kind != new.kind {
        let what = format!("the {} is {} {} now", old.kind.noun(), new.kind.article(), new.kind.noun());
        return vec![change(Bump::Major, path, what, true)];
    }
    let from_to = |what: &str, old: &str, new: &str| format!("{what} was `{old}` and is `{new}`");
    let mut changes = Vec::new();
    if old.rust != new.rust {
        changes.push(change(Bump::Major, path, from_to("its type", &old.rust, &new.rust), true));
    } else if old.required != new.required {
        let words = |required| if required { "required" } else { "optional" };
        let what = format!("it was {} and is {}", words(old.required), words(new.required));
        changes.push(change(Bump::Major, path, what, true));
    }
    if old.wire != new.wire {
        changes.push(change(Bump::Patch, path, from_to("what travels", &old.wire, &new.wire), true));
    }
    if old.closed != new.closed {
        let words = |closed| if closed { "closed" } else { "open" };
        let what = format!("the enum was {} and is {}", words(old.closed), words(new.closed));
        changes.push(change(Bump::Major, path, what, false));
    }
    for name in old.traits.difference(&new.traits) {
        changes.push(change(Bump::Major, path, format!("it is no longer `{name}`"), false));
    }
    for name in new.traits.difference(&old.traits) {
        changes.push(change(Bump::Minor, path, format!("it is `{name}` now"), false));
    }
    changes
}
