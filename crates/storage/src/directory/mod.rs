//! What people add to the directory. What the registers say is files, and not here.

pub mod card;
pub mod known;
pub mod request;
pub mod withdrawal;
