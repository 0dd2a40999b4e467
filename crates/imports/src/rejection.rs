//! Why a line of a file was not taken.
//!
//! Messages are English, for logs and the console. Whoever shows them to a person translates by
//! [`Reason::code`], which never changes once published.

use std::fmt;

use thiserror::Error;

/// One line, or one argument or source inside a line, that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Line of the file where the record begins, from 1.
    pub line: u64,
    /// Identifier on the original platform, when it could be read.
    pub external_id: Option<String>,
    /// Why.
    pub reason: Reason,
}

impl fmt::Display for Rejection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}", self.line)?;
        if let Some(id) = &self.external_id {
            write!(formatter, " ({id})")?;
        }
        write!(formatter, ": {}", self.reason)
    }
}

impl std::error::Error for Rejection {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.reason)
    }
}

/// What was wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Reason {
    /// The file could not be read further; nothing follows.
    #[error("the file could not be read: {0}")]
    Unreadable(String),
    /// The bytes are in no encoding that the format allows.
    #[error("the text is not valid UTF-8")]
    NotUtf8,
    /// The record is longer than a reader keeps in memory.
    #[error("the record is longer than {limit} bytes")]
    TooLong {
        /// The limit, in bytes.
        limit: usize,
    },
    /// The record stops before its end.
    #[error("the record stops before its end")]
    Truncated,
    /// The line is not the JSON expected; says where.
    #[error("the JSON is not as expected: {0}")]
    Malformed(String),
    /// The record has not as many fields as the header.
    #[error("{found} fields where the header names {expected}")]
    FieldCount {
        /// How many the header names.
        expected: usize,
        /// How many the record has.
        found: usize,
    },
    /// A field that a record cannot do without is absent or empty.
    #[error("the field `{0}` is missing")]
    Missing(&'static str),
    /// A date in no form known.
    #[error("`{value}` in the field `{field}` is not a date")]
    Date {
        /// Name of the field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
    /// A value outside those that the field takes.
    #[error("`{value}` is not possible in the field `{field}`")]
    Value {
        /// Name of the field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
    /// An earlier record has the same identifier; the earlier one stays.
    #[error("an earlier record has the same identifier")]
    Duplicate,
}

impl Reason {
    /// Stable name of the reason, the key of its translation.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::NotUtf8 => "not-utf8",
            Self::TooLong { .. } => "too-long",
            Self::Truncated => "truncated",
            Self::Malformed(_) => "malformed",
            Self::FieldCount { .. } => "field-count",
            Self::Missing(_) => "missing",
            Self::Date { .. } => "date",
            Self::Value { .. } => "value",
            Self::Duplicate => "duplicate",
        }
    }
}
