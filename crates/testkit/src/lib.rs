//! What tests share: a clock that is moved by hand, randomness that repeats, a mailbox to look
//! into, and a fresh database on either engine.

pub mod contribution;
pub mod engine;
pub mod surroundings;

pub use engine::{Engine, TestStore};
pub use surroundings::{TestClock, surroundings};
