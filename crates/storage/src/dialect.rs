//! The SQL that is not the same on both engines. All of it.

use crate::unit::Link;

/// Lets several workers pick different rows; SQLite has one writer and needs nothing.
pub(crate) fn skip_locked(link: &Link<'_>) -> &'static str {
    match link {
        Link::Sqlite(_) => "",
        Link::Postgres(_) => " FOR UPDATE SKIP LOCKED",
    }
}

/// Counts one when there is a table called `$1`.
pub(crate) fn table_exists(link: &Link<'_>) -> &'static str {
    match link {
        Link::Sqlite(_) => "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = $1",
        Link::Postgres(_) => {
            "SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE tablename = $1 AND schemaname = current_schema()"
        }
    }
}
