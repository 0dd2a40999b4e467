//! Whether a page that everybody reads alike holds something of one reader's own.

use fabrique_domain::{
    content::Topic,
    id::{AccountId, Id, ProposalId},
};
use uuid::Uuid;

use crate::{Reader, Result, query::fetch_one, subscription::follow};

// `CROSS JOIN` makes SQLite begin with the marks of one person, which are fewer than the arguments.

const ON_PROPOSAL: &str = "SELECT EXISTS (SELECT 1 FROM positions WHERE proposal_id = $1 AND account_id = $2)
    OR EXISTS (SELECT 1 FROM proposals WHERE id = $1 AND author_id = $2)
    OR EXISTS (SELECT 1 FROM arguments WHERE author_id = $2 AND proposal_id = $1)
    OR EXISTS (SELECT 1 FROM useful_marks m CROSS JOIN arguments a
        WHERE m.account_id = $2 AND a.id = m.argument_id AND a.proposal_id = $1)
    OR EXISTS (SELECT 1 FROM amendments WHERE proposal_id = $1 AND author_id = $2)
    OR EXISTS (SELECT 1 FROM follows WHERE account_id = $2 AND topic = 'proposal' AND subject_id = $1) AS own";

/// Whether the account wrote, said or marked something on a proposal, or follows it.
async fn is_on_proposal(reader: &mut Reader, account: AccountId, proposal: ProposalId) -> Result<bool> {
    let (own,): (bool,) = fetch_one!(reader, ON_PROPOSAL, proposal, account)?;
    Ok(own)
}

/// Whether the account has anything on the page of a thing: what it wrote, said or marked there, or
/// that it follows it.
///
/// # Errors
/// When the database cannot be read.
pub async fn exists(reader: &mut Reader, account: AccountId, topic: Topic, subject: Uuid) -> Result<bool> {
    match topic {
        Topic::Proposal => is_on_proposal(reader, account, ProposalId::from_uuid(subject)).await,
        _ => follow::exists(reader, account, topic, subject).await,
    }
}
