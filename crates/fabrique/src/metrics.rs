//! Figures for Prometheus, on a port of their own, which the public does not reach.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use axum::{Router, extract::State, routing::get};
use fabrique_app::Platform;
use fabrique_storage::job;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;

/// How often old samples are folded together.
const UPKEEP: Duration = Duration::from_secs(20);

#[derive(Clone)]
struct Figures {
    handle: PrometheusHandle,
    platform: Arc<Platform>,
}

/// Starts counting, and serves the figures at `address` until the process ends.
pub(crate) async fn serve(address: SocketAddr, platform: Arc<Platform>) -> Result<()> {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).context("figures are counted already")?;
    let listener =
        TcpListener::bind(address).await.with_context(|| format!("server.metrics: {address} is not free"))?;
    let upkeep = handle.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(UPKEEP).await;
            upkeep.run_upkeep();
        }
    });
    let router = Router::new().route("/metrics", get(show)).with_state(Figures { handle, platform });
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

async fn show(State(figures): State<Figures>) -> String {
    if let Err(error) = count_jobs(&figures.platform).await {
        tracing::warn!(%error, "jobs cannot be counted now");
    }
    figures.handle.render()
}

async fn count_jobs(platform: &Platform) -> fabrique_storage::Result<()> {
    let mut reader = platform.store.read().await?;
    for count in job::counts(&mut reader).await? {
        #[expect(clippy::cast_precision_loss, reason = "exact up to nine thousand million million jobs")]
        metrics::gauge!("fabrique_jobs", "state" => count.state).set(count.jobs as f64);
    }
    Ok(())
}
