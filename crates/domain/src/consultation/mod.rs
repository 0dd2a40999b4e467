//! A public consultation: its four legal gates and its states.

mod course;
mod gate;

use serde::Serialize;

use crate::{
    Instant, LocalizedText,
    id::{ConsultationId, PlanId},
    proposal::Position,
    text::{Line, Markdown},
    time::DAY,
};

pub use course::{ConsultationState, Course, Outcome};
pub use gate::{Gate, REASONABLE_DAYS};

/// The title of a consultation.
pub type ConsultationTitle = Line<5, 160>;
/// What a consultation asks, in two sentences.
pub type ConsultationSummary = Markdown<0, 1_000>;
/// The rules, the information, the follow-up. Markdown.
pub type ConsultationText = Markdown<0, 40_000>;

/// The notice that the OGP asks for before people are heard, in days (standard 3.1, 2022).
pub const NOTICE_DAYS: i64 = 14;

crate::choice! {
    /// What people can say of a proposal without writing.
    Ballot("ballot") {
        /// Support, or nothing.
        SupportOnly = "support_only",
        /// Support, mixed or against.
        ThreePositions = "three_positions",
    }
}

impl Ballot {
    /// Whether people can say `position` on it.
    #[must_use]
    pub fn offers(self, position: Position) -> bool {
        self == Self::ThreePositions || position == Position::Support
    }
}

/// A consultation of the public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consultation {
    /// Its identifier.
    pub id: ConsultationId,
    /// The plan it feeds.
    pub plan_id: PlanId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its title.
    pub title: LocalizedText,
    /// What is asked, in two sentences.
    pub summary: LocalizedText,
    /// The rules: who decides, what can still change, how it is moderated. Markdown.
    pub rules: LocalizedText,
    /// The useful information. Markdown.
    pub information: LocalizedText,
    /// Results, or the follow-up envisaged. Markdown.
    pub follow_up: LocalizedText,
    /// When it opens.
    pub opens_at: Instant,
    /// When it closes.
    pub closes_at: Instant,
    /// When it was announced.
    pub announced_at: Option<Instant>,
    /// When the coordinator let it open, the first three gates being met.
    pub approved_at: Option<Instant>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Why it ended so.
    pub outcome_reason: String,
    /// When that was said.
    pub outcome_at: Option<Instant>,
    /// What people can say without writing.
    pub ballot: Ballot,
    /// Within how many days an answer is promised.
    pub answer_within_days: i64,
    /// Where it comes from, when it was imported.
    pub source: String,
    /// Published proposals.
    pub proposals: i64,
    /// Of them, how many were answered.
    pub answered: i64,
    /// Positions taken on this platform.
    pub positions: i64,
    /// Arguments published.
    pub arguments: i64,
    /// When it was entered.
    pub created_at: Instant,
}

impl Consultation {
    /// Whether each of its contributions is owed an answer. One that does not take place owes none;
    /// nor does one brought from elsewhere that had already ended there.
    #[must_use]
    pub fn owes_answers(&self) -> bool {
        match self.outcome {
            None => true,
            Some(Outcome::NotGoingAhead) => false,
            Some(Outcome::NoReportExpected | Outcome::ReportAvailable) => self.source.is_empty(),
        }
    }

    /// When the clock of the answer to a contribution starts: at its publication, but never before
    /// the consultation was entered here, since nobody could answer on this platform earlier.
    #[must_use]
    pub fn answer_clock(&self, published_at: Instant) -> Instant {
        published_at.max(self.created_at)
    }

    /// By when the answer to a contribution is promised.
    #[must_use]
    pub fn answer_due(&self, published_at: Instant) -> Instant {
        self.answer_clock(published_at).plus(self.answer_within_days.saturating_mul(DAY))
    }

    /// Whole days of notice that people have, or had, before it opens; none while it is not announced.
    #[must_use]
    pub fn notice_days(&self) -> Option<i64> {
        self.announced_at.map(|announced| self.opens_at.days_since(announced).max(0))
    }

    /// The last moment at which people contribute. A consultation that closes at midnight was open
    /// until the day before, and that is the date people are told.
    #[must_use]
    pub const fn last_moment(&self) -> Instant {
        self.closes_at.plus(-1)
    }

    /// Whether everybody may see it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.announced_at.is_some()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::Id;

    pub(crate) fn consultation() -> Consultation {
        let text = || LocalizedText::french("Un texte");
        Consultation {
            id: ConsultationId::from_uuid(Uuid::from_u128(1)),
            plan_id: PlanId::from_uuid(Uuid::from_u128(2)),
            slug: "une-consultation".into(),
            title: text(),
            summary: text(),
            rules: text(),
            information: text(),
            follow_up: LocalizedText::default(),
            opens_at: Instant::from_micros(100 * DAY),
            closes_at: Instant::from_micros(130 * DAY),
            announced_at: None,
            approved_at: Some(Instant::from_micros(90 * DAY)),
            outcome: None,
            outcome_reason: String::new(),
            outcome_at: None,
            ballot: Ballot::ThreePositions,
            answer_within_days: 60,
            source: String::new(),
            proposals: 0,
            answered: 0,
            positions: 0,
            arguments: 0,
            created_at: Instant::default(),
        }
    }

    pub(super) fn day(number: i64) -> Instant {
        Instant::from_micros(number * DAY)
    }

    #[test]
    fn notice_is_counted_from_the_announcement_to_the_opening() {
        let mut consultation = consultation();
        assert_eq!(consultation.notice_days(), None);
        consultation.announced_at = Some(day(87));
        assert_eq!(consultation.notice_days(), Some(13));
        consultation.announced_at = Some(day(105));
        assert_eq!(consultation.notice_days(), Some(0), "announced after it opened");
    }

    #[test]
    fn every_contribution_is_owed_an_answer_but_where_the_history_was_over_before_it_came_here() {
        let ours = Consultation { outcome: Some(Outcome::ReportAvailable), ..consultation() };
        assert!(consultation().owes_answers() && ours.owes_answers());
        assert!(!Consultation { source: "cap-collectif".into(), ..ours }.owes_answers());
        assert!(!Consultation { outcome: Some(Outcome::NotGoingAhead), ..consultation() }.owes_answers());
    }

    #[test]
    fn no_clock_runs_before_the_consultation_was_entered_here() {
        let imported = Consultation { created_at: day(200), answer_within_days: 30, ..consultation() };
        assert_eq!(imported.answer_clock(day(110)), day(200));
        assert_eq!(imported.answer_due(day(110)), day(230));
        assert_eq!(imported.answer_due(day(205)), day(235));
    }
}
