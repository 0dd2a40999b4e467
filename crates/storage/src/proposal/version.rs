//! The texts of a proposal as they stood.

use fabrique_domain::{id::ProposalId, proposal::ProposalVersion};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional},
};

record!(ProposalVersion { proposal_id, version, title, problem, change, body, author_name, amendment_id, created_at });

const ADD: &str = "INSERT INTO proposal_versions
        (proposal_id, version, title, problem, change, body, author_name, amendment_id, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// Keeps a text as it now stands.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when the number is used: somebody else edited.
pub async fn add_version(tx: &mut Tx, version: &ProposalVersion) -> Result<()> {
    let v = version;
    execute!(
        tx,
        ADD,
        v.proposal_id,
        v.version,
        v.title,
        v.problem,
        v.change,
        v.body,
        v.author_name,
        v.amendment_id,
        v.created_at
    )?;
    Ok(())
}

const REMOVE: &str = "DELETE FROM proposal_versions WHERE proposal_id = $1";

/// Forgets the versions of a proposal that nobody has touched yet, so that it is rewritten whole.
///
/// # Errors
/// When the database refuses.
pub async fn remove_versions(tx: &mut Tx, id: ProposalId) -> Result<()> {
    execute!(tx, REMOVE, id)?;
    Ok(())
}

const VERSION: &str = "SELECT * FROM proposal_versions WHERE proposal_id = $1 AND version = $2";

/// One version.
///
/// # Errors
/// When the database refuses.
pub async fn version(reader: &mut Reader, id: ProposalId, number: i64) -> Result<Option<ProposalVersion>> {
    fetch_optional!(reader, VERSION, id, number)
}

const VERSIONS: &str = "SELECT * FROM proposal_versions WHERE proposal_id = $1 ORDER BY version DESC LIMIT 200";

/// The versions, the last first; at most two hundred.
///
/// # Errors
/// When the database refuses.
pub async fn versions(reader: &mut Reader, id: ProposalId) -> Result<Vec<ProposalVersion>> {
    fetch_all!(reader, VERSIONS, id)
}
