//! What is fuzzed, for a moment: each target over its seeds, and over a few hundred mutations of them.
//!
//! In: `fuzz/seeds`. Out: nothing; a panic fails the test, with the bytes that repeat it. CONTRIBUTING says how to fuzz for longer.

use crate::{
    campaign::Draw,
    fuzz::targets::{READ, RECEIVED, Target},
    workspace,
};
use std::panic::catch_unwind;

/// What is put into seeds.
const PIECES: &[&[u8]] = &[
    b"\0",
    b"\xff",
    b"|",
    b"`",
    b"\\",
    b"\"",
    b"{",
    b"[",
    b"}",
    b"]",
    b"\n",
    b"\r\n",
    b"<!--",
    b"```",
    b"\xe2\x80\xae",
    b"-0",
    b"1e999",
    b"{{",
    b"::",
    b"'",
    b"#",
];

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = workspace().join("tests/fuzz/seeds").join(target);
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).expect("seeds").map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a seed")).collect()
}

/// A seed with up to four changes: bits, pieces, cuts, repeated parts.
fn mutated(seed: &[u8], draw: &mut Draw) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=draw.below(4) {
        let at = draw.below(bytes.len());
        let end = (at + draw.below(40)).min(bytes.len());
        match draw.below(4) {
            0 => bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << draw.below(8)),
            1 => drop(bytes.splice(at..at, draw.of(PIECES).iter().copied())),
            2 => drop(bytes.drain(at..end)),
            _ => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
        }
    }
    bytes
}

/// Runs each target on its seeds and on so many mutations of them.
fn run(targets: &[(&str, Target)], mutations: u64) {
    for (name, target) in targets {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name} has no seeds");
        let mutations = (0..mutations).map(|number| {
            let mut draw = Draw::new(number);
            mutated(draw.of(&seeds).as_slice(), &mut draw)
        });
        for bytes in seeds.iter().cloned().chain(mutations) {
            let held = catch_unwind(|| target(&bytes)).is_ok();
            assert!(held, "{name}: {}", bytes.escape_ascii());
        }
    }
}

#[test]
fn what_is_read_holds_for_its_seeds() {
    run(READ, 8);
}

#[test]
fn what_is_received_holds_for_its_seeds() {
    run(RECEIVED, 100);
}

#[test]
fn every_target_is_a_program_with_seeds() {
    for (name, _) in READ.iter().chain(RECEIVED) {
        let program = workspace().join(format!("tests/fuzz/src/bin/{name}.rs"));
        let text = std::fs::read_to_string(&program).unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        assert!(text.contains(&format!("targets::{name}(")), "{name}");
    }
    let programs = std::fs::read_dir(workspace().join("tests/fuzz/src/bin")).expect("programs");
    assert_eq!(programs.count(), READ.len() + RECEIVED.len());
}
