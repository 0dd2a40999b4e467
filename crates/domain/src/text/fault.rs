//! What is wrong with what somebody typed.

/// What is wrong with a field that somebody filled in. Its code names the message to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Fault {
    /// Nothing was written where something must be.
    #[error("is missing")]
    Missing,
    /// Longer than `0` characters.
    #[error("is longer than {0} characters")]
    TooLong(usize),
    /// Shorter than `0` characters.
    #[error("is shorter than {0} characters")]
    TooShort(usize),
    /// Not of the form expected (an address, a date, a number, a code).
    #[error("is not of the form expected")]
    Malformed,
    /// Names a thing that does not exist, or not here.
    #[error("names nothing that exists here")]
    Unknown,
    /// Already used by another.
    #[error("is already used")]
    Taken,
    /// Ends before it begins, or lies in the wrong order.
    #[error("is in the wrong order")]
    Order,
}

impl Fault {
    /// The code of the message, in the catalogues.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong(_) => "too_long",
            Self::TooShort(_) => "too_short",
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::Taken => "taken",
            Self::Order => "order",
        }
    }

    /// The number that the message tells, where it tells one.
    #[must_use]
    pub const fn limit(self) -> Option<usize> {
        match self {
            Self::TooLong(limit) | Self::TooShort(limit) => Some(limit),
            _ => None,
        }
    }
}

/// Counts characters, not bytes.
pub(super) fn check_length(text: &str, min: usize, max: usize) -> Result<(), Fault> {
    let length = text.chars().count();
    if length == 0 && min > 0 {
        Err(Fault::Missing)
    } else if length < min {
        Err(Fault::TooShort(min))
    } else if length > max {
        Err(Fault::TooLong(max))
    } else {
        Ok(())
    }
}
