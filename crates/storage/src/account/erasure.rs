//! The name on what a person wrote, when it changes and when it goes.

use fabrique_domain::{account::Account, id::AccountId};
use uuid::Uuid;

use crate::{
    Result, Tx,
    outbox::{self, OutboxTopic},
    query::{execute, fetch_all},
    shortlist::leaving,
};

const SIGN_VERSIONS: &str = "UPDATE proposal_versions SET author_name = $3 WHERE author_name = $2
    AND (proposal_id IN (SELECT id FROM proposals WHERE author_id = $1)
        OR amendment_id IN (SELECT id FROM amendments WHERE author_id = $1))";
const SIGN_PROPOSALS: &str = "UPDATE proposals SET author_name = $2 WHERE author_id = $1";
const SIGN_ARGUMENTS: &str = "UPDATE arguments SET author_name = $2 WHERE author_id = $1";
const SIGN_AMENDMENTS: &str = "UPDATE amendments SET author_name = $2 WHERE author_id = $1";
const WRITTEN: &str = "SELECT id FROM proposals WHERE author_id = $1 AND state <> 'draft'";

/// Signs everything that `account` wrote with `name`, in its old versions too.
///
/// # Errors
/// When the database refuses.
pub async fn sign_contributions(tx: &mut Tx, account: &Account, name: &str) -> Result<()> {
    execute!(tx, SIGN_VERSIONS, account.id, account.display_name, name)?;
    for statement in [SIGN_PROPOSALS, SIGN_ARGUMENTS, SIGN_AMENDMENTS] {
        execute!(tx, statement, account.id, name)?;
    }
    let written: Vec<(Uuid,)> = fetch_all!(tx, WRITTEN, account.id)?;
    for (proposal,) in written {
        outbox::add(tx, OutboxTopic::Proposal, proposal).await?;
    }
    Ok(())
}

const FORGET_BY_ADDRESS: [&str; 2] =
    ["DELETE FROM sign_ins WHERE email = $1", "DELETE FROM subscriptions WHERE email = $1"];

/// Drafts were never public; their parts go before them.
const FORGET_BY_ACCOUNT: [&str; 6] = [
    "DELETE FROM sessions WHERE account_id = $1",
    "DELETE FROM tokens WHERE account_id = $1",
    "DELETE FROM follows WHERE account_id = $1",
    "DELETE FROM proposal_versions WHERE proposal_id IN (SELECT id FROM proposals WHERE author_id = $1 AND state = 'draft')",
    "DELETE FROM proposal_appendices WHERE proposal_id IN (SELECT id FROM proposals WHERE author_id = $1 AND state = 'draft')",
    "DELETE FROM proposals WHERE author_id = $1 AND state = 'draft'",
];
const REVOKE_GRANTS: &str =
    "UPDATE grants SET revoked_at = COALESCE(revoked_at, $2), evidence = '' WHERE account_id = $1";
const ERASE: &str = "UPDATE accounts SET email = NULL, display_name = $2, erased_at = $3 WHERE id = $1";

/// Forgets who `account` was: the address, the name, the sessions, the drafts, the evidence of its
/// roles. What it said in public stays, signed `name`.
///
/// # Errors
/// When the database refuses.
pub async fn erase(tx: &mut Tx, account: &Account, name: &str) -> Result<()> {
    let now = tx.now();
    for statement in FORGET_BY_ACCOUNT {
        execute!(tx, statement, account.id)?;
    }
    for statement in FORGET_BY_ADDRESS {
        execute!(tx, statement, account.email.as_deref().unwrap_or_default())?;
    }
    leaving::leave(tx, account.id).await?;
    sign_contributions(tx, account, name).await?;
    execute!(tx, REVOKE_GRANTS, account.id, now)?;
    erase_account(tx, account.id, name).await
}

async fn erase_account(tx: &mut Tx, id: AccountId, name: &str) -> Result<()> {
    let now = tx.now();
    execute!(tx, ERASE, id, name, now)?;
    Ok(())
}
