//! The benchmarks that the README quotes.

use std::process::ExitCode;

use anyhow::Result;

use crate::process;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Which one: pages, votes, export, directory
    name: String,
    /// Less data and less time: the order of magnitude
    #[arg(long)]
    quick: bool,
    /// How many rows, for the directory
    #[arg(long)]
    rows: Option<u64>,
    /// A folder that keeps the rows that are made up, for the directory
    #[arg(long, value_name = "FOLDER")]
    cache: Option<std::path::PathBuf>,
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
    if let Some(rows) = arguments.rows {
        bench.args(["--rows", &rows.to_string()]);
    }
    if let Some(folder) = &arguments.cache {
        bench.arg("--cache").arg(std::path::absolute(folder)?);
    }
    bench.env("FABRIQUE_BINARY", crate::place::built("release", "fabrique"));
    Ok(if bench.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
