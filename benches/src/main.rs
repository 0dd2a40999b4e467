//! The benchmarks that the README quotes: `fabrique-benches NAME [--quick]`, through
//! `cargo xtask bench NAME`. Each prints JSON lines with a baseline measured in the same run.

mod report;
mod votes;

use std::process::ExitCode;

use anyhow::{Result, bail};

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    match arguments.iter().find(|argument| !argument.starts_with("--")).map(String::as_str) {
        Some("votes") => votes::run(quick).await?,
        Some(other) => bail!("no benchmark is called “{other}”; there is: votes"),
        None => bail!("name a benchmark: votes"),
    }
    Ok(ExitCode::SUCCESS)
}
