//! The public list of a consultation's proposals, a page at a time.
//!
//! A page is found from the key of a neighbour, through the index of the order asked, so that the
//! ten-thousandth costs what the first costs. The random order is a walk around the circle of
//! `shuffle` from a seed: two ranges of one index, one after the other.

mod filter;
mod order;

use fabrique_domain::{
    Instant,
    account::AuthorKind,
    id::{ConsultationId, OrganisationId, ProposalId, ResponseId, ThemeId},
    response::Decision,
};
use sqlx::AssertSqlSafe;

pub use filter::{Filter, Filterable, filterable};
pub use order::{Cursor, Direction, Order};

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, places},
};

/// A proposal as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalItem {
    /// Its identifier.
    pub id: ProposalId,
    /// Its place in the order of this list, for a [`Cursor`].
    pub key: i64,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// The author's name.
    pub author_name: String,
    /// The author's kind.
    pub author_kind: AuthorKind,
    /// The organisation it speaks from.
    pub organisation_id: Option<OrganisationId>,
    /// Its language.
    pub language: fabrique_domain::Language,
    /// Its title.
    pub title: String,
    /// The beginning of what it says. Markdown, cut.
    pub excerpt: String,
    /// People for it, historic votes included.
    pub supports: i64,
    /// Arguments on both sides.
    pub arguments: i64,
    /// Amendments.
    pub amendments: i64,
    /// The published response, if there is one.
    pub response_id: Option<ResponseId>,
    /// What that response decided.
    pub decision: Option<Decision>,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// When everybody could read it.
    pub published_at: Instant,
}

record!(ProposalItem {
    id,
    key,
    theme_id,
    author_name,
    author_kind,
    organisation_id,
    language,
    title,
    excerpt,
    supports,
    arguments,
    amendments,
    response_id,
    decision,
    answered_at,
    published_at,
});

const COLUMNS: &str = "id, theme_id, author_name, author_kind, organisation_id, language, title,
    substr(CASE WHEN change <> '' THEN change WHEN problem <> '' THEN problem ELSE body END, 1, 400) AS excerpt,
    support_rank AS supports, arguments_for + arguments_against AS arguments, amendments,
    response_id, (SELECT r.decision FROM responses r WHERE r.id = proposals.response_id) AS decision,
    answered_at, published_at";

/// Up to `limit` published proposals in the order asked, after or before a neighbour.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    reader: &mut Reader,
    consultation: ConsultationId,
    filter: &Filter,
    order: Order,
    cursor: Option<Cursor>,
    limit: i64,
) -> Result<Vec<ProposalItem>> {
    let backwards = cursor.is_some_and(|cursor| cursor.direction == Direction::Before);
    let mut found: Vec<ProposalItem> = Vec::new();
    if filter.among.as_ref().is_some_and(Vec::is_empty) {
        return Ok(found);
    }
    let bound = filter.bound();
    for (sql, range) in order.queries(filter, cursor) {
        let left = limit - i64::try_from(found.len()).unwrap_or(limit);
        if left > 0 {
            let (key, id, end) = (range.key, range.id, range.end);
            found.extend(
                fetch_all!(reader, AssertSqlSafe(sql.as_str()), consultation, key, id, end, left; each &bound)?,
            );
        }
    }
    if backwards {
        found.reverse();
    }
    Ok(found)
}

/// The published proposals that have these identifiers, at most a few dozen, in no order; their
/// `key` is when they were published.
///
/// # Errors
/// When the database refuses.
pub async fn items(reader: &mut Reader, ids: &[ProposalId]) -> Result<Vec<ProposalItem>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {COLUMNS}, published_at AS key FROM proposals WHERE state = 'published' AND id IN ({})",
        places(1, ids.len())
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()); each ids)
}
