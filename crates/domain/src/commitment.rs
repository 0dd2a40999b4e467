//! Commitments, actions and initiatives.

use serde::Serialize;

use crate::{
    Date, Instant, LocalizedText,
    id::{AccountId, ClauseId, CommitmentId, IndicatorId, MilestoneId, OrganisationId, PlanId, ThemeId},
    text::{Line, Markdown},
};

mod change;
mod rule;

pub use change::{Change, Field, changes};
pub use rule::{Contents, Lack, WrongParent, check_parent};

/// The title of a commitment.
pub type CommitmentTitle = Line<8, 200>;
/// The text of a clause.
pub type ClauseText = Markdown<10, 4_000>;

crate::choice! {
    /// The three levels of the dossier.
    Level("level") {
        /// Few, emblematic, high potential for transformation.
        Commitment = "commitment",
        /// Attached to one commitment.
        Action = "action",
        /// More numerous, narrower; no parent; can grow into a commitment later.
        Initiative = "initiative",
    }
}

crate::choice! {
    /// Where a commitment is in its life.
    CommitmentState("state of a commitment") {
        /// Being written.
        Draft = "draft",
        /// Given to the coordinator.
        Submitted = "submitted",
        /// Public.
        Published = "published",
        /// Taken back; its address still says so.
        Withdrawn = "withdrawn",
    }
}

crate::choice! {
    /// What part an organisation has in a commitment.
    Part("part") {
        /// A lead institution.
        Lead = "lead",
        /// A civil-society co-carrier.
        CoCarrier = "co_carrier",
        /// A supporting stakeholder.
        Supporting = "supporting",
    }
}

crate::choice! {
    /// How a commitment descends from an earlier one.
    LineageKind("lineage") {
        /// Goes on with it.
        Continues = "continues",
        /// Was split from it.
        SplitFrom = "split_from",
        /// Absorbed it.
        Merges = "merges",
    }
}

/// A commitment, an action or an initiative of a plan, with the fields that OGP asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commitment {
    /// Its identifier.
    pub id: CommitmentId,
    /// The plan.
    pub plan_id: PlanId,
    /// Its theme (axis).
    pub theme_id: Option<ThemeId>,
    /// The commitment that an action belongs to.
    pub parent_id: Option<CommitmentId>,
    /// Its level.
    pub level: Level,
    /// Its number in the national plan, or nothing yet.
    pub national_number: String,
    /// Its OGP identifier (`FR0112`), or nothing yet.
    pub ogp_id: String,
    /// Its title.
    pub title: LocalizedText,
    /// What changes, in one sentence that a citizen reads on a telephone.
    pub summary: LocalizedText,
    /// The problem it addresses.
    pub problem: LocalizedText,
    /// The causes of the problem.
    pub causes: LocalizedText,
    /// What was done so far.
    pub done_so_far: LocalizedText,
    /// The solution proposed.
    pub solution: LocalizedText,
    /// The results wanted.
    pub results_wanted: LocalizedText,
    /// How it promotes transparency.
    pub transparency: LocalizedText,
    /// How it fosters accountability.
    pub accountability: LocalizedText,
    /// How it improves participation.
    pub participation: LocalizedText,
    /// Its budget, as published, or nothing.
    pub budget: String,
    /// The sustainable development goals it serves, or nothing.
    pub development_goals: String,
    /// A service to write to; never a person.
    pub contact: String,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// Where it is in its life.
    pub state: CommitmentState,
    /// Why it was taken back or handed back to its author, or nothing.
    pub state_reason: String,
    /// Its place in the plan.
    pub position: i64,
    /// Who entered it.
    pub author_id: Option<AccountId>,
    /// Grows at every change, for two people who edit.
    pub version: i64,
    /// When it was begun.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// When it was given to the coordinator.
    pub submitted_at: Option<Instant>,
    /// When it became public.
    pub published_at: Option<Instant>,
}

/// A clause: the smallest part of a commitment that has a permanent link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Its identifier.
    pub id: ClauseId,
    /// The commitment.
    pub commitment_id: CommitmentId,
    /// Its number, which is never given again.
    pub number: i64,
    /// Its text. Markdown.
    pub text: LocalizedText,
    /// Its version, from one.
    pub version: i64,
    /// How many contributions answered in public stand behind it: kept by the transaction that
    /// publishes an answer.
    pub contributions: i64,
    /// When it was struck out.
    pub repealed_at: Option<Instant>,
    /// When it last changed.
    pub updated_at: Instant,
}

/// A text of a clause as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClauseVersion {
    /// The clause.
    pub clause_id: ClauseId,
    /// Its number, from one.
    pub version: i64,
    /// The text.
    pub text: LocalizedText,
    /// Why it was written so.
    pub reason: String,
    /// When.
    pub created_at: Instant,
}

/// An organisation's part in a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Carrier {
    /// The commitment.
    pub commitment_id: CommitmentId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Its part.
    pub part: Part,
    /// Its place in the list.
    pub position: i64,
}

/// A milestone: what is delivered, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Milestone {
    /// Its identifier.
    pub id: MilestoneId,
    /// The commitment.
    pub commitment_id: CommitmentId,
    /// Its place in the list.
    pub position: i64,
    /// What is done.
    pub title: LocalizedText,
    /// What can be seen once it is done.
    pub expected_output: LocalizedText,
    /// By when.
    pub due_on: Date,
    /// Who leads it.
    pub lead_id: Option<OrganisationId>,
}

/// An indicator: what is measured, from where, to where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Indicator {
    /// Its identifier.
    pub id: IndicatorId,
    /// The commitment.
    pub commitment_id: CommitmentId,
    /// Its place in the list.
    pub position: i64,
    /// What is measured.
    pub name: LocalizedText,
    /// In what unit.
    pub unit: String,
    /// Where it stood at the start.
    pub baseline: String,
    /// Where it should stand at the end.
    pub target: String,
    /// Where it stands now, or nothing.
    pub latest: String,
}
