//! Consultations: their texts, dates and counters.

use fabrique_domain::{
    Instant, LocalizedText,
    consultation::{Ballot, Consultation, Outcome},
    id::{AccountId, ConsultationId, PlanId},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional},
};

choices!(Ballot, Outcome);

record!(Consultation {
    id,
    plan_id,
    slug,
    title,
    summary,
    rules,
    information,
    follow_up,
    opens_at,
    closes_at,
    announced_at,
    approved_at,
    outcome,
    outcome_reason,
    outcome_at,
    ballot,
    answer_within_days,
    source,
    proposals,
    answered,
    positions,
    arguments,
    created_at,
});

const INSERT: &str = "INSERT INTO consultations (id, plan_id, slug, title, summary, rules, information, follow_up,
        opens_at, closes_at, announced_at, approved_at, outcome, outcome_reason, outcome_at, ballot,
        answer_within_days, source, proposals, answered, arguments, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, 0, 0, $19)";

/// Adds a consultation; its counters begin at nought whatever `consultation` says.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when its slug is used.
pub async fn insert(tx: &mut Tx, consultation: &Consultation) -> Result<()> {
    let c = consultation;
    execute!(
        tx,
        INSERT,
        c.id,
        c.plan_id,
        c.slug,
        c.title,
        c.summary,
        c.rules,
        c.information,
        c.follow_up,
        c.opens_at,
        c.closes_at,
        c.announced_at,
        c.approved_at,
        c.outcome,
        c.outcome_reason,
        c.outcome_at,
        c.ballot,
        c.answer_within_days,
        c.source,
        c.created_at
    )?;
    Ok(())
}

const UPDATE: &str = "UPDATE consultations SET plan_id = $2, slug = $3, title = $4, summary = $5, rules = $6,
        information = $7, follow_up = $8, opens_at = $9, closes_at = $10, announced_at = $11, approved_at = $12,
        outcome = $13, outcome_reason = $14, outcome_at = $15, ballot = $16, answer_within_days = $17
    WHERE id = $1";

/// Writes everything of a consultation but its counters, its source and when it was entered.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when its slug is used.
pub async fn update(tx: &mut Tx, consultation: &Consultation) -> Result<()> {
    let c = consultation;
    execute!(
        tx,
        UPDATE,
        c.id,
        c.plan_id,
        c.slug,
        c.title,
        c.summary,
        c.rules,
        c.information,
        c.follow_up,
        c.opens_at,
        c.closes_at,
        c.announced_at,
        c.approved_at,
        c.outcome,
        c.outcome_reason,
        c.outcome_at,
        c.ballot,
        c.answer_within_days
    )?;
    Ok(())
}

/// Every column; the positions are summed from the rows that count them.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, plan_id, slug, title, summary, rules, information, follow_up, opens_at, closes_at, announced_at,
                approved_at, outcome, outcome_reason, outcome_at, ballot, answer_within_days, source, proposals, answered,
                (SELECT COALESCE(CAST(SUM(n.positions) AS BIGINT), 0) FROM position_counts n
                    WHERE n.consultation_id = consultations.id) AS positions,
                arguments, created_at
            FROM consultations ",
            $rest
        )
    };
}

const FIND: &str = select!("WHERE id = $1");

/// The consultation.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: ConsultationId) -> Result<Option<Consultation>> {
    fetch_optional!(reader, FIND, id)
}

const FIND_BY_SLUG: &str = select!("WHERE slug = $1");

/// The consultation that has this slug.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_slug(reader: &mut Reader, slug: &str) -> Result<Option<Consultation>> {
    fetch_optional!(reader, FIND_BY_SLUG, slug)
}

const ALL: &str = select!("ORDER BY opens_at DESC, id DESC");

/// Every consultation, those that open last first. A country has a few dozen in ten years.
///
/// # Errors
/// When the database refuses.
pub async fn all(reader: &mut Reader) -> Result<Vec<Consultation>> {
    fetch_all!(reader, ALL)
}

const BY_PLAN: &str = select!("WHERE plan_id = $1 ORDER BY opens_at DESC, id DESC");

/// The consultations of a plan, those that open last first.
///
/// # Errors
/// When the database refuses.
pub async fn by_plan(reader: &mut Reader, plan: PlanId) -> Result<Vec<Consultation>> {
    fetch_all!(reader, BY_PLAN, plan)
}

/// By how much the counters of a consultation change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shift {
    /// Published proposals.
    pub proposals: i64,
    /// Of them, those answered.
    pub answered: i64,
    /// Arguments published.
    pub arguments: i64,
}

const COUNT: &str = "UPDATE consultations SET proposals = proposals + $2, answered = answered + $3,
    arguments = arguments + $4 WHERE id = $1";

/// Moves the counters of a consultation; its positions are counted in [`position`](crate::position).
///
/// # Errors
/// When the database refuses.
pub async fn count(tx: &mut Tx, id: ConsultationId, shift: Shift) -> Result<()> {
    if shift != Shift::default() {
        execute!(tx, COUNT, id, shift.proposals, shift.answered, shift.arguments)?;
    }
    Ok(())
}

/// What an approved consultation was before its rules or dates changed, and why they changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The consultation.
    pub consultation_id: ConsultationId,
    /// Its number, from one.
    pub number: i64,
    /// Why it changed. Markdown, public.
    pub reason: String,
    /// The rules as they were.
    pub rules: LocalizedText,
    /// When it was to open.
    pub opens_at: Instant,
    /// When it was to close.
    pub closes_at: Instant,
    /// When it changed.
    pub created_at: Instant,
}

record!(Revision { consultation_id, number, reason, rules, opens_at, closes_at, created_at });

const ADD_REVISION: &str = "INSERT INTO consultation_revisions
        (consultation_id, number, reason, rules, opens_at, closes_at, author_id, created_at)
    SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6, $7
    FROM consultation_revisions WHERE consultation_id = $1";

/// Writes down what the consultation was before a change, and the reason of the change.
///
/// # Errors
/// When the database refuses.
pub async fn add_revision(tx: &mut Tx, before: &Consultation, reason: &str, author: Option<AccountId>) -> Result<()> {
    let now = tx.now();
    execute!(tx, ADD_REVISION, before.id, reason, before.rules, before.opens_at, before.closes_at, author, now)?;
    Ok(())
}

const REVISIONS: &str = "SELECT * FROM consultation_revisions WHERE consultation_id = $1 ORDER BY number DESC";

/// How the rules and dates of a consultation changed since it was approved, the last change first.
///
/// # Errors
/// When the database refuses.
pub async fn revisions(reader: &mut Reader, id: ConsultationId) -> Result<Vec<Revision>> {
    fetch_all!(reader, REVISIONS, id)
}
