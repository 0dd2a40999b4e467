//! What imports brought: which record became which thing, and how it read then, so that a second
//! run changes nothing and a changed record changes one thing.

use fabrique_domain::{
    id::{ConsultationId, Id, ProposalId},
    proposal::{Argument, Proposal},
};
use ring::digest::{Context, SHA256};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::record,
    consultation::{self, Shift},
    query::{execute, fetch_optional},
};

/// A record of another platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    /// The export it comes from.
    pub source: &'a str,
    /// Its kind there.
    pub collection: &'a str,
    /// Its identifier there.
    pub external_id: &'a str,
}

/// What a record became here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The thing.
    pub entity_id: Uuid,
    /// The digest of the record, as it was read.
    pub digest: Vec<u8>,
}

record!(Imported { entity_id, digest });

/// The digest of the parts of a record, each kept apart from the next by its length.
#[must_use]
pub fn digest<'a>(parts: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&part.len().to_le_bytes());
        context.update(part.as_bytes());
    }
    context.finish().as_ref().to_vec()
}

const FIND: &str = "SELECT entity_id, digest FROM imported_records
    WHERE source = $1 AND collection = $2 AND external_id = $3";

/// What a record became, if it was imported already.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(reader: &mut Reader, key: Key<'_>) -> Result<Option<Imported>> {
    fetch_optional!(reader, FIND, key.source, key.collection, key.external_id)
}

const REMEMBER: &str = "INSERT INTO imported_records (source, collection, external_id, entity_id, digest)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (source, collection, external_id) DO UPDATE SET digest = excluded.digest";

/// Writes down what a record became and how it read.
///
/// # Errors
/// When the database refuses.
pub async fn remember(tx: &mut Tx, key: Key<'_>, entity_id: impl Id, digest: Vec<u8>) -> Result<()> {
    execute!(tx, REMEMBER, key.source, key.collection, key.external_id, entity_id.uuid(), digest)?;
    Ok(())
}

const VOTES: &str = "UPDATE proposals SET historic_supports = $2, historic_mixed = $3, historic_against = $4,
    support_rank = supports + $2 WHERE id = $1";

/// Keeps the totals of votes that `proposal` brought from elsewhere.
///
/// # Errors
/// When the database refuses.
pub async fn set_votes(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    let p = proposal;
    execute!(tx, VOTES, p.id, p.historic_supports, p.historic_mixed, p.historic_against)?;
    Ok(())
}

const FORGET_APPENDICES: &str = "DELETE FROM proposal_appendices WHERE proposal_id = $1";

/// Forgets the named parts of a proposal, to write them anew.
///
/// # Errors
/// When the database refuses.
pub async fn remove_appendices(tx: &mut Tx, id: ProposalId) -> Result<()> {
    execute!(tx, FORGET_APPENDICES, id)?;
    Ok(())
}

const REWRITE_ARGUMENT: &str = "UPDATE arguments SET author_name = $2, side = $3, body = $4, state = $5,
    state_reason = $6, historic_useful = $7, useful_rank = useful + $7, created_at = $8 WHERE id = $1";

/// Writes an argument as the original platform now has it; the counters are another statement.
///
/// # Errors
/// When the database refuses.
pub async fn rewrite_argument(tx: &mut Tx, argument: &Argument) -> Result<()> {
    let a = argument;
    execute!(
        tx,
        REWRITE_ARGUMENT,
        a.id,
        a.author_name,
        a.side,
        a.body,
        a.state,
        a.state_reason,
        a.historic_useful,
        a.created_at
    )?;
    Ok(())
}

const COUNT_ARGUMENTS: &str = "UPDATE proposals SET arguments_for = arguments_for + $2,
    arguments_against = arguments_against + $3, discussion_rank = discussion_rank + $2 + $3 WHERE id = $1";

/// Adds to the published arguments of a proposal and of its consultation, many at once.
///
/// # Errors
/// When the database refuses.
pub async fn count_arguments(
    tx: &mut Tx,
    proposal: ProposalId,
    consultation: ConsultationId,
    pro: i64,
    contra: i64,
) -> Result<()> {
    if pro == 0 && contra == 0 {
        return Ok(());
    }
    execute!(tx, COUNT_ARGUMENTS, proposal, pro, contra)?;
    let shift = Shift { arguments: pro + contra, ..Shift::default() };
    consultation::count(tx, consultation, shift).await
}
