//! Reasoned responses (réponses argumentées): the *droit de suite* of every contribution.

use serde::Serialize;

use crate::{
    Instant, LocalizedText,
    id::{AccountId, ConsultationId, ContestId, OrganisationId, ProposalId, ResponseId},
    text::Markdown,
};

/// The reason given; a word is not a reason.
pub type ResponseReason = Markdown<40, 8_000>;
/// The reason as it stands in a draft, where nothing may be written yet.
pub type DraftReason = Markdown<0, 8_000>;
/// What an author says against the answer received, and what is said to it.
pub type ContestBody = Markdown<20, 3_000>;

crate::choice! {
    /// What was decided about contributions.
    Decision("decision") {
        /// Taken up.
        TakenUp = "taken_up",
        /// Taken up in part.
        PartlyTakenUp = "partly_taken_up",
        /// Merged with another contribution.
        Merged = "merged",
        /// Already under way.
        UnderWay = "under_way",
        /// Postponed.
        Postponed = "postponed",
        /// Not taken up.
        NotTakenUp = "not_taken_up",
        /// Out of scope.
        OutOfScope = "out_of_scope",
    }
}

impl Decision {
    /// Whether the response must name the clause that changed: "taken up" without a clause is a
    /// word without a deed.
    #[must_use]
    pub const fn needs_clause(self) -> bool {
        matches!(self, Self::TakenUp | Self::PartlyTakenUp)
    }

    /// Whether the response must name the contribution it was merged into.
    #[must_use]
    pub const fn needs_target(self) -> bool {
        matches!(self, Self::Merged)
    }
}

crate::choice! {
    /// Where a response is on its way to the public.
    ResponseState("state of a response") {
        /// Being written.
        Draft = "draft",
        /// Waits for a second pair of eyes.
        InReview = "in_review",
        /// Public.
        Published = "published",
    }
}

crate::choice! {
    /// Whether a contribution has its answer.
    AnswerState("state of the answer") {
        /// Owed, within the time promised.
        Awaited = "awaited",
        /// Owed, and late.
        Late = "late",
        /// Given.
        Answered = "answered",
    }
}

/// A reasoned answer to one or several contributions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Response {
    /// Its identifier.
    pub id: ResponseId,
    /// The consultation.
    pub consultation_id: ConsultationId,
    /// The institution that answers.
    pub institution_id: OrganisationId,
    /// What was decided.
    pub decision: Decision,
    /// Why. Markdown.
    pub reason: LocalizedText,
    /// The contribution that the others were merged into.
    pub merged_into: Option<ProposalId>,
    /// Where it is on its way.
    pub state: ResponseState,
    /// Who wrote it.
    pub drafted_by: Option<AccountId>,
    /// Who read it over and published it.
    pub reviewed_by: Option<AccountId>,
    /// What the reviewer asked, when it came back.
    pub review_note: String,
    /// Its version, from one.
    pub version: i64,
    /// When it was begun.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// When it was sent for review.
    pub submitted_at: Option<Instant>,
    /// When it became public.
    pub published_at: Option<Instant>,
}

/// Why a response cannot be published as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotPublishable {
    /// It answers nothing.
    #[error("the response answers no contribution")]
    NoContribution,
    /// It says "taken up" and names no clause.
    #[error("the response names no clause")]
    NoClause,
    /// It says "merged" and names no contribution.
    #[error("the response does not say what the contributions were merged into")]
    NoTarget,
    /// Its author is its only reader.
    #[error("the response was read by nobody but its author")]
    NoSecondReader,
    /// It was not sent for review.
    #[error("the response was not sent for review")]
    NotSubmitted,
}

impl Response {
    /// Whether the response may become public, read over by `reviewer`.
    ///
    /// # Errors
    /// The first rule that is not met.
    pub fn check_publishable(
        &self,
        reviewer: Option<AccountId>,
        contributions: usize,
        clauses: usize,
    ) -> Result<(), NotPublishable> {
        let own_reader = self.drafted_by.is_some() && self.drafted_by == reviewer;
        match self.state {
            ResponseState::Draft | ResponseState::Published => Err(NotPublishable::NotSubmitted),
            ResponseState::InReview if own_reader => Err(NotPublishable::NoSecondReader),
            ResponseState::InReview => self.check_complete(contributions, clauses),
        }
    }

    /// Whether the response says all that its decision needs.
    ///
    /// # Errors
    /// The first rule that is not met.
    pub const fn check_complete(&self, contributions: usize, clauses: usize) -> Result<(), NotPublishable> {
        if contributions == 0 {
            Err(NotPublishable::NoContribution)
        } else if self.decision.needs_clause() && clauses == 0 {
            Err(NotPublishable::NoClause)
        } else if self.decision.needs_target() && self.merged_into.is_none() {
            Err(NotPublishable::NoTarget)
        } else {
            Ok(())
        }
    }
}

