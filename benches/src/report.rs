//! The lines that a benchmark prints.

use serde::Serialize;

/// One measure beside its baseline.
#[derive(Debug, Serialize)]
pub(crate) struct Line {
    /// The benchmark.
    pub(crate) bench: &'static str,
    /// What was done.
    pub(crate) case: &'static str,
    /// How much of it.
    pub(crate) value: f64,
    /// In what unit.
    pub(crate) unit: &'static str,
    /// How much of it the baseline does.
    pub(crate) baseline: f64,
    /// `value / baseline`.
    pub(crate) ratio: f64,
}

impl Line {
    /// Prints it on standard output, which belongs to these lines.
    #[expect(clippy::print_stdout, reason = "standard output is what a benchmark is run for")]
    pub(crate) fn print(bench: &'static str, case: &'static str, value: f64, unit: &'static str, baseline: f64) {
        let line = Self { bench, case, value, unit, baseline, ratio: value / baseline };
        println!("{}", serde_json::json!(line));
    }
}
