//! What else lists of public data are narrowed by, as their addresses say it.

use fabrique_domain::open_data::Collection;

use super::{Bound, collections};

/// What a list is narrowed by, as its address says it.
pub(super) struct By {
    /// The name in the address.
    name: &'static str,
    /// The condition; `?` stands for what was asked.
    condition: &'static str,
    is_id: bool,
}

impl By {
    pub(super) const fn code(name: &'static str, condition: &'static str) -> Self {
        Self { name, condition, is_id: false }
    }

    pub(super) const fn id(name: &'static str, condition: &'static str) -> Self {
        Self { name, condition, is_id: true }
    }
}

/// A filter that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub(super) sql: &'static str,
    pub(super) value: Bound,
}

impl Condition {
    /// The filter that `name` and `typed` ask of a collection; none when it knows no such filter.
    ///
    /// # Errors
    /// The name, when what was typed is not what it asks for.
    pub fn read(collection: Collection, name: &str, typed: &str) -> std::result::Result<Option<Self>, &'static str> {
        let Some(by) = collections::source(collection).filters.iter().find(|by| by.name == name) else {
            return Ok(None);
        };
        let value = if by.is_id { typed.parse().ok().map(Bound::Id) } else { Some(Bound::Text(typed.to_owned())) };
        value.map(|value| Some(Self { sql: by.condition, value })).ok_or(by.name)
    }
}

/// The names of the filters that a collection knows.
pub fn filters(collection: Collection) -> impl Iterator<Item = &'static str> {
    collections::source(collection).filters.iter().map(|by| by.name)
}
