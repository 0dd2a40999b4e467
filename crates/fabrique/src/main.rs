//! The open-government platform, in one binary: configuration, wiring, commands, the worker's
//! loop. No rule lives here: a command calls the same use-case as the page that does the same.

mod commands;
mod configuration;
mod console;
mod demo;
mod follower;
mod instance;
mod load;
mod logging;
mod mailer;
mod metrics;
mod worker;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match commands::run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            console::fail(&error);
            ExitCode::FAILURE
        }
    }
}
