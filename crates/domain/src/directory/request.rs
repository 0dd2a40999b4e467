//! What is asked of the coordination about the directory, and what it answers.

use serde::Serialize;

use super::Subject;
use crate::{
    Instant,
    id::{AccountId, DirectoryRequestId},
    organisation::Website,
    text::Markdown,
};

crate::choice! {
    /// What is asked.
    RequestKind("kind of request") {
        /// That an organisation is no longer suggested. Taken at once: refusing would be absurd.
        Withdrawal = "withdrawal",
        /// That a fact is wrong.
        Contest = "contest",
        /// To speak for an organisation.
        Voice = "voice",
    }
}

crate::choice! {
    /// What became of a request.
    RequestState("state of a request") {
        /// Waits for the coordination.
        Waiting = "waiting",
        /// Was agreed to: a fact is wrong indeed, a role was given.
        Accepted = "accepted",
        /// Was not.
        Refused = "refused",
        /// Was taken back by who asked, or by the organisation.
        TakenBack = "taken_back",
    }
}

crate::choice! {
    /// A fact that can be contested.
    Fact("fact") {
        /// Its name, its acronym.
        Name = "name",
        /// What it is for.
        Purpose = "purpose",
        /// Its themes.
        Themes = "themes",
        /// What it is.
        Kind = "kind",
        /// Where it has its seat.
        Seat = "seat",
        /// When it was created.
        Created = "created",
        /// Whether and when it ended.
        Dissolved = "dissolved",
        /// How many people it employs.
        Size = "size",
        /// Whether it is recognised as being of public utility.
        Recognised = "recognised",
        /// Its numbers.
        Numbers = "numbers",
        /// Its site.
        Website = "website",
        /// The institution above it.
        Parent = "parent",
        /// What it declared it lobbied for.
        Lobbying = "lobbying",
        /// What it was paid for.
        Funding = "funding",
        /// What it did here.
        Here = "here",
    }
}

/// Why something is asked, or answered.
pub type Reason = Markdown<3, 2000>;

/// What is true, in the place of a fact that is not.
pub type Truth = Markdown<2, 1000>;

/// What somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// That the organisation is no longer suggested.
    Withdrawal {
        /// Why.
        reason: Reason,
    },
    /// That a fact is wrong.
    Contest {
        /// Which.
        fact: Fact,
        /// What is true.
        truth: Truth,
        /// A page that shows it, or nothing.
        link: Website,
    },
    /// To speak for the organisation.
    Voice {
        /// On what ground: a mandate, a function.
        reason: Reason,
    },
}

impl Ask {
    /// What is asked.
    #[must_use]
    pub const fn kind(&self) -> RequestKind {
        match self {
            Self::Withdrawal { .. } => RequestKind::Withdrawal,
            Self::Contest { .. } => RequestKind::Contest,
            Self::Voice { .. } => RequestKind::Voice,
        }
    }

    /// The fact that is contested, if any.
    #[must_use]
    pub const fn fact(&self) -> Option<Fact> {
        match self {
            Self::Contest { fact, .. } => Some(*fact),
            Self::Withdrawal { .. } | Self::Voice { .. } => None,
        }
    }
}

/// A request, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Request {
    /// Its identifier.
    pub id: DirectoryRequestId,
    /// What is asked.
    pub kind: RequestKind,
    /// About whom.
    pub subject: Subject,
    /// The name it had then.
    pub name: String,
    /// The fact that is contested, if any.
    pub fact: Option<Fact>,
    /// What is true instead, or nothing.
    pub truth: String,
    /// A page that shows it, or nothing.
    pub link: String,
    /// Why, or nothing.
    pub reason: String,
    /// What became of it.
    pub state: RequestState,
    /// Who asked.
    pub asked_by: AccountId,
    /// The name of that person today.
    pub asker: String,
    /// When.
    pub asked_at: Instant,
    /// What was answered, or nothing yet.
    pub answer: String,
    /// When.
    pub handled_at: Option<Instant>,
}
