//! The desk of those who answer: what awaits them, what they are writing, what they may choose from.

use std::cmp::Reverse;

use fabrique_domain::{
    Instant,
    account::{Actor, Permission, Role},
    id::{ConsultationId, ProposalId, ResponseId},
    response::Contest,
};
use fabrique_storage::{
    Reader, response,
    response::{
        ChangedClause, Contribution, DeskFilter, Institution, Owing, ResponseRow, Unanswered, UnansweredFilter,
    },
};

use super::{MOST_CONTRIBUTIONS, need_voice};
use crate::{Error, Result, error::need};

/// The institutions that the actor may speak for: all of them for the coordinator, those of the
/// grants for an agent.
///
/// # Errors
/// [`Error::Forbidden`] for those who answer for none.
pub async fn voices(actor: &Actor, reader: &mut Reader) -> Result<Vec<Institution>> {
    need(actor, Permission::Respond)?;
    if actor.may(Permission::PublishResponses) {
        return Ok(response::institutions(reader).await?);
    }
    let mut own = Vec::new();
    for grant in actor.person().map(|person| person.grants.as_slice()).unwrap_or_default() {
        let Some(id) = grant.organisation_id.filter(|_| grant.role == Role::Agent) else { continue };
        own.extend(response::institution(reader, id).await?);
    }
    Ok(own)
}

/// What a form offers to choose from.
#[derive(Debug, Clone)]
pub struct Choices {
    /// The institutions that the actor may speak for.
    pub institutions: Vec<Institution>,
    /// The clauses in force of the plan that the consultation feeds.
    pub clauses: Vec<ChangedClause>,
}

/// What the form of a response offers to choose from.
///
/// # Errors
/// [`Error::Forbidden`] for those who answer for no institution.
pub async fn choices(actor: &Actor, reader: &mut Reader, consultation: ConsultationId) -> Result<Choices> {
    let institutions = voices(actor, reader).await?;
    Ok(Choices { institutions, clauses: response::clause_choices(reader, consultation).await? })
}

/// The consultations that owe answers, for those who answer: first the one that owes most, then the
/// latest.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not.
pub async fn owing(actor: &Actor, reader: &mut Reader) -> Result<Vec<Owing>> {
    need(actor, Permission::Respond)?;
    let mut owing = response::owing(reader).await?;
    owing.sort_by_key(|one| Reverse(one.proposals - one.answered));
    Ok(owing)
}

/// The contributions that await an answer and that nobody is answering yet, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not answer.
pub async fn unanswered(
    actor: &Actor,
    reader: &mut Reader,
    filter: &UnansweredFilter,
    after: Option<(Instant, ProposalId)>,
    limit: i64,
) -> Result<Vec<Unanswered>> {
    need(actor, Permission::Respond)?;
    Ok(response::unanswered(reader, filter, after, limit).await?)
}

/// The contributions called `ids`, of the consultation of the first one, that somebody is about to
/// answer together.
///
/// # Errors
/// [`Error::NotFound`] when none of them can be read by everybody.
pub async fn to_answer(
    actor: &Actor,
    reader: &mut Reader,
    ids: &[ProposalId],
) -> Result<(ConsultationId, Vec<Contribution>)> {
    need(actor, Permission::Respond)?;
    let mut found = response::candidates(reader, &ids[..ids.len().min(MOST_CONTRIBUTIONS)]).await?;
    found.retain(|one| one.is_public);
    let consultation = found.first().ok_or(Error::NotFound)?.consultation_id;
    found.retain(|one| one.consultation_id == consultation);
    Ok((consultation, found))
}

/// The drafts or the responses in review of an institution, or of all for the coordinator.
///
/// # Errors
/// [`Error::Forbidden`] when the actor does not speak for the institution.
pub async fn in_progress(
    actor: &Actor,
    reader: &mut Reader,
    filter: &DeskFilter,
    after: Option<(Instant, ResponseId)>,
    limit: i64,
) -> Result<Vec<ResponseRow>> {
    match filter.institution {
        Some(institution) => need_voice(actor, institution)?,
        None => need(actor, Permission::PublishResponses)?,
    }
    Ok(response::desk(reader, filter, after, limit).await?)
}

/// The contests that await a reply of an institution, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`] when the actor does not speak for the institution.
pub async fn contests_to_answer(actor: &Actor, reader: &mut Reader, institution: &Institution) -> Result<Vec<Contest>> {
    need_voice(actor, institution.id)?;
    Ok(response::contests_awaiting(reader, institution.id).await?)
}
