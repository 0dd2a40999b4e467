//! Commitments and the thread, in the words of those who write and read them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod clause;
mod draft;
mod history;
mod life;
mod lineage;
mod list;
mod stage;
mod thread;
