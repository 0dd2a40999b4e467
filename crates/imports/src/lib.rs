//! Readers of other platforms' exports: bytes to plain records.
//!
//! A consultation that ran elsewhere should not have to begin again. Each reader takes the file as
//! the other platform publishes it and gives an iterator of [`Entry`] or [`Rejection`]:
//!
//! - [`cap_collectif::read`]: proposals with their arguments, one JSON object a line;
//! - [`decidim::read_proposals`] and [`decidim::read_comments`]: two CSV files, told apart by
//!   [`decidim::sniff`].
//!
//! Three promises hold for all of them.
//!
//! - **A bad line never stops the file.** It becomes a [`Rejection`] with its line number and its
//!   [`Reason`], and reading goes on with the next one.
//! - **Nothing is lost in silence.** What has no place in a record is counted in [`Losses`], with the
//!   first places where it happened.
//! - **Memory does not grow with the file**, apart from the identifiers already seen, which are kept
//!   to recognise duplicates. A line, a record and a text each have a limit.
//!
//! Texts arrive as HTML, as plain text or as a mixture, and leave as Markdown without raw HTML:
//! [`markdown_from_html`].
//!
//! This crate knows nothing of storage: it neither looks for what exists nor decides what to create.

pub mod cap_collectif;
pub mod decidim;
mod discussion;
mod html;
mod instant;
mod journal;
mod lines;
mod losses;
mod record;
mod rejection;

pub use discussion::{Comment, Discussion, Place, PlaceKind};
pub use html::{Cleaned, MAX_FIELD, markdown_from_html, plain_line};
pub use instant::Microseconds;
pub use lines::MAX_LINE;
pub use losses::{Loss, Losses, Tally};
pub use record::{Answer, Appendix, Argument, Entry, Proposal, Side, Source, Theme, Votes};
pub use rejection::{Reason, Rejection};
