//! What readers see, through the whole site, without script: one module a noun.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod account;
mod commitment;
mod content;
mod contribution;
mod debate;
mod event;
mod frame;
mod open_data;
mod plan;
mod response;
mod subscription;
