//! What tests need of an engine and nobody else does.

mod schema;

use std::{path::Path, time::Instant};

use fabrique_domain::{
    LocalizedText,
    id::{AccountId, CommitmentId, ConsultationId, PlanId, ThemeId},
};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection,
    postgres::PgConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use uuid::Uuid;

use crate::{
    Error, Result, Tx,
    proposal::{Cursor, Filter, Order},
    query::{execute, fetch_one, on_engine},
    unit::Link,
};

pub use schema::{Schema, migrate_to, run, schema};

/// Runs a statement on a PostgreSQL server outside any store: making and dropping databases.
///
/// # Errors
/// When the server cannot be reached or refuses.
pub async fn administer(url: &str, statement: &str) -> Result<()> {
    let options: PgConnectOptions = url.parse().map_err(|error: sqlx::Error| Error::Address(error.to_string()))?;
    let mut connection = options.connect().await?;
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

const PLANT_ACCOUNT: &str = "INSERT INTO accounts (id, email, display_name, language, created_at, erased_at)
    VALUES ($1, $2, $3, 'fr', $4, NULL)";
const PLANT_PLAN: &str = "INSERT INTO plans (id, slug, national_label, ogp_label, national_start, national_end,
        ogp_start, ogp_end, introduction, state, published_at, source, created_at)
    VALUES ($1, $2, $3, '', '2027-01-01', '2028-12-31', '2027-01-01', '2028-12-31', $3, 'preparation', NULL, '', $4)";
const PLANT_THEME: &str = "INSERT INTO themes (id, plan_id, slug, name, description, position)
    VALUES ($1, $2, $3, $4, $4, 1)";

/// Puts an account where a test needs one to name.
///
/// # Errors
/// When the database refuses.
pub async fn plant_account(tx: &mut Tx, email: &str, name: &str) -> Result<AccountId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, PLANT_ACCOUNT, id, email, name, now)?;
    Ok(id)
}

/// Puts a plan where a test needs one to name.
///
/// # Errors
/// When the database refuses.
pub async fn plant_plan(tx: &mut Tx, slug: &str) -> Result<PlanId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, PLANT_PLAN, id, slug, LocalizedText::french(slug), now)?;
    Ok(id)
}

/// Puts a theme where a test needs one to name.
///
/// # Errors
/// When the database refuses.
pub async fn plant_theme(tx: &mut Tx, plan: PlanId, slug: &str) -> Result<ThemeId> {
    let id = tx.new_id();
    execute!(tx, PLANT_THEME, id, plan, slug, LocalizedText::french(slug))?;
    Ok(id)
}

const PLANT_COMMITMENT: &str = "INSERT INTO commitments (id, plan_id, level, national_number, ogp_id, title, summary,
        problem, causes, done_so_far, solution, results_wanted, transparency, accountability, participation, budget,
        development_goals, contact, starts_on, ends_on, state, state_reason, position, version, created_at, updated_at)
    VALUES ($1, $2, 'commitment', '1', '', $3, $3, $3, $3, $3, $3, $3, $3, $3, $3, '', '', '', '2027-01-01',
        '2028-12-31', $4, '', 1, 1, $5, $5)";

/// Puts a commitment where a test needs one, in the state that has this code.
///
/// # Errors
/// When the database refuses.
pub async fn plant_commitment(tx: &mut Tx, plan: PlanId, state: &str) -> Result<CommitmentId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, PLANT_COMMITMENT, id, plan, LocalizedText::french("Un engagement"), state, now)?;
    Ok(id)
}

/// How the engine means to find a page of a list of proposals, one line a step, its statistics
/// being up to date.
///
/// # Errors
/// When the database refuses.
pub async fn explain_list(
    tx: &mut Tx,
    of: ConsultationId,
    filter: &Filter,
    order: Order,
    cursor: Option<Cursor>,
) -> Result<String> {
    execute!(tx, "ANALYZE")?;
    let explain = match tx.link() {
        Link::Sqlite(_) => "EXPLAIN QUERY PLAN",
        Link::Postgres(_) => "EXPLAIN",
    };
    let mut steps = Vec::new();
    for (sql, range) in order.queries(filter, cursor) {
        let sql = format!("{explain} {sql}");
        let (key, id, end) = (range.key, range.id, range.end);
        on_engine!(
            tx,
            AssertSqlSafe(sql.as_str()),
            [of, key, id, end, 20_i64],
            [&filter.bound()],
            |query, connection| {
                let rows = query.fetch_all(connection).await?;
                // What is said in words stands in the last column on both engines.
                steps.extend(rows.iter().map(|row| row.get::<String, _>(row.len() - 1)));
            }
        );
    }
    Ok(steps.join("\n"))
}

