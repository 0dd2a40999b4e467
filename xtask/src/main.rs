//! What a developer runs, as `cargo xtask …`: the demonstration, the tests, the benchmarks, the
//! generated files. Everything else that a script would do belongs here too, so that it is written
//! in one language and runs alike on every machine.

mod bench;
mod browser;
mod demo;
mod dependencies;
mod generate;
mod place;
mod postgres;
mod process;
mod report;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "What a developer of Fabrique runs")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the release binary, make an example instance in ./demo-data and serve it
    Demo(demo::Arguments),
    /// Run everything that must hold, and say so in one line
    Test(test::Arguments),
    /// Measure against a baseline of the same run; JSON lines on standard output
    Bench(bench::Arguments),
    /// Write the files that are made from the code, or check that they are up to date
    Generate(generate::Arguments),
    /// Start the private PostgreSQL of the tests, and leave it running
    Postgres(postgres::Arguments),
    /// Run the browser journeys alone
    E2e(browser::Arguments),
}

fn main() -> ExitCode {
    match run(&Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            process::say(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<ExitCode> {
    match task {
        Task::Demo(arguments) => demo::run(arguments),
        Task::Test(arguments) => test::run(arguments),
        Task::Bench(arguments) => bench::run(arguments),
        Task::Generate(arguments) => generate::run(arguments),
        Task::Postgres(arguments) => postgres::run(arguments),
        Task::E2e(arguments) => browser::run(arguments),
    }
}
