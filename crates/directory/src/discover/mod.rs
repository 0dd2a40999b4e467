//! Whom a text could concern: the organisations that share its words, and those that share its meaning alone.
//!
//! What is near in meaning without a common word would be buried if both were fused into one score, so it has a list
//! and reserved places of its own. Every suggestion says why it is there.

mod coverage;
mod finding;
mod learning;
mod marks;
mod question;
mod reason;
mod subject;

pub use coverage::Coverage;
pub(crate) use finding::discover;
pub use learning::Vectors;
pub(crate) use learning::{Meaning, learn};
pub use question::{Discovered, Discovery, Distance, Suggestion};
pub use reason::Reason;
