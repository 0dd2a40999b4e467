//! What moderators decided.

use super::{Source, rows};

/// What moderators decided, in public but for who did.
pub(super) const MODERATION_ACTS: Source = rows! {
    each "moderation_acts" from "moderation_acts",
    public "TRUE",
    key "id",
    scopes [None, None, None],
    columns {
        "id": Id, "subject_kind": Text, "subject_id": Id, "act": Text, "ground": Text, "reason": Text,
        "decided_at": Moment,
    }
};
