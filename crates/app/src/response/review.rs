//! The second pair of eyes, and publication.

use fabrique_domain::{
    LocalizedText,
    account::Actor,
    content::EventKind,
    id::Id,
    proposal::{Proposal, Reason},
    response::{Response, ResponseReason, ResponseState},
};
use fabrique_storage::{
    Tx, commitment, consultation, outbox,
    outbox::OutboxTopic,
    proposal, response,
    response::{ChangedClause, Contribution},
};

use super::{Seen, draft::need_draft, find_seen, tell};
use crate::{Error, Platform, Result, address, event, subscription::news};

/// Sends a draft to a second reader.
///
/// # Errors
/// [`Error::Refused`] with what it lacks; [`Error::Invalid`] when the reason is too short;
/// [`Error::Changed`] when it is no longer the version seen.
pub async fn submit(actor: &Actor, tx: &mut Tx, seen: Seen) -> Result<()> {
    let response = find_seen(actor, tx, seen).await?;
    need_draft(&response)?;
    check_reason(&response.reason)?;
    let contributions = response::contributions(tx, seen.id).await?.len();
    let clauses = response::clauses(tx, seen.id).await?.len();
    response.check_complete(contributions, clauses)?;
    if response::submit(tx, seen.id, seen.version).await? { Ok(()) } else { Err(Error::Changed) }
}

/// A word is not a reason: the French one is always given, the English one when it is begun.
fn check_reason(reason: &LocalizedText) -> Result<()> {
    ResponseReason::parse(&reason.fr).map_err(|fault| Error::field("reason", fault))?;
    if let Some(english) = &reason.en {
        ResponseReason::parse(english).map_err(|fault| Error::field("reason_en", fault))?;
    }
    Ok(())
}

/// Sends a response back to whoever wrote it, with what is asked of it.
///
/// # Errors
/// [`Error::Refused`] `response-not-submitted` when it is not in review; [`Error::Changed`] when it
/// is no longer the version seen.
pub async fn send_back(actor: &Actor, tx: &mut Tx, seen: Seen, note: &Reason) -> Result<()> {
    let response = find_seen(actor, tx, seen).await?;
    if response.state != ResponseState::InReview {
        return Err(Error::Refused("response-not-submitted"));
    }
    if response::send_back(tx, seen.id, seen.version, note).await? { Ok(()) } else { Err(Error::Changed) }
}

/// Publishes a response that somebody else wrote: every contribution in it gets its answer, and
/// every author who has an account a mail. Contributions taken back or hidden in the meantime leave it.
///
/// # Errors
/// [`Error::Refused`] with the rule that is not met; [`Error::Changed`] when it is no longer the
/// version that was read over.
pub async fn publish(platform: &Platform, actor: &Actor, tx: &mut Tx, seen: Seen) -> Result<()> {
    let response = find_seen(actor, tx, seen).await?;
    response::keep_contributions(tx, seen.id).await?;
    let contributions = response::contributions(tx, seen.id).await?;
    let clauses = response::clauses(tx, seen.id).await?;
    response.check_publishable(actor.account_id(), contributions.len(), clauses.len())?;
    check_readable(&clauses)?;
    check_target_readable(tx, &response).await?;
    if !response::publish(tx, &response, actor.account_id()).await? {
        return Err(Error::Changed);
    }
    answer_all(tx, &response, &contributions).await?;
    count_behind(tx, &clauses, contributions.len()).await?;
    announce(tx, &response, &contributions).await?;
    news::tell_answered(tx, &response, &contributions).await?;
    tell::answered(platform, tx, &response).await
}

/// What an answer points to can be read by everybody, else the trace would end at a closed door.
pub(super) fn check_readable(clauses: &[ChangedClause]) -> Result<()> {
    let readable = |clause: &ChangedClause| clause.is_public && clause.repealed_at.is_none();
    if clauses.iter().all(readable) { Ok(()) } else { Err(Error::Refused("response-clause-not-public")) }
}

async fn check_target_readable(tx: &mut Tx, response: &Response) -> Result<()> {
    let Some(target) = response.merged_into else { return Ok(()) };
    let found = response::candidates(tx, &[target]).await?;
    if found.iter().any(|one| one.is_public) { Ok(()) } else { Err(Error::Refused("response-no-target")) }
}

async fn answer_all(tx: &mut Tx, response: &Response, contributions: &[Contribution]) -> Result<()> {
    let consultation = consultation::find(tx, response.consultation_id).await?.ok_or(Error::NotFound)?;
    for contribution in contributions {
        let before = proposal::find(tx, contribution.id).await?.ok_or(Error::NotFound)?;
        let now = tx.now();
        let start = consultation.answer_clock(before.published_at.unwrap_or(now));
        let after = Proposal { response_id: Some(response.id), answered_at: Some(now), ..before.clone() };
        proposal::update(tx, &before, &after).await?;
        response::note_delay(tx, response, &before, now.days_since(start).max(0)).await?;
        outbox::add(tx, OutboxTopic::Proposal, contribution.id.uuid()).await?;
    }
    Ok(())
}

async fn count_behind(tx: &mut Tx, clauses: &[ChangedClause], contributions: usize) -> Result<()> {
    let more = i64::try_from(contributions).unwrap_or(i64::MAX);
    for clause in clauses {
        commitment::clause::count_contributions(tx, clause.clause_id, more).await?;
    }
    Ok(())
}

async fn announce(tx: &mut Tx, response: &Response, contributions: &[Contribution]) -> Result<()> {
    let consultation = consultation::find(tx, response.consultation_id).await?.ok_or(Error::NotFound)?;
    let title = contributions.first().map_or_else(String::new, |first| first.title.clone());
    let path = address::response(response.id);
    let (kind, title) = (EventKind::ResponsePublished, LocalizedText::french(title));
    event::record(tx, kind, &title, path, Some(consultation.plan_id)).await?;
    Ok(())
}
