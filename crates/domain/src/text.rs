//! Texts: languages, official texts in two of them, and fields with a length.

use std::{fmt, ops::Deref};

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

fn check_length(text: &str, min: usize, max: usize) -> Result<(), Fault> {
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

/// An e-mail address: something, an at sign, a domain with a dot. The mail that answers is the proof.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address; the domain is lowered, since it never depends on case, and so is the
    /// local part, since no mail service in use tells them apart.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooLong`] or [`Fault::Malformed`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let address = typed.trim().to_lowercase();
        check_length(&address, 1, 254)?;
        let well_formed =
            address.split_once('@').is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain));
        if well_formed { Ok(Self(address)) } else { Err(Fault::Malformed) }
    }
}

fn is_local_part(local: &str) -> bool {
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

impl Deref for EmailAddress {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// A short name in an address: lower-case letters without accents, digits, single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug as it must stand in an address.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooLong`] or [`Fault::Malformed`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let typed = typed.trim();
        check_length(typed, 1, 80)?;
        if typed == slugify(typed) { Ok(Self(typed.to_owned())) } else { Err(Fault::Malformed) }
    }

    /// The slug of a title; "x" when no letter or digit is left.
    #[must_use]
    pub fn of(title: &str) -> Self {
        let slug: String = slugify(title).chars().take(60).collect();
        let slug = slug.trim_matches('-');
        Self(if slug.is_empty() { "x".to_owned() } else { slug.to_owned() })
    }
}

impl Deref for Slug {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

fn slugify(text: &str) -> String {
    fold(text).split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The text in lower case without the accents of the languages of Europe, for comparisons and
/// addresses; neither database folds `É`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '’' => folded.push('\''),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::choice::Choice;

    #[test]
    fn an_address_is_read_and_lowered() {
        assert_eq!(
            &*EmailAddress::parse(" Jeanne.Exemple@Ministere.Example ").unwrap(),
            "jeanne.exemple@ministere.example"
        );
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for typed in [
            "jeanne",
            "@example.org",
            "a@b",
            "a b@example.org",
            "a@exa mple.org",
            "a..b@example.org",
            "a@-x.org",
            "a@x\n.org",
        ] {
            assert_eq!(EmailAddress::parse(typed), Err(Fault::Malformed), "{typed}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(Fault::Missing));
    }

    #[test]
    fn a_line_folds_white_space_and_says_what_is_wrong() {
        type Title = Line<5, 10>;
        assert_eq!(&*Title::parse("  une \n idée ").unwrap(), "une idée");
        assert_eq!(Title::parse(" \t "), Err(Fault::Missing));
        assert_eq!(Title::parse("non"), Err(Fault::TooShort(5)));
        assert_eq!(Title::parse("beaucoup trop long"), Err(Fault::TooLong(10)));
    }

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

    #[test]
    fn a_title_becomes_an_address() {
        assert_eq!(&*Slug::of("L’État & les données : où en est-on ?"), "l-etat-les-donnees-ou-en-est-on");
        assert_eq!(&*Slug::of("???"), "x");
    }

    proptest! {
        #[test]
        fn a_slug_of_anything_is_a_slug(title in ".{0,200}") {
            let slug = Slug::of(&title);
            prop_assert_eq!(Slug::parse(&slug).unwrap(), slug);
        }

        #[test]
        fn markdown_never_keeps_a_carriage_return(text in "(?s).{1,80}") {
            if let Ok(text) = Markdown::<1, 100>::parse(&text) {
                prop_assert!(!text.contains('\r'));
            }
        }

        #[test]
        fn every_code_is_read_back(index in 0..Language::ALL.len()) {
            let language = Language::ALL[index];
            prop_assert_eq!(Language::from_code(language.code()).unwrap(), language);
        }
    }
}
