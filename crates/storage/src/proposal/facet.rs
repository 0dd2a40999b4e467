//! Counts of published proposals by what the list is filtered with.

use fabrique_domain::{
    account::AuthorKind,
    choice,
    id::{ConsultationId, ThemeId},
    proposal::{Proposal, ProposalState},
};

use crate::{
    Reader, Result, Tx,
    column::{AnyRow, Record, choices},
    consultation::{self, Shift},
    query::{execute, fetch_all},
};

choice! {
    /// Whether a proposal was answered.
    AnswerState("state of the answer") {
        /// It waits for its answer.
        Awaiting = "awaiting",
        /// Its answer is published.
        Answered = "answered",
    }
}
choices!(AnswerState);

/// How many published proposals share a theme, a kind of author and a state of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetCount {
    /// The theme; none where the proposal has none.
    pub theme_id: Option<ThemeId>,
    /// The author's kind.
    pub author_kind: AuthorKind,
    /// Whether they were answered.
    pub answer: AnswerState,
    /// How many.
    pub proposals: i64,
}

impl Record for FacetCount {
    fn read(row: &impl AnyRow) -> Result<Self> {
        let theme: String = row.named("theme")?;
        Ok(Self {
            theme_id: theme.parse().ok(),
            author_kind: row.named("author_kind")?,
            answer: row.named("answer")?,
            proposals: row.named("proposals")?,
        })
    }
}

const FACETS: &str = "SELECT theme, author_kind, answer, proposals FROM proposal_counts
    WHERE consultation_id = $1 AND proposals > 0";

/// The counts of a consultation: some thirty rows, whatever the number of proposals.
///
/// # Errors
/// When the database refuses.
pub async fn facets(reader: &mut Reader, consultation: ConsultationId) -> Result<Vec<FacetCount>> {
    fetch_all!(reader, FACETS, consultation)
}

const MOVE: &str = "INSERT INTO proposal_counts (consultation_id, theme, author_kind, answer, proposals)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (consultation_id, theme, author_kind, answer)
    DO UPDATE SET proposals = proposal_counts.proposals + excluded.proposals";

/// Moves a proposal from the counts it stood in to those it stands in.
pub(super) async fn move_counts(tx: &mut Tx, before: Option<&Proposal>, after: Option<&Proposal>) -> Result<()> {
    let (left, entered) = (before.and_then(Place::of), after.and_then(Place::of));
    if left == entered {
        return Ok(());
    }
    for (place, by) in [(left, -1), (entered, 1)] {
        if let Some(place) = place {
            execute!(tx, MOVE, place.consultation, place.theme, place.author_kind, place.answer, by)?;
            let answered = if place.answer == AnswerState::Answered { by } else { 0 };
            consultation::count(tx, place.consultation, Shift { proposals: by, answered, ..Shift::default() }).await?;
        }
    }
    Ok(())
}

/// The row of counts in which a published proposal stands.
#[derive(PartialEq)]
struct Place {
    consultation: ConsultationId,
    theme: String,
    author_kind: AuthorKind,
    answer: AnswerState,
}

impl Place {
    fn of(proposal: &Proposal) -> Option<Self> {
        (proposal.state == ProposalState::Published).then(|| Self {
            consultation: proposal.consultation_id,
            theme: proposal.theme_id.map(|id| id.to_string()).unwrap_or_default(),
            author_kind: proposal.author_kind,
            answer: if proposal.response_id.is_some() { AnswerState::Answered } else { AnswerState::Awaiting },
        })
    }
}
