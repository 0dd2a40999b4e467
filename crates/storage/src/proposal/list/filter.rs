//! Which proposals a list lets through.

use fabrique_domain::{
    account::AuthorKind,
    id::{Id, ProposalId, ResponseId, ThemeId},
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::super::AnswerState;
use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, places},
};

/// Which proposals are listed. What is empty lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of these themes.
    pub themes: Vec<ThemeId>,
    /// By this kind of author.
    pub author_kind: Option<AuthorKind>,
    /// Answered, or not.
    pub answer: Option<AnswerState>,
    /// Among these, at most a thousand; those that a search found.
    pub among: Option<Vec<ProposalId>>,
}

impl Filter {
    /// What the query binds after its own places.
    pub(crate) fn bound(&self) -> Vec<Uuid> {
        let among = self.among.iter().flatten().map(|id| id.uuid());
        self.themes.iter().map(|id| id.uuid()).chain(among).collect()
    }

    /// Whether it lets a proposal through, [`Filter::among`] apart.
    #[must_use]
    pub fn keeps(&self, one: &Filterable) -> bool {
        (self.themes.is_empty() || one.theme_id.is_some_and(|theme| self.themes.contains(&theme)))
            && self.author_kind.is_none_or(|kind| kind == one.author_kind)
            && self.answer.is_none_or(|answer| answer == one.answer())
    }
}

/// What the filters look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filterable {
    /// The proposal.
    pub id: ProposalId,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// The author's kind.
    pub author_kind: AuthorKind,
    /// The published response, if there is one.
    pub response_id: Option<ResponseId>,
}

record!(Filterable { id, theme_id, author_kind, response_id });

impl Filterable {
    /// Whether it was answered.
    #[must_use]
    pub const fn answer(&self) -> AnswerState {
        if self.response_id.is_some() { AnswerState::Answered } else { AnswerState::Awaiting }
    }
}

/// What the filters look at of the published proposals among `ids`, at most a thousand, in no order.
///
/// # Errors
/// When the database refuses.
pub async fn filterable(reader: &mut Reader, ids: &[ProposalId]) -> Result<Vec<Filterable>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT id, theme_id, author_kind, response_id FROM proposals WHERE state = 'published' AND id IN ({})",
        places(1, ids.len())
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()); each ids)
}
