//! The rows of public data, in pages of constant cost: each page continues from the key of the last
//! row, so that a million rows are read in constant memory and no transaction stays open.

mod collections;
mod filter;

use std::fmt;

use fabrique_domain::{
    Instant, LocalizedText,
    id::{ConsultationId, Id, PlanId, ProposalId},
    open_data::{Cell, Collection, Column, ColumnKind},
};
use uuid::Uuid;

use filter::By;
pub use filter::{Condition, filters};

use crate::{
    Reader, Result,
    column::AnyRow,
    query::{on_engine, places},
};

/// What a collection is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything public.
    All,
    /// What belongs to a plan.
    Plan(PlanId),
    /// What belongs to a consultation.
    Consultation(ConsultationId),
    /// What belongs to a proposal.
    Proposal(ProposalId),
}

/// Where a reading goes on: the key of the last row read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(Vec<Bound>);

impl Cursor {
    /// The cursor that was written with [`Display`](fmt::Display), when it is one of `collection`.
    #[must_use]
    pub fn parse(collection: Collection, text: &str) -> Option<Self> {
        let (first, second) = text.split_once('_').map_or((text, None), |(first, second)| (first, Some(second)));
        let mut key = vec![Bound::Id(first.parse().ok()?)];
        match (collections::source(collection).second, second) {
            (SecondKind::None, None) => {}
            (SecondKind::Id, Some(second)) => key.push(Bound::Id(second.parse().ok()?)),
            (SecondKind::Number, Some(second)) => key.push(Bound::Number(second.parse().ok()?)),
            _ => return None,
        }
        Some(Self(key))
    }
}

/// As it stands in an address.
impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, bound) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "_" };
            match bound {
                Bound::Id(id) => write!(f, "{separator}{id}")?,
                Bound::Number(number) => write!(f, "{separator}{number}")?,
                Bound::Text(text) => write!(f, "{separator}{text}")?,
            }
        }
        Ok(())
    }
}

/// A value that is bound.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Bound {
    Id(Uuid),
    Number(i64),
    Text(String),
}

/// What the second part of a key is.
#[derive(Debug, Clone, Copy)]
enum SecondKind {
    None,
    Id,
    Number,
}

/// How much of a collection is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// What it belongs to.
    pub scope: Scope,
    /// What else narrows it.
    pub conditions: Vec<Condition>,
    /// Among the rows with these identifiers only, at most a thousand: those that a search found.
    pub among: Option<Vec<Uuid>>,
}

impl From<Scope> for Extent {
    fn from(scope: Scope) -> Self {
        Self { scope, conditions: Vec::new(), among: None }
    }
}

/// Where a collection is read from.
struct Source {
    /// `SELECT` of the key then the columns, and `FROM`.
    select: &'static str,
    /// What makes a row public.
    public: &'static str,
    /// The columns of the key.
    key: (&'static str, Option<&'static str>),
    second: SecondKind,
    /// The columns that a plan, a consultation and a proposal narrow by.
    scopes: [Option<&'static str>; 3],
    /// What else its lists are narrowed by.
    filters: &'static [By],
    columns: &'static [Column],
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The rows, one cell a name of [`fabrique_domain::open_data::header`].
    pub rows: Vec<Vec<Cell>>,
    /// Where the next page goes on; none after the last.
    pub next: Option<Cursor>,
}

/// The row of a collection that has an identifier; none when there is no such public thing.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, collection: Collection, id: Uuid) -> Result<Option<Vec<Cell>>> {
    let source = collections::source(collection);
    let sql = format!("{} WHERE {} AND {} = $1", source.select, source.public, source.key.0);
    let row: Option<(Cursor, Vec<Cell>)> =
        on_engine!(reader, sqlx::AssertSqlSafe(sql), [id], [], |query, connection| {
            query.fetch_optional(connection).await?.map(|row| source.read(&row)).transpose()
        })?;
    Ok(row.map(|(_, cells)| cells))
}

/// The columns of a collection.
#[must_use]
pub fn columns(collection: Collection) -> &'static [Column] {
    collections::source(collection).columns
}

