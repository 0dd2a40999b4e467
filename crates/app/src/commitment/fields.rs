//! The fields of a commitment, and the rules between them.

use fabrique_domain::{
    Date,
    account::Actor,
    commitment::{Commitment, CommitmentTitle, Level, WrongParent, check_parent},
    id::{CommitmentId, ThemeId},
    localized::Localized,
    text::{Fault, Line, Markdown},
};
use fabrique_storage::{Reader, Tx, commitment, plan};

use super::{access::to_change_since, clause::ChangeReason, history};
use crate::{Error, Result};

/// What changes, in one sentence.
pub type Summary = Line<0, 300>;
/// One of the longer texts that OGP asks for. Markdown.
pub type FieldText = Markdown<0, 6_000>;
/// A number, a service to write to, a budget in one line.
pub type ShortText = Line<0, 200>;

/// Every field that is edited as a whole.
#[derive(Debug, Clone)]
pub struct Fields {
    /// Its level.
    pub level: Level,
    /// The commitment that an action belongs to.
    pub parent_id: Option<CommitmentId>,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// Its number in the national plan, or nothing yet.
    pub national_number: Line<0, 20>,
    /// Its OGP identifier, or nothing yet.
    pub ogp_id: Line<0, 20>,
    /// Its title.
    pub title: Localized<CommitmentTitle>,
    /// What changes.
    pub summary: Localized<Summary>,
    /// The problem it addresses.
    pub problem: Localized<FieldText>,
    /// The causes of the problem.
    pub causes: Localized<FieldText>,
    /// What was done so far.
    pub done_so_far: Localized<FieldText>,
    /// The solution proposed.
    pub solution: Localized<FieldText>,
    /// The results wanted.
    pub results_wanted: Localized<FieldText>,
    /// How it promotes transparency.
    pub transparency: Localized<FieldText>,
    /// How it fosters accountability.
    pub accountability: Localized<FieldText>,
    /// How it improves participation.
    pub participation: Localized<FieldText>,
    /// Its budget, as published, or nothing.
    pub budget: ShortText,
    /// The sustainable development goals it serves, or nothing.
    pub development_goals: ShortText,
    /// A service to write to; never a person.
    pub contact: ShortText,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// Why it changes, which everybody reads once it is published.
    pub reason: ChangeReason,
}

/// Writes the fields of a commitment; says its new version.
///
/// # Errors
/// [`Error::Changed`] when somebody else wrote in between; [`Error::Invalid`] on `parent`,
/// `theme`, `national_number`, `ogp_id`, `ends_on`, or on `reason` when a published commitment
/// changes without one; [`Error::Refused`] when its level cannot
/// change (`commitment-has-actions`).
pub async fn edit(actor: &Actor, tx: &mut Tx, id: CommitmentId, version: i64, fields: &Fields) -> Result<i64> {
    let before = to_change_since(actor, tx, id, version).await?;
    check_dates(fields.starts_on, fields.ends_on)?;
    let after = fields.applied_to(&before);
    check_place(tx, &after).await?;
    check_numbers(tx, &after).await?;
    if before.level == Level::Commitment && after.level != Level::Commitment {
        refuse_with_actions(tx, id).await?;
    }
    let changes = history::between(tx, &before, &after).await?;
    if !changes.is_empty() {
        history::check_reason(&before, &fields.reason)?;
    }
    history::record(actor, tx, &before, &changes, &fields.reason).await?;
    if commitment::update(tx, &after).await? { Ok(version + 1) } else { Err(Error::Changed) }
}

impl Fields {
    fn applied_to(&self, before: &Commitment) -> Commitment {
        Commitment {
            level: self.level,
            parent_id: self.parent_id,
            theme_id: self.theme_id,
            national_number: self.national_number.to_string(),
            ogp_id: self.ogp_id.to_uppercase(),
            title: self.title.text(),
            summary: self.summary.text(),
            problem: self.problem.text(),
            causes: self.causes.text(),
            done_so_far: self.done_so_far.text(),
            solution: self.solution.text(),
            results_wanted: self.results_wanted.text(),
            transparency: self.transparency.text(),
            accountability: self.accountability.text(),
            participation: self.participation.text(),
            budget: self.budget.to_string(),
            development_goals: self.development_goals.to_string(),
            contact: self.contact.to_string(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            ..before.clone()
        }
    }
}

pub(super) fn check_dates(starts_on: Date, ends_on: Date) -> Result<()> {
    if ends_on < starts_on { Err(Error::field("ends_on", Fault::Order)) } else { Ok(()) }
}

/// Checks that its theme is one of its plan and that its parent suits its level.
pub(super) async fn check_place(reader: &mut Reader, placed: &Commitment) -> Result<()> {
    if let Some(theme_id) = placed.theme_id {
        let theme = plan::theme::find(reader, theme_id).await?;
        if theme.is_none_or(|theme| theme.plan_id != placed.plan_id) {
            return Err(Error::field("theme", Fault::Unknown));
        }
    }
    let parent = match placed.parent_id {
        Some(id) => Some(parent(reader, placed.id, id).await?),
        None => None,
    };
    check_parent(placed.level, placed.plan_id, parent.as_ref()).map_err(wrong_parent)
}

async fn parent(reader: &mut Reader, child: CommitmentId, id: CommitmentId) -> Result<Commitment> {
    let found = if id == child { None } else { commitment::find(reader, id).await? };
    found.ok_or(Error::field("parent", Fault::Unknown))
}

fn wrong_parent(wrong: WrongParent) -> Error {
    let fault = match wrong {
        WrongParent::ActionWithoutParent => Fault::Missing,
        WrongParent::ParentOfOther => Fault::Order,
        WrongParent::ParentIsNoCommitment => Fault::Unknown,
    };
    Error::field("parent", fault)
}

async fn check_numbers(reader: &mut Reader, numbered: &Commitment) -> Result<()> {
    if commitment::is_number_taken(reader, numbered).await? {
        return Err(Error::field("national_number", Fault::Taken));
    }
    if commitment::is_ogp_id_taken(reader, numbered).await? {
        return Err(Error::field("ogp_id", Fault::Taken));
    }
    Ok(())
}

pub(super) async fn refuse_with_actions(reader: &mut Reader, id: CommitmentId) -> Result<()> {
    if commitment::has_actions(reader, id).await? { Err(Error::Refused("commitment-has-actions")) } else { Ok(()) }
}
