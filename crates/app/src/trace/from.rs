//! The thread of each object.

use fabrique_domain::{
    Date,
    account::Actor,
    commitment::Clause,
    id::{ClauseId, CommitmentId, ProposalId, ResponseId},
    proposal::{Proposal, ProposalState},
    response::{Decision, ResponseState},
};
use fabrique_storage::{Reader, commitment, consultation, proposal, response, trace};

use super::{
    FIRST, MOST, after,
    bead::{Bead, Thread},
    before,
};
use crate::{Error, Platform, Result};

/// The thread of a contribution: its answer, the clauses that it changed, what becomes of them.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or when it is a draft of somebody else.
pub async fn of_proposal(platform: &Platform, actor: &Actor, reader: &mut Reader, id: ProposalId) -> Result<Thread> {
    let found = proposal::find(reader, id).await?.filter(|found| may_read(actor, found)).ok_or(Error::NotFound)?;
    let mut beads = vec![Bead { current: true, ..before::proposal(&found) }];
    let Some(answer) = response::answer_to(reader, id).await? else {
        beads.extend(awaited(platform, reader, &found).await?);
        return Ok(Thread { beads });
    };
    beads.push(before::answer(&answer));
    let mut clauses = changed_by(reader, answer.response_id).await?;
    if let Some(target) = answer.merged_into.filter(|_| answer.decision == Decision::Merged) {
        clauses.extend(merged(reader, target, &mut beads).await?);
    }
    beads.extend(clauses.iter().take(MOST).map(after::clause));
    beads.extend(after::commitments(reader, &owners(&clauses), today(platform, reader)).await?);
    Ok(Thread { beads })
}

fn may_read(actor: &Actor, found: &Proposal) -> bool {
    found.state != ProposalState::Draft || (found.author_id.is_some() && found.author_id == actor.account_id())
}

async fn awaited(platform: &Platform, reader: &mut Reader, found: &Proposal) -> Result<Option<Bead>> {
    let is_public = found.state == ProposalState::Published;
    let Some(published_at) = found.published_at.filter(|_| is_public) else { return Ok(None) };
    let Some(consultation) = consultation::find(reader, found.consultation_id).await? else { return Ok(None) };
    Ok(before::awaited(published_at, &consultation, reader.now(), &platform.site.zone))
}

/// Tells the contribution that another was merged into, and its answer; gives the clauses that it changed.
async fn merged(reader: &mut Reader, target: ProposalId, beads: &mut Vec<Bead>) -> Result<Vec<Clause>> {
    let Some(found) = proposal::find(reader, target).await?.filter(|found| found.state != ProposalState::Draft) else {
        return Ok(Vec::new());
    };
    beads.push(before::proposal(&found));
    let Some(answer) = response::answer_to(reader, target).await? else { return Ok(Vec::new()) };
    beads.push(before::answer(&answer));
    changed_by(reader, answer.response_id).await
}

/// The thread of a published answer: the contributions it answers, the clauses it changed.
///
/// # Errors
/// [`Error::NotFound`] while it is not public.
pub async fn of_response(platform: &Platform, reader: &mut Reader, id: ResponseId) -> Result<Thread> {
    let found = response::get(reader, id).await?.filter(|found| found.state == ResponseState::Published);
    let found = found.ok_or(Error::NotFound)?;
    let first = trace::answered(reader, id, FIRST).await?;
    let mut beads = before::contributions(&first, trace::count_answered(reader, id).await?);
    beads.push(Bead { current: true, ..before::decided(id, found.decision, found.published_at) });
    let clauses = changed_by(reader, id).await?;
    beads.extend(clauses.iter().take(MOST).map(after::clause));
    beads.extend(after::commitments(reader, &owners(&clauses), today(platform, reader)).await?);
    Ok(Thread { beads })
}

/// The thread of a clause: the contributions behind it, the answers that say so, its commitment and
/// what follows. The caller has checked that the person may read the commitment.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn of_clause(platform: &Platform, reader: &mut Reader, id: ClauseId) -> Result<Thread> {
    let clause = commitment::clause::find(reader, id).await?.ok_or(Error::NotFound)?;
    let rows = response::behind_clause(reader, id, None, FIRST).await?;
    let mut beads = before::behind(rows, clause.contributions);
    beads.push(Bead { current: true, ..after::clause(&clause) });
    beads.extend(after::commitments(reader, &[clause.commitment_id], today(platform, reader)).await?);
    Ok(Thread { beads })
}

/// The thread of a commitment: the contributions behind its clauses, the answers, the clauses, and
/// what follows. The caller has checked that the person may read it.
///
/// # Errors
/// When storage fails.
pub async fn of_commitment(platform: &Platform, reader: &mut Reader, id: CommitmentId) -> Result<Thread> {
    let clauses = commitment::clause::of_commitment(reader, id).await?;
    let in_force: Vec<_> = clauses.into_iter().filter(|clause| clause.repealed_at.is_none()).collect();
    let total = in_force.iter().map(|clause| clause.contributions).sum();
    let rows = response::behind_commitment(reader, id, None, FIRST).await?;
    let mut beads = before::behind(rows, total);
    beads.extend(in_force.iter().take(MOST).map(after::clause));
    if let Some(last) = beads.last_mut() {
        last.others = last.others.max(i64::try_from(in_force.len().saturating_sub(MOST)).unwrap_or_default());
    }
    let mut own = after::commitments(reader, &[id], today(platform, reader)).await?;
    if let Some(own) = own.first_mut() {
        own.current = true;
    }
    beads.append(&mut own);
    Ok(Thread { beads })
}

/// The clauses of public commitments that an answer says it changed.
async fn changed_by(reader: &mut Reader, id: ResponseId) -> Result<Vec<Clause>> {
    let named = response::clauses(reader, id).await?;
    let ids: Vec<_> = named.iter().filter(|clause| clause.is_public).map(|clause| clause.clause_id).collect();
    Ok(commitment::clause::find_all(reader, &ids).await?)
}

fn owners(clauses: &[Clause]) -> Vec<CommitmentId> {
    clauses.iter().map(|clause| clause.commitment_id).collect()
}

fn today(platform: &Platform, reader: &Reader) -> Date {
    reader.now().date(&platform.site.zone)
}
