//! What people type in both languages.

use std::ops::Deref;

use crate::LocalizedText;

/// A field in French and, when it was written, in English: both of the form `T` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T> {
    /// The French text, always there.
    pub fr: T,
    /// The English text; none shows the French one, and says so.
    pub en: Option<T>,
}

impl<T> Localized<T> {
    /// A field in French only.
    #[must_use]
    pub const fn french(fr: T) -> Self {
        Self { fr, en: None }
    }
}

impl<T: Deref<Target = str>> Localized<T> {
    /// The text as it is kept; an English text left blank counts as not written.
    #[must_use]
    pub fn text(&self) -> LocalizedText {
        let en = self.en.as_ref().filter(|en| !en.trim().is_empty()).map(|en| en.to_string());
        LocalizedText { fr: self.fr.to_string(), en }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Line;

    type Name = Line<0, 20>;

    #[test]
    fn english_left_blank_was_not_written() {
        let (fr, en) = (Name::parse("Santé").unwrap(), Name::parse(" ").unwrap());
        assert_eq!(Localized { fr: fr.clone(), en: Some(en) }.text(), LocalizedText::french("Santé"));
        let health = Name::parse("Health").ok();
        assert_eq!(Localized { fr, en: health }.text(), LocalizedText::both("Santé", "Health"));
    }
}
