//! Commitments, actions and initiatives.

use serde::Serialize;

use crate::{
    Date, Instant, LocalizedText,
    id::{AccountId, ClauseId, CommitmentId, IndicatorId, MilestoneId, OrganisationId, PlanId, ThemeId},
    text::{Line, Markdown},
};

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

/// Why a level and a parent do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongParent {
    /// An action without a commitment.
    #[error("an action belongs to a commitment")]
    ActionWithoutParent,
    /// A commitment or an initiative under another.
    #[error("only an action belongs to a commitment")]
    ParentOfOther,
    /// An action under something that is not a commitment of the same plan.
    #[error("an action belongs to a commitment of the same plan")]
    ParentIsNoCommitment,
}

/// Checks that a level and a parent go together: an action has a commitment of the same plan for
/// parent, the others have none.
///
/// # Errors
/// The rule that is not met.
pub fn check_parent(level: Level, plan_id: PlanId, parent: Option<&Commitment>) -> Result<(), WrongParent> {
    match (level, parent) {
        (Level::Action, None) => Err(WrongParent::ActionWithoutParent),
        (Level::Action, Some(parent)) if parent.level == Level::Commitment && parent.plan_id == plan_id => Ok(()),
        (Level::Action, Some(_)) => Err(WrongParent::ParentIsNoCommitment),
        (_, Some(_)) => Err(WrongParent::ParentOfOther),
        (_, None) => Ok(()),
    }
}

/// What a commitment lacks before it may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lack {
    /// No institution leads it.
    Lead,
    /// No civil-society organisation carries it: the seventh criterion.
    CoCarrier,
    /// It has no clause.
    Clause,
    /// It has no milestone.
    Milestone,
    /// It has no indicator: the ninth criterion.
    Indicator,
    /// It does not say in one sentence what changes.
    Summary,
}

impl Lack {
    /// The code of the message, in the catalogues.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::CoCarrier => "co_carrier",
            Self::Clause => "clause",
            Self::Milestone => "milestone",
            Self::Indicator => "indicator",
            Self::Summary => "summary",
        }
    }
}

/// What a commitment is made of, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contents {
    /// Lead institutions.
    pub leads: usize,
    /// Civil-society co-carriers.
    pub co_carriers: usize,
    /// Clauses in force.
    pub clauses: usize,
    /// Milestones.
    pub milestones: usize,
    /// Indicators.
    pub indicators: usize,
}

impl Commitment {
    /// What it lacks before it may be published. A commitment needs everything; an action or an
    /// initiative needs a lead, a clause and its sentence.
    #[must_use]
    pub fn lacks(&self, contents: Contents) -> Vec<Lack> {
        let whole = self.level == Level::Commitment;
        [
            (self.summary.is_blank(), Lack::Summary),
            (contents.leads == 0, Lack::Lead),
            (contents.clauses == 0, Lack::Clause),
            (whole && contents.co_carriers == 0, Lack::CoCarrier),
            (whole && contents.milestones == 0, Lack::Milestone),
            (whole && contents.indicators == 0, Lack::Indicator),
        ]
        .into_iter()
        .filter_map(|(lacking, lack)| lacking.then_some(lack))
        .collect()
    }
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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::Id;

    fn plan(number: u128) -> PlanId {
        PlanId::from_uuid(Uuid::from_u128(number))
    }

    fn commitment(level: Level) -> Commitment {
        let blank = LocalizedText::default;
        Commitment {
            id: CommitmentId::from_uuid(Uuid::from_u128(1)),
            plan_id: plan(1),
            theme_id: None,
            parent_id: None,
            level,
            national_number: String::new(),
            ogp_id: String::new(),
            title: LocalizedText::french("Publier les avis"),
            summary: LocalizedText::french("Chaque avis est publié avec sa réponse."),
            problem: blank(),
            causes: blank(),
            done_so_far: blank(),
            solution: blank(),
            results_wanted: blank(),
            transparency: blank(),
            accountability: blank(),
            participation: blank(),
            budget: String::new(),
            development_goals: String::new(),
            contact: String::new(),
            starts_on: "2027-01-01".parse().unwrap(),
            ends_on: "2028-12-31".parse().unwrap(),
            state: CommitmentState::Draft,
            state_reason: String::new(),
            position: 1,
            author_id: None,
            version: 1,
            created_at: Instant::default(),
            updated_at: Instant::default(),
            submitted_at: None,
            published_at: None,
        }
    }

    #[test]
    fn an_action_has_a_commitment_of_the_same_plan_for_parent_and_the_others_have_none() {
        let parent = commitment(Level::Commitment);
        let initiative = commitment(Level::Initiative);
        assert_eq!(check_parent(Level::Action, plan(1), Some(&parent)), Ok(()));
        assert_eq!(check_parent(Level::Action, plan(1), None), Err(WrongParent::ActionWithoutParent));
        assert_eq!(check_parent(Level::Action, plan(2), Some(&parent)), Err(WrongParent::ParentIsNoCommitment));
        assert_eq!(check_parent(Level::Action, plan(1), Some(&initiative)), Err(WrongParent::ParentIsNoCommitment));
        assert_eq!(check_parent(Level::Initiative, plan(1), Some(&parent)), Err(WrongParent::ParentOfOther));
        assert_eq!(check_parent(Level::Commitment, plan(1), None), Ok(()));
    }

    #[test]
    fn a_commitment_needs_a_co_carrier_and_an_indicator_where_an_initiative_does_not() {
        let contents = Contents { leads: 1, clauses: 1, ..Contents::default() };
        assert!(commitment(Level::Initiative).lacks(contents).is_empty());
        assert_eq!(
            commitment(Level::Commitment).lacks(contents),
            vec![Lack::CoCarrier, Lack::Milestone, Lack::Indicator]
        );
    }
}
