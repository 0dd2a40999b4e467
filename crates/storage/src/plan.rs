//! Plans; their themes and the phases of their calendar stand in the rooms below.

use fabrique_domain::{
    Date, Instant,
    id::PlanId,
    plan::{Plan, PlanState},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional},
};

pub mod phase;
pub mod theme;

choices!(PlanState);
record!(Plan {
    id,
    slug,
    national_label,
    ogp_label,
    national_start,
    national_end,
    ogp_start,
    ogp_end,
    introduction,
    state,
    published_at,
    source,
    created_at,
});

const INSERT: &str = "INSERT INTO plans (id, slug, national_label, ogp_label, national_start, national_end,
        ogp_start, ogp_end, introduction, state, published_at, source, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (slug) DO NOTHING";

/// Adds a plan; says `false`, and adds nothing, when its slug is taken.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, plan: &Plan) -> Result<bool> {
    let added = execute!(
        tx,
        INSERT,
        plan.id,
        plan.slug,
        plan.national_label,
        plan.ogp_label,
        plan.national_start,
        plan.national_end,
        plan.ogp_start,
        plan.ogp_end,
        plan.introduction,
        plan.state,
        plan.published_at,
        plan.source,
        plan.created_at
    )?;
    Ok(added == 1)
}

const UPDATE: &str = "UPDATE plans SET national_label = $2, ogp_label = $3, national_start = $4, national_end = $5,
        ogp_start = $6, ogp_end = $7, introduction = $8, source = $9 WHERE id = $1";

/// Keeps the labels, dates and introduction of `plan`; its slug and its state do not change here.
///
/// # Errors
/// When the database refuses.
pub async fn update(tx: &mut Tx, plan: &Plan) -> Result<()> {
    execute!(
        tx,
        UPDATE,
        plan.id,
        plan.national_label,
        plan.ogp_label,
        plan.national_start,
        plan.national_end,
        plan.ogp_start,
        plan.ogp_end,
        plan.introduction,
        plan.source
    )?;
    Ok(())
}

const SET_STATE: &str = "UPDATE plans SET state = $2, published_at = $3 WHERE id = $1";

/// Moves a plan to another time of its life.
///
/// # Errors
/// When the database refuses.
pub async fn set_state(tx: &mut Tx, id: PlanId, state: PlanState, published_at: Option<Instant>) -> Result<()> {
    execute!(tx, SET_STATE, id, state, published_at)?;
    Ok(())
}

const FIND: &str = "SELECT * FROM plans WHERE id = $1";

/// The plan that has `id`.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(reader: &mut Reader, id: PlanId) -> Result<Option<Plan>> {
    fetch_optional!(reader, FIND, id)
}

const FIND_BY_SLUG: &str = "SELECT * FROM plans WHERE slug = $1";

/// The plan whose address ends by `slug`.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_by_slug(reader: &mut Reader, slug: &str) -> Result<Option<Plan>> {
    fetch_optional!(reader, FIND_BY_SLUG, slug)
}

const LIST: &str = "SELECT * FROM plans ORDER BY national_start DESC, id DESC";

/// Every plan, the newest first. A country has one every two or three years: no page is needed.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(reader: &mut Reader) -> Result<Vec<Plan>> {
    fetch_all!(reader, LIST)
}

const CURRENT: &str = "SELECT * FROM plans
    WHERE state = 'preparation' OR (state = 'published' AND national_start <= $1 AND national_end >= $1)
    ORDER BY CASE state WHEN 'preparation' THEN 0 ELSE 1 END, national_start DESC, id DESC LIMIT 1";

/// The plan that people can act on: the one in preparation, else the one in force on `today`.
///
/// # Errors
/// When the database cannot be read.
pub async fn current(reader: &mut Reader, today: Date) -> Result<Option<Plan>> {
    fetch_optional!(reader, CURRENT, today)
}
