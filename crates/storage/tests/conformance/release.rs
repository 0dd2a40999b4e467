//! A database that an older release wrote.

use fabrique_storage::{Location, latest_version, testing, transact};
use fabrique_testkit::{Engine, TestStore};

/// The last schema that was released.
const RELEASED: i64 = 6;

/// What a database of that release holds: among others a published answer (50) to a contribution (31) by a ministry
/// (1), which points to a clause (41).
const HELD: &str = include_str!("release_6.sql");

/// Such a database, opened and brought up to date by this release, on the same engine as `store`.
pub(crate) async fn brought_up_to_date(store: &TestStore) -> TestStore {
    let engine = if matches!(store.location, Location::Folder { .. }) { Engine::Sqlite } else { Engine::Postgres };
    let old = TestStore::without_schema(engine).await;
    testing::migrate_to(&old, RELEASED).await.unwrap();
    transact!(old.store, |tx| testing::run(tx, HELD).await).unwrap();
    let old = old.reopened().await;
    assert_eq!(old.migrate().await.unwrap(), latest_version());
    old
}
