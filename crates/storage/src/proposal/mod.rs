//! Proposals: their text, their versions, and the counters that lists are sorted and filtered by.
//!
//! Two columns exist only to be sorted on, and whoever changes what they sum up writes them in the
//! same statement: `support_rank` is `supports + historic_supports`, `discussion_rank` is
//! `arguments_for + arguments_against + amendments`. `shuffle` is drawn once, in `0..2⁶³`.
//! The counters of positions, arguments and amendments move with those; what moves
//! with the *state* of a proposal (`consultations.proposals`, `consultations.answered`,
//! `proposal_counts`) moves in [`insert`] and [`update`] and nowhere else.

mod facet;
mod index;
mod list;
mod version;

use fabrique_domain::{
    account::{AuthorKind, Capacity},
    id::{AccountId, PlanId, ProposalId, ThemeId},
    proposal::{Proposal, ProposalState},
};

pub use facet::{AnswerState, FacetCount, facets};
pub use index::{Indexable, indexable, indexable_after};
pub use list::{Cursor, Direction, Filter, Filterable, Order, ProposalItem, filterable, items, list};
pub use version::{add_version, remove_versions, version, versions};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional},
};

choices!(ProposalState, AuthorKind, Capacity);

record!(Proposal {
    id,
    consultation_id,
    theme_id,
    author_id,
    author_name,
    author_kind,
    organisation_id,
    capacity,
    language,
    state,
    state_reason,
    title,
    problem,
    change,
    body,
    version,
    supports,
    mixed,
    against,
    historic_supports,
    historic_mixed,
    historic_against,
    arguments_for,
    arguments_against,
    amendments,
    response_id,
    answered_at,
    created_at,
    published_at,
    updated_at,
});

const INSERT: &str = "INSERT INTO proposals (id, consultation_id, theme_id, author_id, author_name, author_kind,
        organisation_id, capacity, language, state, state_reason, title, problem, change, body, version,
        supports, mixed, against, historic_supports, historic_mixed, historic_against,
        arguments_for, arguments_against, amendments, response_id, answered_at, support_rank, discussion_rank,
        shuffle, created_at, published_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
        0, 0, 0, $17, $18, $19, 0, 0, 0, NULL, NULL, $20, 0, $21, $22, $23, $24)";

/// Adds a proposal, unanswered and untouched: of its counters only the historic ones are kept.
///
/// # Errors
/// [`Error::Dangling`](crate::Error::Dangling) when its consultation, theme or organisation is not there.
pub async fn insert(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    let p = proposal;
    let shuffle = i64::from_le_bytes(tx.random()) & i64::MAX;
    execute!(
        tx,
        INSERT,
        p.id,
        p.consultation_id,
        p.theme_id,
        p.author_id,
        p.author_name,
        p.author_kind,
        p.organisation_id,
        p.capacity,
        p.language,
        p.state,
        p.state_reason,
        p.title,
        p.problem,
        p.change,
        p.body,
        p.version,
        p.historic_supports,
        p.historic_mixed,
        p.historic_against,
        p.historic_supports,
        shuffle,
        p.created_at,
        p.published_at,
        p.updated_at
    )?;
    let unanswered = Proposal { response_id: None, ..p.clone() };
    facet::move_counts(tx, None, Some(&unanswered)).await
}

const UPDATE: &str = "UPDATE proposals SET theme_id = $2, author_id = $3, author_name = $4, author_kind = $5,
        organisation_id = $6, capacity = $7, language = $8, state = $9, state_reason = $10, title = $11,
        problem = $12, change = $13, body = $14, version = $15, response_id = $16, answered_at = $17,
        published_at = $18, updated_at = $19
    WHERE id = $1";

/// Writes everything of a proposal but its counters of positions, arguments and amendments, and
/// moves what lists count from where `before` stood to where `after` stands. Both were read in this
/// transaction.
///
/// # Errors
/// [`Error::Dangling`](crate::Error::Dangling) when its theme or organisation is not there.
pub async fn update(tx: &mut Tx, before: &Proposal, after: &Proposal) -> Result<()> {
    let p = after;
    execute!(
        tx,
        UPDATE,
        before.id,
        p.theme_id,
        p.author_id,
        p.author_name,
        p.author_kind,
        p.organisation_id,
        p.capacity,
        p.language,
        p.state,
        p.state_reason,
        p.title,
        p.problem,
        p.change,
        p.body,
        p.version,
        p.response_id,
        p.answered_at,
        p.published_at,
        p.updated_at
    )?;
    facet::move_counts(tx, Some(before), Some(after)).await
}

const DELETE: &str = "DELETE FROM proposals WHERE id = $1 AND state = 'draft'";

/// Forgets a draft; nothing else can be deleted. Whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn delete_draft(tx: &mut Tx, id: ProposalId) -> Result<bool> {
    Ok(execute!(tx, DELETE, id)? > 0)
}

const FIND: &str = "SELECT * FROM proposals WHERE id = $1";

/// The proposal, whatever its state.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: ProposalId) -> Result<Option<Proposal>> {
    fetch_optional!(reader, FIND, id)
}

const PLAN_OF_THEME: &str = "SELECT plan_id FROM themes WHERE id = $1";

/// The plan that a theme belongs to.
///
/// # Errors
/// When the database refuses.
pub async fn plan_of_theme(reader: &mut Reader, theme: ThemeId) -> Result<Option<PlanId>> {
    let found: Option<(PlanId,)> = fetch_optional!(reader, PLAN_OF_THEME, theme)?;
    Ok(found.map(|(plan,)| plan))
}

const BY_AUTHOR: &str = "SELECT * FROM proposals WHERE author_id = $1 ORDER BY updated_at DESC, id DESC LIMIT 500";

/// What somebody wrote, in every state, what changed last first; at most five hundred.
///
/// # Errors
/// When the database refuses.
pub async fn by_author(reader: &mut Reader, author: AccountId) -> Result<Vec<Proposal>> {
    fetch_all!(reader, BY_AUTHOR, author)
}

/// A named part that a contribution came with, from an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// Its place, from one.
    pub position: i64,
    /// Its title.
    pub title: String,
    /// Its text. Markdown.
    pub body: String,
}

record!(Appendix { position, title, body });

const ADD_APPENDIX: &str =
    "INSERT INTO proposal_appendices (proposal_id, position, title, body) VALUES ($1, $2, $3, $4)";

/// Adds a named part to a proposal.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when the place is taken.
pub async fn add_appendix(tx: &mut Tx, id: ProposalId, appendix: &Appendix) -> Result<()> {
    execute!(tx, ADD_APPENDIX, id, appendix.position, appendix.title, appendix.body)?;
    Ok(())
}

const APPENDICES: &str =
    "SELECT position, title, body FROM proposal_appendices WHERE proposal_id = $1 ORDER BY position";

/// The named parts of a proposal, in order.
///
/// # Errors
/// When the database refuses.
pub async fn appendices(reader: &mut Reader, id: ProposalId) -> Result<Vec<Appendix>> {
    fetch_all!(reader, APPENDICES, id)
}
