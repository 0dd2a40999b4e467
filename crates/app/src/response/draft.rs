//! Writing a response: nobody sees it but those who speak for the institution.

use std::collections::BTreeSet;

use fabrique_domain::{
    LocalizedText,
    account::Actor,
    id::{ClauseId, ConsultationId, OrganisationId, ProposalId, ResponseId},
    response::{Decision, DraftReason, Response, ResponseState},
    text::Fault,
};
use fabrique_storage::{Reader, Tx, consultation, response};

use super::{Seen, find_seen, need_voice};
use crate::{Error, Result};

/// The most contributions that one response answers: more would no longer be read one by one.
pub const MOST_CONTRIBUTIONS: usize = 200;
/// The most clauses that one response points to.
pub const MOST_CLAUSES: usize = 50;

/// A response as it is being written.
#[derive(Debug, Clone)]
pub struct ResponseDraft {
    /// The institution that answers.
    pub institution_id: OrganisationId,
    /// The contributions that it answers.
    pub contributions: Vec<ProposalId>,
    /// What is decided.
    pub decision: Decision,
    /// Why, in French; may wait while it is a draft.
    pub reason: DraftReason,
    /// The same in English, or nothing.
    pub reason_en: DraftReason,
    /// The contribution that the others are merged into.
    pub merged_into: Option<ProposalId>,
    /// The clauses that it changes.
    pub clauses: Vec<ClauseId>,
}

/// Begins a response to contributions of a consultation.
///
/// # Errors
/// [`Error::Refused`] `response-already-answering` when a contribution stands in another response;
/// [`Error::Invalid`] when the institution, a contribution or a clause is not one.
pub async fn draft(
    actor: &Actor,
    tx: &mut Tx,
    consultation_id: ConsultationId,
    input: &ResponseDraft,
) -> Result<ResponseId> {
    need_voice(actor, input.institution_id)?;
    consultation::find(tx, consultation_id).await?.ok_or(Error::NotFound)?;
    check(tx, consultation_id, input).await?;
    let response = begin(actor, tx, consultation_id, input);
    response::insert(tx, &response).await?;
    keep_parts(tx, response.id, input).await?;
    Ok(response.id)
}

fn begin(actor: &Actor, tx: &Tx, consultation_id: ConsultationId, input: &ResponseDraft) -> Response {
    let now = tx.now();
    Response {
        id: tx.new_id(),
        consultation_id,
        institution_id: input.institution_id,
        decision: input.decision,
        reason: reason(&input.reason, Some(&input.reason_en)),
        merged_into: target(input),
        state: ResponseState::Draft,
        drafted_by: actor.account_id(),
        reviewed_by: None,
        review_note: String::new(),
        version: 1,
        created_at: now,
        updated_at: now,
        submitted_at: None,
        published_at: None,
    }
}

/// Writes a draft anew. Whoever wrote last is its author: the second reader is somebody else.
///
/// # Errors
/// [`Error::Changed`] when somebody else wrote in between; [`Error::Refused`] `response-not-draft`
/// when it is in review or public; else as [`draft`].
pub async fn edit(actor: &Actor, tx: &mut Tx, seen: Seen, input: &ResponseDraft) -> Result<()> {
    let response = find_seen(actor, tx, seen).await?;
    need_voice(actor, input.institution_id)?;
    need_draft(&response)?;
    check(tx, response.consultation_id, input).await?;
    let response = Response { version: seen.version, ..rewritten(actor, tx, response, input) };
    if !response::rewrite(tx, &response).await? {
        return Err(Error::Changed);
    }
    keep_parts(tx, response.id, input).await
}

fn rewritten(actor: &Actor, tx: &Tx, response: Response, input: &ResponseDraft) -> Response {
    Response {
        institution_id: input.institution_id,
        decision: input.decision,
        reason: reason(&input.reason, Some(&input.reason_en)),
        merged_into: target(input),
        drafted_by: actor.account_id(),
        updated_at: tx.now(),
        ..response
    }
}

