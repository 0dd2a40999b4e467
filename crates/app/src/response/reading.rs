//! Reading answers, and the trace in both directions.

use fabrique_domain::{
    Instant,
    account::Actor,
    consultation::Consultation,
    id::{ClauseId, CommitmentId, ProposalId, ResponseId},
    proposal::{Proposal, ProposalState},
    response::{AnswerState, Contest, Response, ResponseState},
};
use fabrique_storage::{
    Reader, consultation, response,
    response::{
        BehindClause, ChangedClause, Contribution, EarlierVersion, Institution, Owing, ProposalAnswer, PublicFilter,
        ResponseRow,
    },
};

use super::speaks_for;
use crate::{Error, Result};

/// Everything that the page of a response shows.
#[derive(Debug, Clone)]
pub struct ResponsePage {
    /// The response.
    pub response: Response,
    /// The institution that answers.
    pub institution: Institution,
    /// The consultation.
    pub consultation: Consultation,
    /// The contributions it answers, the oldest first.
    pub contributions: Vec<Contribution>,
    /// The contribution that they were merged into.
    pub merged_into: Option<Contribution>,
    /// The clauses it changed; to the public, those it can read.
    pub clauses: Vec<ChangedClause>,
    /// The contests and the replies.
    pub contests: Vec<Contest>,
    /// What it said before its corrections, the latest first.
    pub versions: Vec<EarlierVersion>,
}

/// A response: a published one for everybody, the others for those who speak for the institution.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or not for this person.
pub async fn read(actor: &Actor, reader: &mut Reader, id: ResponseId) -> Result<ResponsePage> {
    let response = response::get(reader, id).await?.ok_or(Error::NotFound)?;
    let inside = speaks_for(actor, response.institution_id);
    if response.state != ResponseState::Published && !inside {
        return Err(Error::NotFound);
    }
    let mut clauses = response::clauses(reader, id).await?;
    clauses.retain(|clause| clause.is_public || inside);
    let mut contributions = response::contributions(reader, id).await?;
    contributions.retain(|contribution| contribution.is_public || inside);
    Ok(ResponsePage {
        institution: response::institution(reader, response.institution_id).await?.ok_or(Error::NotFound)?,
        consultation: consultation::find(reader, response.consultation_id).await?.ok_or(Error::NotFound)?,
        contributions,
        merged_into: target(reader, &response).await?,
        clauses,
        contests: response::contests(reader, id).await?,
        versions: response::versions(reader, id).await?,
        response,
    })
}

async fn target(reader: &mut Reader, response: &Response) -> Result<Option<Contribution>> {
    let Some(id) = response.merged_into else { return Ok(None) };
    Ok(response::candidates(reader, &[id]).await?.into_iter().find(|target| target.is_public))
}

/// The published responses, the latest first, after the one that `after` names.
///
/// # Errors
/// When storage fails.
pub async fn published(
    reader: &mut Reader,
    filter: &PublicFilter,
    after: Option<(Instant, ResponseId)>,
    limit: i64,
) -> Result<Vec<ResponseRow>> {
    Ok(response::published(reader, filter, after, limit).await?)
}

/// What the public list can be narrowed to.
#[derive(Debug, Clone)]
pub struct Narrowing {
    /// The institutions that answered at least once, by name.
    pub institutions: Vec<Institution>,
    /// The consultations in which something was answered, the latest first.
    pub consultations: Vec<Owing>,
}

/// What the public list can be narrowed to. Anybody may read it.
///
/// # Errors
/// When storage fails.
pub async fn narrowing(reader: &mut Reader) -> Result<Narrowing> {
    let institutions = response::answerers(reader).await?;
    Ok(Narrowing { institutions, consultations: response::answered_consultations(reader).await? })
}

/// The answer to a contribution, with what it changed and what its author said to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The answer.
    pub answer: ProposalAnswer,
    /// The clauses it changed, those that everybody can read.
    pub clauses: Vec<ChangedClause>,
    /// The author's contest of it.
    pub contest: Option<Contest>,
}

/// How long an answer has been awaited, and until when it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// When the clock started.
    pub since: Instant,
    /// Whole days since then.
    pub days: i64,
    /// By when the answer is promised.
    pub due: Instant,
    /// Awaited, or late.
    pub state: AnswerState,
}

/// Where a contribution stands with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It has one.
    Answered(Box<Answer>),
    /// It is owed one.
    Awaited(Waiting),
    /// It is owed none: a draft, taken back, hidden, or of a consultation that owes no answers.
    NotOwed,
}

/// Where a contribution stands with its answer: one side of the trace.
///
/// # Errors
/// When storage fails.
pub async fn standing(reader: &mut Reader, proposal: &Proposal, consultation: &Consultation) -> Result<Standing> {
    if let Some(answer) = response::answer_to(reader, proposal.id).await? {
        let mut clauses = response::clauses(reader, answer.response_id).await?;
        clauses.retain(|clause| clause.is_public);
        let contest = response::contest_on(reader, proposal.id).await?;
        return Ok(Standing::Answered(Box::new(Answer { answer, clauses, contest })));
    }
    Ok(awaited(proposal, consultation, reader.now()).map_or(Standing::NotOwed, Standing::Awaited))
}

/// The wait of a contribution that has no answer yet; none where it is owed none.
fn awaited(proposal: &Proposal, consultation: &Consultation, now: Instant) -> Option<Waiting> {
    let published_at = proposal.published_at.filter(|_| proposal.state == ProposalState::Published)?;
    let (since, due) = (consultation.answer_clock(published_at), consultation.answer_due(published_at));
    let state = if due < now { AnswerState::Late } else { AnswerState::Awaited };
    consultation.owes_answers().then(|| Waiting { since, days: now.days_since(since).max(0), due, state })
}

/// The contributions behind a clause, through published answers: the other side of the trace.
///
/// # Errors
/// When storage fails.
pub async fn behind_clause(
    reader: &mut Reader,
    clause: ClauseId,
    after: Option<(Instant, ProposalId)>,
    limit: i64,
) -> Result<Vec<BehindClause>> {
    Ok(response::behind_clause(reader, clause, after, limit).await?)
}

/// The contributions behind all the clauses of a commitment, each once.
///
/// # Errors
/// When storage fails.
pub async fn behind_commitment(
    reader: &mut Reader,
    commitment: CommitmentId,
    after: Option<(Instant, ProposalId)>,
    limit: i64,
) -> Result<Vec<BehindClause>> {
    Ok(response::behind_commitment(reader, commitment, after, limit).await?)
}
