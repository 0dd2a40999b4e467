//! The published commitments of all plans, narrowed to a plan, a level, a theme, an organisation, with
//! how many each choice would leave. A country publishes some tens of commitments a plan: what counts
//! them walks a few hundred rows.

use fabrique_domain::{
    Choice, Instant, LocalizedText,
    commitment::Level,
    id::{CommitmentId, Id, OrganisationId, PlanId},
    organisation::OrganisationKind,
};
use uuid::Uuid;

use super::list::{Card, cards};
use crate::{Reader, Result, column::record, query::fetch_all};

/// What the list of all plans is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// One plan.
    pub plan_id: Option<PlanId>,
    /// One level.
    pub level: Option<Level>,
    /// What one organisation carries.
    pub organisation_id: Option<OrganisationId>,
    /// The theme that has this short name, in whichever plan: themes come back from plan to plan.
    pub theme: Option<String>,
}

/// Where a page of the list of all plans ends: the next one begins after it.
pub type Mark = (Instant, CommitmentId);

/// The condition of a [`Filter`]: it takes the first eight places.
macro_rules! narrowed {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " WHERE c.state = 'published' AND ($1 OR c.plan_id = $2) AND ($3 OR c.level = $4)
                AND ($5 OR EXISTS (SELECT 1 FROM carriers x WHERE x.commitment_id = c.id AND x.organisation_id = $6))
                AND ($7 OR EXISTS (SELECT 1 FROM themes y WHERE y.id = c.theme_id AND y.slug = $8)) ",
            $after
        )
    };
}

/// Runs a query of [`narrowed!`].
macro_rules! fetch_narrowed {
    ($reader:expr, $sql:expr, $filter:expr $(, $more:expr)*) => {{
        let filter: &Filter = $filter;
        fetch_all!(
            $reader,
            $sql,
            filter.plan_id.is_none(),
            filter.plan_id.map_or(Uuid::nil(), Id::uuid),
            filter.level.is_none(),
            filter.level.map_or("", Choice::code),
            filter.organisation_id.is_none(),
            filter.organisation_id.map_or(Uuid::nil(), Id::uuid),
            filter.theme.is_none(),
            filter.theme.as_deref().unwrap_or_default()
            $(, $more)*
        )
    }};
}

const PAGE: &str = concat!(
    cards!(""),
    narrowed!("", "AND (c.published_at, c.id) < ($9, $10) ORDER BY c.published_at DESC, c.id DESC LIMIT $11")
);

/// A page of the published commitments of all plans, the latest first, after `mark`.
///
/// # Errors
/// When the database refuses.
pub async fn page(reader: &mut Reader, filter: &Filter, mark: Option<Mark>, limit: i64) -> Result<Vec<Card>> {
    let (at, id) = mark.map_or((Instant::from_micros(i64::MAX), Uuid::max()), |(at, id)| (at, id.uuid()));
    fetch_narrowed!(reader, PAGE, filter, at, id, limit)
}

const PLANS: &str = narrowed!("SELECT c.plan_id, COUNT(*) FROM commitments c", "GROUP BY c.plan_id");

/// How many commitments each plan has within the filter.
///
/// # Errors
/// When the database refuses.
pub async fn plans(reader: &mut Reader, filter: &Filter) -> Result<Vec<(PlanId, i64)>> {
    fetch_narrowed!(reader, PLANS, filter)
}

const LEVELS: &str = narrowed!("SELECT c.level, COUNT(*) FROM commitments c", "GROUP BY c.level");

/// How many commitments each level has within the filter.
///
/// # Errors
/// When the database refuses.
pub async fn levels(reader: &mut Reader, filter: &Filter) -> Result<Vec<(Level, i64)>> {
    fetch_narrowed!(reader, LEVELS, filter)
}

/// A theme of one plan, and how many commitments it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeCount {
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: LocalizedText,
    /// How many commitments.
    pub commitments: i64,
}

record!(ThemeCount { slug, name, commitments });

const THEMES: &str = narrowed!(
    "SELECT t.slug, t.name, COUNT(*) AS commitments FROM commitments c JOIN themes t ON t.id = c.theme_id
        JOIN plans p ON p.id = t.plan_id",
    "GROUP BY t.id, t.slug, t.name, t.position, p.national_start
    ORDER BY p.national_start DESC, t.position, t.id"
);

/// How many commitments each theme of each plan has within the filter, the latest plan first.
///
/// # Errors
/// When the database refuses.
pub async fn themes(reader: &mut Reader, filter: &Filter) -> Result<Vec<ThemeCount>> {
    fetch_narrowed!(reader, THEMES, filter)
}

/// An organisation that leads or co-carries, and how many commitments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The organisation.
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its acronym, or nothing.
    pub acronym: String,
    /// How many commitments.
    pub commitments: i64,
}

impl Bearer {
    /// The acronym where there is one, else the name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        if self.acronym.is_empty() { &self.name } else { &self.acronym }
    }
}

record!(Bearer { id, kind, slug, name, acronym, commitments });

const BEARERS: &str = narrowed!(
    "SELECT o.id, o.kind, o.slug, o.name, o.acronym, COUNT(*) AS commitments FROM commitments c
        JOIN carriers k ON k.commitment_id = c.id AND k.part <> 'supporting'
        JOIN organisations o ON o.id = k.organisation_id",
    "GROUP BY o.id, o.kind, o.slug, o.name, o.acronym, o.name_folded ORDER BY o.name_folded, o.id"
);

/// How many commitments each organisation leads or co-carries within the filter, by name.
///
/// # Errors
/// When the database refuses.
pub async fn bearers(reader: &mut Reader, filter: &Filter) -> Result<Vec<Bearer>> {
    fetch_narrowed!(reader, BEARERS, filter)
}
