//! The lines that the evaluation prints: a measure with its interval, beside the baseline with its own.

use serde_json::json;

use super::Split;
use super::interval::{Interval, Outcome, intervals};

/// Prints what the questions of a case gave.
#[expect(clippy::print_stdout, reason = "standard output is what an evaluation is run for")]
pub(super) fn tell(case: &str, split: Split, outcomes: &[Outcome]) {
    let [ours, baseline, ratio] = intervals(outcomes);
    let round = |value: f64| (value * 1e4).round() / 1e4;
    let between = |interval: Interval| json!([round(interval.low), round(interval.high)]);
    let line = json!({
        "bench": "directory-quality",
        "case": case,
        "split": split.name(),
        "questions": outcomes.len(),
        "value": round(ours.value),
        "between": between(ours),
        "baseline": round(baseline.value),
        "baseline_between": between(baseline),
        "ratio": round(ratio.value),
        "ratio_between": between(ratio),
    });
    println!("{line}");
}
