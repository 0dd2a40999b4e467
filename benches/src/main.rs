//! The benchmarks that the README quotes: `fabrique-benches NAME [--quick]`, through
//! `cargo xtask bench NAME`. Each prints JSON lines with a baseline measured in the same run.

mod bare;
mod export;
mod load;
mod pages;
mod platform;
mod report;
mod votes;

use std::process::ExitCode;

use anyhow::{Result, bail};

const NAMES: &str = "pages, votes, export";

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    match arguments.iter().find(|argument| !argument.starts_with("--")).map(String::as_str) {
        Some("pages") => pages::run(quick).await?,
        Some("votes") => votes::run(quick).await?,
        Some("export") => export::run(quick).await?,
        // Not a benchmark: the process that the pages are compared with.
        Some("bare") => bare::serve(&arguments[1..]).await?,
        Some(other) => bail!("no benchmark is called “{other}”; there are: {NAMES}"),
        None => bail!("name a benchmark: {NAMES}"),
    }
    Ok(ExitCode::SUCCESS)
}
