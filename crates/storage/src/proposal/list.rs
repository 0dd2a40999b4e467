//! The public list of a consultation's proposals, a page at a time.
//!
//! A page is found from the key of a neighbour, through the index of the order asked, so that the
//! ten-thousandth costs what the first costs. The random order is a walk around the circle of
//! `shuffle` from a seed: two ranges of one index, one after the other.

use fabrique_domain::{
    Instant,
    account::AuthorKind,
    choice::Choice,
    id::{ConsultationId, Id, OrganisationId, ProposalId, ResponseId, ThemeId},
    response::Decision,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::AnswerState;
use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, places},
};

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Around the circle of draws, from this seed (`0..2⁶³`).
    Random(i64),
    /// The most recent first.
    Recent,
    /// The most supported first.
    Supported,
    /// The most discussed first.
    Discussed,
    /// The oldest first, for those that await an answer.
    Oldest,
}

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

/// Which side of a neighbour a page lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// After it.
    After,
    /// Before it.
    Before,
}

/// The neighbour of a page: the key of the last line before it, or of the first after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// On which side of it the page lies.
    pub direction: Direction,
    /// Its place in the order.
    pub key: i64,
    /// Its identifier.
    pub id: ProposalId,
}

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

/// A stretch of an index: what lies beyond `(key, id)`, as far as `end`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) key: i64,
    pub(crate) id: ProposalId,
    /// The last key of the stretch, included.
    pub(crate) end: i64,
}

const LAST_ID: u128 = u128::MAX;

fn id(number: u128) -> ProposalId {
    ProposalId::from_uuid(Uuid::from_u128(number))
}

impl Order {
    const fn column(self) -> &'static str {
        match self {
            Self::Random(_) => "shuffle",
            Self::Recent | Self::Oldest => "published_at",
            Self::Supported => "support_rank",
            Self::Discussed => "discussion_rank",
        }
    }

    /// Whether the keys fall as one reads on.
    const fn falls(self) -> bool {
        matches!(self, Self::Recent | Self::Supported | Self::Discussed)
    }

    /// The queries of a page, in turn, each with the stretch that it reads.
    pub(crate) fn queries(self, filter: &Filter, cursor: Option<Cursor>) -> Vec<(String, Range)> {
        let backwards = cursor.is_some_and(|cursor| cursor.direction == Direction::Before);
        self.ranges(cursor).into_iter().map(|range| (self.sql(filter, backwards), range)).collect()
    }

    /// The stretches to read, in turn.
    fn ranges(self, cursor: Option<Cursor>) -> Vec<Range> {
        let backwards = cursor.is_some_and(|cursor| cursor.direction == Direction::Before);
        let rises = self.falls() == backwards;
        let from = |key: i64| Range {
            key,
            id: id(if rises { 0 } else { LAST_ID }),
            end: if rises { i64::MAX } else { i64::MIN },
        };
        let first = cursor.map_or_else(
            || from(if rises { i64::MIN } else { i64::MAX }),
            |cursor| Range { id: cursor.id, ..from(cursor.key) },
        );
        match self {
            Self::Random(seed) => around(seed, rises, cursor.is_none(), first),
            _ => vec![first],
        }
    }

    fn sql(self, filter: &Filter, backwards: bool) -> String {
        let column = self.column();
        let (beyond, until, way) = if self.falls() == backwards { (">", "<=", "ASC") } else { ("<", ">=", "DESC") };
        let mut conditions = String::new();
        if !filter.themes.is_empty() {
            conditions += &format!(" AND theme_id IN ({})", places(6, filter.themes.len()));
        }
        if let Some(among) = &filter.among {
            conditions += &format!(" AND id IN ({})", places(6 + filter.themes.len(), among.len()));
        }
        if let Some(kind) = filter.author_kind {
            conditions += &format!(" AND author_kind = '{}'", kind.code());
        }
        conditions += match filter.answer {
            Some(AnswerState::Awaiting) => " AND response_id IS NULL",
            // Said so that no engine reads the answers of all consultations through `proposals_by_response`.
            Some(AnswerState::Answered) => " AND (response_id IS NOT NULL) = TRUE",
            None => "",
        };
        format!(
            "SELECT {COLUMNS}, {column} AS key FROM proposals
             WHERE consultation_id = $1 AND state = 'published' AND ({column}, id) {beyond} ($2, $3) AND {column} {until} $4{conditions}
             ORDER BY {column} {way}, id {way} LIMIT $5"
        )
    }
}

/// The two stretches of the circle, from the seed round to the seed.
fn around(seed: i64, rises: bool, whole: bool, first: Range) -> Vec<Range> {
    let upper = |range: Range| if rises { range } else { Range { end: seed, ..range } };
    let lower = |range: Range| if rises { Range { end: seed.saturating_sub(1), ..range } } else { range };
    let beginning = || Range { key: i64::MIN, id: id(LAST_ID), end: i64::MAX };
    match (rises, whole) {
        (true, true) => vec![Range { key: seed, id: id(0), end: i64::MAX }, lower(beginning())],
        (true, false) if first.key >= seed => vec![first, lower(beginning())],
        (true, false) => vec![lower(first)],
        (false, _) if first.key >= seed => vec![upper(first)],
        (false, _) => vec![first, Range { key: i64::MAX, id: id(LAST_ID), end: seed }],
    }
}
