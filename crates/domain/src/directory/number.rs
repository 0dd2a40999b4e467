//! Numbers in public registers, and what names an organisation in the directory.

use std::{fmt, ops::Deref};

use serde::Serialize;

use crate::{
    id::OrganisationId,
    text::{Fault, Line},
};

/// The number of an organisation in a public register, as it is kept: the spaces of W numbers, SIREN and SIRET are
/// dropped. Nothing is a number too: not every organisation has one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct RegisterNumber(String);

impl RegisterNumber {
    /// Reads a number as somebody typed it.
    ///
    /// # Errors
    /// [`Fault::TooLong`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let line = Line::<0, 40>::parse(typed)?;
        let bare: String = line.chars().filter(char::is_ascii_alphanumeric).collect();
        let is_number = matches!(bare.len(), 9 | 14) && bare.bytes().all(|digit| digit.is_ascii_digit());
        let is_w_number = bare.len() == 10 && bare.starts_with(['W', 'w']);
        Ok(Self(if is_number || is_w_number { bare.to_uppercase() } else { line.into() }))
    }

    /// The names under which the directory may know this number, the surest first.
    #[must_use]
    pub fn keys(&self) -> Vec<EntryKey> {
        let siren = matches!(self.0.len(), 9 | 14) && self.0.bytes().all(|digit| digit.is_ascii_digit());
        let siren = siren.then(|| format!("siren-{}", &self.0[..9]));
        siren.into_iter().chain([self.0.clone()]).filter_map(|key| EntryKey::parse(&key).ok()).collect()
    }

    /// What `organisations.register_number` may hold of an entry that has this key: the key, or a bare SIREN.
    #[must_use]
    pub fn of_key(key: &str) -> Self {
        Self(key.strip_prefix("siren-").unwrap_or(key).to_owned())
    }
}

impl Deref for RegisterNumber {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// The key of an entry of the directory, or another name of one: letters without accents, digits, hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct EntryKey(String);

impl EntryKey {
    /// Reads a key as it stands in an address. Whether somebody has it is for the directory to say.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooLong`] or [`Fault::Malformed`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let key = Line::<1, 100>::parse(typed)?;
        let letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
        if key.chars().all(letter) { Ok(Self(key.into())) } else { Err(Fault::Malformed) }
    }
}

impl Deref for EntryKey {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a request is about: the key of an entry, or an organisation of the platform that has no number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Subject(String);

impl Subject {
    /// An entry of the directory.
    #[must_use]
    pub fn entry(key: &str) -> Self {
        Self(key.to_owned())
    }

    /// An organisation of the platform that the registers do not know.
    #[must_use]
    pub fn organisation(id: OrganisationId) -> Self {
        Self(format!("organisation-{id}"))
    }

    /// The organisation of the platform, when that is what it names.
    #[must_use]
    pub fn organisation_id(&self) -> Option<OrganisationId> {
        self.0.strip_prefix("organisation-")?.parse().ok()
    }

    /// A subject as it was kept.
    #[must_use]
    pub const fn kept(text: String) -> Self {
        Self(text)
    }
}

impl Deref for Subject {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(typed: &str) -> String {
        RegisterNumber::parse(typed).unwrap().0
    }

    fn keys(typed: &str) -> Vec<String> {
        RegisterNumber::parse(typed).unwrap().keys().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_number_is_the_same_with_and_without_spaces() {
        assert_eq!(number(" w751 234\u{a0}567 8"), "w751 234 567 8", "eleven characters are no W number");
        assert_eq!(number("w751 234\u{a0}567"), "W751234567");
        assert_eq!(number("123 456 789"), "123456789");
        assert_eq!(number("RCS Paris 1"), "RCS Paris 1");
        assert_eq!(number(""), "");
        assert_eq!(RegisterNumber::parse(&"1".repeat(10_000)), Err(Fault::TooLong(40)));
    }

    #[test]
    fn a_number_says_under_which_keys_the_directory_may_know_it() {
        assert_eq!(keys("W751234567"), ["W751234567"]);
        assert_eq!(keys("123 456 789 00012"), ["siren-123456789", "12345678900012"]);
        assert_eq!(keys("institution-12"), ["institution-12"]);
        assert_eq!(keys("RCS Paris 1"), [""; 0]);
        assert_eq!(keys(""), [""; 0]);
        assert_eq!(&*RegisterNumber::of_key("siren-123456789"), "123456789");
    }

    #[test]
    fn a_key_holds_nothing_that_an_address_or_a_page_would_read_otherwise() {
        for typed in ["W1/..", "<b>", "a b", "é", "W1?x", "javascript:x", "%00"] {
            assert_eq!(EntryKey::parse(typed), Err(Fault::Malformed), "{typed}");
        }
        assert_eq!(EntryKey::parse(""), Err(Fault::Missing));
        assert_eq!(EntryKey::parse(&"W".repeat(101)), Err(Fault::TooLong(100)));
    }
}
