//! A national action plan and its public calendar.

use serde::Serialize;

use crate::{
    Date, Instant, LocalizedText,
    id::{PhaseId, PlanId, ThemeId},
};

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
}
