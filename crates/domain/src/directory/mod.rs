//! What people add to the directory: an organisation's own card, what is asked of the coordination.
//!
//! What the registers say is files, and no part of this.

mod card;
mod number;
mod request;

pub use card::{Card, CardInput, Cause, GOALS_LAST, Reach};
pub use number::{EntryKey, RegisterNumber, Subject};
pub use request::{Ask, Fact, Reason, Request, RequestKind, RequestState, Truth};
