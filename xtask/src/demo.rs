//! The demonstration: an example instance in `./demo-data`, served.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::{
    place,
    process::{self, say},
};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Forget the example instance and make it anew
    #[arg(long)]
    fresh: bool,
}

/// Builds, makes the instance unless there is one, prints a sign-in link for each role, and serves
/// it until interrupted.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    process::run(&mut process::cargo(&["build", "--release", "--locked", "--package", "fabrique"]))?;
    let home = place::root().join("demo-data");
    if arguments.fresh && home.exists() {
        std::fs::remove_dir_all(&home).with_context(|| format!("cannot remove {}", home.display()))?;
    }
    let fabrique = |words: &[&str]| {
        let mut command = process::program(place::built("release", "fabrique"), &["--home", &home.to_string_lossy()]);
        // Links lead to where the demonstration is served.
        command.args(words).env("FABRIQUE_SITE__ADDRESS", format!("http://{}", arguments.listen));
        command
    };
    if home.exists() {
        say("The example instance of ./demo-data is used again (`--fresh` makes a new one).");
    }
    // Run again, it changes nothing and prints the sign-in links anew.
    process::run(&mut fabrique(&["init", "--demo"]))?;
    let status = fabrique(&["serve", "--listen", &arguments.listen]).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
