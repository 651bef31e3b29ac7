//! Facts of source as a file of facts has them, each on a line of its own.
//!
//! In: facts such as `of = "mast", wire = "MAST"`. Out: text. It must not know what they lead to.

/// The facts of a class, such as `components/Ship`.
pub fn class(name: &str, facts: &[&str]) -> String {
    format!("[[sdk.class]]\nname = \"{name}\"\nfile = \"{name}.src\"\n{}", numbered(facts))
}

/// The facts of a call: its method and path (`GET /ships`), and its id.
pub fn call(url: &str, id: &str, facts: &[&str]) -> String {
    let (method, path) = url.split_once(' ').unwrap_or_else(|| panic!("a method and a path: {url}"));
    let head = format!("id = \"{id}\"\nname = \"{id}\"\nmethod = \"{method}\"\npath = \"{path}\"\n");
    format!("[[sdk.operation]]\n{head}file = \"calls.src\"\nline = 1\n{}", numbered(facts))
}

/// What the lockfile's examples of an operation show.
pub fn example(operation: &str, facts: &[&str]) -> String {
    format!("[[sdk.example]]\noperation = \"{operation}\"\n{}", numbered(facts))
}

fn numbered(facts: &[&str]) -> String {
    let lines = facts.iter().zip(1..).map(|(fact, line)| format!("{{ {fact}, line = {line} }},\n"));
    format!("facts = [\n{}]\n", lines.collect::<String>())
}
