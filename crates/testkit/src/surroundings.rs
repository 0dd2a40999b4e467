//! A clock that is moved by hand and randomness that repeats.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};

use fabrique_domain::{Instant, time::DAY};
use fabrique_storage::{Clock, Entropy, Surroundings};

/// Noon of Monday 23 November 2026 in universal time: when every test begins.
pub const START: Instant = Instant::from_micros(1_795_435_200_000_000);

/// A clock that only moves when told.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl Default for TestClock {
    fn default() -> Self {
        Self(AtomicI64::new(START.micros()))
    }
}

impl TestClock {
    /// Lets `micros` pass.
    pub fn pass(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::SeqCst);
    }

    /// The moment `days` ago.
    #[must_use]
    pub fn now_minus_days(&self, days: i64) -> Instant {
        self.now().plus(-days * DAY)
    }

    /// Lets `days` pass.
    pub fn pass_days(&self, days: i64) {
        self.pass(days * DAY);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// The same bytes at every run: SplitMix64 (Steele, Lea and Flood, 2014) from a fixed seed.
#[derive(Debug, Default)]
pub struct TestEntropy(Mutex<u64>);

impl Entropy for TestEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for chunk in bytes.chunks_mut(8) {
            *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = *state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(mixed ^ (mixed >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

/// A clock and randomness for a test, and the clock again, to move it.
#[must_use]
pub fn surroundings() -> (Surroundings, Arc<TestClock>) {
    let clock = Arc::new(TestClock::default());
    (Surroundings { clock: Arc::clone(&clock) as Arc<dyn Clock>, entropy: Arc::new(TestEntropy::default()) }, clock)
}
