//! What people type: a line, a text in Markdown, each with its length.

use std::{fmt, ops::Deref};

use serde::Serialize;

use super::{Fault, fault::check_length};

/// A text of one line between `MIN` and `MAX` characters, without control characters,
/// white space folded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Line<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Line<MIN, MAX> {
    /// Reads a line as somebody typed it.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooShort`] or [`Fault::TooLong`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let folded = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let clean: String = folded.chars().filter(|c| !c.is_control()).collect();
        check_length(&clean, MIN, MAX)?;
        Ok(Self(clean))
    }
}

/// A text of any number of lines up to `MAX` characters, in Markdown, line ends normalised.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Markdown<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Markdown<MIN, MAX> {
    /// Reads a text as somebody typed it.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooShort`] or [`Fault::TooLong`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let unix = typed.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String = unix.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        let trimmed = clean.trim();
        check_length(trimmed, MIN, MAX)?;
        Ok(Self(trimmed.to_owned()))
    }
}

macro_rules! text_access {
    ($name:ident) => {
        impl<const MIN: usize, const MAX: usize> Deref for $name<MIN, MAX> {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl<const MIN: usize, const MAX: usize> fmt::Display for $name<MIN, MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<const MIN: usize, const MAX: usize> From<$name<MIN, MAX>> for String {
            fn from(text: $name<MIN, MAX>) -> Self {
                text.0
            }
        }
    };
}
text_access!(Line);
text_access!(Markdown);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_folds_white_space_and_says_what_is_wrong() {
        type Title = Line<5, 10>;
        assert_eq!(&*Title::parse("  une \n idée ").unwrap(), "une idée");
        assert_eq!(Title::parse(" \t "), Err(Fault::Missing));
        assert_eq!(Title::parse("non"), Err(Fault::TooShort(5)));
        assert_eq!(Title::parse("beaucoup trop long"), Err(Fault::TooLong(10)));
    }

    proptest! {
        #[test]
        fn markdown_never_keeps_a_carriage_return(text in "(?s).{1,80}") {
            if let Ok(text) = Markdown::<1, 100>::parse(&text) {
                prop_assert!(!text.contains('\r'));
            }
        }
    }
}
