//! What endpoints are called: the heading of their section, unless two of a group are called alike.
//!
//! In: group pages. Out: nothing.

use super::fixture::Tree;

fn section(heading: &str, id: &str) -> String {
    let usage = format!("<!-- UsageSnippet language=\"python\" operationID=\"{id}\" method=\"get\" path=\"/{id}\" -->");
    format!("## {heading}\n\n### Example Usage\n\n{usage}\n```python\ncall()\n```\n\n")
}

fn names(sections: &[(&str, &str)], by_id: bool) -> Vec<String> {
    let text: String = sections.iter().map(|(heading, id)| section(heading, id)).collect();
    let operations = Tree::of("python").section(&text).named_by_id(by_id).model().operations;
    operations.into_iter().map(|operation| operation.rust).collect()
}

#[test]
fn headings_name_endpoints() {
    let sections = [("list_all", "pets_v1_get"), ("update", "pets_v1_put")];
    assert_eq!(names(&sections, false), ["ListAll", "Update"]);
    assert_eq!(names(&sections, true), ["PetsV1Get", "PetsV1Put"]);
}

#[test]
fn those_that_would_be_called_alike_keep_their_operation_ids() {
    let sections = [("list", "pets_get"), ("List", "dogs_get"), ("update", "pets_put"), ("$", "pets_post")];
    assert_eq!(names(&sections, false), ["DogsGet", "PetsGet", "PetsPost", "Update"]);
    let sections = [("list", "pets_get"), ("pets_get", "dogs_get")];
    assert_eq!(names(&sections, false), ["DogsGet", "List"], "no name changes hands");
}
