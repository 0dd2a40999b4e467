//! Other words proposed for a passage of a proposal.

use crate::{
    Instant,
    account::AuthorKind,
    id::{AccountId, AmendmentId, ProposalId},
    text::Markdown,
};

/// A passage of a text, and the words proposed for it.
pub type Passage = Markdown<1, 4_000>;
/// The words proposed instead; none at all strikes the passage.
pub type Replacement = Markdown<0, 4_000>;

crate::choice! {
    /// A part of a proposal that can be amended.
    ProposalField("part of a proposal") {
        /// The problem.
        Problem = "problem",
        /// What it would change.
        Change = "change",
        /// The text.
        Body = "body",
    }
}

crate::choice! {
    /// What became of an amendment.
    AmendmentState("state of an amendment") {
        /// Waits for the author.
        Proposed = "proposed",
        /// Its words entered the text.
        Accepted = "accepted",
        /// Declined with a reason.
        Declined = "declined",
        /// Its passage no longer stands in the text.
        Outdated = "outdated",
    }
}

/// Other words proposed for a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Its identifier.
    pub id: AmendmentId,
    /// The proposal.
    pub proposal_id: ProposalId,
    /// The version it was written on.
    pub base_version: i64,
    /// The part it changes.
    pub field: ProposalField,
    /// The words as they stood.
    pub passage: String,
    /// The words proposed.
    pub replacement: String,
    /// Why.
    pub reason: String,
    /// Its author.
    pub author_id: Option<AccountId>,
    /// The author's name as it was.
    pub author_name: String,
    /// The author's kind as it was.
    pub author_kind: AuthorKind,
    /// What became of it.
    pub state: AmendmentState,
    /// Why.
    pub decision_reason: String,
    /// When that was decided.
    pub decided_at: Option<Instant>,
    /// The version it made.
    pub resulting_version: Option<i64>,
    /// When it was proposed.
    pub created_at: Instant,
}

impl Amendment {
    /// The text with the passage replaced, or nothing when the passage no longer stands there
    /// exactly once.
    #[must_use]
    pub fn apply(&self, text: &str) -> Option<String> {
        let only_once = text.matches(&self.passage).count() == 1;
        only_once.then(|| text.replacen(&self.passage, &self.replacement, 1).trim().to_owned())
    }
}
