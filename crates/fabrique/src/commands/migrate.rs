//! `fabrique migrate`: brings the schema up to date.

use std::process::ExitCode;

use anyhow::Result;
use serde::Serialize;

use super::Global;
use crate::instance::Instance;

#[derive(Serialize)]
struct Migrated {
    from: i64,
    to: i64,
}

pub(crate) async fn run(global: &Global) -> Result<ExitCode> {
    let store = Instance::find(global)?.store("migrate").await?;
    let from = store.schema_version().await?;
    let to = store.migrate().await?;
    store.close().await?;
    let words = if from == to {
        format!("The schema was up to date, at version {to}.")
    } else {
        format!("The schema went from version {from} to version {to}.")
    };
    global.console().tell(&Migrated { from, to }, &words)?;
    Ok(ExitCode::SUCCESS)
}
