//! Plans, their themes and their calendars.

use super::{Source, rows};

/// National action plans.
pub(super) const PLANS: Source = rows! {
    each "plans" from "plans",
    public "TRUE",
    key "id",
    scopes [Some("id"), None, None],
    columns {
        "id": Id, "slug": Text, "national_label": Localized, "ogp_label": Text, "national_start": Text,
        "national_end": Text, "ogp_start": Text, "ogp_end": Text, "state": Text, "published_at": OptionalMoment,
        "source": Text,
    }
};

/// Themes of plans.
pub(super) const THEMES: Source = rows! {
    each "themes" from "themes",
    public "TRUE",
    key "id",
    scopes [Some("plan_id"), None, None],
    columns {
        "id": Id, "plan_id": Id, "slug": Text, "name": Localized, "description": Localized, "position": Number,
    }
};

/// Phases of the public calendars.
pub(super) const PHASES: Source = rows! {
    each "phases" from "phases",
    public "TRUE",
    key "id",
    scopes [Some("plan_id"), None, None],
    columns {
        "id": Id, "plan_id": Id, "kind": Text, "starts_on": Text, "ends_on": Text, "note": Localized,
        "published_at": Moment,
    }
};
