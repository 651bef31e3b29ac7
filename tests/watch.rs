//! `tablature watch`: a run after each change, and a clean end.
//!
//! In: a small docs tree. Out: nothing. It waits for what is printed, however long that takes.

use crate::{
    docs::{Fixture, PET},
    program,
};
use std::{
    process::{Child, Command},
    thread::sleep,
    time::Duration,
};

/// How often to look before it is clear that nothing will come: a minute.
const LOOKS: usize = 600;

/// A run that is ended with the test, whatever becomes of it.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until standard error has so many lines, and gives the last.
fn line(fixture: &Fixture, count: usize) -> String {
    for _ in 0..LOOKS {
        let printed = std::fs::read_to_string(fixture.path("run/stderr")).unwrap_or_default();
        if let Some(line) = printed.lines().nth(count - 1).filter(|_| printed.ends_with('\n')) {
            return line.to_owned();
        }
        sleep(Duration::from_millis(100));
    }
    panic!("no line {count}: {}", fixture.read("run/stderr"));
}

#[test]
fn each_change_is_a_run_until_it_is_interrupted() {
    let fixture = Fixture::new();
    fixture.write("tablature.toml", "docs = \"docs\"\nout = \"out\"\nname = \"pet-api\"\nsource = \"none\"\n");
    fixture.generate();
    let mut watch = Watch(program::command(&fixture, &["watch"]).spawn().expect("it starts"));
    let last = (1..).map(|count| line(&fixture, count)).position(|line| line.starts_with("watching docs")).expect("it");

    fixture.write("docs/models/components/Pet.md", &PET.replace("`age`", "`years`"));
    let ran = line(&fixture, last + 2);
    assert!(ran.starts_with("out: 1 operation and ") && ran.contains("written"), "{ran}");
    assert!(fixture.read("out/src/api/components/pet.rs").contains("pub years:"));

    fixture.write("docs/models/components/Pet.md", &PET.replace("*String*", "*Strange*"));
    let failed = line(&fixture, last + 3);
    assert!(failed.starts_with("error[T0202]"), "an error ends a run, and not the watch: {failed}");

    let interrupted = Command::new("kill").args(["-INT", &watch.0.id().to_string()]).status().expect("kill");
    assert!(interrupted.success());
    assert_eq!(watch.0.wait().expect("it ends").code(), Some(0));
}
