//! A clock that follows the story: rules that look at the date hold at the date of each scene.

use std::sync::atomic::{AtomicI64, Ordering};

use fabrique_domain::Instant;
use fabrique_storage::Clock;

/// Shows the moment of the scene being played.
#[derive(Debug)]
pub(crate) struct StoryClock(AtomicI64);

impl StoryClock {
    pub(crate) fn at(moment: Instant) -> Self {
        Self(AtomicI64::new(moment.micros()))
    }

    pub(super) fn turn_to(&self, moment: Instant) {
        self.0.store(moment.micros(), Ordering::SeqCst);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}
