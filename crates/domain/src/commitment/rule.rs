//! The rules of a commitment: what its level asks of its parent, what it lacks before it is published.

use super::{Commitment, Level};
use crate::id::PlanId;

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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        Instant, LocalizedText,
        commitment::CommitmentState,
        id::{CommitmentId, Id},
    };

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
