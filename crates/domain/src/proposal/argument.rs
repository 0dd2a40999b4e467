//! Arguments for and against a proposal, and the remarks that imports bring.

use serde::Serialize;

use crate::{
    Instant,
    account::AuthorKind,
    id::{AccountId, ArgumentId, OrganisationId, ProposalId, RemarkId},
    text::Markdown,
};

/// The text of an argument.
pub type ArgumentBody = Markdown<10, 3_000>;

crate::choice! {
    /// The column an argument stands in.
    Side("side") {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
    }
}

crate::choice! {
    /// Where an argument is in its life.
    ArgumentState("state of an argument") {
        /// Everybody sees it.
        Published = "published",
        /// Its author took it back.
        Withdrawn = "withdrawn",
        /// Hidden for a reason that is shown.
        Hidden = "hidden",
    }
}

/// An argument for or against a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its identifier.
    pub id: ArgumentId,
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Its author; none when imported or erased.
    pub author_id: Option<AccountId>,
    /// The author's name as it was.
    pub author_name: String,
    /// The author's kind as it was.
    pub author_kind: AuthorKind,
    /// The organisation it speaks from.
    pub organisation_id: Option<OrganisationId>,
    /// Its column.
    pub side: Side,
    /// Its text. Markdown.
    pub body: String,
    /// Where it is in its life.
    pub state: ArgumentState,
    /// Why it is there, when hidden.
    pub state_reason: String,
    /// People who found it useful, here.
    pub useful: i64,
    /// Votes brought by an import.
    pub historic_useful: i64,
    /// When it was written.
    pub created_at: Instant,
}

/// What somebody said of a proposal on another platform, neither for nor against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Its identifier.
    pub id: RemarkId,
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Its author, as published there.
    pub author_name: String,
    /// Its text. Markdown.
    pub body: String,
    /// When it was written.
    pub created_at: Instant,
}
