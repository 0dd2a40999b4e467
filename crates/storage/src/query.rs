//! Running one SQL text on the engine at hand.
//!
//! Each macro takes a [`Reader`](crate::Reader) or a [`Tx`](crate::Tx), a text with `$1`
//! placeholders, and the values in order; `; each list` binds the items of a list after them.

/// Runs the query in the same words on either engine; the arms differ only in the connection's type.
macro_rules! on_engine {
    ($session:expr, $sql:expr, [$($bind:expr),*], [$($list:expr)?], |$query:ident, $connection:ident| $run:expr) => {
        match $session.link() {
            $crate::unit::Link::Sqlite($connection) => {
                #[allow(unused_mut, clippy::allow_attributes, reason = "mutable only when a list is bound")]
                let mut $query = sqlx::query::<sqlx::Sqlite>($sql)$(.bind($crate::column::Column::store(&$bind)))*;
                $(for item in $list { $query = $query.bind($crate::column::Column::store(item)); })?
                $run
            }
            $crate::unit::Link::Postgres($connection) => {
                #[allow(unused_mut, clippy::allow_attributes, reason = "mutable only when a list is bound")]
                let mut $query = sqlx::query::<sqlx::Postgres>($sql)$(.bind($crate::column::Column::store(&$bind)))*;
                $(for item in $list { $query = $query.bind($crate::column::Column::store(item)); })?
                $run
            }
        }
    };
}
pub(crate) use on_engine;

/// Every row.
macro_rules! fetch_all {
    ($session:expr, $sql:expr $(, $bind:expr)* $(; each $list:expr)?) => {
        $crate::query::on_engine!($session, $sql, [$($bind),*], [$($list)?], |query, connection| {
            query.fetch_all(connection).await?.iter().map($crate::column::Record::read).collect::<$crate::Result<Vec<_>>>()
        })
    };
}
pub(crate) use fetch_all;

/// The row, or none.
macro_rules! fetch_optional {
    ($session:expr, $sql:expr $(, $bind:expr)* $(; each $list:expr)?) => {
        $crate::query::on_engine!($session, $sql, [$($bind),*], [$($list)?], |query, connection| {
            query.fetch_optional(connection).await?.as_ref().map($crate::column::Record::read).transpose()
        })
    };
}
pub(crate) use fetch_optional;

/// The row, which must exist.
macro_rules! fetch_one {
    ($session:expr, $sql:expr $(, $bind:expr)* $(; each $list:expr)?) => {
        $crate::query::on_engine!($session, $sql, [$($bind),*], [$($list)?], |query, connection| {
            $crate::column::Record::read(&query.fetch_one(connection).await?)
        })
    };
}
pub(crate) use fetch_one;

/// Does it; the number of rows touched.
macro_rules! execute {
    ($session:expr, $sql:expr $(, $bind:expr)* $(; each $list:expr)?) => {
        $crate::query::on_engine!($session, $sql, [$($bind),*], [$($list)?], |query, connection| {
            Ok::<u64, $crate::Error>(query.execute(connection).await?.rows_affected())
        })
    };
}
pub(crate) use execute;

/// `$first, $first+1, …`: places for a list of `count` values.
pub(crate) fn places(first: usize, count: usize) -> String {
    (first..first + count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}
