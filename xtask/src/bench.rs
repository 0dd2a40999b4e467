//! The benchmarks that the README quotes.

use std::process::ExitCode;

use anyhow::Result;

use crate::process;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Which one: pages, votes, export, …
    name: String,
    /// Less data and less time: the order of magnitude
    #[arg(long)]
    quick: bool,
}

/// Builds the benchmarks and the binary they measure, then runs one.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let build = ["build", "--release", "--locked", "--quiet", "--package", "fabrique", "--package", "fabrique-benches"];
    let mut building = process::cargo(&build);
    // Standard output belongs to the JSON lines.
    building.stdout(std::io::stderr());
    anyhow::ensure!(building.status()?.success(), "the benchmarks do not build");
    let mut bench = process::program(crate::place::built("release", "fabrique-benches"), &[&arguments.name]);
    if arguments.quick {
        bench.arg("--quick");
    }
    bench.env("FABRIQUE_BINARY", crate::place::built("release", "fabrique"));
    Ok(if bench.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