const WAITING: &str =
    "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

/// How many transactions of this PostgreSQL database wait for another one.
///
/// # Errors
/// When the database refuses.
pub async fn waiting_for_locks(tx: &mut Tx) -> Result<i64> {
    let (waiting,) = fetch_one!(tx, WAITING)?;
    Ok(waiting)
}

/// Lets the SQLite file grow by at most `pages` on this connection, as on a disk that is nearly
/// full; without a limit again for none. On PostgreSQL nothing happens.
///
/// # Errors
/// When the database refuses.
pub async fn limit_pages(tx: &mut Tx, pages: Option<i64>) -> Result<()> {
    if let Link::Sqlite(connection) = tx.link() {
        let (used,): (i64,) = sqlx::query_as("PRAGMA page_count").fetch_one(&mut *connection).await?;
        let most = pages.map_or(i64::from(u32::MAX) - 1, |pages| used + pages);
        sqlx::query(AssertSqlSafe(format!("PRAGMA max_page_count = {most}"))).fetch_one(connection).await?;
    }
    Ok(())
}

/// Commits a second of a bare loop: the row of a position, inserted and committed, one after the
/// other, with the guarantees of our own writer and nothing else. The baseline of the benchmarks.
///
/// # Errors
/// When the file cannot be written.
pub async fn bare_commits(folder: &Path, commits: usize) -> Result<f64> {
    const INSERT: &str = "INSERT INTO positions VALUES ($1, $2, 'support', $3)";
    let options = SqliteConnectOptions::new()
        .filename(folder.join("bare.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut connection = options.connect().await?;
    let table = "CREATE TABLE positions (proposal_id BLOB, account_id BLOB, position TEXT, taken_at INTEGER,
        PRIMARY KEY (proposal_id, account_id)) STRICT";
    sqlx::query(table).execute(&mut connection).await?;
    let started = Instant::now();
    for number in 0..commits {
        let account = Uuid::from_u128(u128::try_from(number).unwrap_or_default() << 64);
        sqlx::query(INSERT).bind(Uuid::nil()).bind(account).bind(1_i64).execute(&mut connection).await?;
    }
    let elapsed = started.elapsed().as_secs_f64();
    connection.close().await?;
    Ok(f64::from(u32::try_from(commits).unwrap_or(u32::MAX)) / elapsed)
}

/// A hold on the file of a folder, as another program has it that writes.
#[derive(Debug)]
pub struct Hold(SqliteConnection);

/// Takes the file of a folder for writing, beside the store that has the folder.
///
/// # Errors
/// When the file cannot be opened.
pub async fn hold_the_file(folder: &Path) -> Result<Hold> {
    let mut connection = SqliteConnectOptions::new().filename(folder.join("fabrique.sqlite")).connect().await?;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await?;
    Ok(Hold(connection))
}

impl Hold {
    /// Lets the file go.
    ///
    /// # Errors
    /// When the file cannot be closed.
    pub async fn let_go(mut self) -> Result<()> {
        sqlx::query("ROLLBACK").execute(&mut self.0).await?;
        Ok(self.0.close().await?)
    }
}

/// Rows a second of a bare reading of a table of the SQLite folder at `home`, and how many there
/// are: every column, and nothing done with them. The baseline of the benchmark of exports.
///
/// # Errors
/// When the file cannot be read.
pub async fn bare_rows(home: &Path, table: &str) -> Result<(f64, u64)> {
    use futures_util::TryStreamExt;
    let options = SqliteConnectOptions::new().filename(home.join("fabrique.sqlite")).read_only(true);
    let mut connection = options.connect().await?;
    let started = Instant::now();
    let mut rows = sqlx::raw_sql(AssertSqlSafe(format!("SELECT * FROM {table}"))).fetch(&mut connection);
    let mut read = 0_u32;
    while rows.try_next().await?.is_some() {
        read += 1;
    }
    drop(rows);
    let elapsed = started.elapsed().as_secs_f64();
    connection.close().await?;
    Ok((f64::from(read) / elapsed, read.into()))
}
