//! The first words of a text.

use fabrique_domain::LocalizedText;

use crate::markdown;

/// Characters of an excerpt.
const LENGTH: usize = 220;

/// The first words of an official text, in each of its languages.
pub(super) fn first_words(text: &LocalizedText) -> LocalizedText {
    LocalizedText { fr: of(&text.fr), en: text.en.as_deref().map(of) }
}

/// The first words of a text, without its marks.
pub(super) fn of(text: &str) -> String {
    markdown::excerpt(text, LENGTH)
}
