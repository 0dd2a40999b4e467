//! Consultations open when the law allows, and people contribute to them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod consultation;
mod proposal;
mod search;

use std::fmt::Debug;

use fabrique_app::{Error, Result};

/// The code of the rule that said no.
#[track_caller]
fn refusal<T: Debug>(outcome: Result<T>) -> &'static str {
    match outcome {
        Err(Error::Refused(code)) => code,
        other => panic!("not refused: {other:?}"),
    }
}
