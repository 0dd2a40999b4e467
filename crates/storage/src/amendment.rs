//! Amendments: other words proposed for a passage of a proposal.

use fabrique_domain::{
    id::{AccountId, AmendmentId, ProposalId},
    proposal::{Amendment, AmendmentState, ProposalField},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional},
};

choices!(ProposalField, AmendmentState);

record!(Amendment {
    id,
    proposal_id,
    base_version,
    field,
    passage,
    replacement,
    reason,
    author_id,
    author_name,
    author_kind,
    state,
    decision_reason,
    decided_at,
    resulting_version,
    created_at
});

/// The columns of an amendment, in any query.
macro_rules! columns {
    () => {
        "id, proposal_id, base_version, field, passage, replacement, reason, author_id, author_name, author_kind, \
         state, decision_reason, decided_at, resulting_version, created_at"
    };
}

const INSERT: &str = concat!(
    "INSERT INTO amendments (",
    columns!(),
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
);

/// Adds an amendment; the counters are another statement, [`count`].
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, amendment: &Amendment) -> Result<()> {
    let a = amendment;
    execute!(
        tx,
        INSERT,
        a.id,
        a.proposal_id,
        a.base_version,
        a.field,
        a.passage,
        a.replacement,
        a.reason,
        a.author_id,
        a.author_name,
        a.author_kind,
        a.state,
        a.decision_reason,
        a.decided_at,
        a.resulting_version,
        a.created_at
    )?;
    Ok(())
}

const FIND: &str = concat!("SELECT ", columns!(), " FROM amendments WHERE id = $1");

/// An amendment.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: AmendmentId) -> Result<Option<Amendment>> {
    fetch_optional!(reader, FIND, id)
}

const FIRST: &str = concat!("SELECT ", columns!(), " FROM amendments WHERE proposal_id = $1 ORDER BY id DESC LIMIT $2");
const NEXT: &str =
    concat!("SELECT ", columns!(), " FROM amendments WHERE proposal_id = $1 AND id < $3 ORDER BY id DESC LIMIT $2");

/// The amendments of a proposal, whatever became of them, the most recent first.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    reader: &mut Reader,
    proposal: ProposalId,
    after: Option<AmendmentId>,
    limit: i64,
) -> Result<Vec<Amendment>> {
    match after {
        None => fetch_all!(reader, FIRST, proposal, limit),
        Some(after) => fetch_all!(reader, NEXT, proposal, limit, after),
    }
}

const WAITING: &str =
    concat!("SELECT ", columns!(), " FROM amendments WHERE proposal_id = $1 AND state = 'proposed' ORDER BY id");

/// The amendments of a proposal that wait for a decision.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(reader: &mut Reader, proposal: ProposalId) -> Result<Vec<Amendment>> {
    fetch_all!(reader, WAITING, proposal)
}

/// What became of an amendment, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement<'a> {
    /// What became of it.
    pub state: AmendmentState,
    /// Why.
    pub reason: &'a str,
    /// Who decided; nobody when the text moved on.
    pub decided_by: Option<AccountId>,
    /// The version it made.
    pub resulting_version: Option<i64>,
}

const SETTLE: &str = "UPDATE amendments SET state = $2, decision_reason = $3, decided_by = $4, decided_at = $5,
        resulting_version = $6
    WHERE id = $1";

/// Writes down what became of an amendment.
///
/// # Errors
/// When the database refuses.
pub async fn settle(tx: &mut Tx, id: AmendmentId, settlement: Settlement<'_>) -> Result<()> {
    let now = tx.now();
    let Settlement { state, reason, decided_by, resulting_version } = settlement;
    execute!(tx, SETTLE, id, state, reason, decided_by, now, resulting_version)?;
    Ok(())
}

const COUNT: &str = "UPDATE proposals SET amendments = amendments + 1, discussion_rank = discussion_rank + 1
    WHERE id = $1";

/// Counts one more amendment of a proposal.
///
/// # Errors
/// When the database refuses.
pub async fn count(tx: &mut Tx, proposal: ProposalId) -> Result<()> {
    execute!(tx, COUNT, proposal)?;
    Ok(())
}
