//! Organisations and institutions: what the public registers say of them, and how they are found.
//!
//! A published file is read once into a shelf ([`register`]); the shelves are joined into
//! [`Entry`]s; the entries make a snapshot that is searched and never changes. Nothing here knows
//! the platform's database: what people add is laid over an entry by whoever shows it.

mod entry;

pub use entry::{Contact, Day, Entry, Funding, Kind, Life, Lobbying, Place, Provenance, Size, Source};
