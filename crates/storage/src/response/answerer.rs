//! Who answers, and for which consultations.

use fabrique_domain::{
    Instant, LocalizedText,
    id::{ConsultationId, OrganisationId},
};

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, fetch_optional},
};

/// An institution that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// Its identifier.
    pub id: OrganisationId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its acronym, or nothing.
    pub acronym: String,
}

record!(Institution { id, slug, name, acronym });

const INSTITUTION: &str = "SELECT id, slug, name, acronym FROM organisations WHERE id = $1 AND kind = 'institution'";

/// The institution; none when the organisation is of another kind.
///
/// # Errors
/// When the database refuses.
pub async fn institution(reader: &mut Reader, id: OrganisationId) -> Result<Option<Institution>> {
    fetch_optional!(reader, INSTITUTION, id)
}

const INSTITUTIONS: &str =
    "SELECT id, slug, name, acronym FROM organisations WHERE kind = 'institution' ORDER BY name, id";

/// Every institution, by name: what the coordinator chooses from.
///
/// # Errors
/// When the database refuses.
pub async fn institutions(reader: &mut Reader) -> Result<Vec<Institution>> {
    fetch_all!(reader, INSTITUTIONS)
}

const ANSWERERS: &str = "SELECT id, slug, name, acronym FROM organisations
    WHERE id IN (SELECT institution_id FROM response_delays) ORDER BY name, id";

/// The institutions that answered at least once, by name.
///
/// # Errors
/// When the database refuses.
pub async fn answerers(reader: &mut Reader) -> Result<Vec<Institution>> {
    fetch_all!(reader, ANSWERERS)
}

const ANSWERED: &str = "SELECT id, slug, title, proposals, answered, answer_within_days, created_at FROM consultations
    WHERE id IN (SELECT consultation_id FROM response_delays) ORDER BY opens_at DESC, id DESC";

/// The consultations in which something was answered, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn answered_consultations(reader: &mut Reader) -> Result<Vec<Owing>> {
    fetch_all!(reader, ANSWERED)
}

/// A consultation that owes answers, as those who answer choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    /// Its identifier.
    pub id: ConsultationId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its title.
    pub title: LocalizedText,
    /// Published contributions.
    pub proposals: i64,
    /// Of them, how many were answered.
    pub answered: i64,
    /// Within how many days an answer is promised.
    pub answer_within_days: i64,
    /// When it was entered here: no clock started before.
    pub created_at: Instant,
}

record!(Owing { id, slug, title, proposals, answered, answer_within_days, created_at });

/// The same rule as `Consultation::owes_answers`.
const OWING: &str = "SELECT id, slug, title, proposals, answered, answer_within_days, created_at FROM consultations
    WHERE announced_at IS NOT NULL AND (outcome IS NULL OR (source = '' AND outcome <> 'not_going_ahead'))
    ORDER BY opens_at DESC, id DESC";

/// The public consultations that owe answers, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn owing(reader: &mut Reader) -> Result<Vec<Owing>> {
    fetch_all!(reader, OWING)
}
