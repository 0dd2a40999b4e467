//! Arguments for and against a proposal, and the marks of those who found them useful.

use fabrique_domain::{
    id::{AccountId, ArgumentId, ConsultationId, ProposalId},
    proposal::{Argument, ArgumentState, Side},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional, places},
};

choices!(Side, ArgumentState);

record!(Argument {
    id,
    proposal_id,
    author_id,
    author_name,
    author_kind,
    organisation_id,
    side,
    body,
    state,
    state_reason,
    useful,
    historic_useful,
    created_at
});

/// The columns of an argument, in any query.
macro_rules! columns {
    () => {
        "id, proposal_id, author_id, author_name, author_kind, organisation_id, side, body, state, state_reason, \
         useful, historic_useful, created_at"
    };
}

const INSERT: &str = concat!(
    "INSERT INTO arguments (",
    columns!(),
    ", useful_rank) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $11 + $12)"
);

/// Adds an argument; the counters are another statement, [`count`].
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, argument: &Argument) -> Result<()> {
    let a = argument;
    execute!(
        tx,
        INSERT,
        a.id,
        a.proposal_id,
        a.author_id,
        a.author_name,
        a.author_kind,
        a.organisation_id,
        a.side,
        a.body,
        a.state,
        a.state_reason,
        a.useful,
        a.historic_useful,
        a.created_at
    )?;
    Ok(())
}

const FIND: &str = concat!("SELECT ", columns!(), " FROM arguments WHERE id = $1");

/// An argument, whatever became of it.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: ArgumentId) -> Result<Option<Argument>> {
    fetch_optional!(reader, FIND, id)
}

/// Where a page of a column begins: after the argument with this rank and identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    /// Marks of usefulness, those of an import included.
    pub useful_rank: i64,
    /// The argument.
    pub id: ArgumentId,
}

impl After {
    /// The page that follows `argument`.
    #[must_use]
    pub const fn of(argument: &Argument) -> Self {
        Self { useful_rank: argument.useful + argument.historic_useful, id: argument.id }
    }
}

const FIRST: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM arguments WHERE proposal_id = $1 AND side = $2 AND state = 'published'
    ORDER BY useful_rank DESC, id DESC LIMIT $3"
);
const NEXT: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM arguments WHERE proposal_id = $1 AND side = $2 AND state = 'published' AND (useful_rank, id) < ($4, $5)
    ORDER BY useful_rank DESC, id DESC LIMIT $3"
);

/// Published arguments of one column, the most useful first, then the most recent.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    reader: &mut Reader,
    proposal: ProposalId,
    side: Side,
    after: Option<After>,
    limit: i64,
) -> Result<Vec<Argument>> {
    match after {
        None => fetch_all!(reader, FIRST, proposal, side, limit),
        Some(after) => fetch_all!(reader, NEXT, proposal, side, limit, after.useful_rank, after.id),
    }
}

/// What is said of an argument that moderation hid: its words are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Which one.
    pub id: ArgumentId,
    /// Why it was hidden. Markdown, public.
    pub reason: String,
}

record!(Hidden { id, reason });

const HIDDEN: &str = "SELECT id, state_reason AS reason FROM arguments
    WHERE proposal_id = $1 AND side = $2 AND state = 'hidden' ORDER BY useful_rank DESC, id DESC LIMIT $3";

/// Arguments of one column that moderation hid.
///
/// # Errors
/// When the database refuses.
pub async fn hidden(reader: &mut Reader, proposal: ProposalId, side: Side, limit: i64) -> Result<Vec<Hidden>> {
    fetch_all!(reader, HIDDEN, proposal, side, limit)
}

const SET_STATE: &str = "UPDATE arguments SET state = $2, state_reason = $3 WHERE id = $1";

/// Moves an argument to another state, with the reason that is shown.
///
/// # Errors
/// When the database refuses.
pub async fn set_state(tx: &mut Tx, id: ArgumentId, state: ArgumentState, reason: &str) -> Result<()> {
    execute!(tx, SET_STATE, id, state, reason)?;
    Ok(())
}

const COUNT: &str = "UPDATE proposals SET arguments_for = arguments_for + $2,
        arguments_against = arguments_against + $3, discussion_rank = discussion_rank + $2 + $3
    WHERE id = $1 RETURNING consultation_id";
const COUNT_ALL: &str = "UPDATE consultations SET arguments = arguments + $2 WHERE id = $1";

/// Adds `change` to the published arguments of a column, of the proposal and of its consultation.
///
/// # Errors
/// When the database refuses.
pub async fn count(tx: &mut Tx, proposal: ProposalId, side: Side, change: i64) -> Result<()> {
    let (pro, contra) = match side {
        Side::For => (change, 0),
        Side::Against => (0, change),
    };
    let counted: Option<(ConsultationId,)> = fetch_optional!(tx, COUNT, proposal, pro, contra)?;
    if let Some((consultation,)) = counted {
        execute!(tx, COUNT_ALL, consultation, change)?;
    }
    Ok(())
}

const MARK: &str = "INSERT INTO useful_marks (argument_id, account_id, marked_at) VALUES ($1, $2, $3)
    ON CONFLICT (argument_id, account_id) DO NOTHING";
const UNMARK: &str = "DELETE FROM useful_marks WHERE argument_id = $1 AND account_id = $2";
const COUNT_USEFUL: &str = "UPDATE arguments SET useful = useful + $2, useful_rank = useful_rank + $2
    WHERE id = $1 RETURNING useful";

/// Says that a person finds an argument useful; whether the person had not said so already.
///
/// # Errors
/// When the database refuses.
pub async fn mark_useful(tx: &mut Tx, id: ArgumentId, account: AccountId) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, MARK, id, account, now)? > 0)
}

/// Takes the mark back; whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn unmark_useful(tx: &mut Tx, id: ArgumentId, account: AccountId) -> Result<bool> {
    Ok(execute!(tx, UNMARK, id, account)? > 0)
}

/// Adds to the marks of an argument; how many there are now, or none when there is no such argument.
///
/// # Errors
/// When the database refuses.
pub async fn count_useful(tx: &mut Tx, id: ArgumentId, change: i64) -> Result<Option<i64>> {
    let counted: Option<(i64,)> = fetch_optional!(tx, COUNT_USEFUL, id, change)?;
    Ok(counted.map(|(useful,)| useful))
}

/// Which of `arguments` a person finds useful.
///
/// # Errors
/// When the database refuses.
pub async fn useful_to(reader: &mut Reader, account: AccountId, arguments: &[ArgumentId]) -> Result<Vec<ArgumentId>> {
    if arguments.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT argument_id FROM useful_marks WHERE account_id = $1 AND argument_id IN ({})",
        places(2, arguments.len())
    );
    let marked: Vec<(ArgumentId,)> = fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()), account; each arguments)?;
    Ok(marked.into_iter().map(|(id,)| id).collect())
}
