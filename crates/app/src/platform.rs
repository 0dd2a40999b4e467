//! What use-cases need besides a transaction.

use std::sync::Arc;

use fabrique_domain::{Language, LocalizedText};
use fabrique_identity::Keyring;
use fabrique_search::ProposalIndex;
use fabrique_storage::Store;
use fabrique_texts::Texts;
use jiff::tz::TimeZone;

use crate::directory::Register;

/// How this instance presents itself.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its name.
    pub name: LocalizedText,
    /// Who operates it.
    pub operator: LocalizedText,
    /// Its root address, without a slash at the end.
    pub base: String,
    /// The address mail comes from.
    pub sender: String,
    /// Where security faults are reported.
    pub security_contact: String,
    /// The clock people live by.
    pub zone: TimeZone,
}

impl Site {
    /// The whole address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Whether people reach it over TLS.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.base.starts_with("https://")
    }
}

/// The platform: one value that pages, jobs and commands share.
#[derive(Debug)]
pub struct Platform {
    /// Where everything is kept.
    pub store: Arc<Store>,
    /// The secrets of the instance.
    pub keyring: Keyring,
    /// How it presents itself.
    pub site: Site,
    /// The full text of the published proposals; fed by [`search::follow`](crate::search::follow).
    pub proposals: ProposalIndex,
    /// The organisations and institutions of the public registers.
    pub directory: Register,
}

impl Platform {
    /// The words of a language.
    #[must_use]
    pub const fn texts(&self, language: Language) -> Texts {
        Texts::of(language)
    }
}
