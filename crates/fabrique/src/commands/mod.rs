//! The command line: what it understands, and who does it.

mod admin;
mod directory;
mod doctor;
mod export;
mod generate;
mod import;
mod init;
mod migrate;
mod reference;
mod reindex;
mod serve;
mod worker;

use std::{future::Future, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};

use crate::console::Console;

/// The open-government platform: consultations, reasoned responses, commitments.
#[derive(Debug, Parser)]
#[command(name = "fabrique", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
pub(crate) struct Global {
    /// The folder that holds everything of an instance
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "FABRIQUE_HOME",
        hide_env_values = true,
        default_value = "./fabrique-data"
    )]
    pub(crate) home: PathBuf,
    /// The file of settings; by default fabrique.toml in the home
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Print one JSON document on standard output, and nothing else
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make an instance: its home, its key, its settings, its database
    Init(init::Arguments),
    /// Bring the schema of the database up to date
    Migrate,
    /// Check configuration, database, mail, disk and clock, and say what to mend
    Doctor,
    /// Serve the site, with a worker inside
    Serve(serve::Arguments),
    /// Do the jobs, without serving the site
    Worker,
    /// Make the index of the proposals again, from the database
    Reindex,
    /// People and roles, from the console
    #[command(subcommand)]
    Admin(admin::Arguments),
    /// Write what is public into files
    #[command(subcommand)]
    Export(export::Arguments),
    /// The organisations of the public registers
    #[command(subcommand)]
    Directory(directory::Arguments),
    /// Bring a consultation that ran elsewhere
    Import(import::Arguments),
    /// Make up data, for tests of load
    #[command(subcommand)]
    Generate(generate::Arguments),
    /// Print the completion of a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
    /// Write the reference that is kept under docs/reference
    #[command(hide = true)]
    Reference {
        /// Where to
        folder: PathBuf,
    },
}

impl Global {
    pub(crate) const fn console(&self) -> Console {
        Console::new(self.json)
    }
}

/// Does what the command line asks.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let global = &arguments.global;
    match &arguments.command {
        Command::Init(init) => block_on(init::run(global, init)),
        Command::Migrate => block_on(migrate::run(global)),
        Command::Doctor => block_on(doctor::run(global)),
        Command::Serve(serve) => block_on(serve::run(global, serve)),
        Command::Worker => block_on(worker::run(global)),
        Command::Reindex => block_on(reindex::run(global)),
        Command::Admin(admin) => block_on(admin::run(global, admin)),
        Command::Export(export) => block_on(export::run(global, export)),
        Command::Directory(directory) => directory::run(global, directory),
        Command::Import(import) => block_on(import::run(global, import)),
        Command::Generate(generate) => block_on(generate::run(global, generate)),
        Command::Completions { shell } => reference::completions(*shell),
        Command::Man => reference::manual(),
        Command::Reference { folder } => reference::write(folder),
    }
}

/// Runs an asynchronous command, with the one provider of cryptography that everything uses.
fn block_on(command: impl Future<Output = Result<ExitCode>>) -> Result<ExitCode> {
    // Fails only when it was installed before, which is what is wanted.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    runtime.block_on(command)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
