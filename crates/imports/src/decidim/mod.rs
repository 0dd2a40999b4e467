//! Decidim: proposals and comments, each a CSV file separated by semicolons.
//!
//! Keys nest with `/` and end in a language where a text is translated: `category/name/fr`, and in
//! later versions `title/fr`. Columns come and go between versions, so they are found by name:
//! `columns` knows the names, the readers know what they mean.
//!
//! A file begins with a UTF-8 byte order mark, or is UTF-8, or is Windows-1252: see
//! `encoding`.

mod columns;
mod comments;
mod encoding;
mod place;
#[cfg(test)]
mod properties;
mod proposals;
mod records;
mod table;
#[cfg(test)]
mod tests;

use std::io::BufRead;

use crate::{Reason, Rejection};

pub use comments::Comments;
pub use proposals::Proposals;

/// Which of the two exports a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Proposals: for [`read_proposals`].
    Proposals,
    /// Comments, of proposals or of debates: for [`read_comments`].
    Comments,
}

/// Tells from the first line of a file which export it is; nothing when it is neither.
///
/// ```
/// use fabrique_imports::decidim::{Export, sniff};
/// assert_eq!(sniff(b"id;title/fr;body/fr;url"), Some(Export::Proposals));
/// assert_eq!(sniff(b"id;body;alignment;depth;commentable_id"), Some(Export::Comments));
/// assert_eq!(sniff(b"name,address"), None);
/// ```
pub fn sniff(header: &[u8]) -> Option<Export> {
    let header = String::from_utf8_lossy(header);
    let header = header.trim_start_matches('\u{FEFF}').trim_end();
    let has = |name: &str| {
        let mut columns = header.split(';').map(|column| column.trim_matches('"'));
        columns.any(|column| column.split('/').next() == Some(name))
    };
    match (has("id"), has("commentable_id"), has("title") && has("body")) {
        (true, true, _) => Some(Export::Comments),
        (true, _, true) => Some(Export::Proposals),
        _ => None,
    }
}

/// Reads an export of proposals. `language` (`fr`) is preferred where texts come in several; without
/// it, the first language that has a text is taken.
///
/// # Errors
/// When the file cannot be read, or its header names no `id` or no `title`.
pub fn read_proposals<Input: BufRead>(input: Input, language: &str) -> Result<Proposals<Input>, Rejection> {
    Proposals::new(input, language)
}

/// Reads an export of comments.
///
/// # Errors
/// When the file cannot be read, or its header does not name `id`, `body`, `commentable_id` and
/// `commentable_type`.
pub fn read_comments<Input: BufRead>(input: Input, language: &str) -> Result<Comments<Input>, Rejection> {
    Comments::new(input, language)
}

fn header_rejection(reason: Reason) -> Rejection {
    Rejection { line: 1, external_id: None, reason }
}
