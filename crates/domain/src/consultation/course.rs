//! Where a consultation is, from its dates and from what was decided of it.

use super::Consultation;
use crate::Instant;

crate::choice! {
    /// Where a consultation is, worded after Canada's official list.
    ConsultationState("state of a consultation") {
        /// Announced or being prepared.
        Planned = "planned",
        /// People contribute.
        Open = "open",
        /// Closed, analysis under way.
        UnderAnalysis = "under_analysis",
        /// Closed, no report expected.
        NoReportExpected = "no_report_expected",
        /// Closed, report available.
        ReportAvailable = "report_available",
        /// Will not take place.
        NotGoingAhead = "not_going_ahead",
    }
}

crate::choice! {
    /// How a consultation ended, decided by a person.
    Outcome("outcome of a consultation") {
        /// No report will follow.
        NoReportExpected = "no_report_expected",
        /// The report is out.
        ReportAvailable = "report_available",
        /// It does not take place.
        NotGoingAhead = "not_going_ahead",
    }
}

/// What decides the state of a consultation, without its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// When it opens.
    pub opens_at: Instant,
    /// When it closes.
    pub closes_at: Instant,
    /// When the coordinator let it open.
    pub approved_at: Option<Instant>,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

impl Course {
    /// Where the consultation is at `now`. Opening and closing need nobody at the switch.
    #[must_use]
    pub fn state(&self, now: Instant) -> ConsultationState {
        use ConsultationState as S;
        match (self.outcome, self.approved_at) {
            (Some(Outcome::NotGoingAhead), _) => S::NotGoingAhead,
            (_, None) => S::Planned,
            (_, Some(_)) if now < self.opens_at => S::Planned,
            (_, Some(_)) if now < self.closes_at => S::Open,
            (None, Some(_)) => S::UnderAnalysis,
            (Some(Outcome::NoReportExpected), Some(_)) => S::NoReportExpected,
            (Some(Outcome::ReportAvailable), Some(_)) => S::ReportAvailable,
        }
    }

    /// Whether people contribute at `now`.
    #[must_use]
    pub fn is_open(&self, now: Instant) -> bool {
        self.state(now) == ConsultationState::Open
    }
}

impl Consultation {
    /// Where the consultation is at `now`.
    #[must_use]
    pub fn state(&self, now: Instant) -> ConsultationState {
        self.course().state(now)
    }

    /// What decides its state.
    #[must_use]
    pub const fn course(&self) -> Course {
        Course {
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            approved_at: self.approved_at,
            outcome: self.outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{consultation, day},
        *,
    };

    #[test]
    fn it_opens_and_closes_by_itself_once_approved() {
        let consultation = consultation();
        assert_eq!(consultation.state(day(99)), ConsultationState::Planned);
        assert_eq!(consultation.state(day(100)), ConsultationState::Open);
        assert_eq!(consultation.state(day(130)), ConsultationState::UnderAnalysis);
    }

    #[test]
    fn without_approval_it_stays_planned_whatever_the_date() {
        let consultation = Consultation { approved_at: None, ..consultation() };
        assert_eq!(consultation.state(day(120)), ConsultationState::Planned);
    }

    #[test]
    fn an_outcome_never_closes_an_open_consultation_but_by_cancelling_it() {
        let reported = Consultation { outcome: Some(Outcome::ReportAvailable), ..consultation() };
        assert_eq!(reported.state(day(110)), ConsultationState::Open);
        assert_eq!(reported.state(day(131)), ConsultationState::ReportAvailable);
        let cancelled = Consultation { outcome: Some(Outcome::NotGoingAhead), ..consultation() };
        assert_eq!(cancelled.state(day(110)), ConsultationState::NotGoingAhead);
    }
}
