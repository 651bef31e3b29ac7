//! The facts of an SDK's source by class and member.
//!
//! In: facts in the order of files. Out: those of one class or member. It must not know the model's types.

use crate::{
    annotations::{Annotations, Key, Said, Subject},
    model::TypeId,
    naming::fold,
};
use indexmap::IndexMap;
use std::{
    collections::HashMap,
    sync::atomic::{AtomicBool, Ordering},
};

/// What SDKs put behind the name of an error where its fields are.
const ERROR_SUFFIXES: &[&str] = &["Payload", "Data"];

/// All classes.
pub struct Classes<'a> {
    /// In the order of the files, so that of several that say the same, the same one is named each time.
    by_place: IndexMap<(&'a str, String), Class<'a>>,
    /// The folders that have a class of this name.
    folders: HashMap<String, Vec<&'a str>>,
}

/// The facts of one class.
#[derive(Default)]
pub struct Class<'a> {
    is_used: AtomicBool,
    /// Of the class itself.
    pub own: Member<'a>,
    members: HashMap<String, Member<'a>>,
}

/// The facts of one member.
#[derive(Default, Clone)]
pub struct Member<'a>(Vec<&'a Said>);

impl<'a> Classes<'a> {
    pub fn new(facts: &'a Annotations) -> Self {
        let mut classes = Self { by_place: IndexMap::new(), folders: HashMap::new() };
        for (subject, said) in &facts.classes {
            classes.add(subject, said);
        }
        classes
    }

    fn add(&mut self, subject: &'a Subject, said: &'a Said) {
        let name = fold(&subject.class);
        let folders = self.folders.entry(name.clone()).or_default();
        if !folders.contains(&&*subject.folder) {
            folders.push(&subject.folder);
        }
        let class = self.by_place.entry((&subject.folder, name)).or_default();
        let member = match &*subject.member {
            "" => &mut class.own,
            name => class.members.entry(fold(name)).or_default(),
        };
        member.0.push(said);
    }

    /// The class of a type: in the folder of its page, else the only one of this name.
    pub fn of_type(&self, id: &TypeId, is_error: bool) -> Option<&Class<'a>> {
        let (module, title) = (id.module().to_lowercase(), id.title());
        let suffixes = if is_error { ERROR_SUFFIXES } else { &[] };
        let names = suffixes.iter().map(|suffix| format!("{title}{suffix}")).chain([title.to_owned()]);
        names.into_iter().find_map(|name| self.get(&module, &name))
    }

    /// A class by folder and name; by its name where no folder is known or only one has it.
    pub fn get(&self, folder: &str, name: &str) -> Option<&Class<'a>> {
        let name = fold(name);
        let folders = self.folders.get(&name)?;
        let folder = match folders.as_slice() {
            [only] => only,
            several => several.iter().find(|own| **own == below_models(folder))?,
        };
        let class = self.by_place.get(&(*folder, name))?;
        class.use_it();
        Some(class)
    }

    /// Whether the class of some facts was asked for.
    pub fn is_used(&self, subject: &Subject) -> bool {
        let class = self.by_place.get(&(&*subject.folder, fold(&subject.class)));
        class.is_some_and(|class| class.is_used.load(Ordering::Relaxed))
    }

    /// Every member of every class with a fact of this kind: the folded name, and its facts.
    pub fn members_with<'c>(&'c self, key: Key) -> impl Iterator<Item = (&'c str, &'c Member<'a>)> {
        let of_class = move |class: &'c Class<'a>| {
            let members = class.members.iter().filter(move |(_, member)| member.has(key));
            members.inspect(|_| class.use_it()).map(|(name, member)| (name.as_str(), member))
        };
        self.by_place.values().flat_map(of_class)
    }
}

/// How classes name the folder of a page: one right below `models` has no folder there.
fn below_models(module: &str) -> &str {
    if module == "models" { "" } else { module }
}

impl<'a> Class<'a> {
    fn use_it(&self) {
        self.is_used.store(true, Ordering::Relaxed);
    }

    /// Whether some member travels in the URL, in a header, or is the body.
    pub fn has_places(&self) -> bool {
        let places = [Key::Path, Key::Query, Key::Header, Key::Body];
        self.members.values().any(|member| places.iter().any(|key| member.has(*key)))
    }

    /// The facts of a member of this name, in whatever spelling.
    pub fn member(&self, name: &str) -> Option<&Member<'a>> {
        self.members.get(&fold(name))
    }
}

impl<'a> Member<'a> {
    /// The fact of a kind. Two that contradict one another cancel; one without a value gives way.
    pub fn one(&self, key: Key) -> Option<&'a Said> {
        let mut found = self.all(key).filter(|said| !said.value.is_empty());
        let Some(first) = found.next() else { return self.all(key).next() };
        found.all(|other| other.value == first.value).then_some(first)
    }

    /// All facts of a kind.
    pub fn all(&self, key: Key) -> impl Iterator<Item = &'a Said> {
        self.0.iter().copied().filter(move |said| said.key == key)
    }

    /// Whether there is a fact of this kind.
    pub fn has(&self, key: Key) -> bool {
        self.all(key).next().is_some()
    }

    /// The first fact of the first of some kinds that has a value.
    pub fn first_of(&self, keys: &[Key]) -> Option<&'a Said> {
        keys.iter().find_map(|key| self.one(*key).filter(|said| !said.value.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::Classes;
    use crate::{
        annotations::{Annotations, Key, Said, Subject},
        model::TypeId,
    };

    /// Two classes of one name, one right below `models` and one among the errors.
    #[test]
    fn a_page_right_below_models_is_of_the_class_there() {
        let fact = |folder: &str, wire: &str| {
            let subject = Subject { folder: folder.into(), class: "Storm".into(), member: "wind".into() };
            let said = Said { key: Key::Wire, value: wire.to_owned(), target: String::new(), file: 0, line: 1 };
            (subject, said)
        };
        let facts = Annotations {
            files: Vec::new(),
            classes: vec![fact("", "wind_force"), fact("errors", "gale")],
            calls: Vec::new(),
            api: Vec::new(),
        };
        let classes = Classes::new(&facts);
        let wire =
            |id: &str| Some(classes.of_type(&TypeId::new(id), false)?.member("wind")?.one(Key::Wire)?.value.clone());
        assert_eq!(wire("models/Storm").as_deref(), Some("wind_force"));
        assert_eq!(wire("errors/Storm").as_deref(), Some("gale"));
        assert_eq!(wire("components/Storm"), None);
    }
}
