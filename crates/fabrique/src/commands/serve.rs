//! `fabrique serve`: the site, its own index, and a worker inside unless told otherwise.

use std::{
    future::{Future, IntoFuture},
    net::SocketAddr,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result};
use axum::Router;
use fabrique_app::{Platform, job::Worker};
use fabrique_web::{Settings, Theme, Web};
use serde::Serialize;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
    task::JoinHandle,
};

use super::Global;
use crate::{follower, instance::Instance, logging, mailer::Postman, metrics, worker};

/// How long answers under way may take once the process is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Address and port, instead of those of the settings; port 0 takes a free one
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// Leave the jobs to `fabrique worker`
    #[arg(long)]
    no_worker: bool,
}

#[derive(Serialize)]
struct Listening<'a> {
    listening: &'a str,
}

pub(crate) async fn run(global: &Global, arguments: &Arguments) -> Result<ExitCode> {
    let instance = Instance::find(global)?;
    logging::start(&instance.configuration.log)?;
    let interrupted = interruption()?;
    let mailer = Postman::of(&instance)?;
    let store = instance.ready_store("serve").await?;
    let listener = listen(arguments.listen.unwrap_or(instance.configuration.server.listen)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let platform = Arc::new(instance.platform(store, &address)?);
    if let Some(metrics) = instance.configuration.server.metrics {
        metrics::serve(metrics, Arc::clone(&platform)).await?;
    }

    if arguments.no_worker && platform.store.engine() == "sqlite" {
        tracing::warn!("nobody does the jobs: a folder has one owner, so leave the worker inside");
    }
    let (stop, stopped) = watch::channel(false);
    let following = Arc::clone(&platform);
    tokio::spawn(async move { following.store.follow_other_instances().await });
    let working = (!arguments.no_worker)
        .then(|| tokio::spawn(worker::run(Worker { platform: Arc::clone(&platform), mailer }, stopped.clone())));
    let indexing = tokio::spawn(follower::run(Arc::clone(&platform), stopped.clone()));
    let serving = serve(listener, site(&instance, &platform)?, stopped);
    global.console().tell(&Listening { listening: &address }, &format!("Listening on {address}"))?;
    tracing::info!(%address, engine = platform.store.engine(), "listening");

    interrupted.await;
    tracing::info!("stopping");
    stop.send_replace(true);
    farewell(serving, indexing, working).await;
    platform.store.close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}: stop what uses it, or choose another with --listen"))
}

/// The pages of the platform, as the operator set them.
fn site(instance: &Instance, platform: &Arc<Platform>) -> Result<Router> {
    let theme = &instance.configuration.theme;
    let settings = Settings {
        behind_proxy: instance.configuration.server.behind_proxy,
        theme: Theme {
            css: instance.file("theme.style", theme.style.as_deref())?,
            logo: instance.file("theme.logo", theme.logo.as_deref())?,
        },
        unlimited: false,
    };
    Ok(fabrique_web::router(Web::new(Arc::clone(platform), settings)))
}

fn serve(listener: TcpListener, site: Router, mut stopped: watch::Receiver<bool>) -> JoinHandle<()> {
    let service = site.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
    });
    tokio::spawn(async move {
        if let Err(error) = serving.into_future().await {
            tracing::error!(%error, "the server ended");
        }
    })
}

/// Lets answers under way and the job at hand end, for a while.
async fn farewell(serving: JoinHandle<()>, indexing: JoinHandle<()>, working: Option<JoinHandle<()>>) {
    let ended = async {
        let _ = serving.await;
        let _ = indexing.await;
        if let Some(working) = working {
            let _ = working.await;
        }
    };
    if tokio::time::timeout(FAREWELL, ended).await.is_err() {
        tracing::warn!("something was still under way; it is given up");
    }
}

/// Listens for the wish of an operator that the process ends; what it gives resolves then. To be
/// called before anybody is told that the process is there: an earlier signal would kill it.
///
/// # Errors
/// When the system lets nobody listen.
pub(super) fn interruption() -> Result<impl Future<Output = ()>> {
    let mut terminated = signal(SignalKind::terminate()).context("no signal can be listened for")?;
    let mut interrupted = signal(SignalKind::interrupt()).context("no signal can be listened for")?;
    Ok(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}
