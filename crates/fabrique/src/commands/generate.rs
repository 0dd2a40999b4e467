//! `fabrique generate …`: made-up data, for tests of load.

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use clap::Subcommand;
use indicatif::ProgressBar;

use super::Global;
use crate::{instance::Instance, load};

#[derive(Debug, Subcommand)]
pub(crate) enum Arguments {
    /// Fill an instance with an open consultation: people, proposals, supports, arguments
    Load(Load),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Load {
    #[command(flatten)]
    size: load::Size,
    /// Write one personal API token a line, of people who have supported nothing yet
    #[arg(long, value_name = "FILE")]
    tokens: Option<PathBuf>,
}

pub(crate) async fn run(global: &Global, Arguments::Load(arguments): &Arguments) -> Result<ExitCode> {
    let instance = Instance::find(global)?;
    let platform = instance.platform(instance.ready_store("generate").await?, &instance.base())?;
    let progress = ProgressBar::new(arguments.size.rows());
    let filled = load::fill(&platform, &arguments.size, arguments.tokens.is_some(), &|rows| progress.inc(rows)).await?;
    progress.finish_and_clear();
    if let Some(path) = &arguments.tokens {
        fs::write(path, filled.tokens.join("\n") + "\n")
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    platform.store.close().await?;
    let words = format!(
        "Filled {} with {} people, {} proposals, {} supports and {} arguments; {} tokens.",
        filled.consultation,
        filled.people,
        filled.proposals,
        filled.supports,
        filled.arguments,
        filled.tokens.len()
    );
    global.console().tell(&filled, &words)?;
    Ok(ExitCode::SUCCESS)
}
