//! How right the answers of the directory are, on the real rows. `docs/directory-quality.md` tells the method.
//!
//! Words are learnt without the rows that are asked for; what was tuned was tuned on other rows than those of the test;
//! every mean has its interval.

mod interval;
mod known;
mod line;
mod lobbying;
mod meaning;
mod peer;
mod rows;
mod slips;

use std::collections::HashSet;

use anyhow::{Context, Result};
use fabrique_directory::{Entry, Vectors};

use self::rows::{Built, drawn, length, read, samples};

/// How many rows a pool has.
const POOL: usize = 3_000;

/// Among how many rows lobbyists are looked for.
const OTHERS: usize = 30_000;

/// The same rows in every run.
const SEED: u64 = 0x2025;

/// Rows that one may look at while changing something, and rows that only tell whether it helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Split {
    Tuning,
    Test,
}

impl Split {
    const ALL: [Self; 2] = [Self::Tuning, Self::Test];

    const fn name(self) -> &'static str {
        match self {
            Self::Tuning => "tuning",
            Self::Test => "test",
        }
    }

    const fn seed(self) -> u64 {
        SEED + self as u64
    }

    /// Whether the organisation of a number is of this split.
    const fn has(self, number: usize) -> bool {
        number % 2 == self as usize
    }
}

/// How this run is done.
#[derive(Debug, Clone, Copy)]
struct Run {
    quick: bool,
    /// Whether failures of the tuning rows are told, and the test rows left alone.
    tuning: bool,
}

impl Run {
    fn splits(&self) -> Vec<Split> {
        if self.tuning { vec![Split::Tuning] } else { Split::ALL.to_vec() }
    }

    /// A fifth of the questions, when it must be quick.
    const fn of_each(&self, count: usize) -> usize {
        if self.quick { count.div_ceil(5) } else { count }
    }

    /// Tells a failure of the tuning rows, so that it can be looked at.
    #[expect(clippy::print_stderr, reason = "failures are looked at by whoever tunes")]
    fn failure(&self, case: &str, asked: &str, expected: &str) {
        if self.tuning {
            eprintln!("{case}: {asked} -> {expected}");
        }
    }
}

/// Measures everything; with `tuning`, on the rows that may be looked at, telling each failure.
pub(crate) fn run(quick: bool, tuning: bool) -> Result<()> {
    let run = Run { quick, tuning };
    let home = tempfile::tempdir()?;
    let entries = read(&samples()?, home.path())?;
    let whole = Built::of(entries.iter().cloned(), &Vectors::Learnt)?;
    known::measure(&run, &entries, &whole)?;
    drop(whole);
    let themed = |entry: &Entry| entry.themes[0] != 0 && tells(entry) && entry.lobbying.is_empty();
    let held = drawn(&entries, 2 * POOL + OTHERS, SEED, themed);
    let (first, others) = apart(&held);
    let lobbyists = lobbying::asked(&entries);
    let unlearnt: HashSet<&str> = held.iter().chain(&lobbyists).map(|entry| entry.key.as_str()).collect();
    let taught = entries.iter().filter(|entry| !unlearnt.contains(entry.key.as_str())).cloned();
    let model = Built::of(taught, &Vectors::Learnt)?.directory.model().context("too few rows to learn from")?;
    let vectors = Vectors::Given(Box::new(model));
    meaning::measure(&run, first, &vectors)?;
    lobbying::measure(&run, &lobbyists, &others, &vectors)
}

/// Whether the purpose of an entry says enough to be found by.
fn tells(entry: &Entry) -> bool {
    length(&entry.purpose) > 8 && !entry.life.is_dissolved
}

/// The pools of both splits, and the rest, each in order of keys.
fn apart<'e>(held: &[&'e Entry]) -> ([Vec<&'e Entry>; 2], Vec<&'e Entry>) {
    let mut shuffled = held.to_vec();
    fastrand::Rng::with_seed(SEED).shuffle(&mut shuffled);
    let others = shuffled.split_off((2 * POOL).min(shuffled.len()));
    let test = shuffled.split_off(shuffled.len() / 2);
    let pools = [shuffled, test].map(|mut rows| {
        rows.sort_by(|one, other| one.key.cmp(&other.key));
        rows
    });
    (pools, others)
}
