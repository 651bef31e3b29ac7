//! Files that are read: how much of them, and what is said of those that cannot be.
//!
//! In: files on disk. Out: nothing.

use crate::docs::Fixture;
use std::error::Error as _;
use tablature::{
    Builder, config,
    source::{Diagnostics, Sources, load, maybe_sdk, read_bounded, read_sdk, sdk_beside},
};

#[test]
fn files_are_read_up_to_their_limit() {
    let fixture = Fixture::empty();
    fixture.write("a", "12345");
    let read = |limit: u64| read_bounded(&fixture.path("a"), limit).map_err(|error| error.to_string());
    assert_eq!([read(5), read(6)], [Ok(b"12345".to_vec()), Ok(b"12345".to_vec())]);
    assert_eq!(read(4), Err("it has 1 MB, and at most 1 are read".to_owned()));
    let of = |path: &str| read_bounded(&fixture.path(path), 5).map_err(|error| error.to_string());
    assert_eq!(of(""), Err("it is a folder".to_owned()));
    assert!(of("b").is_err_and(|error| error.contains("No such file")));
    assert_eq!(
        read_bounded("/dev/null".into(), 5).map_err(|error| error.to_string()),
        Err("it is a pipe or a device".to_owned())
    );
}

#[test]
fn what_cannot_be_read_is_said_with_its_cause() {
    let fixture = Fixture::empty();
    let missing = fixture.path("missing");
    let error = load(std::slice::from_ref(&missing), &mut Diagnostics::default()).expect_err("no folder");
    assert_eq!(error.to_string(), format!("cannot read `{missing}`: no such file or folder"));
    assert_eq!(error.source().map(ToString::to_string), Some("no such file or folder".to_owned()));
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let error = config::read(&missing, &mut sources, &mut found).expect_err("no file");
    let cause = error.source().expect("a cause").to_string();
    assert_eq!(error.to_string(), format!("cannot read `{missing}`: {cause}"));
    fixture.write("tablature.toml", "overrides = 'rules/none.toml'\n");
    let error = config::read(&fixture.path("tablature.toml"), &mut sources, &mut found).expect_err("no file");
    assert!(error.to_string().starts_with(&format!("cannot read `{}`: ", fixture.path("rules/none.toml"))), "{error}");
}

/// Paths in a file start from its folder.
#[test]
fn settings_name_paths_from_their_folder() {
    let fixture = Fixture::empty();
    fixture.write(
        "deep/own.toml",
        "docs = ['a/../b', './c']\nout = 'o'\nsource = '../sdk'\noverrides = 'rules.toml'\nfacts = 'f.toml'\n",
    );
    fixture.write("deep/rules.toml", "[[server]]\nurl = 'https://a.example'\nreason = 'x'\n");
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let config = config::read(&fixture.path("deep/own.toml"), &mut sources, &mut found).expect("a configuration");
    assert_eq!(config.docs, [fixture.path("deep/a/../b"), fixture.path("deep/c")]);
    assert_eq!((config.out, config.facts_file), (Some(fixture.path("deep/o")), Some(fixture.path("deep/f.toml"))));
    assert_eq!(config.source, config::SdkSource::Folder(fixture.path("deep/../sdk")));
    assert_eq!((config.overrides_file, config.overrides.servers.len()), (Some(fixture.path("deep/rules.toml")), 1));
    fixture.write("own.toml", "source = 'none'\n");
    let config = config::read(&fixture.path("own.toml"), &mut sources, &mut found).expect("a configuration");
    assert_eq!(config.source, config::SdkSource::None);
}

