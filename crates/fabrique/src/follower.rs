//! The index of this process: follows what workers numbered, here or on another machine.

use std::{sync::Arc, time::Duration};

use fabrique_app::{Platform, search};
use tokio::sync::watch;

/// How long the follower sleeps at most: the fallback where nobody tells of a change.
const LONGEST_SLEEP: Duration = Duration::from_secs(5);

/// What changes within this is one commit of the index, as far as it carries.
const BETWEEN_COMMITS: Duration = Duration::from_secs(1);

/// Follows until `stop` says so.
pub(crate) async fn run(platform: Arc<Platform>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let told = platform.store.jobs_added();
        tokio::pin!(told);
        // Listening begins before looking, so that what is added in between is not missed.
        tokio::select! { biased; () = &mut told => {}, () = std::future::ready(()) => {} }
        let taken = search::follow(&platform).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "the index cannot follow now");
            0
        });
        if taken > 0 {
            tokio::select! { () = tokio::time::sleep(BETWEEN_COMMITS) => {}, _ = stop.changed() => {} }
            continue;
        }
        tokio::select! {
            () = told => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
            _ = stop.changed() => {}
        }
    }
}
