//! A national action plan and its public calendar.

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::{
    Date, Instant, Localized, LocalizedText,
    id::{PhaseId, PlanId, ThemeId},
    text::{Fault, Line, Markdown},
};

/// What the country calls a plan.
pub type PlanLabel = Line<3, 160>;
/// What the Open Government Partnership calls it, or nothing.
pub type OgpLabel = Line<0, 160>;
/// What a plan is about.
pub type Introduction = Markdown<0, 20_000>;
/// Where facts entered after the fact come from, or nothing.
pub type Source = Line<0, 300>;
/// The name of a theme.
pub type ThemeName = Line<2, 120>;
/// What a theme covers.
pub type ThemeDescription = Markdown<0, 2_000>;
/// What happens in a phase and how to take part.
pub type PhaseNote = Markdown<0, 2_000>;

/// How long before they begin the occasions to take part are to be published, in days (OGP
/// participation and co-creation standards, 2022, requirement 3.1).
pub const NOTICE_DAYS: i64 = 14;

crate::choice! {
    /// Where a plan is in its life.
    PlanState("state of a plan") {
        /// Being made.
        Preparation = "preparation",
        /// In force.
        Published = "published",
        /// Over.
        Ended = "ended",
    }
}

crate::choice! {
    /// The phases of the public calendar, in the order in which they come.
    PhaseKind("phase") {
        /// The cycle is opened.
        Launch = "launch",
        /// People contribute.
        Consultation = "consultation",
        /// Agents and civil society write together.
        CoConstruction = "co_construction",
        /// What enters the plan is decided.
        Arbitration = "arbitration",
        /// The plan is published.
        Publication = "publication",
        /// Commitments are carried out.
        Implementation = "implementation",
        /// What was done is assessed.
        Evaluation = "evaluation",
    }
}

impl PhaseKind {
    /// Whether the phase is an occasion to take part in making the plan, which is to be announced
    /// [`NOTICE_DAYS`] before.
    #[must_use]
    pub const fn calls_to_take_part(self) -> bool {
        matches!(self, Self::Launch | Self::Consultation | Self::CoConstruction)
    }
}

/// A first and a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// First day.
    pub start: Date,
    /// Last day; never before the first.
    pub end: Date,
}

impl Period {
    /// The days from `start` to `end`, both included.
    ///
    /// # Errors
    /// [`Fault::Order`] when it would end before it begins.
    pub fn new(start: Date, end: Date) -> Result<Self, Fault> {
        if end < start { Err(Fault::Order) } else { Ok(Self { start, end }) }
    }

    /// Whether `day` is one of them.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.start <= day && day <= self.end
    }
}

/// What somebody says of a plan, beside its address, when entering or correcting it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCard {
    /// What the country calls it.
    pub national_label: Localized<PlanLabel>,
    /// What the partnership calls it.
    pub ogp_label: OgpLabel,
    /// Its dates for the country.
    pub national: Period,
    /// Its dates for the partnership.
    pub ogp: Period,
    /// What it is about.
    pub introduction: Localized<Introduction>,
    /// Where its facts come from, when they were entered after the fact.
    pub source: Source,
}

/// What somebody says of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeCard {
    /// Its name.
    pub name: Localized<ThemeName>,
    /// What it covers.
    pub description: Localized<ThemeDescription>,
}

/// What somebody says of a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseCard {
    /// Which phase.
    pub kind: PhaseKind,
    /// When.
    pub days: Period,
    /// What happens then and how to take part.
    pub note: Localized<PhaseNote>,
}

/// When something is, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Over.
    Past,
    /// Under way.
    Present,
    /// To come.
    Future,
}

/// A national action plan. National and OGP dates differ in reality: both are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Its identifier.
    pub id: PlanId,
    /// Its short name in addresses.
    pub slug: String,
    /// What the country calls it.
    pub national_label: LocalizedText,
    /// What the Open Government Partnership calls it.
    pub ogp_label: String,
    /// First day, for the country.
    pub national_start: Date,
    /// Last day, for the country.
    pub national_end: Date,
    /// First day, for the partnership.
    pub ogp_start: Date,
    /// Last day, for the partnership.
    pub ogp_end: Date,
    /// What it is about, in Markdown.
    pub introduction: LocalizedText,
    /// Where it is in its life.
    pub state: PlanState,
    /// When it was published.
    pub published_at: Option<Instant>,
    /// Where its facts come from, when they were entered after the fact.
    pub source: String,
    /// When it was entered.
    pub created_at: Instant,
}

