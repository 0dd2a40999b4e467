//! How each value of the domain stands in a column, the same on both engines.

use fabrique_domain::{
    Date, Instant, Language, LocalizedText,
    id::{self, Id},
};
use sqlx::{Decode, Encode, Postgres, Sqlite, Type, postgres::PgRow, sqlite::SqliteRow, types::Json};
use uuid::Uuid;

use crate::{Error, Result};

/// What both engines can hold in a column.
pub(crate) trait Stored:
    for<'r> Decode<'r, Sqlite>
    + for<'r> Decode<'r, Postgres>
    + for<'q> Encode<'q, Sqlite>
    + for<'q> Encode<'q, Postgres>
    + Type<Sqlite>
    + Type<Postgres>
    + Send
    + Unpin
{
}

impl<T> Stored for T where
    T: for<'r> Decode<'r, Sqlite>
        + for<'r> Decode<'r, Postgres>
        + for<'q> Encode<'q, Sqlite>
        + for<'q> Encode<'q, Postgres>
        + Type<Sqlite>
        + Type<Postgres>
        + Send
        + Unpin
{
}

/// A value that has a place in a column.
pub(crate) trait Column: Sized {
    /// The form it is kept in.
    type Stored: Stored;
    /// To the column.
    fn store(&self) -> Self::Stored;
    /// From the column; the reason when what stands there cannot be read.
    fn load(stored: Self::Stored) -> Result<Self, String>;
}

macro_rules! plain {
    ($($type:ty),+) => {$(
        impl Column for $type {
            type Stored = Self;
            fn store(&self) -> Self { self.clone() }
            fn load(stored: Self) -> Result<Self, String> { Ok(stored) }
        }
    )+};
}
plain!(i64, bool, String, Vec<u8>, Uuid);

impl Column for &str {
    type Stored = String;
    fn store(&self) -> String {
        (*self).to_owned()
    }
    fn load(_: String) -> Result<Self, String> {
        Err("a borrowed text is never read back".to_owned())
    }
}

impl<T: Column> Column for Option<T>
where
    Option<T::Stored>: Stored,
{
    type Stored = Option<T::Stored>;
    fn store(&self) -> Self::Stored {
        self.as_ref().map(Column::store)
    }
    fn load(stored: Self::Stored) -> Result<Self, String> {
        stored.map(T::load).transpose()
    }
}

impl Column for Instant {
    type Stored = i64;
    fn store(&self) -> i64 {
        self.micros()
    }
    fn load(stored: i64) -> Result<Self, String> {
        Ok(Self::from_micros(stored))
    }
}

impl Column for Date {
    type Stored = String;
    fn store(&self) -> String {
        self.to_string()
    }
    fn load(stored: String) -> Result<Self, String> {
        stored.parse().map_err(|error| format!("{stored}: {error}"))
    }
}

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        impl Column for id::$name {
            type Stored = Uuid;
            fn store(&self) -> Uuid { self.uuid() }
            fn load(stored: Uuid) -> Result<Self, String> { Ok(Self::from_uuid(stored)) }
        }
    )+};
}
ids!(
    AccountId,
    SessionId,
    SignInId,
    TokenId,
    GrantId,
    OrganisationId,
    PlanId,
    ThemeId,
    PhaseId,
    PageId,
    SubscriptionId,
    ConsultationId,
    ProposalId,
    ArgumentId,
    RemarkId,
    AmendmentId,
    ReportId,
    ModerationActId,
    ResponseId,
    ContestId,
    CommitmentId,
    ClauseId,
    MilestoneId,
    IndicatorId,
    DirectoryRequestId,
    EventId,
    JobId,
    ShortlistId,
    EntryId,
    StakeId,
    AbsentId,
);

/// Closed choices stand in columns as their codes.
macro_rules! choices {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::column::Column for $type {
            type Stored = String;
            fn store(&self) -> String { fabrique_domain::Choice::code(*self).to_owned() }
            fn load(stored: String) -> Result<Self, String> {
                <Self as fabrique_domain::Choice>::from_code(&stored).map_err(|error| error.to_string())
            }
        }
    )+};
}
pub(crate) use choices;
choices!(Language);

impl Column for LocalizedText {
    type Stored = Json<Self>;
    fn store(&self) -> Json<Self> {
        Json(self.clone())
    }
    fn load(stored: Json<Self>) -> Result<Self, String> {
        Ok(stored.0)
    }
}

/// A row of either engine.
pub(crate) trait AnyRow {
    /// The value in the column called `name`.
    fn named<T: Column>(&self, name: &str) -> Result<T>;
    /// The value in the column at `index`.
    fn at<T: Column>(&self, index: usize) -> Result<T>;
}

macro_rules! any_row {
    ($($row:ty),+) => {$(
        impl AnyRow for $row {
            fn named<T: Column>(&self, name: &str) -> Result<T> {
                T::load(sqlx::Row::try_get(self, name)?).map_err(|reason| unreadable(name, reason))
            }
            fn at<T: Column>(&self, index: usize) -> Result<T> {
                T::load(sqlx::Row::try_get(self, index)?).map_err(|reason| unreadable(&index.to_string(), reason))
            }
        }
    )+};
}
any_row!(SqliteRow, PgRow);

fn unreadable(column: &str, reason: String) -> Error {
    Error::Unreadable { column: column.to_owned(), reason }
}

/// What can be read from a row of either engine.
pub(crate) trait Record: Sized {
    /// Reads it.
    fn read(row: &impl AnyRow) -> Result<Self>;
}

macro_rules! tuple_records {
    ($($($name:ident $index:tt),+;)+) => {$(
        impl<$($name: Column),+> Record for ($($name,)+) {
            fn read(row: &impl AnyRow) -> Result<Self> { Ok(($(row.at::<$name>($index)?,)+)) }
        }
    )+};
}
tuple_records! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
}

/// Says that a struct is read from the columns that have the names of its fields. A field written
/// `name as Type` is kept in the form `Type`, which dereferences into it by `.0`.
macro_rules! record {
    ($type:path { $($field:ident $(as $form:ty)?),+ $(,)? }) => {
        impl $crate::column::Record for $type {
            fn read(row: &impl $crate::column::AnyRow) -> $crate::Result<Self> {
                Ok(Self { $($field: $crate::column::record!(@read row, $field $(, $form)?)),+ })
            }
        }
    };
    (@read $row:ident, $field:ident) => { $row.named(stringify!($field))? };
    (@read $row:ident, $field:ident, $form:ty) => { $row.named::<$form>(stringify!($field))?.0 };
}
pub(crate) use record;
