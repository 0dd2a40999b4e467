//! Moderation: anybody reports, coordinators hide with a public reason, the author is told and may
//! contest, and everybody can read how much was hidden and why.

mod contribution;
mod reading;

use fabrique_domain::{
    account::{Actor, Permission},
    moderation::{Act, Ground, ModerationAct, Report, ReportState, Subject},
    proposal::Reason,
};
use fabrique_storage::{Reader, Tx, moderation};

use self::contribution::Contribution;
pub use self::reading::{
    ActCount, Case, Figures, ReportCount, ReportedContribution, acts, case, figures, queue, reportable,
};
use crate::{
    Error, Platform, Result, address,
    error::need,
    mail::{self, Letter},
};

/// Open reports on one contribution beyond which more of them tell the coordinators nothing new.
const ENOUGH_REPORTS: i64 = 20;

/// A report as a reader writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// What it names.
    pub subject: Subject,
    /// The rule it is said to break.
    pub ground: Ground,
    /// Why.
    pub reason: Reason,
}

/// Reports a contribution to the coordinators; no account is needed. A second report by the same
/// person while the first is open changes nothing.
///
/// # Errors
/// [`Error::NotFound`] when the contribution is not public.
pub async fn report(actor: &Actor, tx: &mut Tx, new: &NewReport) -> Result<()> {
    if !Contribution::find(tx, new.subject).await?.is_published() {
        return Err(Error::NotFound);
    }
    let reporter_id = actor.account_id();
    let again = match reporter_id {
        Some(reporter) => moderation::has_reported(tx, new.subject, reporter).await?,
        None => false,
    };
    if again || moderation::open_reports_on(tx, new.subject).await? >= ENOUGH_REPORTS {
        tx.leaves_pages_unchanged();
        return Ok(());
    }
    let (id, created_at) = (tx.new_id(), tx.now());
    let report = Report {
        id,
        subject: new.subject,
        reporter_id,
        ground: new.ground,
        reason: new.reason.to_string(),
        created_at,
    };
    Ok(moderation::report(tx, &report).await?)
}

/// Hides a contribution with a public reason, closes the reports on it, and tells its author.
///
/// # Errors
/// `moderation-own` to its author; `moderation-not-published` when there is nothing to hide.
pub async fn hide(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    subject: Subject,
    ground: Ground,
    reason: &Reason,
) -> Result<()> {
    let contribution = moderable(actor, tx, subject).await?;
    if !contribution.is_published() {
        return Err(Error::Refused("moderation-not-published"));
    }
    contribution.show(tx, false, reason).await?;
    moderation::close(tx, subject, ReportState::Upheld).await?;
    record(actor, tx, subject, Act::Hide, Some(ground), reason).await?;
    tell_author(platform, tx, &contribution, Act::Hide, Some(ground), reason).await
}

/// Shows a hidden contribution again, says why in public, and tells its author.
///
/// # Errors
/// `moderation-own` to its author; `moderation-not-hidden`.
pub async fn restore(platform: &Platform, actor: &Actor, tx: &mut Tx, subject: Subject, reason: &Reason) -> Result<()> {
    let contribution = moderable(actor, tx, subject).await?;
    if !contribution.is_hidden() {
        return Err(Error::Refused("moderation-not-hidden"));
    }
    contribution.show(tx, true, "").await?;
    record(actor, tx, subject, Act::Restore, None, reason).await?;
    tell_author(platform, tx, &contribution, Act::Restore, None, reason).await
}

/// Leaves a reported contribution where it is, says why in public, and closes the reports on it.
///
/// # Errors
/// `moderation-own` to its author; `moderation-nothing-reported`.
pub async fn keep(actor: &Actor, tx: &mut Tx, subject: Subject, reason: &Reason) -> Result<()> {
    moderable(actor, tx, subject).await?;
    if moderation::close(tx, subject, ReportState::Dismissed).await? == 0 {
        return Err(Error::Refused("moderation-nothing-reported"));
    }
    record(actor, tx, subject, Act::Keep, None, reason).await
}

/// The contribution, when the actor may moderate it: nobody moderates one's own.
async fn moderable(actor: &Actor, reader: &mut Reader, subject: Subject) -> Result<Contribution> {
    need(actor, Permission::Moderate)?;
    let contribution = Contribution::find(reader, subject).await?;
    if contribution.author_id().is_some() && contribution.author_id() == actor.account_id() {
        return Err(Error::Refused("moderation-own"));
    }
    Ok(contribution)
}

async fn record(
    actor: &Actor,
    tx: &mut Tx,
    subject: Subject,
    act: Act,
    ground: Option<Ground>,
    reason: &Reason,
) -> Result<()> {
    let (id, decided_at) = (tx.new_id(), tx.now());
    let done = ModerationAct { id, subject, act, ground, reason: reason.to_string(), decided_at };
    Ok(moderation::record_act(tx, &done, actor.account_id()).await?)
}

async fn tell_author(
    platform: &Platform,
    tx: &mut Tx,
    contribution: &Contribution,
    act: Act,
    ground: Option<Ground>,
    reason: &Reason,
) -> Result<()> {
    let Some(author) = contribution.author_id() else { return Ok(()) };
    let key = if act == Act::Hide { "moderation-mail-hidden" } else { "moderation-mail-restored" };
    mail::tell(platform, tx, author, |texts| Letter {
        subject: texts.get(format!("{key}-subject")).to_string(),
        text: texts
            .get(key)
            .with_text("excerpt", contribution.excerpt())
            .with_text("ground", ground.map(|ground| texts.choice("ground", ground).to_string()).unwrap_or_default())
            .with_text("reason", reason)
            .with_text("url", platform.site.url(&address::proposal(contribution.proposal_id())))
            .to_string(),
    })
    .await
}
