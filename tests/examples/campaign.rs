//! A long campaign: mutates the pages of real docs trees, run after run, and prints each property that does not hold.
//!
//! In: docs folders, and how many runs. Out: a line a finding, and counts; 1 if there is a finding.
//!
//! ```sh
//! cargo run --release -p tablature-tests --example campaign -- 20000 path/to/sdk/docs another/docs
//! ```

#[path = "../campaign/mod.rs"]
mod campaign;

use campaign::{Draw, Pages, examine, kinds, mutate};
use std::{
    collections::BTreeMap,
    process::ExitCode,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};
use tablature::source::{Diagnostics, load};

/// Pages that one run takes: those of a large tree are drawn.
const PAGES: usize = 60;

/// What a run may take, and more for each byte of its pages.
const PATIENCE: Duration = Duration::from_secs(10);
const PATIENCE_FOR_A_BYTE: Duration = Duration::from_micros(20);

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(runs) = args.next().and_then(|count| count.parse::<u64>().ok()) else {
        eprintln!("usage: campaign RUNS DOCS…");
        return ExitCode::from(2);
    };
    let trees: Vec<Pages> = args.map(|folder| pages(&folder)).filter(|pages| !pages.is_empty()).collect();
    if trees.is_empty() {
        eprintln!("no docs folder with pages is given");
        return ExitCode::from(2);
    }
    let first: u64 = std::env::var("FIRST").ok().and_then(|first| first.parse().ok()).unwrap_or(0);
    let mut counts: BTreeMap<&str, u32> = kinds().iter().map(|(name, _)| (*name, 0)).collect();
    let mut findings = 0;
    for seed in first..first + runs {
        let mut draw = Draw::new(seed);
        let mut pages = sample(&trees[usize::try_from(seed).unwrap_or(0) % trees.len()], &mut draw);
        let names = mutate(&mut pages, &mut draw);
        names.iter().for_each(|name| *counts.entry(*name).or_default() += 1);
        if let Err(broken) = examine_in_time(pages) {
            findings += 1;
            println!("seed {seed}: {names:?}: {broken}");
        }
    }
    counts.iter().for_each(|(name, count)| println!("{count:7} {name}"));
    println!("{runs} runs, {findings} findings");
    ExitCode::from(u8::from(findings > 0))
}

fn pages(folder: &str) -> Pages {
    let read = load(&[folder.into()], &mut Diagnostics::default());
    let sources = read.unwrap_or_else(|error| panic!("{error}"));
    sources.files().iter().map(|file| (file.path.clone(), file.text.clone().into_bytes())).collect()
}

/// Some pages of a tree that lie side by side: one of operations, and what follows and precedes.
fn sample(tree: &Pages, draw: &mut Draw) -> Pages {
    let groups: Vec<usize> = (0..tree.len()).filter(|at| tree[*at].0.contains("sdks/")).collect();
    let start = draw.below(tree.len().saturating_sub(PAGES) + 1);
    let mut sample: Pages = tree[start..].iter().take(PAGES).cloned().collect();
    if let Some(at) = groups.get(draw.below(groups.len())).filter(|at| !(start..start + PAGES).contains(*at)) {
        sample.push(tree[*at].clone());
    }
    sample
}

/// A run that does not end, or takes more time than its pages are long, is a finding, too.
fn examine_in_time(pages: Pages) -> Result<(), String> {
    let bytes: usize = pages.iter().map(|(_, text)| text.len()).sum();
    let patience = PATIENCE + PATIENCE_FOR_A_BYTE * u32::try_from(bytes).unwrap_or(u32::MAX);
    let (done, result) = mpsc::channel();
    let start = Instant::now();
    thread::spawn(move || drop(done.send(examine(&pages))));
    result.recv_timeout(patience).unwrap_or_else(|_| Err(format!("{bytes} bytes take more than {:?}", start.elapsed())))
}
