//! What tests need of an engine and nobody else does.

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, postgres::PgConnectOptions};

use crate::{Error, Result};

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
