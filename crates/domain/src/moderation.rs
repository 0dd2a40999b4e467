//! Moderation: what is reported, what is hidden, and why in public.

use serde::Serialize;

use crate::{
    Instant,
    id::{AccountId, ArgumentId, ModerationActId, ProposalId, ReportId},
};

crate::choice! {
    /// What can be reported and hidden.
    SubjectKind("kind of contribution") {
        /// A proposal.
        Proposal = "proposal",
        /// An argument.
        Argument = "argument",
    }
}

crate::choice! {
    /// The rule of the consultation that a contribution is said to break.
    Ground("ground") {
        /// Insults, threatens or harasses.
        Abuse = "abuse",
        /// Calls for hatred, or treats people worse for what they are.
        Hatred = "hatred",
        /// Tells what is private about somebody.
        PrivateLife = "private_life",
        /// Advertises.
        Advertising = "advertising",
        /// Says again and again, or by machine, the same thing.
        Flooding = "flooding",
        /// Is not about the subject of the consultation.
        OffTopic = "off_topic",
        /// Breaks the law in another way.
        Unlawful = "unlawful",
    }
}

crate::choice! {
    /// What became of a report.
    ReportState("state of a report") {
        /// Waits for a coordinator.
        Open = "open",
        /// What it named was hidden.
        Upheld = "upheld",
        /// What it named stands.
        Dismissed = "dismissed",
    }
}

crate::choice! {
    /// What a moderator did.
    Act("act of moderation") {
        /// Hid a contribution.
        Hide = "hide",
        /// Showed it again.
        Restore = "restore",
        /// Read the reports and left it where it is.
        Keep = "keep",
    }
}

/// A contribution that can be reported and hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Subject {
    /// A proposal.
    Proposal(ProposalId),
    /// An argument.
    Argument(ArgumentId),
}

impl Subject {
    /// What kind of contribution it is.
    #[must_use]
    pub const fn kind(self) -> SubjectKind {
        match self {
            Self::Proposal(_) => SubjectKind::Proposal,
            Self::Argument(_) => SubjectKind::Argument,
        }
    }
}

/// Somebody said that a contribution breaks the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its identifier.
    pub id: ReportId,
    /// What it names.
    pub subject: Subject,
    /// Who said so, when signed in; never shown.
    pub reporter_id: Option<AccountId>,
    /// The rule it is said to break.
    pub ground: Ground,
    /// Why, in the reporter's words.
    pub reason: String,
    /// When.
    pub created_at: Instant,
}

/// Something a moderator did, as everybody may read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModerationAct {
    /// Its identifier.
    pub id: ModerationActId,
    /// On what.
    pub subject: Subject,
    /// What was done.
    pub act: Act,
    /// The rule that was broken; none when nothing was hidden.
    pub ground: Option<Ground>,
    /// Why, in public words.
    pub reason: String,
    /// When.
    pub decided_at: Instant,
}
