//! The workflows, the action and the hook: they are YAML, their jobs have what a job needs, and their scripts are shell.
//!
//! In: the files. Out: nothing. What the scripts do is looked at in `steps`.

mod steps;

use crate::workspace;
use saphyr::{LoadableYamlNode, Yaml};
use std::process::Command;

fn parsed(path: &str) -> Yaml<'static> {
    let text = std::fs::read_to_string(workspace().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let text: &'static str = text.leak();
    Yaml::load_from_str(text).unwrap_or_else(|error| panic!("{path}: {error}")).remove(0)
}

fn workflows() -> Vec<String> {
    let folder = workspace().join(".github/workflows");
    let entries = std::fs::read_dir(folder).expect("workflows");
    let names = entries.map(|entry| entry.expect("a workflow").file_name().to_string_lossy().into_owned());
    names.map(|name| format!(".github/workflows/{name}")).collect()
}

/// Each step uses an action of a version, or runs a script that a shell can read.
fn look_at_steps(path: &str, steps: &Yaml<'_>) {
    for step in steps.as_vec().unwrap_or_else(|| panic!("{path}: no steps")) {
        match (step.as_mapping_get("uses"), step.as_mapping_get("run")) {
            (Some(uses), None) => {
                assert!(uses.as_str().is_some_and(|it| it.contains('@')), "{path}: {uses:?}");
            }
            (None, Some(run)) => is_shell(path, run.as_str().unwrap_or_default()),
            _ => panic!("{path}: a step that neither uses nor runs something: {step:?}"),
        }
    }
}

/// What GitHub fills in is a word to the shell.
fn is_shell(path: &str, script: &str) {
    let filled: String = script.split("${{").enumerate().map(|(at, part)| filled(at, part)).collect();
    let ran = Command::new("bash").args(["-n", "-c", &filled]).output().expect("bash");
    assert!(!script.is_empty() && ran.status.success(), "{path}: {}", String::from_utf8_lossy(&ran.stderr));
}

fn filled(at: usize, part: &str) -> String {
    match part.split_once("}}") {
        Some((_, rest)) if at > 0 => format!("word{rest}"),
        _ => part.to_owned(),
    }
}

#[test]
fn jobs_are_whole() {
    let paths = workflows();
    assert!(paths.len() >= 3, "{paths:?}");
    for path in paths {
        let workflow = parsed(&path);
        assert!(workflow.as_mapping_get("on").is_some() && workflow.as_mapping_get("permissions").is_some(), "{path}");
        for (name, job) in workflow.as_mapping_get("jobs").and_then(Yaml::as_mapping).expect("jobs") {
            assert!(job.as_mapping_get("runs-on").is_some(), "{path}: {name:?} runs nowhere");
            look_at_steps(&path, job.as_mapping_get("steps").expect("steps"));
        }
    }
}

#[test]
fn the_action_and_the_hook_are_whole() {
    let action = parsed("action.yml");
    let runs = action.as_mapping_get("runs").expect("it runs");
    look_at_steps("action.yml", runs.as_mapping_get("steps").expect("steps"));
    let hooks = parsed(".pre-commit-hooks.yaml");
    let hook = &hooks.as_vec().expect("hooks")[0];
    assert_eq!(hook.as_mapping_get("entry").and_then(Yaml::as_str), Some("tablature check"));
}
