//! Institutions and civil-society organisations that take part.

use std::ops::Deref;

use serde::Serialize;

use crate::{
    Instant,
    directory::RegisterNumber,
    id::OrganisationId,
    text::{Fault, Line, Slug},
};

/// The name of an organisation.
pub type OrganisationName = Line<2, 200>;

crate::choice! {
    /// What an organisation is.
    OrganisationKind("kind of organisation") {
        /// A ministry, directorate, authority or agency.
        Institution = "institution",
        /// An association, foundation, professional body or informal collective.
        CivilSociety = "civil_society",
        /// Another body: a company, a university.
        Other = "other",
    }
}

/// An organisation that takes part on this platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Its identifier.
    pub id: OrganisationId,
    /// Its short name in addresses.
    pub slug: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Its acronym, or nothing.
    pub acronym: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// Its site, or nothing.
    pub website: String,
    /// Its number in a public register, or nothing.
    pub register_number: String,
    /// Since when it is known here.
    pub created_at: Instant,
}

/// What somebody says of an organisation when adding or correcting it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationCard {
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: OrganisationName,
    /// Its acronym, or nothing.
    pub acronym: Line<0, 20>,
    /// What it is for, in one sentence, or nothing.
    pub purpose: Line<0, 300>,
    /// Its site, or nothing.
    pub website: Website,
    /// Its number in a public register, or nothing.
    pub register_number: RegisterNumber,
}

/// The address of a site, `https://…` or `http://…`, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Website(String);

impl Website {
    /// Reads an address as somebody typed it. Only addresses of the web are taken: any other
    /// scheme would run or open something else than a page when followed.
    ///
    /// # Errors
    /// [`Fault::TooLong`] or [`Fault::Malformed`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let address = Line::<0, 300>::parse(typed)?;
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let well_formed = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && !host.contains(' '));
        if address.is_empty() || well_formed { Ok(Self(address.into())) } else { Err(Fault::Malformed) }
    }
}

impl Deref for Website {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Organisation {
    /// The acronym where there is one, else the name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        if self.acronym.is_empty() { &self.name } else { &self.acronym }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_an_address_of_the_web_or_nothing() {
        assert_eq!(&*Website::parse(" https://example.org/a ").unwrap(), "https://example.org/a");
        assert_eq!(&*Website::parse("").unwrap(), "");
        for typed in ["javascript:alert(1)", "example.org", "https://", "http:///x", "https://a b"] {
            assert_eq!(Website::parse(typed), Err(Fault::Malformed), "{typed}");
        }
    }
}
