//! What the platform is about: identifiers, values, rules and state machines of an open-government
//! action plan, as `docs/domain.md` tells them.
//!
//! Nothing here reads a clock, draws a random number, touches a disk or waits. Every rule of the
//! process is decided here and tested here; the rooms above only carry its inputs and its verdicts.

pub mod account;
pub mod choice;
pub mod commitment;
pub mod consultation;
pub mod content;
pub mod directory;
pub mod id;
pub mod localized;
pub mod moderation;
pub mod open_data;
pub mod organisation;
pub mod plan;
pub mod proposal;
pub mod response;
pub mod shortlist;
pub mod sign_in;
pub mod territory;
pub mod text;
pub mod time;

pub use choice::{Choice, UnknownCode};
pub use localized::Localized;
pub use text::{Language, LocalizedText};
pub use time::{Date, Instant};
