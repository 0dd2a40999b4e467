//! The SQL that is not the same on both engines. All of it.

use crate::unit::Link;

/// Lets several workers pick different rows; SQLite has one writer and needs nothing.
pub(crate) fn skip_locked(link: &Link<'_>) -> &'static str {
    match link {
        Link::Sqlite(_) => "",
        Link::Postgres(_) => " FOR UPDATE SKIP LOCKED",
    }
}
