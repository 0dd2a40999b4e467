//! Texts: languages, official texts in two of them, and fields with a length.

mod email;
mod fault;
mod language;
mod line;
mod slug;

pub use email::EmailAddress;
pub use fault::Fault;
pub use language::{Language, LocalizedText};
pub use line::{Line, Markdown};
pub use slug::{Slug, fold};
