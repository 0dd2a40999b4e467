//! The benchmarks that the README quotes: `fabrique-benches NAME [--quick]`, through
//! `cargo xtask bench NAME`; of the directory also `[--rows N] [--cache FOLDER]`. Each prints JSON lines with a baseline measured in the same run.

mod bare;
mod directory;
mod export;
mod load;
mod pages;
mod platform;
mod quality;
mod report;
mod votes;

use std::process::ExitCode;

use anyhow::{Result, bail};

const NAMES: &str = "pages, votes, export, directory, directory-quality";

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    match arguments.iter().find(|argument| !argument.starts_with("--")).map(String::as_str) {
        Some("pages") => pages::run(quick).await?,
        Some("votes") => votes::run(quick).await?,
        Some("export") => export::run(quick).await?,
        Some("directory") => directory::run(quick, &size(&arguments)?).await?,
        Some("directory-quality") => quality::run(quick, arguments.iter().any(|argument| argument == "--tuning"))?,
        // Not benchmarks: the process that the pages are compared with, and the one that makes the directory.
        Some("bare") => bare::serve(&arguments[1..]).await?,
        Some("made") => directory::made(&arguments[1..])?,
        Some(other) => bail!("no benchmark is called “{other}”; there are: {NAMES}"),
        None => bail!("name a benchmark: {NAMES}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// How many rows the directory is measured on, and where they are kept.
fn size(arguments: &[String]) -> Result<directory::Size> {
    let after = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let rows = after("--rows").map(|rows| rows.parse()).transpose()?;
    Ok(directory::Size { rows, cache: after("--cache").map(Into::into) })
}
