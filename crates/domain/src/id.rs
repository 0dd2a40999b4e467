//! Identifiers: one type a noun, so that a commitment is never looked up by the number of a clause.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An identifier of one kind of thing.
pub trait Id: Copy {
    /// Names the thing that `uuid` identifies.
    fn from_uuid(uuid: Uuid) -> Self;
    /// The bare identifier.
    fn uuid(self) -> Uuid;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl Id for $name {
            fn from_uuid(uuid: Uuid) -> Self { Self(uuid) }
            fn uuid(self) -> Uuid { self.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )+};
}

ids! {
    /// A person who signed in at least once.
    AccountId,
    /// A session of an account on one device.
    SessionId,
    /// A request to sign in, answered by a link or a code.
    SignInId,
    /// A personal token of the API.
    TokenId,
    /// A role given to an account, with its evidence.
    GrantId,
    /// An institution, an association or another body that takes part.
    OrganisationId,
    /// A national action plan.
    PlanId,
    /// A theme (axis) of a plan.
    ThemeId,
    /// A phase of the public calendar of a plan.
    PhaseId,
    /// An editable page of content.
    PageId,
    /// An e-mail address that asked to be told something.
    SubscriptionId,
    /// A public consultation.
    ConsultationId,
    /// A contribution: a proposed commitment or an idea.
    ProposalId,
    /// An argument for or against a proposal.
    ArgumentId,
    /// A remark on a proposal, neither for nor against, brought by an import.
    RemarkId,
    /// Other words proposed for a passage of a proposal.
    AmendmentId,
    /// A report that a contribution breaks the rules.
    ReportId,
    /// Something a moderator did.
    ModerationActId,
    /// A reasoned answer to one or several contributions.
    ResponseId,
    /// An author's contest of the answer received.
    ContestId,
    /// A commitment, action or initiative.
    CommitmentId,
    /// A clause of a commitment.
    ClauseId,
    /// A milestone of a commitment.
    MilestoneId,
    /// An indicator of a commitment.
    IndicatorId,
    /// Something asked of the coordination about the directory.
    DirectoryRequestId,
    /// Something that happened in public and is told in the feed.
    EventId,
    /// A piece of work done behind the pages.
    JobId,
    /// A short list of organisations.
    ShortlistId,
    /// An organisation on a short list.
    EntryId,
    /// A mark of interest or influence that somebody gave.
    StakeId,
    /// An answer to the question of who is absent.
    AbsentId,
}
