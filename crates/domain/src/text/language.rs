//! The languages of the interface, and official texts in both.

use serde::{Deserialize, Serialize};

crate::choice! {
    /// A language of the interface.
    Language("language") {
        /// French, the default.
        French = "fr",
        /// English.
        English = "en",
    }
}

/// An official text: French always, English when it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LocalizedText {
    /// The French text.
    pub fr: String,
    /// The English text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl LocalizedText {
    /// A text in French only.
    #[must_use]
    pub fn french(fr: impl Into<String>) -> Self {
        Self { fr: fr.into(), en: None }
    }

    /// A text in both languages.
    #[must_use]
    pub fn both(fr: impl Into<String>, en: impl Into<String>) -> Self {
        Self { fr: fr.into(), en: Some(en.into()) }
    }

    /// The text that `say` gives in each language.
    #[must_use]
    pub fn in_each(say: impl Fn(Language) -> String) -> Self {
        Self::both(say(Language::French), say(Language::English))
    }

    /// The text in `language`, or in French where no translation exists.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::English, Some(en)) if !en.trim().is_empty() => en,
            _ => &self.fr,
        }
    }

    /// The language that [`LocalizedText::get`] really gives, for the `lang` attribute.
    #[must_use]
    pub fn language(&self, wanted: Language) -> Language {
        match (wanted, &self.en) {
            (Language::English, Some(en)) if !en.trim().is_empty() => Language::English,
            _ => Language::French,
        }
    }

    /// Whether nothing at all was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.fr.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::choice::Choice;

    #[test]
    fn english_falls_back_on_french_and_says_so() {
        let text = LocalizedText::french("Rendre compte");
        assert_eq!(
            (text.get(Language::English), text.language(Language::English)),
            ("Rendre compte", Language::French)
        );
        let both = LocalizedText::both("Rendre compte", "Report back");
        assert_eq!((both.get(Language::English), both.language(Language::English)), ("Report back", Language::English));
    }

    proptest! {
        #[test]
        fn every_code_is_read_back(index in 0..Language::ALL.len()) {
            let language = Language::ALL[index];
            prop_assert_eq!(Language::from_code(language.code()).unwrap(), language);
        }
    }
}
