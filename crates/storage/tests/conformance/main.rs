//! What every engine must do the same: one module a noun, each test once on each engine.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

mod event;
mod jobs;
mod plan;
mod proposals;
mod transactions;
