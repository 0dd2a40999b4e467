//! What waits for the moderators, and what everybody may read of their work.

use fabrique_domain::{
    account::{Actor, Permission},
    id::{ModerationActId, ProposalId, ReportId},
    moderation::{ModerationAct, Report, ReportState, Subject},
};
pub use fabrique_storage::moderation::{ActCount, ReportCount};
use fabrique_storage::{Reader, moderation};

use super::contribution::Contribution;
use crate::{Error, Result, error::need};

/// A report with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedContribution {
    /// The report.
    pub report: Report,
    /// The proposal on whose page the contribution stands.
    pub proposal: ProposalId,
    /// The title of the proposal, or the text of the argument. Plain text or Markdown.
    pub excerpt: String,
    /// The author's name.
    pub author_name: String,
}

/// The reports that wait for a decision, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`] to who does not moderate.
pub async fn queue(
    actor: &Actor,
    reader: &mut Reader,
    after: Option<ReportId>,
    limit: i64,
) -> Result<Vec<ReportedContribution>> {
    need(actor, Permission::Moderate)?;
    let mut queue = Vec::new();
    for report in moderation::queue(reader, after, limit).await? {
        let contribution = Contribution::find(reader, report.subject).await?;
        queue.push(ReportedContribution {
            proposal: contribution.proposal_id(),
            excerpt: contribution.excerpt().to_owned(),
            author_name: contribution.author_name().to_owned(),
            report,
        });
    }
    Ok(queue)
}

/// Everything a moderator needs to decide about one contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The contribution.
    pub subject: Subject,
    /// The proposal on whose page it stands.
    pub proposal: ProposalId,
    /// The author's name.
    pub author_name: String,
    /// Its words: the title of a proposal, the text of an argument. Markdown.
    pub excerpt: String,
    /// Whether everybody sees it.
    pub is_published: bool,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// The reports that wait, the oldest first.
    pub reports: Vec<Report>,
    /// What was last done about it.
    pub last: Option<ModerationAct>,
}

/// One contribution as a moderator sees it, reported or not.
///
/// # Errors
/// [`Error::Forbidden`] to who does not moderate;
/// [`Error::NotFound`].
pub async fn case(actor: &Actor, reader: &mut Reader, subject: Subject) -> Result<Case> {
    need(actor, Permission::Moderate)?;
    let contribution = Contribution::find(reader, subject).await?;
    Ok(Case {
        subject,
        proposal: contribution.proposal_id(),
        author_name: contribution.author_name().to_owned(),
        excerpt: contribution.excerpt().to_owned(),
        is_published: contribution.is_published(),
        is_hidden: contribution.is_hidden(),
        reports: moderation::about(reader, subject).await?,
        last: moderation::last_act(reader, subject).await?,
    })
}

/// What somebody who reports is shown of a public contribution: its proposal and its words.
///
/// # Errors
/// [`Error::NotFound`] when it is not public.
pub async fn reportable(reader: &mut Reader, subject: Subject) -> Result<(ProposalId, String)> {
    let contribution = Contribution::find(reader, subject).await?;
    if !contribution.is_published() {
        return Err(Error::NotFound);
    }
    Ok((contribution.proposal_id(), contribution.excerpt().to_owned()))
}

/// Moderation in numbers, for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Reports in each state.
    pub reports: Vec<ReportCount>,
    /// Acts of each sort.
    pub acts: Vec<ActCount>,
}

impl Figures {
    /// How many reports wait for a decision.
    #[must_use]
    pub fn open(&self) -> i64 {
        self.reports.iter().filter(|count| count.state == ReportState::Open).map(|count| count.reports).sum()
    }
}

/// Moderation in numbers.
///
/// # Errors
/// When storage fails.
pub async fn figures(reader: &mut Reader) -> Result<Figures> {
    let reports = moderation::report_counts(reader).await?;
    let acts = moderation::act_counts(reader).await?;
    Ok(Figures { reports, acts })
}

/// What moderators did, the most recent first: on what, why and when; never who, never the text.
///
/// # Errors
/// When storage fails.
pub async fn acts(reader: &mut Reader, after: Option<ModerationActId>, limit: i64) -> Result<Vec<ModerationAct>> {
    Ok(moderation::acts(reader, after, limit).await?)
}
