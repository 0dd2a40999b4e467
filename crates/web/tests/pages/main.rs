//! What readers see, through the whole site, without script: one module a noun.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

mod account;
mod away;
mod cache;
mod commitment;
mod content;
mod contrast;
mod contribution;
mod debate;
mod directory;
mod event;
mod frame;
mod hostile;
mod open_data;
mod plan;
mod response;
mod safety;
mod shortlist;
mod subscription;
