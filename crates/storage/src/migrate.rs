//! One lineage of migrations for both engines: plain SQL with a few placeholders for types.

use std::borrow::Cow;

use sqlx::{
    AssertSqlSafe, SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

use crate::{Reader, Result, dialect, query::fetch_one};

/// The engines, for the rendering of types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

macro_rules! migrations {
    ($($file:literal),+ $(,)?) => {
        &[$(($file, include_str!(concat!("../migrations/", $file, ".sql")))),+]
    };
}

/// Every change of the schema, in order. A landed file is never edited: its checksum is recorded.
const MIGRATIONS: &[(&str, &str)] = migrations![
    "0001_people",
    "0002_work",
    "0003_plans",
    "0004_consultations",
    "0005_commitments",
    "0006_responses",
    "0007_counters",
    "0008_own",
    "0009_commitment_history",
    "0010_counted_once",
    "0011_directory_cards",
    "0012_shortlists",
];

/// Placeholder, SQLite, PostgreSQL. Text sorts by bytes on both.
const TYPES: &[(&str, &str, &str)] = &[
    ("{{id}}", "BLOB", "UUID"),
    ("{{instant}}", "INTEGER", "BIGINT"),
    ("{{int}}", "INTEGER", "BIGINT"),
    ("{{bool}}", "INTEGER", "BOOLEAN"),
    ("{{text}}", "TEXT", "TEXT COLLATE \"C\""),
    ("{{json}}", "TEXT", "JSONB"),
    ("{{bytes}}", "BLOB", "BYTEA"),
    ("{{strict}}", " STRICT", ""),
];

fn render(template: &str, dialect: Dialect) -> String {
    TYPES.iter().fold(template.to_owned(), |sql, (placeholder, sqlite, postgres)| {
        sql.replace(placeholder, if dialect == Dialect::Sqlite { sqlite } else { postgres })
    })
}

pub(crate) fn migrator(dialect: Dialect) -> Migrator {
    Migrator::with_migrations(MIGRATIONS.iter().map(|(name, template)| migration(name, template, dialect)).collect())
}

fn migration(name: &str, template: &str, dialect: Dialect) -> Migration {
    let (version, description) = name.split_once('_').unwrap_or((name, ""));
    Migration::new(
        version.parse().unwrap_or(i64::MAX),
        Cow::Owned(description.to_owned()),
        MigrationType::Simple,
        AssertSqlSafe(render(template, dialect)).into_sql_str(),
        false,
    )
}

/// The version of the schema that this program writes.
#[must_use]
pub fn latest_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

const LANDED: &str = "SELECT COALESCE(MAX(version), 0) FROM _sqlx_migrations WHERE success";

/// The version of the schema that a database has; zero when it has none.
pub(crate) async fn version(reader: &mut Reader) -> Result<i64> {
    let exists = dialect::table_exists(&reader.link());
    let (tables,): (i64,) = fetch_one!(reader, exists, "_sqlx_migrations")?;
    if tables == 0 {
        return Ok(0);
    }
    let (version,): (i64,) = fetch_one!(reader, LANDED)?;
    Ok(version)
}

/// The whole schema as SQLite reads it, for people who want to look.
#[must_use]
pub fn schema() -> String {
    MIGRATIONS.iter().map(|(_, template)| render(template, Dialect::Sqlite)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_numbered_from_one_without_a_gap() {
        let numbers: Vec<i64> = migrator(Dialect::Sqlite).iter().map(|migration| migration.version).collect();
        assert_eq!(numbers, (1..=latest_version()).collect::<Vec<_>>());
    }

    #[test]
    fn no_placeholder_is_left_on_either_engine() {
        for dialect in [Dialect::Sqlite, Dialect::Postgres] {
            for (name, template) in MIGRATIONS {
                assert!(!render(template, dialect).contains("{{"), "{name}");
            }
        }
    }

    #[test]
    fn every_table_is_strict() {
        for (name, template) in MIGRATIONS {
            assert_eq!(template.matches("CREATE TABLE").count(), template.matches("{{strict}}").count(), "{name}");
        }
    }
}
