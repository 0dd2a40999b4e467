//! The browser journeys of `e2e/`: the real binary, a real browser, accessibility checks.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};

use crate::{
    place, process,
    report::{Report, Tally},
};

/// Under which names a browser that Playwright can drive is installed.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only the journeys whose name has this in it
    filter: Option<String>,
}

/// Builds the binary and runs the journeys.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut report = Report::default();
    report.step("browser", || journeys(arguments.filter.as_deref()));
    Ok(if report.finish() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs the journeys, installing what they need when it may.
pub(crate) fn journeys(filter: Option<&str>) -> Result<Tally> {
    let folder = place::root().join("e2e");
    process::run(&mut process::cargo(&["build", "--locked", "--package", "fabrique"]))?;
    let browser = browser()?;
    if place::program(&["npm"]).is_none() {
        process::install(&["nodejs", "npm"], "Node")?;
    }
    if !folder.join("node_modules").is_dir() {
        let install = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
        process::run(process::program("npm", &install).current_dir(&folder)).context("the packages of e2e/")?;
    }
    let mut arguments = vec!["--test", "--test-reporter=tap"];
    if let Some(filter) = filter {
        arguments.extend(["--test-name-pattern", filter]);
    }
    let files = files(&folder)?;
    arguments.extend(files.iter().map(String::as_str));
    let mut node = process::program("node", &arguments);
    node.current_dir(&folder).env("CHROMIUM", browser).env("FABRIQUE_BINARY", place::built("debug", "fabrique"));
    let mut tally = Tally::default();
    let succeeded = process::watch(&mut node, |line| read(line, &mut tally))?;
    Ok(tally.unless(succeeded, "the journeys did not run"))
}

/// The journeys, by name: what a folder means to `node --test` changed from one version to another.
fn files(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder.join("journeys"))?.collect::<Result<Vec<_>, _>>()?;
    let names = entries.iter().map(|entry| format!("journeys/{}", entry.file_name().to_string_lossy()));
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    files.sort();
    Ok(files)
}

fn browser() -> Result<PathBuf> {
    if let Some(named) = place::variable("CHROMIUM") {
        return Ok(named);
    }
    if place::program(&BROWSERS).is_none() {
        process::install(&["chromium"], "Chromium")?;
    }
    place::program(&BROWSERS).context("Chromium is missing: install it (Debian: `apt-get install chromium`)")
}

/// Counts a line of the Test Anything Protocol; a suite counts through its tests only.
fn read(line: &str, tally: &mut Tally) {
    if let Some(count) = line.strip_prefix("# pass ") {
        tally.passed = count.trim().parse().unwrap_or_default();
    } else if let Some(count) = line.strip_prefix("# fail ") {
        tally.failed = count.trim().parse().unwrap_or_default();
    } else if let Some(failure) = line.trim_start().strip_prefix("not ok ") {
        tally.failures.push(failure.to_owned());
    }
}
