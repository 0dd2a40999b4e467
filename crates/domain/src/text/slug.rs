//! Short names in addresses.

use std::ops::Deref;

use serde::Serialize;

use super::{Fault, fault::check_length};

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
    }
}
