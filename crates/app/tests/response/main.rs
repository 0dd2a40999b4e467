//! Reasoned responses, from the first draft to the last word of their author.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

mod bureau;
mod contesting;
mod correcting;
mod drafting;
mod figures;
mod following;
mod publishing;
mod reading;
