//! A response on its way to the public.

use fabrique_domain::{
    id::{ClauseId, ResponseId},
    response::Response,
};

use crate::{
    Result, Tx,
    query::{execute, fetch_all},
};

const INSERT: &str = "INSERT INTO responses (id, consultation_id, institution_id, decision, reason, merged_into, state,
        drafted_by, reviewed_by, review_note, version, created_at, updated_at, submitted_at, published_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

/// Keeps a new response.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, response: &Response) -> Result<()> {
    execute!(
        tx,
        INSERT,
        response.id,
        response.consultation_id,
        response.institution_id,
        response.decision,
        response.reason,
        response.merged_into,
        response.state,
        response.drafted_by,
        response.reviewed_by,
        response.review_note,
        response.version,
        response.created_at,
        response.updated_at,
        response.submitted_at,
        response.published_at
    )?;
    Ok(())
}

const REWRITE: &str = "UPDATE responses SET institution_id = $3, decision = $4, reason = $5, merged_into = $6,
        drafted_by = $7, updated_at = $8, version = version + 1
    WHERE id = $1 AND version = $2 AND state = 'draft'";

/// Writes the draft anew over the version of `response`; false when it is no longer that version,
/// or no longer a draft.
///
/// # Errors
/// When the database refuses.
pub async fn rewrite(tx: &mut Tx, response: &Response) -> Result<bool> {
    let rows = execute!(
        tx,
        REWRITE,
        response.id,
        response.version,
        response.institution_id,
        response.decision,
        response.reason,
        response.merged_into,
        response.drafted_by,
        response.updated_at
    )?;
    Ok(rows == 1)
}

const FORGET_CLAUSES: &str = "DELETE FROM response_clauses WHERE response_id = $1";
const FORMER_CLAUSES: &str = "SELECT clause_id FROM response_clauses WHERE response_id = $1";
const FORGET_CLAUSE: &str = "DELETE FROM response_clauses WHERE response_id = $1 AND clause_id = $2";
const SET_CLAUSE: &str = "INSERT INTO response_clauses (response_id, clause_id, clause_version)
    SELECT $1, id, version FROM clauses WHERE id = $2
    ON CONFLICT (response_id, clause_id) DO NOTHING";

/// Says which clauses the response changes. A clause named before keeps the version noted then, a
/// new one is noted at its version of now.
///
/// # Errors
/// When the database refuses.
pub async fn set_clauses(tx: &mut Tx, id: ResponseId, clauses: &[ClauseId]) -> Result<()> {
    let former: Vec<(ClauseId,)> = fetch_all!(tx, FORMER_CLAUSES, id)?;
    for (clause,) in former.into_iter().filter(|(clause,)| !clauses.contains(clause)) {
        execute!(tx, FORGET_CLAUSE, id, clause)?;
    }
    for clause in clauses {
        execute!(tx, SET_CLAUSE, id, *clause)?;
    }
    Ok(())
}

const SUBMIT: &str = "UPDATE responses SET state = 'in_review', submitted_at = $3, updated_at = $3, review_note = ''
    WHERE id = $1 AND version = $2 AND state = 'draft'";

/// Sends the draft to a second reader; false when it is no longer that draft.
///
/// # Errors
/// When the database refuses.
pub async fn submit(tx: &mut Tx, id: ResponseId, version: i64) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, SUBMIT, id, version, now)? == 1)
}

const SEND_BACK: &str = "UPDATE responses SET state = 'draft', review_note = $3, updated_at = $4
    WHERE id = $1 AND version = $2 AND state = 'in_review'";

/// Sends it back to be rewritten, with what the reader asks; false when it is no longer in review.
///
/// # Errors
/// When the database refuses.
pub async fn send_back(tx: &mut Tx, id: ResponseId, version: i64, note: &str) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, SEND_BACK, id, version, note, now)? == 1)
}

const FORGET_CONTRIBUTIONS: &str = "DELETE FROM response_proposals WHERE response_id = $1";
const DISCARD: &str = "DELETE FROM responses WHERE id = $1 AND state = 'draft'";

/// Throws a draft away and frees its contributions. Only for a draft: the caller has checked.
///
/// # Errors
/// When the database refuses.
pub async fn discard(tx: &mut Tx, id: ResponseId) -> Result<bool> {
    execute!(tx, FORGET_CLAUSES, id)?;
    execute!(tx, FORGET_CONTRIBUTIONS, id)?;
    Ok(execute!(tx, DISCARD, id)? == 1)
}
