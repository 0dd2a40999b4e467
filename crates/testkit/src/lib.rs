//! What tests share: a clock that is moved by hand, randomness that repeats, a mailbox to look
//! into, and a fresh database on either engine.

pub mod app;
pub mod contribution;
pub mod engine;
pub mod line;
pub mod people;
pub mod platform;
pub mod smtp;
pub mod surroundings;
pub mod visitor;

pub use app::{Mailbox, TestApp};
pub use engine::{Engine, TestStore};
pub use line::Line;
pub use people::Cast;
pub use platform::site;
pub use smtp::SmtpSink;
pub use surroundings::{TestClock, surroundings};
pub use visitor::{Page, TestVisitor};
