//! Processor time, which a machine shared with others tells truly, unlike the clock on the wall.

use anyhow::Result;
use rustix::time::{ClockId, clock_gettime};

use crate::report::float;

/// Milliseconds of processor time of some questions.
#[derive(Debug, Clone)]
pub(super) struct Times(Vec<f64>);

impl Times {
    /// The times of what was asked, in any order.
    pub(super) fn of(mut times: Vec<f64>) -> Self {
        times.sort_unstable_by(f64::total_cmp);
        Self(times)
    }

    /// The time within which so many of a hundred were answered.
    pub(super) fn within(&self, percent: usize) -> f64 {
        self.0.get((self.0.len() * percent / 100).min(self.0.len().saturating_sub(1))).copied().unwrap_or_default()
    }
}

/// What is done, and the milliseconds of processor time that this thread took for it.
pub(super) fn timed<T>(done: impl FnOnce() -> Result<T>) -> Result<(T, f64)> {
    let begun = now();
    let value = done()?;
    Ok((value, (now() - begun) / 1e6))
}

/// The processor time of this thread, in nanoseconds.
fn now() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    float(time.tv_sec.unsigned_abs()) * 1e9 + float(time.tv_nsec.unsigned_abs())
}
