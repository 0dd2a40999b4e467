//! Institutions and civil-society organisations that take part.

use serde::Serialize;

use crate::{Instant, id::OrganisationId, text::Line};

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

impl Organisation {
    /// The acronym where there is one, else the name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        if self.acronym.is_empty() { &self.name } else { &self.acronym }
    }
}
