//! Reasoned responses: drafts, publication, contests, and the trace in both directions.
//!
//! A contribution stands in one response at most: the table says so, and [`set_contributions`]
//! answers which of two rivals came first.

mod answerer;
mod contest;
mod contribution;
mod draft;
mod list;
mod publication;
mod trace;

use fabrique_domain::{
    Instant, LocalizedText,
    id::{AccountId, ResponseId},
    response::{Decision, Response, ResponseState},
};

pub use answerer::{Institution, Owing, answered_consultations, answerers, institution, institutions, owing};
pub use contest::{contest, contest_on, contests, contests_awaiting, insert_contest, reply};
pub use contribution::{
    AuthorToTell, Contribution, authors_to_tell, candidates, contributions, keep_contributions, set_contributions,
};
pub use draft::{discard, insert, rewrite, send_back, set_clauses, submit};
pub use list::{DeskFilter, PublicFilter, ResponseRow, Unanswered, UnansweredFilter, desk, published, unanswered};
pub use publication::{correct, move_decision, note_delay, publish};
pub use trace::{
    BehindClause, ChangedClause, ProposalAnswer, answer_to, behind_clause, behind_commitment, clause_choices, clauses,
    find_clauses,
};

use crate::{
    Reader, Result,
    column::{choices, record},
    query::{fetch_all, fetch_optional},
};

choices!(Decision, ResponseState);

record!(Response {
    id,
    consultation_id,
    institution_id,
    decision,
    reason,
    merged_into,
    state,
    drafted_by,
    reviewed_by,
    review_note,
    version,
    created_at,
    updated_at,
    submitted_at,
    published_at,
});

const GET: &str = "SELECT * FROM responses WHERE id = $1";

/// The response, whatever its state.
///
/// # Errors
/// When the database refuses.
pub async fn get(reader: &mut Reader, id: ResponseId) -> Result<Option<Response>> {
    fetch_optional!(reader, GET, id)
}

/// What a published response said before a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierVersion {
    /// Its number, from one.
    pub version: i64,
    /// The decision it gave.
    pub decision: Decision,
    /// The reason it gave.
    pub reason: LocalizedText,
    /// Why it was corrected.
    pub note: String,
    /// Who corrected it.
    pub author_id: Option<AccountId>,
    /// When it was corrected.
    pub created_at: Instant,
}

record!(EarlierVersion { version, decision, reason, note, author_id, created_at });

const VERSIONS: &str = "SELECT version, decision, reason, note, author_id, created_at
    FROM response_versions WHERE response_id = $1 ORDER BY version DESC";

/// What it said before its corrections, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn versions(reader: &mut Reader, id: ResponseId) -> Result<Vec<EarlierVersion>> {
    fetch_all!(reader, VERSIONS, id)
}
