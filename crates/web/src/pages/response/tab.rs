//! The four parts of the desk.

use fabrique_domain::response::ResponseState;

/// What the desk shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// Contributions that await an answer.
    Unanswered,
    /// Responses being written.
    Drafts,
    /// Responses that await a second reader.
    Review,
    /// Contests that await a reply.
    Contests,
}

impl Tab {
    /// In the order of the work.
    pub(super) const ALL: [Self; 4] = [Self::Unanswered, Self::Drafts, Self::Review, Self::Contests];

    /// Its code in addresses.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::Drafts => "drafts",
            Self::Review => "review",
            Self::Contests => "contests",
        }
    }

    /// The state of the responses it lists.
    pub(super) const fn state(self) -> ResponseState {
        match self {
            Self::Review => ResponseState::InReview,
            Self::Unanswered | Self::Drafts | Self::Contests => ResponseState::Draft,
        }
    }

    /// The key of its name.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Unanswered => "response-desk-unanswered",
            Self::Drafts => "response-desk-drafts",
            Self::Review => "response-desk-review",
            Self::Contests => "response-desk-contests",
        }
    }
}
