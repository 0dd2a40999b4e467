//! The binary as scripts and operators meet it: what it prints, what it answers, how it ends.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod content;
mod instance;
mod program;
mod serving;
