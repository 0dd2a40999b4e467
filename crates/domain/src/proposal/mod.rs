//! Contributions: proposals, positions, arguments, amendments.

mod amendment;
mod argument;
mod version;

use crate::{
    Instant, Language,
    account::{AuthorKind, Capacity},
    id::{AccountId, ConsultationId, OrganisationId, ProposalId, ResponseId, ThemeId},
    text::{Line, Markdown},
};

pub use amendment::{Amendment, AmendmentState, Passage, ProposalField, Replacement};
pub use argument::{Argument, ArgumentBody, ArgumentState, Remark, Side};
pub use version::ProposalVersion;

/// The title of a proposal.
pub type ProposalTitle = Line<8, 160>;
/// A short part of a proposal: the problem, the change.
pub type ProposalPart = Markdown<0, 4_000>;
/// The text of a proposal.
pub type ProposalBody = Markdown<20, 40_000>;
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
    /// The draft of a citizen who speaks for nobody else, in French, begun at `now`: it has no words
    /// and no name yet.
    #[must_use]
    pub const fn begun(id: ProposalId, consultation_id: ConsultationId, now: Instant) -> Self {
        Self {
            id,
            consultation_id,
            theme_id: None,
            author_id: None,
            author_name: String::new(),
            author_kind: AuthorKind::Citizen,
            organisation_id: None,
            capacity: Capacity::Personal,
            language: Language::French,
            state: ProposalState::Draft,
            state_reason: String::new(),
            title: String::new(),
            problem: String::new(),
            change: String::new(),
            body: String::new(),
            version: 1,
            supports: 0,
            mixed: 0,
            against: 0,
            historic_supports: 0,
            historic_mixed: 0,
            historic_against: 0,
            arguments_for: 0,
            arguments_against: 0,
            amendments: 0,
            response_id: None,
            answered_at: None,
            created_at: now,
            published_at: None,
            updated_at: now,
        }
    }

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
