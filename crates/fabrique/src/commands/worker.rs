//! `fabrique worker`: the jobs alone, beside web instances on PostgreSQL.

use std::{process::ExitCode, sync::Arc};

use anyhow::Result;
use fabrique_app::job::Worker;

use super::{Global, serve::interruption};
use crate::{instance::Instance, logging, mailer::Postman, worker};

pub(crate) async fn run(global: &Global) -> Result<ExitCode> {
    let instance = Instance::find(global)?;
    logging::start(&instance.configuration.log)?;
    let interrupted = interruption()?;
    let mailer = Postman::of(&instance)?;
    let store = instance.ready_store("worker").await?;
    let platform = Arc::new(instance.platform(store, &instance.base())?);
    let following = Arc::clone(&platform);
    tokio::spawn(async move { following.store.follow_other_instances().await });
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let working = tokio::spawn(worker::run(Worker { platform: Arc::clone(&platform), mailer }, stopped));
    tracing::info!("working");
    interrupted.await;
    stop.send_replace(true);
    working.await?;
    platform.store.close().await?;
    Ok(ExitCode::SUCCESS)
}
