//! Lists of commitments: of a plan, of an organisation, of all plans.

use fabrique_domain::{
    Date, Instant, LocalizedText,
    commitment::{CommitmentState, Level, Part},
    id::{AccountId, CommitmentId, OrganisationId, PlanId, ThemeId},
};
use serde::Serialize;

use crate::{Reader, Result, column::record, query::fetch_all};

/// A commitment in a list: what a reader needs to choose, without the long texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Its identifier.
    pub id: CommitmentId,
    /// The plan.
    pub plan_id: PlanId,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// The commitment that an action belongs to.
    pub parent_id: Option<CommitmentId>,
    /// Its level.
    pub level: Level,
    /// Its number in the national plan, or nothing.
    pub national_number: String,
    /// Its OGP identifier, or nothing.
    pub ogp_id: String,
    /// Its title.
    pub title: LocalizedText,
    /// What changes.
    pub summary: LocalizedText,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// Where it is in its life.
    pub state: CommitmentState,
    /// When it last changed.
    pub updated_at: Instant,
    /// When it became public.
    pub published_at: Option<Instant>,
}

record!(Card {
    id,
    plan_id,
    theme_id,
    parent_id,
    level,
    national_number,
    ogp_id,
    title,
    summary,
    starts_on,
    ends_on,
    state,
    updated_at,
    published_at,
});

/// A query of cards: one list of columns for all.
macro_rules! cards {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.plan_id, c.theme_id, c.parent_id, c.level, c.national_number, c.ogp_id, c.title, c.summary,
                c.starts_on, c.ends_on, c.state, c.updated_at, c.published_at
            FROM commitments c ",
            $rest
        )
    };
}
pub(super) use cards;

const OF_PLAN: &str = cards!("WHERE c.plan_id = $1 AND c.state = 'published' ORDER BY c.position, c.id");

/// The published commitments of a plan in their order. A plan has some tens of them, at most some
/// hundreds, so that they are read whole.
///
/// # Errors
/// When the database refuses.
pub async fn of_plan(reader: &mut Reader, plan_id: PlanId) -> Result<Vec<Card>> {
    fetch_all!(reader, OF_PLAN, plan_id)
}

const ALL_OF_PLAN: &str = cards!("WHERE c.plan_id = $1 ORDER BY c.position, c.id");

/// The commitments of a plan in any state, for those who make it.
///
/// # Errors
/// When the database refuses.
pub async fn all_of_plan(reader: &mut Reader, plan_id: PlanId) -> Result<Vec<Card>> {
    fetch_all!(reader, ALL_OF_PLAN, plan_id)
}

const ACTIONS: &str = cards!("WHERE c.parent_id = $1 AND c.state = 'published' ORDER BY c.position, c.id");

/// The published actions of a commitment.
///
/// # Errors
/// When the database refuses.
pub async fn actions(reader: &mut Reader, parent_id: CommitmentId) -> Result<Vec<Card>> {
    fetch_all!(reader, ACTIONS, parent_id)
}

/// A commitment and the part that an organisation has in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Carried {
    /// Its part.
    pub part: Part,
    /// The commitment.
    pub id: CommitmentId,
    /// Its number in the national plan, or nothing.
    pub national_number: String,
    /// Its level.
    pub level: Level,
    /// Its title.
    pub title: LocalizedText,
    /// The plan, as the country calls it.
    pub plan_label: LocalizedText,
    /// The short name of the plan in addresses.
    pub plan_slug: String,
    /// When it was published.
    pub published_at: Option<Instant>,
}

record!(Carried { part, id, national_number, level, title, plan_label, plan_slug, published_at });

const OF_ORGANISATION: &str = "SELECT k.part, c.id, c.national_number, c.level, c.title,
        p.national_label AS plan_label, p.slug AS plan_slug, c.published_at
    FROM carriers k JOIN commitments c ON c.id = k.commitment_id JOIN plans p ON p.id = c.plan_id
    WHERE k.organisation_id = $1 AND c.state = 'published'
    ORDER BY p.national_start DESC, c.position, c.id LIMIT $2";

/// What an organisation leads, co-carries or supports, the latest plan first.
///
/// # Errors
/// When the database refuses.
pub async fn of_organisation(reader: &mut Reader, id: OrganisationId, limit: i64) -> Result<Vec<Carried>> {
    fetch_all!(reader, OF_ORGANISATION, id, limit)
}

const THEIRS: &str = "SELECT c.id FROM commitments c WHERE c.plan_id = $1 AND (c.author_id = $2 OR EXISTS (
        SELECT 1 FROM carriers k WHERE k.commitment_id = c.id AND k.part = 'lead' AND k.organisation_id = $3))";

/// The commitments of a plan that a person entered or that an institution leads.
///
/// # Errors
/// When the database refuses.
pub async fn theirs(
    reader: &mut Reader,
    plan_id: PlanId,
    author: Option<AccountId>,
    institution: Option<OrganisationId>,
) -> Result<Vec<CommitmentId>> {
    let rows: Vec<(CommitmentId,)> = fetch_all!(reader, THEIRS, plan_id, author, institution)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
