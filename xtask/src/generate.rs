//! The files that are made from the code and kept in the repository, so that people can read them
//! there and a change of them is seen in review.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};

use crate::{
    browser, place,
    process::{self, say},
    report::Tally,
};

/// Where they are kept.
const FOLDER: &str = "docs/reference";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Change nothing; fail when a file is not what the code says
    #[arg(long)]
    check: bool,
    /// Take the pictures of the README again, too
    #[arg(long, conflicts_with = "check")]
    pictures: bool,
}

/// Writes or checks the generated files.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if arguments.check {
        let tally = check()?;
        tally.failures.iter().for_each(|failure| say(failure));
        return Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let folder = place::root().join(FOLDER);
    let made = make()?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (name, text) in &made {
        fs::write(folder.join(name), text).with_context(|| format!("cannot write {FOLDER}/{name}"))?;
        say(&format!("wrote {FOLDER}/{name}"));
    }
    if arguments.pictures {
        browser::pictures()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Compares what the code makes with what is kept.
pub(crate) fn check() -> Result<Tally> {
    let (made, kept) = (make()?, read(&place::root().join(FOLDER))?);
    let names: Vec<&String> = made.keys().chain(kept.keys().filter(|name| !made.contains_key(*name))).collect();
    let stale: Vec<String> = names
        .iter()
        .filter(|name| made.get(**name) != kept.get(**name))
        .map(|name| format!("{FOLDER}/{name} is not what the code says: run `cargo xtask generate`"))
        .collect();
    let failed = stale.len() as u64;
    Ok(Tally { passed: names.len() as u64 - failed, failed, failures: stale, note: String::new() })
}

/// Asks the binary to write its own reference, into a folder apart.
fn make() -> Result<BTreeMap<String, String>> {
    process::run(&mut process::cargo(&["build", "--quiet", "--locked", "--workspace", "--bin", "fabrique"]))?;
    let folder: PathBuf = place::target().join("reference");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    process::run(&mut process::program(place::built("debug", "fabrique"), &["reference", &folder.to_string_lossy()]))?;
    read(&folder)
}

fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(BTreeMap::new()) };
    let mut files = BTreeMap::new();
    for entry in entries {
        let entry = entry?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path())?);
    }
    Ok(files)
}