/// An author's contest of the answer received. Once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contest {
    /// Its identifier.
    pub id: ContestId,
    /// The answer contested.
    pub response_id: ResponseId,
    /// The contribution it is about.
    pub proposal_id: ProposalId,
    /// Who contests: the author of the contribution.
    pub author_id: AccountId,
    /// What the author says. Markdown.
    pub body: String,
    /// When.
    pub created_at: Instant,
    /// What the institution says to it; empty while it is awaited.
    pub reply: String,
    /// When it said so.
    pub replied_at: Option<Instant>,
}

/// The middle of a distribution of whole days: `delays` holds pairs (days, how many), in any order.
/// With an even number, the lower of the two middles: a delay really met. `None` without any.
#[must_use]
pub fn median_days(delays: &[(i64, i64)]) -> Option<i64> {
    days_of_share(delays, 1, 2)
}

/// The number of days within which nine answers of ten came. `None` without any.
#[must_use]
pub fn ninth_decile_days(delays: &[(i64, i64)]) -> Option<i64> {
    days_of_share(delays, 9, 10)
}

/// The least delay within which `part` of `whole` of the answers came, by the nearest-rank method.
fn days_of_share(delays: &[(i64, i64)], part: i64, whole: i64) -> Option<i64> {
    let mut sorted = delays.to_vec();
    sorted.sort_unstable();
    let total: i64 = sorted.iter().map(|(_, count)| count).sum();
    let rank = (total * part + whole - 1) / whole;
    let mut seen = 0;
    sorted.into_iter().find_map(|(days, count)| {
        seen += count;
        (count > 0 && seen >= rank).then_some(days)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::id::Id;

    fn account(number: u128) -> AccountId {
        AccountId::from_uuid(Uuid::from_u128(number))
    }

    fn response(decision: Decision) -> Response {
        Response {
            id: ResponseId::from_uuid(Uuid::from_u128(1)),
            consultation_id: ConsultationId::from_uuid(Uuid::from_u128(2)),
            institution_id: OrganisationId::from_uuid(Uuid::from_u128(3)),
            decision,
            reason: LocalizedText::french("Parce que la loi le permet déjà depuis deux ans."),
            merged_into: None,
            state: ResponseState::InReview,
            drafted_by: Some(account(1)),
            reviewed_by: None,
            review_note: String::new(),
            version: 1,
            created_at: Instant::default(),
            updated_at: Instant::default(),
            submitted_at: None,
            published_at: None,
        }
    }

    #[test]
    fn nobody_publishes_an_answer_that_only_its_author_read() {
        let response = response(Decision::OutOfScope);
        assert_eq!(response.check_publishable(Some(account(1)), 1, 0), Err(NotPublishable::NoSecondReader));
        assert_eq!(response.check_publishable(Some(account(2)), 1, 0), Ok(()));
    }

    #[test]
    fn taken_up_names_a_clause_and_merged_names_a_contribution() {
        let second = Some(account(2));
        assert_eq!(response(Decision::TakenUp).check_publishable(second, 3, 0), Err(NotPublishable::NoClause));
        assert_eq!(response(Decision::TakenUp).check_publishable(second, 3, 1), Ok(()));
        assert_eq!(response(Decision::Merged).check_publishable(second, 1, 0), Err(NotPublishable::NoTarget));
        assert_eq!(response(Decision::Postponed).check_publishable(second, 0, 0), Err(NotPublishable::NoContribution));
    }

    #[test]
    fn a_draft_is_not_published_without_review() {
        let draft = Response { state: ResponseState::Draft, ..response(Decision::OutOfScope) };
        assert_eq!(draft.check_publishable(Some(account(2)), 1, 0), Err(NotPublishable::NotSubmitted));
    }

    #[test]
    fn the_median_delay_is_one_that_was_met() {
        assert_eq!(median_days(&[]), None);
        assert_eq!(median_days(&[(9, 1)]), Some(9));
        assert_eq!(median_days(&[(30, 1), (9, 2), (4, 1)]), Some(9));
        assert_eq!(median_days(&[(1, 1), (10, 1)]), Some(1));
    }

    #[test]
    fn nine_answers_of_ten_came_within_the_ninth_decile() {
        let delays: Vec<_> = (1..=10).map(|days| (days, 2)).collect();
        assert_eq!(ninth_decile_days(&delays), Some(9));
        assert_eq!(ninth_decile_days(&[(4, 1)]), Some(4));
    }

    proptest! {
        #[test]
        fn the_median_agrees_with_sorting_them_all(days in proptest::collection::vec(0_i64..400, 1..60)) {
            let mut sorted = days.clone();
            sorted.sort_unstable();
            let pairs: Vec<_> = days.iter().map(|day| (*day, 1)).collect();
            prop_assert_eq!(median_days(&pairs), Some(sorted[(sorted.len() - 1) / 2]));
        }
    }
}
