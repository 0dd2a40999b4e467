//! Organisations.

use super::{By, Source, rows};

/// Organisations that take part.
pub(super) const ORGANISATIONS: Source = rows! {
    each "organisations" from "organisations",
    public "TRUE",
    key "id",
    scopes [None, None, None],
    filters [By::code("kind", "kind = ?")],
    columns {
        "id": Id, "slug": Text, "kind": Text, "name": Text, "acronym": Text, "purpose": Text, "website": Text,
        "register_number": Text,
    }
};