/// Throws a draft away; its contributions await an answer again.
///
/// # Errors
/// As [`edit`].
pub async fn discard(actor: &Actor, tx: &mut Tx, seen: Seen) -> Result<()> {
    let response = find_seen(actor, tx, seen).await?;
    need_draft(&response)?;
    if response::discard(tx, response.id).await? { Ok(()) } else { Err(Error::Changed) }
}

pub(super) fn need_draft(response: &Response) -> Result<()> {
    if response.state == ResponseState::Draft { Ok(()) } else { Err(Error::Refused("response-not-draft")) }
}

/// A reason in the languages in which it was written.
pub(super) fn reason<const MIN: usize>(
    french: &fabrique_domain::text::Markdown<MIN, 8_000>,
    english: Option<&fabrique_domain::text::Markdown<MIN, 8_000>>,
) -> LocalizedText {
    let english = english.filter(|text| !text.is_empty());
    LocalizedText { fr: french.to_string(), en: english.map(ToString::to_string) }
}

/// A target is kept only where the decision speaks of one.
fn target(input: &ResponseDraft) -> Option<ProposalId> {
    input.merged_into.filter(|_| input.decision.needs_target())
}

async fn keep_parts(tx: &mut Tx, id: ResponseId, input: &ResponseDraft) -> Result<()> {
    if !response::set_contributions(tx, id, &distinct(&input.contributions)).await? {
        return Err(Error::Refused("response-already-answering"));
    }
    Ok(response::set_clauses(tx, id, &distinct(&input.clauses)).await?)
}

fn distinct<I: Ord + Copy>(ids: &[I]) -> Vec<I> {
    ids.iter().copied().collect::<BTreeSet<_>>().into_iter().collect()
}

async fn check(reader: &mut Reader, consultation_id: ConsultationId, input: &ResponseDraft) -> Result<()> {
    if response::institution(reader, input.institution_id).await?.is_none() {
        return Err(Error::field("institution", Fault::Unknown));
    }
    let contributions = distinct(&input.contributions);
    check_contributions(reader, consultation_id, &contributions).await?;
    if let Some(target) = target(input) {
        check_target(reader, consultation_id, &contributions, target).await?;
    }
    check_clauses(reader, &input.clauses).await
}

async fn check_contributions(
    reader: &mut Reader,
    consultation_id: ConsultationId,
    contributions: &[ProposalId],
) -> Result<()> {
    if contributions.len() > MOST_CONTRIBUTIONS {
        return Err(Error::field("contributions", Fault::TooLong(MOST_CONTRIBUTIONS)));
    }
    let found = response::candidates(reader, contributions).await?;
    let fit = found.iter().filter(|one| one.consultation_id == consultation_id && one.is_public).count();
    if fit == contributions.len() { Ok(()) } else { Err(Error::field("contributions", Fault::Unknown)) }
}

/// Contributions are merged into another one of the same consultation that everybody can read.
pub(super) async fn check_target(
    reader: &mut Reader,
    consultation_id: ConsultationId,
    contributions: &[ProposalId],
    target: ProposalId,
) -> Result<()> {
    let found = response::candidates(reader, &[target]).await?;
    let fit = found.iter().any(|one| one.consultation_id == consultation_id && one.is_public);
    if fit && !contributions.contains(&target) { Ok(()) } else { Err(Error::field("merged_into", Fault::Unknown)) }
}

/// The clauses exist and are in force.
pub(super) async fn check_clauses(reader: &mut Reader, clauses: &[ClauseId]) -> Result<()> {
    let clauses = distinct(clauses);
    if clauses.len() > MOST_CLAUSES {
        return Err(Error::field("clauses", Fault::TooLong(MOST_CLAUSES)));
    }
    let found = response::find_clauses(reader, &clauses).await?;
    let fit = found.iter().filter(|clause| clause.repealed_at.is_none()).count();
    if fit == clauses.len() { Ok(()) } else { Err(Error::field("clauses", Fault::Unknown)) }
}
