//! What becomes of the lists of somebody who leaves.

use fabrique_domain::{
    id::{AccountId, ShortlistId},
    shortlist::ShortlistRight,
};

use super::{delete, member};
use crate::{
    Result, Tx,
    query::{execute, fetch_all},
};

const KEPT_BY: &str = "SELECT id FROM shortlists WHERE keeper_id = $1";
const HAND_ON: &str = "UPDATE shortlists SET keeper_id = $2, link_made = link_made + 1, link_open = $3 WHERE id = $1";
const FORGET: &str = "DELETE FROM shortlist_members WHERE account_id = $1";

/// Hands each list that an account keeps to the first person named on it who may write, closing its link, and erases
/// those that nobody takes. What the account wrote on the lists of others stays there.
///
/// # Errors
/// When the database refuses.
pub async fn leave(tx: &mut Tx, account: AccountId) -> Result<()> {
    execute!(tx, FORGET, account)?;
    let kept: Vec<(ShortlistId,)> = fetch_all!(tx, KEPT_BY, account)?;
    for (list,) in kept {
        let members = member::list(tx, list).await?;
        match members.iter().find(|member| member.access == ShortlistRight::Write) {
            Some(heir) => {
                execute!(tx, HAND_ON, list, heir.account_id, false)?;
                member::remove(tx, list, heir.account_id).await?;
            }
            None => delete(tx, list).await?,
        }
    }
    Ok(())
}
