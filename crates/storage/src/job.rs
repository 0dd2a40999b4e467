//! Work to do after a transaction: leased, retried with growing pauses, kept when it failed for good.

use fabrique_domain::{Instant, id::JobId, time::MINUTE};

use crate::{
    Reader, Result, Tx,
    column::record,
    dialect,
    query::{execute, fetch_all, fetch_one, fetch_optional},
};

/// How long a worker may keep a job before another takes it, in microseconds.
pub const LEASE: i64 = 5 * MINUTE;

/// The most times that a job is tried.
pub const MOST_ATTEMPTS: i64 = 8;

/// A job that this worker holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its identifier.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// With what; sealed where it holds a secret or an address.
    pub payload: Vec<u8>,
    /// How often it was tried, this time included.
    pub attempts: i64,
}

record!(Job { id, kind, payload, attempts });

const ADD: &str = "INSERT INTO jobs (id, kind, payload, state, run_at, attempts, leased_until, last_error, created_at)
    VALUES ($1, $2, $3, 'waiting', $4, 0, NULL, '', $5)";

/// Adds a job to do from `run_at` on; workers are told once the transaction is kept.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, kind: &str, payload: Vec<u8>, run_at: Instant) -> Result<JobId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, ADD, id, kind, payload, run_at, now)?;
    tx.adds_jobs = true;
    Ok(id)
}

/// Takes the job that waits longest, for [`LEASE`]; none when nothing is due.
///
/// # Errors
/// When the database refuses.
pub async fn lease(tx: &mut Tx) -> Result<Option<Job>> {
    let now = tx.now();
    let sql = format!(
        "UPDATE jobs SET leased_until = $1, attempts = attempts + 1 WHERE id = (
            SELECT id FROM jobs WHERE state = 'waiting' AND run_at <= $2 AND (leased_until IS NULL OR leased_until < $2)
            ORDER BY run_at, id LIMIT 1{})
        RETURNING id, kind, payload, attempts",
        dialect::skip_locked(&tx.link())
    );
    fetch_optional!(tx, sqlx::AssertSqlSafe(sql.as_str()), now.plus(LEASE), now)
}

const FINISH: &str = "UPDATE jobs SET state = 'done', leased_until = NULL, payload = $2 WHERE id = $1";

/// Says that a job is done, and forgets what it was done with.
///
/// # Errors
/// When the database refuses.
pub async fn finish(tx: &mut Tx, id: JobId) -> Result<()> {
    execute!(tx, FINISH, id, Vec::<u8>::new())?;
    Ok(())
}

const RETRY: &str = "UPDATE jobs SET leased_until = NULL, run_at = $2, last_error = $3 WHERE id = $1";
const GIVE_UP: &str = "UPDATE jobs SET state = 'failed', leased_until = NULL, last_error = $2 WHERE id = $1";

/// Says that a job failed: it is tried again after a pause that doubles from a minute, or given up.
///
/// # Errors
/// When the database refuses.
pub async fn fail(tx: &mut Tx, job: &Job, error: &str) -> Result<()> {
    if job.attempts >= MOST_ATTEMPTS {
        execute!(tx, GIVE_UP, job.id, error)?;
    } else {
        let pause = MINUTE << job.attempts.clamp(0, 10);
        let run_at = tx.now().plus(pause);
        execute!(tx, RETRY, job.id, run_at, error)?;
    }
    Ok(())
}

const NEXT: &str = "SELECT MIN(run_at) FROM jobs WHERE state = 'waiting'";

/// When the next job is due.
///
/// # Errors
/// When the database refuses.
pub async fn next_due(reader: &mut Reader) -> Result<Option<Instant>> {
    let (due,): (Option<Instant>,) = fetch_one!(reader, NEXT)?;
    Ok(due)
}

/// How many jobs stand in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobCount {
    /// The state.
    pub state: String,
    /// How many.
    pub jobs: i64,
}

record!(JobCount { state, jobs });

const COUNTS: &str = "SELECT state, COUNT(*) AS jobs FROM jobs GROUP BY state ORDER BY state";

/// How many jobs stand in each state, for `doctor` and the metrics.
///
/// # Errors
/// When the database refuses.
pub async fn counts(reader: &mut Reader) -> Result<Vec<JobCount>> {
    fetch_all!(reader, COUNTS)
}

const SWEEP: &str = "DELETE FROM jobs WHERE state = 'done' AND run_at < $1";

/// Forgets jobs done before `before`.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    execute!(tx, SWEEP, before)
}
