//! The lines that a benchmark prints.

use serde::Serialize;

/// One measure beside its baseline.
#[derive(Debug, Serialize)]
pub(crate) struct Line<'a> {
    /// The benchmark.
    pub(crate) bench: &'static str,
    /// What was done.
    pub(crate) case: &'a str,
    /// How much of it.
    pub(crate) value: f64,
    /// In what unit.
    pub(crate) unit: &'static str,
    /// How much of it the baseline does.
    pub(crate) baseline: f64,
    /// `value / baseline`.
    pub(crate) ratio: f64,
}

impl<'a> Line<'a> {
    /// Prints it on standard output, which belongs to these lines.
    #[expect(clippy::print_stdout, reason = "standard output is what a benchmark is run for")]
    pub(crate) fn print(bench: &'static str, case: &'a str, value: f64, unit: &'static str, baseline: f64) {
        let line = Self { bench, case, value, unit, baseline, ratio: value / baseline };
        println!("{}", serde_json::json!(line));
    }
}

/// The middle of some measures; nought when there is none.
pub(crate) fn median(mut measures: Vec<f64>) -> f64 {
    measures.sort_by(f64::total_cmp);
    measures.get(measures.len() / 2).copied().unwrap_or_default()
}

/// A count as a measure.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 of anything are counted here")]
pub(crate) const fn float(count: u64) -> f64 {
    count as f64
}

/// A time as a measure.
pub(crate) fn milliseconds(time: std::time::Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
