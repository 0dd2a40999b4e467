//! Figures of the reasoned responses, read from what publication counted, never from contributions.

use fabrique_domain::{
    Instant, LocalizedText,
    id::{ConsultationId, Id, OrganisationId, ThemeId},
    response::Decision,
    time::DAY,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{Reader, Result, column::record, query::fetch_all};

/// How many contributions were answered after the same number of days, in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delay {
    /// The consultation.
    pub consultation_id: ConsultationId,
    /// The institution that answered.
    pub institution_id: OrganisationId,
    /// The theme's identifier as text; empty without one.
    pub theme: String,
    /// What was decided.
    pub decision: Decision,
    /// Whole days between the contribution and its answer.
    pub days: i64,
    /// How many.
    pub answered: i64,
}

record!(Delay { consultation_id, institution_id, theme, decision, days, answered });

/// The delays of one consultation, or of those that owe answers.
///
/// # Errors
/// When the database refuses.
pub async fn delays(reader: &mut Reader, consultation: Option<ConsultationId>) -> Result<Vec<Delay>> {
    let sql = format!(
        "SELECT d.consultation_id, d.institution_id, d.theme, d.decision, d.days, d.answered
        FROM response_delays d JOIN consultations c ON c.id = d.consultation_id
        WHERE {} AND d.answered > 0 ORDER BY d.days",
        scope(consultation)
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()), consultation.map_or(Uuid::nil(), Id::uuid))
}

/// One consultation, or all the public ones that owe answers: the rule of `Consultation::owes_answers`.
const fn scope(consultation: Option<ConsultationId>) -> &'static str {
    if consultation.is_some() {
        "c.id = $1"
    } else {
        "$1 = $1 AND c.announced_at IS NOT NULL
            AND (c.outcome IS NULL OR (c.source = '' AND c.outcome <> 'not_going_ahead'))"
    }
}

/// How many published contributions a theme has, and how many were answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeCount {
    /// The theme's identifier as text; empty without one.
    pub theme: String,
    /// Published contributions.
    pub proposals: i64,
    /// Of them, how many were answered.
    pub answered: i64,
}

record!(ThemeCount { theme, proposals, answered });

/// The themes of one consultation, or of those that owe answers.
///
/// # Errors
/// When the database refuses.
pub async fn themes(reader: &mut Reader, consultation: Option<ConsultationId>) -> Result<Vec<ThemeCount>> {
    let sql = format!(
        "SELECT n.theme, CAST(SUM(n.proposals) AS BIGINT) AS proposals,
            CAST(SUM(CASE WHEN n.answer = 'answered' THEN n.proposals ELSE 0 END) AS BIGINT) AS answered
        FROM proposal_counts n JOIN consultations c ON c.id = n.consultation_id
        WHERE {} GROUP BY n.theme HAVING SUM(n.proposals) > 0 ORDER BY n.theme",
        scope(consultation)
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()), consultation.map_or(Uuid::nil(), Id::uuid))
}

const THEME_NAMES: &str = "SELECT id, name FROM themes";

/// The names of all themes: a few dozen over all plans.
///
/// # Errors
/// When the database refuses.
pub async fn theme_names(reader: &mut Reader) -> Result<Vec<(ThemeId, LocalizedText)>> {
    fetch_all!(reader, THEME_NAMES)
}

/// What a consultation still owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awaited {
    /// The consultation.
    pub consultation_id: ConsultationId,
    /// When the contribution that has waited longest was published.
    pub oldest: Option<Instant>,
    /// How many contributions are past the day promised.
    pub late: i64,
}

record!(Awaited { consultation_id, oldest, late });

/// What each consultation still owes, for one or for all that owe answers, in one reading. What is
/// late changes with the clock and not with a transaction, so no counter can hold it: this walks the
/// index of the unanswered, from the oldest, as far as they are late. No clock started before the
/// consultation was entered here.
///
/// # Errors
/// When the database refuses.
pub async fn awaited(reader: &mut Reader, consultation: Option<ConsultationId>) -> Result<Vec<Awaited>> {
    let sql = format!(
        "SELECT c.id AS consultation_id,
            (SELECT MIN(p.published_at) FROM proposals p
                WHERE p.consultation_id = c.id AND p.state = 'published' AND p.response_id IS NULL) AS oldest,
            (SELECT COUNT(*) FROM proposals p
                WHERE p.consultation_id = c.id AND p.state = 'published' AND p.response_id IS NULL
                    AND c.created_at < $2 - c.answer_within_days * $3
                    AND p.published_at < $2 - c.answer_within_days * $3) AS late
        FROM consultations c WHERE {}",
        scope(consultation)
    );
    let (which, now) = (consultation.map_or(Uuid::nil(), Id::uuid), reader.now());
    fetch_all!(reader, AssertSqlSafe(sql.as_str()), which, now, DAY)
}