/// The page of a part of a collection after `after`, of `limit` rows at most. A scope that the
/// collection does not know narrows it to nothing.
///
/// # Errors
/// When the database refuses.
pub async fn page(
    reader: &mut Reader,
    collection: Collection,
    extent: &Extent,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page> {
    let source = collections::source(collection);
    let nothing = || Ok(Page { rows: Vec::new(), next: None });
    let Some(narrowing) = source.narrowing(extent.scope) else { return nothing() };
    if extent.among.as_ref().is_some_and(Vec::is_empty) {
        return nothing();
    }
    let mut bounds = vec![Bound::Number(i64::try_from(limit).unwrap_or(i64::MAX))];
    bounds.extend(after.iter().flat_map(|cursor| cursor.0.iter().cloned()));
    bounds.extend(narrowing.map(|(_, within)| Bound::Id(within)));
    bounds.extend(extent.conditions.iter().map(|condition| condition.value.clone()));
    bounds.extend(extent.among.iter().flatten().copied().map(Bound::Id));
    let sql = source.sql(narrowing.map(|(column, _)| column), extent, after.is_some());
    let read: Vec<(Cursor, Vec<Cell>)> = on_engine!(reader, sqlx::AssertSqlSafe(sql), [], [], |query, connection| {
        let query = bounds.iter().fold(query, |query, bound| match bound {
            Bound::Id(id) => query.bind(*id),
            Bound::Number(number) => query.bind(*number),
            Bound::Text(text) => query.bind(text.clone()),
        });
        query.fetch_all(connection).await?.iter().map(|row| source.read(row)).collect::<Result<_>>()
    })?;
    let full = read.len() == limit;
    let next = read.last().filter(|_| full).map(|(cursor, _)| cursor.clone());
    Ok(Page { rows: read.into_iter().map(|(_, cells)| cells).collect(), next })
}

impl Source {
    /// The column and value that a scope narrows by, if it narrows; `None` when the collection
    /// knows no such scope.
    fn narrowing(&self, scope: Scope) -> Option<Option<(&'static str, Uuid)>> {
        let (index, within) = match scope {
            Scope::All => return Some(None),
            Scope::Plan(id) => (0, id.uuid()),
            Scope::Consultation(id) => (1, id.uuid()),
            Scope::Proposal(id) => (2, id.uuid()),
        };
        self.scopes[index].map(|column| Some((column, within)))
    }

    fn sql(&self, narrowing: Option<&str>, extent: &Extent, continued: bool) -> String {
        let mut place = 2;
        let mut conditions = vec![self.public.to_owned()];
        if continued {
            conditions.push(match self.key.1 {
                None => format!("{} > $2", self.key.0),
                Some(second) => format!("({}, {second}) > ($2, $3)", self.key.0),
            });
            place += 1 + usize::from(self.key.1.is_some());
        }
        if let Some(column) = narrowing {
            conditions.push(format!("{column} = ${place}"));
            place += 1;
        }
        for condition in &extent.conditions {
            conditions.push(condition.sql.replace('?', &format!("${place}")));
            place += 1;
        }
        if let Some(among) = &extent.among {
            conditions.push(format!("{} IN ({})", self.key.0, places(place, among.len())));
        }
        let order = self.key.1.map_or_else(|| self.key.0.to_owned(), |second| format!("{}, {second}", self.key.0));
        format!("{} WHERE {} ORDER BY {order} LIMIT $1", self.select, conditions.join(" AND "))
    }

    /// The key and the cells of a row.
    fn read(&self, row: &impl AnyRow) -> Result<(Cursor, Vec<Cell>)> {
        let mut key = vec![Bound::Id(row.at(0)?)];
        match self.second {
            SecondKind::None => {}
            SecondKind::Id => key.push(Bound::Id(row.at(1)?)),
            SecondKind::Number => key.push(Bound::Number(row.at(1)?)),
        }
        let mut cells = Vec::with_capacity(self.columns.len() + 12);
        for (column, index) in self.columns.iter().zip(key.len()..) {
            push(row, column.kind, index, &mut cells)?;
        }
        Ok((Cursor(key), cells))
    }
}

fn push(row: &impl AnyRow, kind: ColumnKind, index: usize, cells: &mut Vec<Cell>) -> Result<()> {
    let id = |id: Uuid| Cell::Text(id.to_string());
    let cell = match kind {
        ColumnKind::Id => id(row.at(index)?),
        ColumnKind::OptionalId => row.at::<Option<Uuid>>(index)?.map_or(Cell::Empty, id),
        ColumnKind::Text => row.at::<Option<String>>(index)?.map_or(Cell::Empty, Cell::Text),
        ColumnKind::Number => row.at::<Option<i64>>(index)?.map_or(Cell::Empty, Cell::Number),
        ColumnKind::Moment => Cell::moment(row.at(index)?),
        ColumnKind::OptionalMoment => row.at::<Option<Instant>>(index)?.map_or(Cell::Empty, Cell::moment),
        ColumnKind::Localized => {
            let [french, english] = Cell::localized(row.at::<LocalizedText>(index)?);
            cells.push(french);
            english
        }
    };
    cells.push(cell);
    Ok(())
}
