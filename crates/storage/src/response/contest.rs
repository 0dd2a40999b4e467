//! Contests of an answer, one a contribution, and what the institution says to them.

use fabrique_domain::{
    id::{AccountId, ContestId, OrganisationId, ProposalId, ResponseId},
    response::Contest,
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional},
};

record!(Contest { id, response_id, proposal_id, author_id, body, created_at, reply, replied_at });

const INSERT: &str = "INSERT INTO contests (id, response_id, proposal_id, author_id, body, created_at, reply,
        replied_by, replied_at)
    VALUES ($1, $2, $3, $4, $5, $6, '', NULL, NULL)
    ON CONFLICT (proposal_id) DO NOTHING";

/// Keeps a contest; false when the contribution's answer was contested already.
///
/// # Errors
/// When the database refuses.
pub async fn insert_contest(tx: &mut Tx, contest: &Contest) -> Result<bool> {
    let rows = execute!(
        tx,
        INSERT,
        contest.id,
        contest.response_id,
        contest.proposal_id,
        contest.author_id,
        contest.body,
        contest.created_at
    )?;
    Ok(rows == 1)
}

const REPLY: &str = "UPDATE contests SET reply = $2, replied_by = $3, replied_at = $4
    WHERE id = $1 AND replied_at IS NULL";

/// Answers a contest; false when it was answered already.
///
/// # Errors
/// When the database refuses.
pub async fn reply(tx: &mut Tx, id: ContestId, text: &str, by: Option<AccountId>) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, REPLY, id, text, by, now)? == 1)
}

const CONTEST: &str = "SELECT id, response_id, proposal_id, author_id, body, created_at, reply, replied_at
    FROM contests WHERE id = $1";

/// The contest.
///
/// # Errors
/// When the database refuses.
pub async fn contest(reader: &mut Reader, id: ContestId) -> Result<Option<Contest>> {
    fetch_optional!(reader, CONTEST, id)
}

const CONTEST_ON: &str = "SELECT id, response_id, proposal_id, author_id, body, created_at, reply, replied_at
    FROM contests WHERE proposal_id = $1";

/// The contest of the answer to a contribution.
///
/// # Errors
/// When the database refuses.
pub async fn contest_on(reader: &mut Reader, proposal: ProposalId) -> Result<Option<Contest>> {
    fetch_optional!(reader, CONTEST_ON, proposal)
}

const CONTESTS: &str = "SELECT id, response_id, proposal_id, author_id, body, created_at, reply, replied_at
    FROM contests WHERE response_id = $1 ORDER BY created_at, id";

/// The contests of a response, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn contests(reader: &mut Reader, response: ResponseId) -> Result<Vec<Contest>> {
    fetch_all!(reader, CONTESTS, response)
}

const AWAITING: &str = "SELECT c.id, c.response_id, c.proposal_id, c.author_id, c.body, c.created_at, c.reply,
        c.replied_at
    FROM contests c JOIN responses r ON r.id = c.response_id
    WHERE r.institution_id = $1 AND c.replied_at IS NULL ORDER BY c.created_at, c.id LIMIT 200";

/// The contests that await a reply of an institution, the oldest first; two hundred at most.
///
/// # Errors
/// When the database refuses.
pub async fn contests_awaiting(reader: &mut Reader, institution: OrganisationId) -> Result<Vec<Contest>> {
    fetch_all!(reader, AWAITING, institution)
}
