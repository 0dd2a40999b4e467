//! What surrounds the process: pages, news, subscriptions.

use serde::Serialize;
use uuid::Uuid;

use crate::{
    Date, Instant, Language, LocalizedText,
    id::{AccountId, EventId, PageId, PlanId, SubscriptionId},
};

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
