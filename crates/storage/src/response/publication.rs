//! What publishing and correcting a response changes: its words, its versions, the delays.

use fabrique_domain::{
    id::{AccountId, ConsultationId, OrganisationId},
    proposal::Proposal,
    response::{Decision, Response},
};

use crate::{
    Result, Tx,
    column::record,
    query::{execute, fetch_all},
};

const PUBLISH: &str = "UPDATE responses SET state = 'published', reviewed_by = $3, published_at = $4, updated_at = $4,
        review_note = '', version = 1
    WHERE id = $1 AND version = $2 AND state = 'in_review'";
const REFRESH_CLAUSES: &str = "UPDATE response_clauses
    SET clause_version = (SELECT version FROM clauses WHERE clauses.id = response_clauses.clause_id)
    WHERE response_id = $1";

/// Makes the response public; false when it is no longer the version that was read over. The public
/// versions are numbered from one, and the clauses noted as they stand now.
///
/// # Errors
/// When the database refuses.
pub async fn publish(tx: &mut Tx, response: &Response, reviewer: Option<AccountId>) -> Result<bool> {
    let now = tx.now();
    let published = execute!(tx, PUBLISH, response.id, response.version, reviewer, now)? == 1;
    execute!(tx, REFRESH_CLAUSES, response.id)?;
    Ok(published)
}

const NOTE: &str = "UPDATE response_proposals SET theme = $3, days = $4 WHERE response_id = $1 AND proposal_id = $2";

/// Counts a contribution that was just answered, `days` whole days after its clock started. What it
/// was counted under is noted, so that a correction finds it again.
///
/// # Errors
/// When the database refuses.
pub async fn note_delay(tx: &mut Tx, response: &Response, proposal: &Proposal, days: i64) -> Result<()> {
    let theme = proposal.theme_id.map(|id| id.to_string()).unwrap_or_default();
    execute!(tx, NOTE, response.id, proposal.id, theme, days)?;
    add_delay(tx, &Cell::of(response, response.decision, theme, days), 1).await
}

/// Where one answered contribution is counted.
#[derive(Debug)]
struct Cell {
    consultation: ConsultationId,
    institution: OrganisationId,
    theme: String,
    decision: Decision,
    days: i64,
}

impl Cell {
    const fn of(response: &Response, decision: Decision, theme: String, days: i64) -> Self {
        let (consultation, institution) = (response.consultation_id, response.institution_id);
        Self { consultation, institution, theme, decision, days }
    }
}

const DELAY: &str = "INSERT INTO response_delays (consultation_id, institution_id, theme, decision, days, answered)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (consultation_id, institution_id, theme, decision, days)
    DO UPDATE SET answered = response_delays.answered + excluded.answered";

async fn add_delay(tx: &mut Tx, cell: &Cell, change: i64) -> Result<()> {
    execute!(tx, DELAY, cell.consultation, cell.institution, cell.theme, cell.decision, cell.days, change)?;
    Ok(())
}

const KEEP_VERSION: &str = "INSERT INTO response_versions (response_id, version, decision, reason, note, author_id,
        created_at)
    SELECT id, version, decision, reason, $2, $3, $4 FROM responses WHERE id = $1";
const CORRECT: &str = "UPDATE responses SET decision = $3, reason = $4, merged_into = $5, updated_at = $6,
        version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'published'";

/// Replaces the words of a published response and keeps the former ones with `note`, the reason of
/// the correction; false when it is no longer the version that was read.
///
/// # Errors
/// When the database refuses.
pub async fn correct(tx: &mut Tx, response: &Response, note: &str, author: Option<AccountId>) -> Result<bool> {
    let now = tx.now();
    execute!(tx, KEEP_VERSION, response.id, note, author, now)?;
    let rows = execute!(
        tx,
        CORRECT,
        response.id,
        response.version,
        response.decision,
        response.reason,
        response.merged_into,
        now
    )?;
    Ok(rows == 1)
}

/// What a contribution was counted under when it was answered.
struct Noted {
    theme: String,
    days: i64,
}
record!(Noted { theme, days });

const NOTED: &str = "SELECT theme, days FROM response_proposals WHERE response_id = $1 AND days IS NOT NULL";

/// Counts the contributions of a response under another decision than before.
///
/// # Errors
/// When the database refuses.
pub async fn move_decision(tx: &mut Tx, response: &Response, before: Decision, after: Decision) -> Result<()> {
    let noted: Vec<Noted> = fetch_all!(tx, NOTED, response.id)?;
    for Noted { theme, days } in noted {
        add_delay(tx, &Cell::of(response, before, theme.clone(), days), -1).await?;
        add_delay(tx, &Cell::of(response, after, theme, days), 1).await?;
    }
    Ok(())
}
