//! `fabrique init`: makes an instance; run again, changes nothing and says so.

use std::process::ExitCode;

use anyhow::Result;
use serde::Serialize;

use super::Global;
use crate::{configuration, instance::Instance};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

#[derive(Serialize)]
struct Made {
    home: String,
    created: bool,
    schema: i64,
}

pub(crate) async fn run(global: &Global, _: &Arguments) -> Result<ExitCode> {
    let instance = Instance::read(global)?;
    let created = instance.make(&configuration::commented_file())?;
    let store = instance.store("init").await?;
    let schema = store.migrate().await?;
    store.close().await?;
    let home = instance.home.display().to_string();
    let words = if created {
        format!("Made an instance in {home}. Next: edit {home}/fabrique.toml, then `fabrique --home {home} serve`.")
    } else {
        format!("{home} holds an instance already; its schema is at version {schema}.")
    };
    global.console().tell(&Made { home, created, schema }, &words)?;
    Ok(ExitCode::SUCCESS)
}
