//! The schema as an engine has it, in words that are the same on both.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AssertSqlSafe;

use crate::{Result, Store, Tx, unit::Link};

/// What stands in each table: its columns, keys, indexes, references, and how many checks it has.
pub type Schema = BTreeMap<String, BTreeSet<String>>;

/// SQLite: a table, and one thing that stands in it, a row each.
const SQLITE: &str = r#"
    WITH tables AS (
        SELECT name, sql FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'
    ),
    keys AS (
        SELECT t.name AS owner, i.name, i.origin, i.partial,
            string_agg(COALESCE(c.name, 'expression'), ', ' ORDER BY c.seqno) AS columns
        FROM tables t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
        GROUP BY t.name, i.name, i.origin, i.partial
    )
    SELECT t.name, 'column ' || c.cid || ' ' || c.name || ' ' || c.type
            || CASE WHEN c."notnull" OR c.pk > 0 THEN ' not null' ELSE '' END
        FROM tables t JOIN pragma_table_info(t.name) c
    UNION ALL
    SELECT owner, CASE origin WHEN 'pk' THEN 'primary key (' WHEN 'u' THEN 'unique (' ELSE 'index ' || name || ' (' END
            || columns || ')' || CASE WHEN partial THEN ' partial' ELSE '' END
        FROM keys
    UNION ALL
    SELECT t.name, 'reference ' || f."from" || ' to ' || f."table" || ' (' || f."to" || ') on delete ' || f.on_delete
        FROM tables t JOIN pragma_foreign_key_list(t.name) f
    UNION ALL
    SELECT name, 'checks ' || ((length(sql) - length(replace(sql, 'CHECK (', ''))) / length('CHECK (')) FROM tables"#;

/// PostgreSQL: the same, its types told by the names that SQLite has for what they hold.
const POSTGRES: &str = r#"
    WITH tables AS (
        SELECT c.oid, c.relname::text AS name FROM pg_class c
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> '_sqlx_migrations'
    ),
    columns AS (
        SELECT table_name::text AS owner, column_name::text AS name, data_type, is_nullable,
            row_number() OVER (PARTITION BY table_name ORDER BY ordinal_position) - 1 AS place
        FROM information_schema.columns WHERE table_schema = current_schema()
    ),
    keys AS (
        SELECT t.name AS owner, i.relname::text AS name, x.indisprimary, u.contype, x.indpred IS NOT NULL AS partial,
            string_agg(COALESCE(a.attname::text, 'expression'), ', ' ORDER BY k.place) AS columns
        FROM tables t
        JOIN pg_index x ON x.indrelid = t.oid
        JOIN pg_class i ON i.oid = x.indexrelid
        LEFT JOIN pg_constraint u ON u.conindid = x.indexrelid AND u.contype = 'u'
        CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
        LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
        GROUP BY t.name, i.relname, x.indisprimary, u.contype, x.indpred IS NOT NULL
    )
    SELECT t.name, 'column ' || c.place || ' ' || c.name || ' '
            || CASE c.data_type WHEN 'uuid' THEN 'BLOB' WHEN 'bytea' THEN 'BLOB' WHEN 'bigint' THEN 'INTEGER'
                WHEN 'boolean' THEN 'INTEGER' WHEN 'text' THEN 'TEXT' WHEN 'jsonb' THEN 'TEXT' ELSE c.data_type END
            || CASE WHEN c.is_nullable = 'NO' THEN ' not null' ELSE '' END
        FROM tables t JOIN columns c ON c.owner = t.name
    UNION ALL
    SELECT owner, CASE WHEN indisprimary THEN 'primary key (' WHEN contype = 'u' THEN 'unique ('
                ELSE 'index ' || name || ' (' END
            || columns || ')' || CASE WHEN partial THEN ' partial' ELSE '' END
        FROM keys
    UNION ALL
    SELECT t.name, 'reference ' || a.attname || ' to ' || f.relname || ' (' || b.attname || ') on delete '
            || CASE c.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'
                WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END
        FROM tables t
        JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f'
        JOIN pg_class f ON f.oid = c.confrelid
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
    UNION ALL
    SELECT t.name, 'checks ' || (SELECT COUNT(*) FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'c')
        FROM tables t"#;

/// The schema as it stands.
///
/// # Errors
/// When the database refuses.
pub async fn schema(tx: &mut Tx) -> Result<Schema> {
    let rows: Vec<(String, String)> = match tx.link() {
        Link::Sqlite(connection) => sqlx::query_as(SQLITE).fetch_all(connection).await?,
        Link::Postgres(connection) => sqlx::query_as(POSTGRES).fetch_all(connection).await?,
    };
    let mut schema = Schema::new();
    for (table, thing) in rows {
        schema.entry(table).or_default().insert(thing);
    }
    Ok(schema)
}

/// Brings the schema to `version`, as the release that ended there did.
///
/// # Errors
/// As [`Store::migrate`].
pub async fn migrate_to(store: &Store, version: i64) -> Result<()> {
    store.migrate_to(version).await
}

/// Runs statements as they are written, for data of another time. `{{id:7}}` is an identifier and
/// `{{bytes:7f}}` are bytes, as each engine writes them.
///
/// # Errors
/// When the database refuses.
pub async fn run(tx: &mut Tx, statements: &str) -> Result<()> {
    match tx.link() {
        Link::Sqlite(connection) => {
            let sql = write(statements, |number| format!("X'{number:032x}'"), |hex| format!("X'{hex}'"));
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await?;
        }
        Link::Postgres(connection) => {
            let id = |number| format!("'{}'", uuid::Uuid::from_u128(number));
            let sql = write(statements, id, |hex| format!("'\\x{hex}'"));
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await?;
        }
    }
    Ok(())
}

/// The statements with every placeholder written out.
fn write(statements: &str, id: impl Fn(u128) -> String, bytes: impl Fn(&str) -> String) -> String {
    let mut parts = statements.split("{{");
    let mut sql = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (placeholder, rest) = part.split_once("}}").unwrap_or((part, ""));
        sql += &match placeholder.split_once(':') {
            Some(("id", number)) => id(number.parse().unwrap_or_default()),
            Some((_, hex)) => bytes(hex),
            None => placeholder.to_owned(),
        };
        sql += rest;
    }
    sql
}
