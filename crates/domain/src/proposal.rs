//! Contributions: proposals, positions, arguments, amendments.

use serde::Serialize;

use crate::{
    Instant, Language,
    account::{AuthorKind, Capacity},
    id::{
        AccountId, AmendmentId, ArgumentId, ConsultationId, OrganisationId, ProposalId, RemarkId, ResponseId, ThemeId,
    },
    text::{Line, Markdown},
};

/// The title of a proposal.
pub type ProposalTitle = Line<8, 160>;
/// A short part of a proposal: the problem, the change.
pub type ProposalPart = Markdown<0, 4_000>;
/// The text of a proposal.
pub type ProposalBody = Markdown<20, 40_000>;
/// The text of an argument.
pub type ArgumentBody = Markdown<10, 3_000>;
/// A passage of a text, and the words proposed for it.
pub type Passage = Markdown<1, 4_000>;
/// The words proposed instead; none at all strikes the passage.
pub type Replacement = Markdown<0, 4_000>;
/// A reason that is shown.
pub type Reason = Markdown<5, 2_000>;

crate::choice! {
    /// Where a proposal is in its life.
    ProposalState("state of a proposal") {
        /// Only its author sees it.
        Draft = "draft",
        /// Everybody sees it.
        Published = "published",
        /// Its author took it back; its address still says so.
        Withdrawn = "withdrawn",
        /// Hidden for a reason that is shown.
        Hidden = "hidden",
    }
}

crate::choice! {
    /// What somebody says of a proposal without writing.
    Position("position") {
        /// For it.
        Support = "support",
        /// Neither quite for nor against.
        Mixed = "mixed",
        /// Against it.
        Against = "against",
    }
}

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

crate::choice! {
    /// The order of a list of proposals.
    ProposalSort("order") {
        /// A draw that stays the same for the visit, so that no proposal is always last.
        Random = "random",
        /// The most recent first.
        Recent = "recent",
        /// The most supported first.
        Supported = "supported",
        /// The most discussed first.
        Discussed = "discussed",
        /// Those that await an answer, the oldest first.
        Unanswered = "unanswered",
    }
}

/// A contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its identifier.
    pub id: ProposalId,
    /// The consultation it answers.
    pub consultation_id: ConsultationId,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// Its author; none when it was imported or the account was erased.
    pub author_id: Option<AccountId>,
    /// The author's name as it was.
    pub author_name: String,
    /// The author's kind as it was.
    pub author_kind: AuthorKind,
    /// The organisation it speaks from.
    pub organisation_id: Option<OrganisationId>,
    /// For whom it speaks.
    pub capacity: Capacity,
    /// Its language.
    pub language: Language,
    /// Where it is in its life.
    pub state: ProposalState,
    /// Why it is there, when hidden or withdrawn.
    pub state_reason: String,
    /// Its title.
    pub title: String,
    /// The problem it sees. Markdown.
    pub problem: String,
    /// What it would change. Markdown.
    pub change: String,
    /// Its text. Markdown.
    pub body: String,
    /// The number of its version, from one.
    pub version: i64,
    /// People for it, here.
    pub supports: i64,
    /// People of mixed mind, here.
    pub mixed: i64,
    /// People against it, here.
    pub against: i64,
    /// Votes for it, brought as a total by an import.
    pub historic_supports: i64,
    /// Mixed votes brought by an import.
    pub historic_mixed: i64,
    /// Votes against brought by an import.
    pub historic_against: i64,
    /// Arguments for.
    pub arguments_for: i64,
    /// Arguments against.
    pub arguments_against: i64,
    /// Amendments, whatever became of them.
    pub amendments: i64,
    /// The published response, if there is one.
    pub response_id: Option<ResponseId>,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// When it was begun.
    pub created_at: Instant,
    /// When everybody could read it.
    pub published_at: Option<Instant>,
    /// When it last changed.
    pub updated_at: Instant,
}

impl Proposal {
    /// Whether its author may still rewrite it without leaving a version: nobody has supported,
    /// argued on or amended it yet.
    #[must_use]
    pub const fn is_untouched(&self) -> bool {
        self.positions() == 0 && self.arguments() == 0 && self.amendments == 0
    }

    /// Positions of all kinds taken here.
    #[must_use]
    pub const fn positions(&self) -> i64 {
        self.supports + self.mixed + self.against
    }

    /// Arguments on both sides.
    #[must_use]
    pub const fn arguments(&self) -> i64 {
        self.arguments_for + self.arguments_against
    }

    /// All positions of one kind, those of an import included.
    #[must_use]
    pub const fn total(&self, position: Position) -> i64 {
        match position {
            Position::Support => self.supports + self.historic_supports,
            Position::Mixed => self.mixed + self.historic_mixed,
            Position::Against => self.against + self.historic_against,
        }
    }

    /// A part that can be amended.
    #[must_use]
    pub fn part(&self, field: ProposalField) -> &str {
        match field {
            ProposalField::Problem => &self.problem,
            ProposalField::Change => &self.change,
            ProposalField::Body => &self.body,
        }
    }
}

/// A text of a proposal as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalVersion {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Its number, from one.
    pub version: i64,
    /// The title.
    pub title: String,
    /// The problem.
    pub problem: String,
    /// The change.
    pub change: String,
    /// The text.
    pub body: String,
    /// Who wrote these words: the author, or whoever amended.
    pub author_name: String,
    /// The amendment that made it, if one did.
    pub amendment_id: Option<AmendmentId>,
    /// When.
    pub created_at: Instant,
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
