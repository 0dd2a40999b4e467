//! The worker's loop: does what is due, then sleeps until more is, or until it is told.

use std::{sync::Arc, time::Duration};

use fabrique_app::{Platform, job::Worker};
use fabrique_domain::{Instant, time::DAY};
use fabrique_storage::job;
use tokio::sync::watch;

/// How long the worker sleeps at most: the fallback where nobody tells of a new job.
const LONGEST_SLEEP: Duration = Duration::from_secs(5);

/// Works until `stop` says so; the job at hand is finished first.
pub(crate) async fn run(worker: Worker, mut stop: watch::Receiver<bool>) {
    let mut kept_house: Option<Instant> = None;
    while !*stop.borrow() {
        let told = worker.platform.store.jobs_added();
        tokio::pin!(told);
        // Listening begins before looking, so that what is added in between is not missed.
        tokio::select! { biased; () = &mut told => {}, () = std::future::ready(()) => {} }
        if let Err(error) = worker.run_due().await {
            tracing::warn!(%error, "the worker cannot work now");
        }
        let now = worker.platform.store.surroundings().clock.now();
        if kept_house.is_none_or(|last| last.plus(DAY) <= now) {
            kept_house = Some(now);
            if let Err(error) = worker.keep_house().await {
                tracing::warn!(%error, "what is of no use any more could not be forgotten");
            }
        }
        let nap = nap(&worker.platform).await;
        tokio::select! {
            () = told => {}
            () = tokio::time::sleep(nap) => {}
            _ = stop.changed() => {}
        }
    }
}

/// How long until the next job is due.
async fn nap(platform: &Arc<Platform>) -> Duration {
    let Ok(mut reader) = platform.store.read().await else { return LONGEST_SLEEP };
    match job::next_due(&mut reader).await {
        Ok(Some(due)) => {
            let micros = due.micros() - platform.store.surroundings().clock.now().micros();
            // A job that failed just now is due again in a minute; never spin.
            Duration::from_micros(u64::try_from(micros).unwrap_or_default().max(50_000)).min(LONGEST_SLEEP)
        }
        Ok(None) | Err(_) => LONGEST_SLEEP,
    }
}
