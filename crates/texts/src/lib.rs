//! The words of the interface, in French and English, for pages and mail alike.
//!
//! The catalogues are the `*.ftl` files of `locales/`, one a noun, compiled in. A message is asked
//! by its key and written into a page through [`Display`](std::fmt::Display):
//! `texts.get("proposals-count").with("count", 12)`. A key that no catalogue has is shown as it is,
//! in brackets; a test makes sure that none is ever asked, and that both languages have the same.

mod calendar;
mod catalogue;

pub use catalogue::{Message, Texts, sources};
