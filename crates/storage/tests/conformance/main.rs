//! What every engine must do the same: one module a noun, each test once on each engine.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

mod account;
mod amendments;
mod arguments;
mod content;
mod coverage;
mod directory;
mod event;
mod jobs;
mod moderation;
mod open_data;
mod organisation;
mod plan;
mod positions;
mod proposals;
mod release;
mod response;
mod schema;
mod shortlist;
mod subscription;
mod transactions;
