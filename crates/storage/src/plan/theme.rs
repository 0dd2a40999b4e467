//! The themes of a plan, in the order in which they are shown.

use fabrique_domain::{
    id::{PlanId, ThemeId},
    plan::Theme,
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_one, fetch_optional},
};

record!(Theme { id, plan_id, slug, name, description, position });

const INSERT: &str = "INSERT INTO themes (id, plan_id, slug, name, description, position)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (plan_id, slug) DO NOTHING";

/// Adds a theme; says `false`, and adds nothing, when its plan has one of this slug.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, theme: &Theme) -> Result<bool> {
    let Theme { id, plan_id, slug, name, description, position } = theme;
    Ok(execute!(tx, INSERT, *id, *plan_id, *slug, *name, *description, *position)? == 1)
}

const UPDATE: &str = "UPDATE themes SET name = $2, description = $3, position = $4 WHERE id = $1";

/// Keeps the name, description and position of `theme`; its slug does not change.
///
/// # Errors
/// When the database refuses.
pub async fn update(tx: &mut Tx, theme: &Theme) -> Result<()> {
    execute!(tx, UPDATE, theme.id, theme.name, theme.description, theme.position)?;
    Ok(())
}

const FIND: &str = "SELECT * FROM themes WHERE id = $1";

/// The theme that has `id`.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(reader: &mut Reader, id: ThemeId) -> Result<Option<Theme>> {
    fetch_optional!(reader, FIND, id)
}

const LIST: &str = "SELECT * FROM themes WHERE plan_id = $1 ORDER BY position, id";

/// The themes of a plan, in order. A plan has about ten: no page is needed.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(reader: &mut Reader, plan_id: PlanId) -> Result<Vec<Theme>> {
    fetch_all!(reader, LIST, plan_id)
}

const NEXT_POSITION: &str = "SELECT COALESCE(MAX(position), 0) + 1 FROM themes WHERE plan_id = $1";

/// The position of a theme to be added at the end.
///
/// # Errors
/// When the database cannot be read.
pub async fn next_position(reader: &mut Reader, plan_id: PlanId) -> Result<i64> {
    let (position,): (i64,) = fetch_one!(reader, NEXT_POSITION, plan_id)?;
    Ok(position)
}
