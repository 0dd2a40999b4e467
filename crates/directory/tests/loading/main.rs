//! Published files become entries: what is read, joined, refused, replaced.

#![expect(clippy::unwrap_used, reason = "what a test prepares must succeed")]

mod changing;
mod house;
mod joining;
mod reading;
mod real;
mod refusing;
mod surviving;
