//! The orders of a list: the index that each walks, and the stretches of it that a page reads.

use fabrique_domain::{
    choice::Choice,
    id::{Id, ProposalId},
};
use uuid::Uuid;

use super::{super::AnswerState, COLUMNS, Filter};
use crate::query::places;

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
