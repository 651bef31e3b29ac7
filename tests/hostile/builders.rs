//! Builders: what is missing is named by the compiler, for structs and for endpoints, however much is required.
//!
//! In: a docs tree, and programs that use its crate. Out: what the compiler says.

use super::{compiles::run_cargo, operation, page, usage};
use crate::docs::Fixture;

const PROGRAM: &str = "use pet_api::{components::Pet, endpoints::pets::{Few, Get}};

fn main() {
    let pet = Pet::builder().f39(\"x\").ALL.build();
    let get = Get::builder().e(\"x\").d(\"x\").c(\"x\").b(\"x\").FIRST.build();
    let few = Few::builder().with(\"x\").build();
    println!(\"{}\", pet.f0.len() + get.a.len() + few.with.len());
}
";

#[test]
fn the_compiler_names_the_field_that_is_missing() {
    let fixture = Fixture::empty();
    let names: Vec<String> = (0..40).map(|at| format!("f{at}")).collect();
    let fields: Vec<_> = names.iter().map(|name| (name.as_str(), "String", "x")).collect();
    fixture.write("docs/models/components/Pet.md", &page("Pet", &fields));
    let section = operation("get", &usage("get", "get", "/x"), &["a", "b", "c", "d", "e"]);
    let few = operation("few", &usage("few", "get", "/y"), &["with"]);
    fixture.write("docs/sdks/pets/README.md", &format!("# Pets\n\n{section}\n{few}"));
    fixture.generate();
    let check = |all: &str, first: &str| {
        fixture.write("out/examples/program.rs", &PROGRAM.replace("ALL", all).replace("FIRST", first));
        let ran = run_cargo(&fixture, &["check", "--example", "program"]);
        (ran.status.success(), String::from_utf8_lossy(&ran.stderr).into_owned())
    };
    let all: Vec<String> = names.iter().map(|name| format!("{name}(\"x\")")).collect();
    let but_one = all.iter().filter(|setter| !setter.starts_with("f33(")).cloned().collect::<Vec<_>>();
    let (_, said) = check(&but_one.join("."), "c(\"x\")");
    for field in ["f33", "a"] {
        let told = format!("missing::{field}>: pet_api::support::builder::IsSet` is not satisfied");
        assert!(said.contains(&told), "{said}");
    }
    let (succeeds, said) = check(&all.join("."), "a(\"x\")");
    assert!(succeeds, "{said}");
}
