//! Correcting what is public: in the open, with a reason, the former words kept beside.

use fabrique_domain::{
    account::{Actor, Permission},
    id::{ClauseId, Id, ProposalId},
    proposal::Reason,
    response::{Decision, Response, ResponseReason, ResponseState},
};
use fabrique_storage::{
    Tx, commitment, outbox,
    outbox::OutboxTopic,
    response,
    response::{ChangedClause, Contribution},
};

use super::{
    Seen,
    draft::{check_clauses, check_target, reason},
    find_seen,
    review::check_readable,
    tell,
};
use crate::{Error, Platform, Result, error::need, subscription::news};

/// What a published response says from now on, and why it changes.
#[derive(Debug, Clone)]
pub struct Correction {
    /// What is decided.
    pub decision: Decision,
    /// Why, in French.
    pub reason: ResponseReason,
    /// The same in English.
    pub reason_en: Option<ResponseReason>,
    /// The contribution that the others are merged into.
    pub merged_into: Option<ProposalId>,
    /// The clauses that it changes.
    pub clauses: Vec<ClauseId>,
    /// Why it is corrected. Public.
    pub note: Reason,
}

/// Corrects a published response. The former words stay readable, and the authors are told.
///
/// # Errors
/// [`Error::Refused`] with the rule that is not met; [`Error::Changed`] when somebody else corrected
/// it in between.
pub async fn correct(platform: &Platform, actor: &Actor, tx: &mut Tx, seen: Seen, input: &Correction) -> Result<()> {
    need(actor, Permission::PublishResponses)?;
    let before = find_seen(actor, tx, seen).await?;
    if before.state != ResponseState::Published {
        return Err(Error::Refused("response-not-published"));
    }
    let after = corrected(&before, input);
    let contributions = check(tx, &after, input).await?;
    if !response::correct(tx, &after, &input.note, actor.account_id()).await? {
        return Err(Error::Changed);
    }
    response::move_decision(tx, &before, before.decision, after.decision).await?;
    move_clauses(tx, &after, input, contributions.len()).await?;
    for contribution in &contributions {
        outbox::add(tx, OutboxTopic::Proposal, contribution.id.uuid()).await?;
    }
    news::tell_corrected(tx, &after, &contributions).await?;
    tell::corrected(platform, tx, &after, &input.note).await
}

fn corrected(before: &Response, input: &Correction) -> Response {
    Response {
        decision: input.decision,
        reason: reason(&input.reason, input.reason_en.as_ref()),
        merged_into: input.merged_into.filter(|_| input.decision.needs_target()),
        ..before.clone()
    }
}

/// Checks the corrected response as if it were published now; gives its contributions.
async fn check(tx: &mut Tx, after: &Response, input: &Correction) -> Result<Vec<Contribution>> {
    let contributions = response::contributions(tx, after.id).await?;
    let ids: Vec<ProposalId> = contributions.iter().map(|one| one.id).collect();
    check_clauses(tx, &input.clauses).await?;
    after.check_complete(contributions.len(), input.clauses.len())?;
    if let Some(target) = after.merged_into {
        check_target(tx, after.consultation_id, &ids, target).await?;
    }
    let added = response::find_clauses(tx, &input.clauses).await?;
    check_readable(&added)?;
    Ok(contributions)
}

async fn move_clauses(tx: &mut Tx, after: &Response, input: &Correction, contributions: usize) -> Result<()> {
    let by = i64::try_from(contributions).unwrap_or(i64::MAX);
    let former = response::clauses(tx, after.id).await?;
    response::set_clauses(tx, after.id, &input.clauses).await?;
    let present = response::clauses(tx, after.id).await?;
    count_missing(tx, &former, &present, -by).await?;
    count_missing(tx, &present, &former, by).await
}

/// Counts `by` contributions behind each clause of `these` that is not among `those`.
async fn count_missing(tx: &mut Tx, these: &[ChangedClause], those: &[ChangedClause], by: i64) -> Result<()> {
    for clause in these {
        if those.iter().all(|other| other.clause_id != clause.clause_id) {
            commitment::clause::count_contributions(tx, clause.clause_id, by).await?;
        }
    }
    Ok(())
}
