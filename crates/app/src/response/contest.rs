//! An author contests the answer received, once; the institution replies, once.

use fabrique_domain::{
    account::{Actor, Permission},
    id::{ContestId, ProposalId},
    response::{Contest, ContestBody},
};
use fabrique_storage::{Tx, proposal, response};

use super::{need_voice, tell};
use crate::{Error, Platform, Result, error::need};

/// Contests the answer to one's own contribution. The contest is public, beside the answer, and who
/// wrote the answer is told.
///
/// # Errors
/// [`Error::Forbidden`] for anybody but the author; [`Error::Refused`] `contest-not-answered` while
/// there is no answer, `contest-once` the second time.
pub async fn contest(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    proposal_id: ProposalId,
    body: &ContestBody,
) -> Result<ContestId> {
    need(actor, Permission::Contribute)?;
    let proposal = proposal::find(tx, proposal_id).await?.ok_or(Error::NotFound)?;
    let author_id = actor.account_id().filter(|id| proposal.author_id == Some(*id));
    let author_id = author_id.ok_or(Error::Forbidden(Permission::Contribute))?;
    let answer = response::answer_to(tx, proposal_id).await?.ok_or(Error::Refused("contest-not-answered"))?;
    let contest = Contest {
        id: tx.new_id(),
        response_id: answer.response_id,
        proposal_id,
        author_id,
        body: body.to_string(),
        created_at: tx.now(),
        reply: String::new(),
        replied_at: None,
    };
    if !response::insert_contest(tx, &contest).await? {
        return Err(Error::Refused("contest-once"));
    }
    let contested = response::get(tx, answer.response_id).await?.ok_or(Error::NotFound)?;
    tell::contested(platform, tx, &contested, &proposal, body).await?;
    Ok(contest.id)
}

/// Replies to a contest for the institution. The reply is public, and the author is told.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not speak for the institution; [`Error::Refused`]
/// `contest-replied` when a reply was given.
pub async fn reply(platform: &Platform, actor: &Actor, tx: &mut Tx, id: ContestId, text: &ContestBody) -> Result<()> {
    need(actor, Permission::Respond)?;
    let contest = response::contest(tx, id).await?.ok_or(Error::NotFound)?;
    let answer = response::get(tx, contest.response_id).await?.ok_or(Error::NotFound)?;
    need_voice(actor, answer.institution_id)?;
    if !response::reply(tx, id, text, actor.account_id()).await? {
        return Err(Error::Refused("contest-replied"));
    }
    tell::replied(platform, tx, &answer, &contest, text).await
}