#[test]
fn the_wanted_files_of_an_sdk_are_read() {
    let fixture = Fixture::empty();
    for path in [
        "src/b.ts",
        "src/a.ts",
        "src/a.txt",
        "node_modules/x.ts",
        ".hidden/x.ts",
        "docs/x.ts",
        "src/vendor/x.ts",
        "dist.ts",
    ] {
        fixture.write(&format!("sdk/{path}"), path);
    }
    fixture.write("sdk/.speakeasy/gen.lock", "lock");
    let mut found = Diagnostics::default();
    let sdk = read_sdk(3, &fixture.path("sdk"), &|path| path.ends_with(".ts"), &mut found);
    let files: Vec<(&str, &str)> = sdk.files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    assert_eq!(files, [("dist.ts", "dist.ts"), ("src/a.ts", "src/a.ts"), ("src/b.ts", "src/b.ts")]);
    let lock = sdk.lock.clone().map(|lock| (lock.path, lock.text));
    assert_eq!((sdk.tree, lock), (3, Some((".speakeasy/gen.lock".to_owned(), "lock".to_owned()))));
    assert!(found.list.is_empty() && !sdk.is_empty());
    let none = read_sdk(1, &fixture.path("none"), &|_| true, &mut found);
    assert!(none.is_empty() && none.tree == 1 && none.files.is_empty());
    fixture.write("locked/.speakeasy/gen.lock", "lock");
    assert!(!read_sdk(0, &fixture.path("locked"), &|_| true, &mut found).is_empty());
}

#[test]
fn an_sdk_is_known_by_what_its_generator_leaves() {
    for mark in [".speakeasy/gen.lock", "gen.yaml", "files.gen", "USAGE.md", "RUNTIMES.md"] {
        let fixture = Fixture::empty();
        fixture.write("sdk/docs/models/a.md", "# A\n");
        assert_eq!(sdk_beside(&fixture.path("sdk/docs")), None);
        fixture.write(&format!("sdk/{mark}"), "x");
        let folder = Some(fixture.path("sdk"));
        assert_eq!(
            [sdk_beside(&fixture.path("sdk/docs")), sdk_beside(&fixture.path("sdk"))],
            [folder.clone(), folder],
            "{mark}"
        );
        assert_eq!(sdk_beside(&fixture.path("sdk/docs/models")), None);
    }
}

#[test]
fn a_package_may_be_an_sdk() {
    let fixture = Fixture::empty();
    fixture.write("sdk/docs/a.md", "# A\n");
    fixture.write("sdk/other/a.md", "# A\n");
    let maybe = |path: &str| {
        maybe_sdk(&fixture.path(path)).map(|(folder, manifest)| (folder.file_name().map(str::to_owned), manifest))
    };
    assert_eq!(maybe("sdk/docs"), None);
    fixture.write("sdk/pyproject.toml", "");
    fixture.write("sdk/setup.py", "");
    let found = Some((Some("sdk".to_owned()), "pyproject.toml".to_owned()));
    assert_eq!(
        [maybe("sdk/docs"), maybe("sdk"), maybe("sdk/other"), maybe("nowhere")],
        [found.clone(), found, None, None]
    );
    for name in ["a.csproj", "x.gemspec", "build.gradle.kts"] {
        fixture.write(&format!("{name}.d/{name}"), "");
        assert_eq!(maybe(&format!("{name}.d")), Some((Some(format!("{name}.d")), name.to_owned())));
    }
}

/// A build script reads its settings from a file, and says what it cannot do.
#[test]
fn a_build_script_may_have_settings() {
    let fixture = Fixture::new();
    fixture.write("tablature.toml", "docs = 'docs'\nname = 'toy-api'\nextra = false\n");
    let built = |builder: Builder| builder.out_dir(fixture.path("built")).compile();
    built(Builder::new().config(fixture.path("tablature.toml"))).expect("a crate");
    assert!(fixture.path("built/toy_api.rs").is_file());
    built(Builder::new().config(fixture.path("tablature.toml")).name("own-api")).expect("a crate");
    assert!(fixture.path("built/own_api.rs").is_file());
    fixture.write("docs/models/components/Pet.md", &crate::docs::PET.replace("*String*", "*Quux*"));
    built(Builder::new().docs(fixture.path("docs"))).expect("flaws are let pass without settings");
    let error = built(Builder::new().config(fixture.path("tablature.toml"))).expect_err("flaws are errors");
    let text = error.to_string();
    assert!(text.starts_with("error[T0202]: ") && !text.contains("warning"), "{text}");
    assert_eq!(format!("{error:?}"), format!("cannot generate\n{text}"));
}
