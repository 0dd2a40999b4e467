//! The browser journeys of `e2e/`: the real binary, a real browser, accessibility checks.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
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
    /// Take pictures of every page into this folder, instead of running the journeys
    #[arg(long, value_name = "DIR", conflicts_with = "filter")]
    pictures: Option<PathBuf>,
}

/// Builds the binary and runs the journeys, or takes the pictures.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if let Some(pictures) = &arguments.pictures {
        let pictures = std::path::absolute(pictures)?;
        process::run(node(&["pictures.mjs"])?.arg(pictures).arg("--all"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut report = Report::default();
    report.step("browser", || journeys(arguments.filter.as_deref()));
    Ok(if report.finish() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs the journeys.
pub(crate) fn journeys(filter: Option<&str>) -> Result<Tally> {
    let mut node = node(&["--test", "--test-reporter=tap", "--test-concurrency=2"])?;
    if let Some(filter) = filter {
        node.args(["--test-name-pattern", filter]);
    }
    node.args(files(&folder())?);
    let mut tally = Tally::default();
    let succeeded = process::watch(&mut node, |line| read(line, &mut tally))?;
    Ok(tally.unless(succeeded, "the journeys did not run"))
}

/// Takes the pictures of the README.
pub(crate) fn pictures() -> Result<()> {
    process::run(node(&["pictures.mjs"])?.arg(place::root().join("docs/pictures")))
}

fn folder() -> PathBuf {
    place::root().join("e2e")
}

/// Node in `e2e/`, with the binary and the browser, installing what is missing where it may.
fn node(arguments: &[&str]) -> Result<Command> {
    process::run(&mut process::cargo(&["build", "--locked", "--workspace", "--bin", "fabrique"]))?;
    let browser = browser()?;
    if place::program(&["npm"]).is_none() {
        process::install(&["nodejs", "npm"], "Node")?;
    }
    if !folder().join("node_modules").is_dir() {
        let install = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
        process::run(process::program("npm", &install).current_dir(folder())).context("the packages of e2e/")?;
    }
    let mut node = process::program("node", arguments);
    node.current_dir(folder()).env("CHROMIUM", browser).env("FABRIQUE_BINARY", place::built("debug", "fabrique"));
    Ok(node)
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
