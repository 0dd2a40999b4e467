//! What ran, what passed, what failed, and the line to look at first.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::process::say;

/// How many checks passed and failed, and what the first failure said.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) failures: Vec<String>,
    /// What else there is to say, after the numbers.
    pub(crate) note: String,
}

impl Tally {
    /// One check that passed.
    pub(crate) fn pass() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// One check that failed, and why.
    pub(crate) fn fail(why: impl Into<String>) -> Self {
        Self { failed: 1, failures: vec![why.into()], ..Self::default() }
    }

    /// A whole program as one check; `why` is used when it failed.
    pub(crate) fn of(succeeded: bool, why: impl Into<String>) -> Self {
        if succeeded { Self::pass() } else { Self::fail(why) }
    }

    /// A failed program never counts as nothing but successes.
    pub(crate) fn unless(mut self, succeeded: bool, why: &str) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
            self.failures.push(why.to_owned());
        }
        self
    }
}

struct Step {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// The steps so far.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<Step>,
}

impl Report {
    /// Runs a step; a step that cannot run counts as one failure.
    pub(crate) fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<Tally>) {
        say(&format!("\n── {name}"));
        let start = Instant::now();
        let tally = run().unwrap_or_else(|error| Tally::fail(format!("{error:#}")));
        self.steps.push(Step { name, tally, took: start.elapsed() });
    }

    /// Prints a line a step, every failure, and the sum as the last line; says whether all is well.
    pub(crate) fn finish(&self) -> bool {
        say("");
        for step in &self.steps {
            say(&step.line());
        }
        for step in &self.steps {
            for failure in &step.tally.failures {
                say(&format!("FAILED {}: {failure}", step.name));
            }
        }
        let sum = |count: fn(&Tally) -> u64| self.steps.iter().map(|step| count(&step.tally)).sum::<u64>();
        let (passed, failed) = (sum(|tally| tally.passed), sum(|tally| tally.failed));
        say(&format!("{passed} passed, {failed} failed"));
        failed == 0
    }
}

impl Step {
    fn line(&self) -> String {
        let Tally { passed, failed, note, .. } = &self.tally;
        let mark = if *failed == 0 { "✓" } else { "✗" };
        let note = if note.is_empty() { String::new() } else { format!("  ({note})") };
        format!("{mark} {:<14} {passed:>6} passed {failed:>4} failed {:>6} s{note}", self.name, self.took.as_secs())
    }
}