impl Plan {
    /// Whether the plan is in force on `day`.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        self.state == PlanState::Published && self.national_start <= day && day <= self.national_end
    }
}

/// A theme (axis) of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Theme {
    /// Its identifier.
    pub id: ThemeId,
    /// The plan.
    pub plan_id: PlanId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: LocalizedText,
    /// What it covers.
    pub description: LocalizedText,
    /// Its place among the themes.
    pub position: i64,
}

/// A phase of the public calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phase {
    /// Its identifier.
    pub id: PhaseId,
    /// The plan.
    pub plan_id: PlanId,
    /// Which phase.
    pub kind: PhaseKind,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// What happens then and how to take part.
    pub note: LocalizedText,
    /// When this date was made public: OGP asks for two weeks of notice.
    pub published_at: Instant,
}

impl Phase {
    /// Whether the phase is over, under way or to come.
    #[must_use]
    pub fn moment(&self, today: Date) -> Moment {
        if today > self.ends_on {
            Moment::Past
        } else if today < self.starts_on {
            Moment::Future
        } else {
            Moment::Present
        }
    }

    /// Days between the publication of this date and the phase, as people in `zone` count them.
    #[must_use]
    pub fn notice_days(&self, zone: &TimeZone) -> i64 {
        self.starts_on.days_since(self.published_at.date(zone))
    }

    /// Whether people were told of an occasion to take part less than [`NOTICE_DAYS`] before.
    #[must_use]
    pub fn is_short_of_notice(&self, zone: &TimeZone) -> bool {
        self.kind.calls_to_take_part() && self.notice_days(zone) < NOTICE_DAYS
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::Id;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn phase(kind: PhaseKind, starts_on: &str, published_at: &str) -> Phase {
        Phase {
            id: PhaseId::from_uuid(Uuid::nil()),
            plan_id: PlanId::from_uuid(Uuid::nil()),
            kind,
            starts_on: day(starts_on),
            ends_on: day("2027-03-01"),
            note: LocalizedText::default(),
            published_at: published_at.parse().unwrap(),
        }
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        let (first, last) = (day("2026-01-01"), day("2026-01-02"));
        assert_eq!(Period::new(last, first), Err(Fault::Order));
        assert!(Period::new(first, first).unwrap().contains(first));
        assert!(!Period::new(first, first).unwrap().contains(last));
    }

    #[test]
    fn a_phase_is_past_present_or_to_come_to_the_day() {
        let phase = phase(PhaseKind::Consultation, "2027-02-01", "2026-01-01T00:00:00Z");
        let moments = ["2027-01-31", "2027-02-01", "2027-03-01", "2027-03-02"].map(|today| phase.moment(day(today)));
        assert_eq!(moments, [Moment::Future, Moment::Present, Moment::Present, Moment::Past]);
    }

    #[test]
    fn two_weeks_of_notice_are_counted_in_days_of_the_place() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        // A quarter to one in Paris is still the day before in universal time.
        let early = phase(PhaseKind::Consultation, "2027-02-15", "2027-01-31T23:45:00Z");
        assert_eq!((early.notice_days(&paris), early.is_short_of_notice(&paris)), (14, false));
        let late = phase(PhaseKind::Consultation, "2027-02-15", "2027-02-01T23:45:00Z");
        assert_eq!((late.notice_days(&paris), late.is_short_of_notice(&paris)), (13, true));
    }

    #[test]
    fn only_occasions_to_take_part_ask_for_notice() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let arbitration = phase(PhaseKind::Arbitration, "2027-02-15", "2027-02-15T00:00:00Z");
        assert!(!arbitration.is_short_of_notice(&paris));
    }
}
