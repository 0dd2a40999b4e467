//! The binary as scripts and operators meet it: what it prints, what it answers, how it ends.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod content;
mod durability;
mod http;
mod instance;
mod journal;
mod program;
mod serving;
