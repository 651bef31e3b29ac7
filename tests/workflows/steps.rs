//! The scripts of workflows and action, run step by step as a runner would.
//!
//! In: the steps of the files, and a repository with a crate. Out: nothing. `cargo` and `gh` are stand-ins that write down what they
//! are asked for; `tablature` is this test's own program, and git is the real one.

use super::parsed;
use crate::{
    docs::{Fixture, PAGES, PET},
    program,
};
use saphyr::Yaml;
use std::{
    fs::create_dir_all,
    process::{Command, Output},
};

/// Builds the tool by copying it, and writes down what it is asked for.
const CARGO: &str = "#!/bin/sh
echo \"cargo $*\" >> \"$ASKED\"
if [ \"$1\" = build ]; then mkdir -p target/release && cp \"$(command -v tablature)\" target/release/tablature; fi
";

/// There is no pull request yet where one is to be made, and one where it is to be edited.
const GH: &str = "#!/bin/sh
echo \"gh $*\" >> \"$ASKED\"
";

/// What the SDK's source states of a field.
const SOURCE: &str = "public class Pet {
    @JsonProperty(\"NAME\")
    private String name;
}
";

const NEWER: &str = "| `nick` | *Optional\\<String>* | :heavy_minus_sign: | Another name. |\n";

/// The script of a step, by a word that only it has, with what GitHub would fill in.
fn script(path: &str, job: Option<&str>, word: &str, filled: &[(&str, &str)]) -> String {
    let file = parsed(path);
    let job = match job {
        Some(name) => file.as_mapping_get("jobs").and_then(|jobs| jobs.as_mapping_get(name)),
        None => file.as_mapping_get("runs"),
    };
    let steps = job.and_then(|job| job.as_mapping_get("steps")).and_then(Yaml::as_vec).expect("steps");
    let scripts = steps.iter().filter_map(|step| step.as_mapping_get("run").and_then(Yaml::as_str));
    let found: Vec<&str> = scripts.filter(|script| script.contains(word)).collect();
    assert_eq!(found.len(), 1, "{path}: one step with `{word}`");
    filled.iter().fold(found[0].to_owned(), |script, (hole, text)| script.replace(&format!("${{{{ {hole} }}}}"), text))
}

/// A repository in `work` with a crate of the vendor's docs, and the programs that steps call.
fn repository() -> Fixture {
    let fixture = Fixture::empty();
    for (path, text) in PAGES {
        fixture.write(&format!("sdk/docs/{path}"), text);
    }
    fixture.write("sdk/USAGE.md", "A first call.\n");
    fixture.write("sdk/src/main/java/pets/models/components/Pet.java", SOURCE);
    for (name, text) in [("tablature", program::script(&fixture).as_str()), ("cargo", CARGO), ("gh", GH)] {
        program::install(&fixture, &format!("bin/{name}"), text);
    }
    for folder in ["work", "temp"] {
        create_dir_all(fixture.path(folder)).expect("a folder");
    }
    let made =
        "tablature init made --docs ../sdk/docs --name pet-api 2> /dev/null && mv made/.??* made/* . && rmdir made
git init -q && git add --all && git -c user.name=me -c user.email=me@example.com commit -q -m 'A crate'
git init -q --bare ../origin.git && git remote add origin ../origin.git";
    succeeds(&run(&fixture, made, &[]));
    fixture
}

/// Runs a script in `work` as GitHub's runner does.
fn run(fixture: &Fixture, script: &str, variables: &[(&str, &str)]) -> Output {
    fixture.write("script", script);
    let path = format!("{}:{}", fixture.path("bin"), std::env::var("PATH").unwrap_or_default());
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", fixture.path("script").as_str()]);
    bash.current_dir(fixture.path("work")).env("PATH", path).env("ASKED", fixture.path("asked").as_str());
    bash.env("RUNNER_TEMP", fixture.path("temp").as_str());
    bash.env("GITHUB_STEP_SUMMARY", fixture.path("summary").as_str());
    bash.envs(variables.iter().copied()).output().expect("bash")
}

fn succeeds(ran: &Output) {
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn the_vendor_is_followed_by_a_pull_request() {
    let fixture = repository();
    let step = |word| script(".github/workflows/update.yml", Some("update"), word, &[]);
    for (path, text) in PAGES {
        let newer = if *text == PET { format!("{PET}{NEWER}") } else { (*text).to_owned() };
        fixture.write(&format!("work/vendor/docs/{path}"), &newer);
    }
    fixture.write("work/vendor/src/main/java/pets/models/components/Pet.java", &SOURCE.replace("NAME", "Name"));
    for word in ["mv vendor", "update --docs", "gh pr create"] {
        succeeds(&run(&fixture, &step(word), &[]));
    }
    let asked = fixture.read("asked");
    assert!(asked.contains("gh pr create --head update-docs"), "{asked}");
    let changes = fixture.read("temp/changes.md");
    for change in ["- `components::Pet.nick`: a new field", "what travels was `NAME` and is `Name`"] {
        assert!(changes.contains(change), "{changes}");
    }
    let pushed = run(&fixture, "git -C ../origin.git show --stat update-docs", &[]);
    let pushed = String::from_utf8(pushed.stdout).expect("UTF-8");
    assert!(pushed.contains("src/api/components/pet.rs") && !pushed.contains("vendor/"), "{pushed}");

    for word in ["update --docs", "gh pr create"] {
        succeeds(&run(&fixture, &step(word), &[]));
    }
    assert_eq!(fixture.read("summary"), "The docs are as they were.\n");
}

#[test]
fn the_action_checks_and_tells_what_changed() {
    let fixture = repository();
    let step = |word| script("action.yml", None, word, &[]);
    let variables = [("CONFIG", "tablature.toml"), ("AGAINST", "HEAD"), ("SOURCE", "/action")];
    succeeds(&run(&fixture, &step("cargo install"), &variables));
    assert_eq!(fixture.read("asked"), "cargo install --path /action/generator --locked\n");
    fixture.write("work/specs/docs/models/components/Pet.md", &format!("{PET}{NEWER}"));
    succeeds(&run(&fixture, &step("tablature diff"), &variables));
    assert!(fixture.read("summary").contains("- `components::Pet.nick`: a new field"), "{}", fixture.read("summary"));
    let drifted = run(&fixture, &step("tablature check"), &variables);
    assert_eq!(drifted.status.code(), Some(1), "{}", String::from_utf8_lossy(&drifted.stderr));

    let nowhere = [("CONFIG", "tablature.toml"), ("AGAINST", "0000000")];
    succeeds(&run(&fixture, &step("tablature diff"), &nowhere));
    assert!(fixture.read("summary").ends_with("There is no model to compare with at `0000000`.\n"));
}

/// Gives the archive that the release's own step has packed.
const CURL: &str = "#!/bin/sh
while [ \"$1\" != --output ]; do shift; done
cp \"$RELEASED/$2\" \"$2\" && echo \"curl $3\" >> \"$ASKED\"
";

#[test]
fn the_action_takes_the_binary_of_a_release() {
    let fixture = repository();
    program::install(&fixture, "bin/curl", CURL);
    let archive = "tablature-aarch64-unknown-linux-gnu-v1.2.3";
    fixture.write(&format!("work/{archive}/tablature"), "text");
    succeeds(&run(
        &fixture,
        &format!("tar -czf {archive}.tgz {archive} && sha256sum {archive}.tgz > {archive}.tgz.sha256"),
        &[],
    ));
    let take = script("action.yml", None, "RUNNER_ARCH", &[]);
    let (released, paths) = (fixture.path("work"), fixture.path("paths"));
    let variables = |arch| {
        let fixed = [("RELEASED", released.as_str()), ("GITHUB_PATH", paths.as_str()), ("RUNNER_OS", "Linux")];
        [&fixed[..], &[("RUNNER_ARCH", arch), ("VERSION", "1.2.3"), ("RELEASES", "https://example.com")]].concat()
    };
    succeeds(&run(&fixture, &take, &variables("ARM64")));
    assert_eq!(fixture.read("paths"), format!("{}\n", fixture.path("temp").join(archive)));
    assert!(fixture.read("asked").contains(&format!("curl https://example.com/v1.2.3/{archive}.tgz\n")));

    fixture.write(&format!("work/{archive}.tgz"), "another's");
    for arch in ["ARM64", "RISCV"] {
        assert!(!run(&fixture, &take, &variables(arch)).status.success(), "{arch}");
    }
}

#[test]
fn an_archive_holds_the_program_and_its_notices() {
    let fixture = repository();
    let path = ".github/workflows/release.yml";
    let kept = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "docs/third-party.md"];
    for file in [&kept[..], &["target/any/release/tablature", "target/any/release/tablature.d"]].concat() {
        fixture.write(&format!("work/{file}"), "text");
    }
    let pack = script(path, Some("build"), "sha256sum", &[("matrix.target", "any")]);
    succeeds(&run(&fixture, &pack, &[("ARCHIVE", "tablature-any-v1.2.3")]));
    let look = "sha256sum --check --quiet *.sha256 && tar -tzf *.tgz | LC_ALL=C sort";
    let names = run(&fixture, look, &[]);
    let names = String::from_utf8(names.stdout).expect("UTF-8").replace("tablature-any-v1.2.3/", "");
    let expected = ["", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "tablature", "third-party.md"];
    assert_eq!(names.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_tag_that_is_not_the_version_is_refused() {
    let fixture = repository();
    let manifest = "[workspace.package]\nversion = \"1.2.3\"\n";
    fixture.write("work/CHANGELOG.md", "# Changelog\n\n## 1.2.3\n");
    let look = script(".github/workflows/release.yml", Some("publish"), "GITHUB_REF_NAME#v", &[]);
    let placed = format!("{manifest}repository = \"https://example.com/owner/tablature\"\n");
    for (manifest, tag, is_it) in [(&*placed, "v1.2.3", true), (&placed, "v1.2.4", false), (manifest, "v1.2.3", false)]
    {
        fixture.write("work/Cargo.toml", manifest);
        assert_eq!(run(&fixture, &look, &[("GITHUB_REF_NAME", tag)]).status.success(), is_it, "{tag}: {manifest}");
    }
}
