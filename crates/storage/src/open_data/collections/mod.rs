//! Where each public collection is read from. Only what everybody may read: a draft, an address, who
//! supported what are in no collection.

mod commitments;
mod consultations;
mod moderation;
mod organisations;
mod plans;
mod responses;

use fabrique_domain::open_data::{Collection, Column, ColumnKind};

use super::{By, Source};

/// Where a collection is read from.
pub(super) const fn source(collection: Collection) -> &'static Source {
    match collection {
        Collection::Plans => &plans::PLANS,
        Collection::Themes => &plans::THEMES,
        Collection::Phases => &plans::PHASES,
        Collection::Consultations => &consultations::CONSULTATIONS,
        Collection::Proposals => &consultations::PROPOSALS,
        Collection::Arguments => &consultations::ARGUMENTS,
        Collection::Remarks => &consultations::REMARKS,
        Collection::Amendments => &consultations::AMENDMENTS,
        Collection::Responses => &responses::RESPONSES,
        Collection::ResponseProposals => &responses::RESPONSE_PROPOSALS,
        Collection::ResponseClauses => &responses::RESPONSE_CLAUSES,
        Collection::Contests => &responses::CONTESTS,
        Collection::ModerationActs => &moderation::MODERATION_ACTS,
        Collection::Commitments => &commitments::COMMITMENTS,
        Collection::CommitmentChanges => &commitments::COMMITMENT_CHANGES,
        Collection::Carriers => &commitments::CARRIERS,
        Collection::Clauses => &commitments::CLAUSES,
        Collection::ClauseVersions => &commitments::CLAUSE_VERSIONS,
        Collection::Milestones => &commitments::MILESTONES,
        Collection::Indicators => &commitments::INDICATORS,
        Collection::Lineage => &commitments::LINEAGE,
        Collection::Organisations => &organisations::ORGANISATIONS,
    }
}

/// A column.
const fn column(name: &'static str, kind: ColumnKind) -> Column {
    Column { name, kind }
}

/// A source whose columns are told once: the name that readers see, its kind, and where it is read
/// from when that is not the column of this name of `each` row. Rows are read by their key: one
/// column, or two.
macro_rules! rows {
    (
        each $each:literal from $from:literal, public $public:literal,
        key $key:literal $(and $second:literal as $second_kind:ident)?, scopes $scopes:expr,
        $(filters $filters:expr,)? columns { $($name:literal: $kind:ident $(= $sql:expr)?),+ $(,)? }
    ) => {
        Source {
            select: concat!(
                "SELECT ", $each, ".", $key, $(", ", $each, ".", $second,)?
                $(", ", rows!(@last concat!($each, ".", $name) $(, $sql)?),)+ " FROM ", $from
            ),
            public: $public,
            key: (concat!($each, ".", $key), rows!(@option $(concat!($each, ".", $second))?)),
            second: rows!(@kind $($second_kind)?),
            scopes: $scopes,
            filters: rows!(@filters $($filters)?),
            columns: &[$($crate::open_data::collections::column($name, fabrique_domain::open_data::ColumnKind::$kind)),+],
        }
    };
    (@last $name:expr) => { $name };
    (@last $name:expr, $sql:expr) => { $sql };
    (@filters) => { &[] };
    (@filters $filters:expr) => { &$filters };
    (@option) => { None };
    (@option $some:expr) => { Some($some) };
    (@kind) => { $crate::open_data::SecondKind::None };
    (@kind $kind:ident) => { $crate::open_data::SecondKind::$kind };
}
use rows;

/// Words of a row, given while `$of` is published: nothing of what was hidden or withdrawn since.
macro_rules! while_published {
    ($of:literal, $words:literal) => {
        concat!("CASE WHEN ", $of, ".state = 'published' THEN ", $words, " ELSE '' END")
    };
}
use while_published;
