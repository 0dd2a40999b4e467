//! `fabrique reindex`: throws the index of the proposals away and makes it again from the database.

use std::process::ExitCode;

use anyhow::Result;
use fabrique_app::search;
use serde::Serialize;

use super::Global;
use crate::{console::explain, instance::Instance};

#[derive(Serialize)]
struct Reindexed {
    proposals: usize,
}

pub(crate) async fn run(global: &Global) -> Result<ExitCode> {
    let instance = Instance::find(global)?;
    let platform = instance.platform(instance.ready_store("reindex").await?, &instance.base())?;
    let proposals = search::rebuild(&platform).await.map_err(explain)?;
    platform.store.close().await?;
    global.console().tell(&Reindexed { proposals }, &format!("The index was made again: {proposals} proposals."))?;
    Ok(ExitCode::SUCCESS)
}
