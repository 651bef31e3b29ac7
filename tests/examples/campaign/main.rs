//! A long campaign: mutates the files of real SDKs, run after run, and prints each property that does not hold.
//!
//! In: how many runs, and docs folders; what lies beside them is mutated, too. Out: a line a finding, and counts; 1 if there is a
//! finding. `FIRST=n` begins with the nth run; `COMPILE=n` lets cargo check the crate of every nth; `DUMP=folder` writes there what
//! was mutated.
//!
//! ```sh
//! cargo run --release -p tablature-tests --example campaign -- 20000 path/to/sdk/docs another/docs
//! ```

#[path = "../../campaign/mod.rs"]
#[allow(unused_imports)] // what targets of fuzzing call
mod campaign;
mod compile;
mod counted;
mod trees;

use campaign::{Draw, Files, examine, kinds, mutate};
use counted::{Cost, Counted, counted};
use std::{collections::BTreeMap, process::ExitCode, sync::mpsc, thread, time::Duration};

#[global_allocator]
static ALLOCATOR: Counted = Counted;

/// Bytes that a run may ask for in all, and hold at once: so many, and so many more for each byte of its files.
const LEAST: Cost = Cost { work: 256 << 20, memory: 64 << 20 };
const FOR_A_BYTE: Cost = Cost { work: 8 << 10, memory: 512 };

/// A run that takes longer does not end.
const ENDLESS: Duration = Duration::from_secs(300);

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(runs) = args.next().and_then(|count| count.parse::<u64>().ok()) else {
        eprintln!("usage: campaign RUNS DOCS…");
        return ExitCode::from(2);
    };
    let trees: Vec<(Files, Files)> = args.map(|folder| (trees::pages(&folder), trees::source(&folder))).collect();
    if trees.iter().all(|(pages, _)| pages.is_empty()) {
        eprintln!("no docs folder with pages is given");
        return ExitCode::from(2);
    }
    let first = number("FIRST").unwrap_or(0);
    let mut campaign = Campaign::new(number("COMPILE").unwrap_or(u64::MAX));
    (first..first + runs).for_each(|seed| campaign.run(seed, &trees));
    campaign.report(runs)
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// What was counted until now.
struct Campaign {
    kinds: BTreeMap<&'static str, u32>,
    findings: u32,
    compiled: u32,
    compile_every: u64,
    /// The most of all runs, for each byte of their files.
    most: Cost,
    rejected: u32,
}

impl Campaign {
    fn new(compile_every: u64) -> Self {
        let kinds = kinds().iter().map(|(name, _)| (*name, 0)).collect();
        Self { kinds, findings: 0, compiled: 0, compile_every, most: Cost::default(), rejected: 0 }
    }

    fn run(&mut self, seed: u64, trees: &[(Files, Files)]) {
        let mut draw = Draw::new(seed);
        let (pages, source) = &trees[usize::try_from(seed).unwrap_or(0) % trees.len()];
        let mut files = trees::sample(pages, source, &mut draw);
        let names = mutate(&mut files, &mut draw);
        names.iter().for_each(|name| *self.kinds.entry(*name).or_default() += 1);
        if let Some(folder) = std::env::var_os("DUMP") {
            trees::dump(&files, std::path::Path::new(&folder));
        }
        let mut result = self.examine(&files);
        if result.is_ok() && seed.is_multiple_of(self.compile_every) {
            result = compile::check(&files).map(|compiled| {
                self.compiled += u32::from(compiled);
                self.rejected += u32::from(!compiled);
            });
        }
        if let Err(broken) = result {
            self.findings += 1;
            println!("seed {seed}: {names:?}: {broken}");
        }
    }

    /// A run that does not end, or asks for more than its files are long, is a finding, too.
    fn examine(&mut self, files: &Files) -> Result<(), String> {
        let bytes = files.iter().map(|(_, text)| text.len()).sum::<usize>().max(1);
        let (done, result) = mpsc::channel();
        let copy = files.clone();
        thread::spawn(move || drop(done.send(counted(|| examine(&copy)))));
        let (result, cost) =
            result.recv_timeout(ENDLESS).map_err(|_| format!("{bytes} bytes do not come to an end"))?;
        let of_a_byte = |cost: usize, least: usize| cost.saturating_sub(least) / bytes;
        let (work, memory) = (of_a_byte(cost.work, LEAST.work), of_a_byte(cost.memory, LEAST.memory));
        self.most =
            Cost { work: self.most.work.max(cost.work / bytes), memory: self.most.memory.max(cost.memory / bytes) };
        if work > FOR_A_BYTE.work || memory > FOR_A_BYTE.memory {
            return Err(format!(
                "{bytes} bytes ask for {} MB in all, {} MB at once",
                cost.work >> 20,
                cost.memory >> 20
            ));
        }
        result
    }

    fn report(&self, runs: u64) -> ExitCode {
        self.kinds.iter().for_each(|(name, count)| println!("{count:7} {name}"));
        println!(
            "for each byte of pages at most {} bytes asked for in all, {} at once",
            self.most.work, self.most.memory
        );
        println!("{} crates compiled, {} had no crate", self.compiled, self.rejected);
        println!("{runs} runs, {} findings", self.findings);
        ExitCode::from(u8::from(self.findings > 0))
    }
}
