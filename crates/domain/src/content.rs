//! What surrounds the process: pages, news, subscriptions.

use serde::Serialize;
use uuid::Uuid;

use crate::{
    Date, Instant, Language, LocalizedText,
    id::{AccountId, EventId, PageId, PlanId, SubscriptionId},
    text::{Fault, Line, Markdown},
};

/// The title of a page.
pub type PageTitle = Line<2, 160>;
/// The text of a page.
pub type PageBody = Markdown<1, 40_000>;
/// The body that audits.
pub type Auditor = Line<2, 200>;

/// An editable page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Its identifier.
    pub id: PageId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its title.
    pub title: LocalizedText,
    /// Its text. Markdown.
    pub body: LocalizedText,
    /// Its version, from one.
    pub version: i64,
    /// When it last changed.
    pub updated_at: Instant,
}

/// A text of a page as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageVersion {
    /// The page.
    pub page_id: PageId,
    /// Its number, from one.
    pub version: i64,
    /// The title.
    pub title: LocalizedText,
    /// The text.
    pub body: LocalizedText,
    /// Who wrote it.
    pub author_id: Option<AccountId>,
    /// When.
    pub created_at: Instant,
}

crate::choice! {
    /// What an audit found.
    Conformity("conformity") {
        /// Non conforme: also what is said while no audit exists.
        NotConforming = "not_conforming",
        /// Partiellement conforme.
        PartiallyConforming = "partially_conforming",
        /// Conforme.
        Conforming = "conforming",
    }
}

impl Conformity {
    /// What the French accessibility rules (RGAA 4) call a share of criteria met: all, at least
    /// half, less.
    #[must_use]
    pub const fn of(share: CriteriaMet) -> Self {
        if share.met == share.applicable {
            Self::Conforming
        } else if share.met * 2 >= share.applicable {
            Self::PartiallyConforming
        } else {
            Self::NotConforming
        }
    }
}

/// How many of the criteria that apply are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CriteriaMet {
    met: i64,
    applicable: i64,
}

impl CriteriaMet {
    /// The criteria of the RGAA 4.
    pub const MOST: i64 = 106;

    /// `met` criteria out of `applicable`.
    ///
    /// # Errors
    /// [`Fault::Malformed`] when the rules have no such number of criteria, [`Fault::Order`] when
    /// more are met than apply.
    pub fn new(met: i64, applicable: i64) -> Result<Self, Fault> {
        if !(1..=Self::MOST).contains(&applicable) || met < 0 {
            Err(Fault::Malformed)
        } else if met > applicable {
            Err(Fault::Order)
        } else {
            Ok(Self { met, applicable })
        }
    }

    /// Criteria met.
    #[must_use]
    pub const fn met(self) -> i64 {
        self.met
    }

    /// Criteria that apply.
    #[must_use]
    pub const fn applicable(self) -> i64 {
        self.applicable
    }
}

/// For how long an audit holds, in days: a statement is to be renewed after three years (decree
/// 2019-768).
pub const AUDIT_HOLDS_DAYS: i64 = 3 * 365;

/// An accessibility audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccessibilityAudit {
    /// The body that audited.
    pub auditor: String,
    /// What it found.
    pub conformity: Conformity,
    /// Criteria met.
    pub criteria_met: i64,
    /// Criteria that apply.
    pub criteria_applicable: i64,
    /// Where the report is.
    pub report: String,
    /// When it was made.
    pub audited_on: Date,
}

impl AccessibilityAudit {
    /// What may be said of the site on `today`; an audit that no longer holds says nothing.
    #[must_use]
    pub fn conformity_on(&self, today: Date) -> Conformity {
        if today.days_since(self.audited_on) > AUDIT_HOLDS_DAYS { Conformity::NotConforming } else { self.conformity }
    }
}

crate::choice! {
    /// What can be followed.
    Topic("topic") {
        /// The opening and closing of a plan's consultations.
        Plan = "plan",
        /// A consultation.
        Consultation = "consultation",
        /// A proposal.
        Proposal = "proposal",
        /// A commitment.
        Commitment = "commitment",
    }
}

/// An address that asked to be told something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Its identifier.
    pub id: SubscriptionId,
    /// The address.
    pub email: String,
    /// The language it reads.
    pub language: Language,
    /// What kind of thing it follows.
    pub topic: Topic,
    /// Which one.
    pub subject_id: Uuid,
    /// When it asked.
    pub created_at: Instant,
    /// When it confirmed; nothing is sent before.
    pub confirmed_at: Option<Instant>,
}

crate::choice! {
    /// What the news tell.
    EventKind("kind of news") {
        /// A plan was announced.
        PlanAnnounced = "plan_announced",
        /// A plan was published.
        PlanPublished = "plan_published",
        /// A date of the calendar was published.
        CalendarPublished = "calendar_published",
        /// A consultation was announced.
        ConsultationAnnounced = "consultation_announced",
        /// A consultation opened.
        ConsultationOpened = "consultation_opened",
        /// A consultation ended.
        ConsultationEnded = "consultation_ended",
        /// An answer was published.
        ResponsePublished = "response_published",
        /// A commitment was published.
        CommitmentPublished = "commitment_published",
        /// A clause changed.
        ClauseChanged = "clause_changed",
    }
}

/// Something that happened in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Its identifier.
    pub id: EventId,
    /// What happened.
    pub kind: EventKind,
    /// To what, by its title.
    pub title: LocalizedText,
    /// Where it can be read, from the root of the site.
    pub path: String,
    /// The plan it belongs to.
    pub plan_id: Option<PlanId>,
    /// When.
    pub happened_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(met: i64, applicable: i64) -> Conformity {
        Conformity::of(CriteriaMet::new(met, applicable).unwrap())
    }

    #[test]
    fn conformity_follows_the_share_of_criteria() {
        assert_eq!(share(80, 80), Conformity::Conforming);
        assert_eq!(share(79, 80), Conformity::PartiallyConforming);
        assert_eq!(share(40, 80), Conformity::PartiallyConforming);
        assert_eq!(share(39, 80), Conformity::NotConforming);
    }

    #[test]
    fn impossible_shares_are_refused() {
        assert_eq!(CriteriaMet::new(-1, 10), Err(Fault::Malformed));
        assert_eq!(CriteriaMet::new(0, 0), Err(Fault::Malformed));
        assert_eq!(CriteriaMet::new(1, 107), Err(Fault::Malformed));
        assert_eq!(CriteriaMet::new(11, 10), Err(Fault::Order));
    }

    #[test]
    fn an_old_audit_no_longer_speaks_for_the_site() {
        let audit = AccessibilityAudit {
            auditor: "Cabinet d’essai".into(),
            conformity: Conformity::Conforming,
            criteria_met: 10,
            criteria_applicable: 10,
            report: String::new(),
            audited_on: "2026-01-01".parse().unwrap(),
        };
        assert_eq!(audit.conformity_on("2028-12-31".parse().unwrap()), Conformity::Conforming);
        assert_eq!(audit.conformity_on("2029-01-01".parse().unwrap()), Conformity::NotConforming);
    }
}
