//! Beginning a commitment.

use fabrique_domain::{
    Date, LocalizedText,
    account::{Actor, Permission, Role},
    commitment::{Carrier, Commitment, CommitmentState, CommitmentTitle, Level, Part},
    id::{CommitmentId, PlanId, ThemeId},
    localized::Localized,
    text::Fault,
};
use fabrique_storage::{Tx, commitment, plan};

use super::fields::{check_dates, check_place};
use crate::{Error, Result, error::need};

/// What a commitment begins with.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its plan.
    pub plan_id: PlanId,
    /// Its level.
    pub level: Level,
    /// The commitment that an action belongs to.
    pub parent_id: Option<CommitmentId>,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// Its title.
    pub title: Localized<CommitmentTitle>,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
}

/// Begins a commitment, an action or an initiative. The institution of an agent leads it until
/// somebody says otherwise.
///
/// # Errors
/// [`Error::Invalid`] on `plan`, `theme`, `parent` or `ends_on`.
pub async fn draft(actor: &Actor, tx: &mut Tx, input: &Draft) -> Result<CommitmentId> {
    need(actor, Permission::DraftCommitments)?;
    let plan = plan::find(tx, input.plan_id).await?.ok_or(Error::field("plan", Fault::Unknown))?;
    check_dates(input.starts_on, input.ends_on)?;
    let position = commitment::next_position(tx, plan.id).await?;
    let draft = blank(actor, tx, input, position);
    check_place(tx, &draft).await?;
    commitment::insert(tx, &draft).await?;
    lead_by_own_institution(actor, tx, draft.id).await?;
    Ok(draft.id)
}

async fn lead_by_own_institution(actor: &Actor, tx: &mut Tx, commitment_id: CommitmentId) -> Result<()> {
    let institution = actor.person().and_then(|person| person.organisation(Role::Agent));
    if let Some(organisation_id) = institution {
        let lead = Carrier { commitment_id, organisation_id, part: Part::Lead, position: 1 };
        commitment::carrier::replace(tx, commitment_id, &[lead]).await?;
    }
    Ok(())
}

fn blank(actor: &Actor, tx: &Tx, input: &Draft, position: i64) -> Commitment {
    let nothing = LocalizedText::default;
    Commitment {
        id: tx.new_id(),
        plan_id: input.plan_id,
        theme_id: input.theme_id,
        parent_id: input.parent_id,
        level: input.level,
        national_number: String::new(),
        ogp_id: String::new(),
        title: input.title.text(),
        summary: nothing(),
        problem: nothing(),
        causes: nothing(),
        done_so_far: nothing(),
        solution: nothing(),
        results_wanted: nothing(),
        transparency: nothing(),
        accountability: nothing(),
        participation: nothing(),
        budget: String::new(),
        development_goals: String::new(),
        contact: String::new(),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        state: CommitmentState::Draft,
        state_reason: String::new(),
        position,
        author_id: actor.account_id(),
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
        submitted_at: None,
        published_at: None,
    }
}
