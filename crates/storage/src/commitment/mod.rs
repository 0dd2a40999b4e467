//! Commitments, actions and initiatives, with what they are made of.

use fabrique_domain::{
    commitment::{Commitment, CommitmentState, Level, LineageKind, Part},
    id::{CommitmentId, PlanId},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_one, fetch_optional},
};

pub mod carrier;
pub mod clause;
pub mod history;
pub mod indicator;
pub mod lineage;
pub mod list;
pub mod milestone;
pub mod search;

choices!(Level, CommitmentState, Part, LineageKind);

record!(Commitment {
    id,
    plan_id,
    theme_id,
    parent_id,
    level,
    national_number,
    ogp_id,
    title,
    summary,
    problem,
    causes,
    done_so_far,
    solution,
    results_wanted,
    transparency,
    accountability,
    participation,
    budget,
    development_goals,
    contact,
    starts_on,
    ends_on,
    state,
    state_reason,
    position,
    author_id,
    version,
    created_at,
    updated_at,
    submitted_at,
    published_at,
});

const INSERT: &str = "INSERT INTO commitments (
        id, plan_id, theme_id, parent_id, level, national_number, ogp_id, title, summary, problem, causes,
        done_so_far, solution, results_wanted, transparency, accountability, participation, budget,
        development_goals, contact, starts_on, ends_on, state, state_reason, position, author_id, version,
        created_at, updated_at, submitted_at, published_at
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
        $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)";

/// Keeps a new commitment.
///
/// # Errors
/// When its plan, theme or parent does not exist, or the database refuses.
pub async fn insert(tx: &mut Tx, commitment: &Commitment) -> Result<()> {
    let c = commitment;
    execute!(
        tx,
        INSERT,
        c.id,
        c.plan_id,
        c.theme_id,
        c.parent_id,
        c.level,
        c.national_number,
        c.ogp_id,
        c.title,
        c.summary,
        c.problem,
        c.causes,
        c.done_so_far,
        c.solution,
        c.results_wanted,
        c.transparency,
        c.accountability,
        c.participation,
        c.budget,
        c.development_goals,
        c.contact,
        c.starts_on,
        c.ends_on,
        c.state,
        c.state_reason,
        c.position,
        c.author_id,
        c.version,
        c.created_at,
        c.updated_at,
        c.submitted_at,
        c.published_at
    )?;
    Ok(())
}

const FIND: &str = "SELECT * FROM commitments WHERE id = $1";

/// The commitment.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: CommitmentId) -> Result<Option<Commitment>> {
    fetch_optional!(reader, FIND, id)
}

const UPDATE: &str = "UPDATE commitments SET
        theme_id = $3, parent_id = $4, level = $5, national_number = $6, ogp_id = $7, title = $8, summary = $9,
        problem = $10, causes = $11, done_so_far = $12, solution = $13, results_wanted = $14, transparency = $15,
        accountability = $16, participation = $17, budget = $18, development_goals = $19, contact = $20,
        starts_on = $21, ends_on = $22, state = $23, state_reason = $24, position = $25, updated_at = $26,
        submitted_at = $27, published_at = $28, version = version + 1
    WHERE id = $1 AND version = $2";

/// Keeps the commitment as it now is, provided that it still has the version that it was read
/// with; says whether it had. Its version grows by one.
///
/// # Errors
/// When its theme or parent does not exist, or the database refuses.
pub async fn update(tx: &mut Tx, commitment: &Commitment) -> Result<bool> {
    let c = commitment;
    let now = tx.now();
    let touched = execute!(
        tx,
        UPDATE,
        c.id,
        c.version,
        c.theme_id,
        c.parent_id,
        c.level,
        c.national_number,
        c.ogp_id,
        c.title,
        c.summary,
        c.problem,
        c.causes,
        c.done_so_far,
        c.solution,
        c.results_wanted,
        c.transparency,
        c.accountability,
        c.participation,
        c.budget,
        c.development_goals,
        c.contact,
        c.starts_on,
        c.ends_on,
        c.state,
        c.state_reason,
        c.position,
        now,
        c.submitted_at,
        c.published_at
    )?;
    Ok(touched == 1)
}

const TOUCH: &str = "UPDATE commitments SET version = version + 1, updated_at = $3 WHERE id = $1 AND version = $2";

/// Says that a part of the commitment changes (its carriers, milestones, indicators, lineage),
/// provided that it still has `version`; says whether it had.
///
/// # Errors
/// When the database refuses.
pub async fn touch(tx: &mut Tx, id: CommitmentId, version: i64) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, TOUCH, id, version, now)? == 1)
}

const NEXT_POSITION: &str = "SELECT COALESCE(MAX(position), 0) + 1 FROM commitments WHERE plan_id = $1";

/// The place after the last commitment of a plan.
///
/// # Errors
/// When the database refuses.
pub async fn next_position(reader: &mut Reader, plan_id: PlanId) -> Result<i64> {
    let (position,): (i64,) = fetch_one!(reader, NEXT_POSITION, plan_id)?;
    Ok(position)
}

const STAMP: &str = "UPDATE commitments SET updated_at = $2 WHERE id = $1";

/// Says that the commitment changed through one of its clauses, which have versions of their own.
///
/// # Errors
/// When the database refuses.
pub async fn stamp(tx: &mut Tx, id: CommitmentId) -> Result<()> {
    let now = tx.now();
    execute!(tx, STAMP, id, now)?;
    Ok(())
}

const NUMBER_TAKEN: &str = "SELECT EXISTS (SELECT 1 FROM commitments
    WHERE plan_id = $1 AND national_number = $2 AND national_number <> '' AND id <> $3)";

/// Whether another commitment of the plan has the same national number.
///
/// # Errors
/// When the database refuses.
pub async fn is_number_taken(reader: &mut Reader, commitment: &Commitment) -> Result<bool> {
    let c = commitment;
    let (taken,): (bool,) = fetch_one!(reader, NUMBER_TAKEN, c.plan_id, c.national_number, c.id)?;
    Ok(taken)
}

const OGP_ID_TAKEN: &str = "SELECT EXISTS (SELECT 1 FROM commitments
    WHERE ogp_id = $1 AND ogp_id <> '' AND id <> $2)";

/// Whether another commitment has the same OGP identifier.
///
/// # Errors
/// When the database refuses.
pub async fn is_ogp_id_taken(reader: &mut Reader, commitment: &Commitment) -> Result<bool> {
    let (taken,): (bool,) = fetch_one!(reader, OGP_ID_TAKEN, commitment.ogp_id, commitment.id)?;
    Ok(taken)
}

const HAS_ACTIONS: &str = "SELECT EXISTS (SELECT 1 FROM commitments WHERE parent_id = $1 AND state <> 'withdrawn')";

/// Whether actions belong to the commitment.
///
/// # Errors
/// When the database refuses.
pub async fn has_actions(reader: &mut Reader, id: CommitmentId) -> Result<bool> {
    let (has,): (bool,) = fetch_one!(reader, HAS_ACTIONS, id)?;
    Ok(has)
}

const ANY_IN_STATE: &str = "SELECT EXISTS (SELECT 1 FROM commitments WHERE plan_id = $1 AND state = $2)";

/// Whether a commitment of the plan is in `state`.
///
/// # Errors
/// When the database refuses.
pub async fn any_in_state(reader: &mut Reader, plan_id: PlanId, state: CommitmentState) -> Result<bool> {
    let (any,): (bool,) = fetch_one!(reader, ANY_IN_STATE, plan_id, state)?;
    Ok(any)
}
