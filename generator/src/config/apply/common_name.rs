//! The name that the pages of like types have in common.
//!
//! In: groups of types. Out: an id for each group, or none where no name is good and free. It must not know what makes types
//! alike.

use crate::{
    model::{Model, TypeId},
    naming::type_name,
};
use heck::ToSnakeCase;
use std::collections::{HashMap, HashSet};

/// Words that name nothing by themselves.
const EMPTY: &[&str] =
    &["api", "body", "data", "form", "input", "object", "output", "request", "response", "type", "value"];

/// The ids of merged types, in the order of the groups.
pub(super) fn names(model: &Model, groups: &[Vec<TypeId>]) -> Vec<Option<TypeId>> {
    let operations: Vec<Vec<String>> = model.operations.iter().map(|operation| words(&operation.rust)).collect();
    let wanted: Vec<Option<TypeId>> = groups.iter().map(|group| common(group, &operations)).collect();
    let mut uses: HashMap<TypeId, usize> = HashMap::new();
    for id in wanted.iter().flatten() {
        *uses.entry(folded(id)).or_default() += 1;
    }
    let taken: HashSet<TypeId> = model.types.keys().map(folded).collect();
    let free = |id: &TypeId| uses[&folded(id)] == 1 && !taken.contains(&folded(id));
    wanted.into_iter().map(|id| id.filter(free)).collect()
}

/// Ids that would give one Rust name are one.
fn folded(id: &TypeId) -> TypeId {
    let (folder, name) = id.parts();
    TypeId::new(&format!("{folder}/{}", type_name(&name.replace('#', " "))))
}

/// The words that all names have, in their order, once the names of operations are off.
fn common(group: &[TypeId], operations: &[Vec<String>]) -> Option<TypeId> {
    let names = group.iter().map(|id| without_operation(words(id.parts().1), operations));
    let words = names.reduce(|left, right| shared(&left, &right))?;
    let says_something = words.iter().any(|word| !EMPTY.contains(&word.as_str()));
    says_something.then(|| TypeId::new(&format!("{}/{}", group[0].module(), type_name(&words.join("_")))))
}

fn words(name: &str) -> Vec<String> {
    name.replace('#', "_").to_snake_case().split('_').map(str::to_owned).collect()
}

fn without_operation(name: Vec<String>, operations: &[Vec<String>]) -> Vec<String> {
    let fits = operations.iter().filter(|operation| name.len() > operation.len() && name.starts_with(operation));
    let longest = fits.map(Vec::len).max().unwrap_or(0);
    name[longest..].to_vec()
}

/// The longest list of words that both have in this order.
fn shared(left: &[String], right: &[String]) -> Vec<String> {
    let mut best = vec![vec![Vec::new(); right.len() + 1]; left.len() + 1];
    for (row, word) in left.iter().enumerate() {
        for (column, other) in right.iter().enumerate() {
            best[row + 1][column + 1] = if word == other {
                [best[row][column].as_slice(), &[word]].concat()
            } else if best[row + 1][column].len() >= best[row][column + 1].len() {
                best[row + 1][column].clone()
            } else {
                best[row][column + 1].clone()
            };
        }
    }
    best[left.len()][right.len()].iter().map(|word| (*word).clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ids: &[&str], expected: Option<&str>) {
        let group: Vec<TypeId> = ids.iter().map(|id| TypeId::new(id)).collect();
        let operations = [words("GetPetApi"), words("GetPetApiForm"), words("List")];
        assert_eq!(common(&group, &operations), expected.map(TypeId::new), "{ids:?}");
    }

    #[test]
    fn names_of_operations_are_no_common_words() {
        check(&["o/GetPetApiOwner", "o/GetPetApiFormOwnerRequest", "o/ListOwnerResponse"], Some("o/Owner"));
        check(&["o/GetPetApiResponse", "o/ListResponse"], None);
        check(&["o/PetColor", "o/DogColor", "o/Cat#color"], Some("o/Color"));
        check(&["o/Pet", "o/Dog"], None);
    }
}
