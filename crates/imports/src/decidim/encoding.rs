//! Which encoding a file is in, decided once and for all by the first record that is not ASCII.
//!
//! A byte order mark means UTF-8. Without it, a first accented record that is valid UTF-8 means
//! UTF-8, and any other means Windows-1252, which spreadsheets still write. In a UTF-8 file, a later
//! record that is not valid is damaged and refused: reading it as Windows-1252 would print nonsense.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use crate::Reason;

/// What is known of a file's encoding so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Only ASCII yet.
    Undecided,
    /// UTF-8.
    Utf8,
    /// Windows-1252.
    Windows1252,
}

impl Encoding {
    /// Reads a record, and decides when it is the first one that shows.
    pub(super) fn decode<'bytes>(&mut self, bytes: &'bytes [u8]) -> Result<Cow<'bytes, str>, Reason> {
        if *self == Self::Undecided && !bytes.is_ascii() {
            let valid = std::str::from_utf8(bytes).is_ok();
            *self = if valid { Self::Utf8 } else { Self::Windows1252 };
        }
        if *self == Self::Windows1252 {
            return Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Reason::NotUtf8)?;
        Ok(Cow::Borrowed(text))
    }
}
