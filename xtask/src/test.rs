//! Everything that must hold: one line a step, one line a failure, one line for the sum.

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;

use crate::{
    browser, dependencies, generate, place, postgres,
    process::{self, say},
    report::{Report, Tally},
};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these steps; all of them when none is named
    steps: Vec<Step>,
}

/// A step of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// rustfmt leaves every file as it is
    Formatting,
    /// Licences, banned crates, sources
    Dependencies,
    /// clippy has nothing to say
    Lints,
    /// Tests on SQLite and PostgreSQL
    Tests,
    /// The documentation builds without a warning, and its examples run
    Documentation,
    /// Generated files are what the code says
    Generated,
    /// Browser journeys, with accessibility checks
    Browser,
}

/// Runs the steps, all of them even when one fails.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut report = Report::default();
    for step in Step::value_variants() {
        if arguments.steps.is_empty() || arguments.steps.contains(step) {
            step.run(&mut report);
        }
    }
    Ok(if report.finish() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Step {
    fn run(self, report: &mut Report) {
        match self {
            Self::Formatting => report.step("formatting", formatting),
            Self::Dependencies => report.step("dependencies", dependencies::check),
            Self::Lints => report.step("lints", lints),
            Self::Tests => report.step("tests", tests),
            Self::Documentation => {
                report.step("documentation", documentation);
                report.step("examples", examples);
            }
            Self::Generated => report.step("generated", generate::check),
            Self::Browser => report.step("browser", || browser::journeys(None)),
        }
    }
}

fn formatting() -> Result<Tally> {
    let mut first = None;
    let succeeded = process::watch(&mut process::cargo(&["fmt", "--all", "--check"]), |line| {
        if line.starts_with("Diff in ") {
            first.get_or_insert_with(|| line.to_owned());
        }
    })?;
    Ok(Tally::of(succeeded, first.unwrap_or_default() + " (run `cargo fmt --all`)"))
}

fn lints() -> Result<Tally> {
    compile(&mut process::cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "--deny", "warnings"]))
}

fn documentation() -> Result<Tally> {
    let mut doc = process::cargo(&["doc", "--workspace", "--no-deps", "--document-private-items", "--locked"]);
    // Private items are documented too, so that links to them lead somewhere.
    compile(doc.env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private_intra_doc_links"))
}

/// A compiler run as one check: the first error and where it stands say why it failed.
fn compile(command: &mut std::process::Command) -> Result<Tally> {
    let mut said: Option<String> = None;
    let mut place: Option<String> = None;
    let succeeded = process::watch(command, |line| {
        if line.starts_with("error") && said.is_none() {
            said = Some(line.to_owned());
        } else if said.is_some() && place.is_none() && line.trim_start().starts_with("--> ") {
            place = Some(line.trim().to_owned());
        }
    })?;
    Ok(Tally::of(succeeded, format!("{} {}", said.unwrap_or_default(), place.unwrap_or_default())))
}

fn tests() -> Result<Tally> {
    let cluster = postgres::start()?;
    let tally = if place::program(&["cargo-nextest"]).is_some() { nextest() } else { cargo_test() };
    if let Some(cluster) = cluster {
        cluster.stop()?;
    }
    tally
}

fn nextest() -> Result<Tally> {
    let arguments =
        ["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "--status-level", "pass", "--color", "never"];
    let mut count = Count::default();
    let succeeded = process::watch(&mut process::cargo(&arguments), |line| count.nextest(line))?;
    Ok(count.tally().unless(succeeded, "the tests do not build"))
}

fn cargo_test() -> Result<Tally> {
    say("cargo-nextest is not installed: `cargo test` does it, more slowly");
    let arguments = ["test", "--workspace", "--locked", "--no-fail-fast", "--lib", "--bins", "--tests"];
    let mut count = Count::default();
    let succeeded = process::watch(&mut process::cargo(&arguments), |line| count.cargo_test(line))?;
    Ok(count.tally().unless(succeeded, "the tests do not build"))
}

fn examples() -> Result<Tally> {
    let mut count = Count::default();
    let mut command = process::cargo(&["test", "--workspace", "--locked", "--no-fail-fast", "--doc"]);
    let succeeded = process::watch(&mut command, |line| count.cargo_test(line))?;
    let tally = count.tally().unless(succeeded, "an example of the documentation does not build");
    Ok(Tally { note: String::new(), ..tally })
}

/// Tests counted as they end; the engine is in the name of those that run on both.
#[derive(Default)]
struct Count {
    tally: Tally,
    sqlite: u64,
    postgres: u64,
}

impl Count {
    /// A line such as `PASS [   0.211s] (12/340) fabrique-storage::conformance jobs::…::sqlite`.
    fn nextest(&mut self, line: &str) {
        let line = line.trim_start();
        let Some((verdict, rest)) = line.split_once(" [") else { return };
        let Some((_, name)) = rest.split_once("] ") else { return };
        match verdict.trim_end() {
            "PASS" => self.count(name, true),
            "FAIL" | "TIMEOUT" | "ABORT" | "SIGABRT" | "SIGSEGV" | "SIGKILL" => self.count(name, false),
            _ => {}
        }
    }

    /// A line such as `test jobs::…::sqlite ... ok`.
    fn cargo_test(&mut self, line: &str) {
        let Some((name, verdict)) = line.strip_prefix("test ").and_then(|rest| rest.rsplit_once(" ... ")) else {
            return;
        };
        match verdict {
            "ok" => self.count(name, true),
            "FAILED" => self.count(name, false),
            _ => {}
        }
    }

    /// Counts a test once, though a failed one is named again at the end.
    fn count(&mut self, name: &str, passed: bool) {
        if self.tally.failures.iter().any(|known| known == name) {
            return;
        }
        self.sqlite += u64::from(name.ends_with("::sqlite"));
        self.postgres += u64::from(name.ends_with("::postgres"));
        if passed {
            self.tally.passed += 1;
        } else {
            self.tally.failed += 1;
            self.tally.failures.push(name.to_owned());
        }
    }

    fn tally(mut self) -> Tally {
        self.tally.note = format!("{} on SQLite, {} on PostgreSQL", self.sqlite, self.postgres);
        self.tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_of_nextest_are_counted_with_their_engine() {
        let mut count = Count::default();
        for line in [
            "        PASS [   0.211s] ( 12/340) fabrique-storage::conformance jobs::a_job_is_done_once::sqlite",
            "        FAIL [   0.311s] ( 13/340) fabrique-storage::conformance jobs::a_job_is_done_once::postgres",
            "        FAIL [   0.311s] ( 13/340) fabrique-storage::conformance jobs::a_job_is_done_once::postgres",
            "     Summary [   1.244s] 340 tests run: 339 passed, 1 failed, 0 skipped",
            "    Starting 340 tests across 12 binaries",
        ] {
            count.nextest(line);
        }
        let tally = count.tally();
        assert_eq!((tally.passed, tally.failed), (1, 1));
        assert_eq!(tally.note, "1 on SQLite, 1 on PostgreSQL");
    }

    #[test]
    fn the_tests_of_cargo_are_counted_but_not_the_ignored_ones() {
        let mut count = Count::default();
        for line in ["test a::b ... ok", "test a::c ... FAILED", "test a::d ... ignored", "test result: ok. 1 passed"] {
            count.cargo_test(line);
        }
        assert_eq!((count.tally.passed, count.tally.failed), (1, 1));
    }
}
