//! A fresh database for each test, on either engine.

use std::{ops::Deref, sync::Arc};

use fabrique_app::{Platform, directory::Register};
use fabrique_identity::Keyring;
use fabrique_search::ProposalIndex;
use fabrique_storage::{Entropy, Location, Store, Surroundings, SystemEntropy};
use tempfile::TempDir;

use crate::{
    Line,
    platform::site,
    surroundings::{TestClock, surroundings},
};

/// Where `cargo xtask postgres` keeps the cluster of the tests.
pub const POSTGRES: &str = "postgres://fabrique@127.0.0.1:54329";

/// A database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A folder.
    Sqlite,
    /// A database of the test cluster.
    Postgres,
}

/// A store of one test, up to date and empty.
#[derive(Debug)]
pub struct TestStore {
    /// The store.
    pub store: Arc<Store>,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Where it is, to open it a second time.
    pub location: Location,
    /// The home of the instance, for what is kept in files beside the database.
    pub home: Arc<TempDir>,
    pub(crate) cleanup: Cleanup,
}

/// How the place of a test is given back.
#[derive(Debug)]
pub(crate) enum Cleanup {
    Folder { _folder: TempDir },
    Database { name: String },
}

impl TestStore {
    /// A fresh store on `engine`.
    ///
    /// # Panics
    /// When the engine cannot be reached: the test cannot say anything then.
    #[expect(clippy::expect_used, reason = "a test")]
    pub async fn fresh(engine: Engine) -> Self {
        let store = Self::without_schema(engine).await;
        store.migrate().await.expect("the schema is brought up to date");
        store
    }

    /// A place on `engine` where nothing stands yet, not even a table.
    ///
    /// # Panics
    /// When the engine cannot be reached.
    pub async fn without_schema(engine: Engine) -> Self {
        let (location, cleanup) = match engine {
            Engine::Sqlite => fresh_folder(),
            Engine::Postgres => fresh_database().await,
        };
        let (surroundings, clock) = surroundings();
        let store = Arc::new(open(&location, surroundings).await);
        Self { store, clock, location, home: home(), cleanup }
    }

    /// A second store on the place of this one, reached over a line that can be cut. PostgreSQL only:
    /// nothing can stand between us and our own folder.
    ///
    /// # Panics
    /// On SQLite, or when the line cannot be laid.
    #[expect(clippy::expect_used, clippy::panic, reason = "a test")]
    pub async fn over_a_line(&self) -> (Arc<Store>, Line) {
        let Location::Postgres { url } = &self.location else { panic!("there is no line to a folder") };
        let name = url.rsplit('/').next().unwrap_or_default();
        let (_, host) = POSTGRES.split_once('@').expect("a user and a host");
        let line = Line::to(host.parse().expect("an address")).await.expect("a line");
        let location = Location::Postgres { url: format!("postgres://fabrique@{}/{name}", line.address) };
        let clock = Arc::clone(&self.clock);
        let surroundings = Surroundings { clock, entropy: Arc::new(SystemEntropy::default()) };
        (Arc::new(open(&location, surroundings).await), line)
    }

    /// The same place, closed and opened again, as when a program is replaced by a later one.
    ///
    /// # Panics
    /// When the store cannot be closed or opened.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test")]
    pub async fn reopened(self) -> Self {
        let Self { store, location, home, cleanup, .. } = self;
        store.close().await.expect("the store closes");
        drop(store);
        let (surroundings, clock) = surroundings();
        let store = Arc::new(open(&location, surroundings).await);
        Self { store, clock, location, home, cleanup }
    }

    /// A platform on this store, as its use-cases need it.
    #[must_use]
    pub fn platform(&self) -> Platform {
        Platform {
            store: Arc::clone(&self.store),
            keyring: Keyring::new(&[7; 32]),
            site: site(),
            proposals: ProposalIndex::in_memory(),
            directory: Register::at(self.home.path()),
        }
    }

    /// Gives the place back. Called by [`on_both_engines!`](crate::on_both_engines).
    ///
    /// # Panics
    /// When the store cannot be closed.
    pub async fn finish(self) {
        self.cleanup.finish(&self.store).await;
    }
}

impl Cleanup {
    #[expect(clippy::expect_used, reason = "a test")]
    pub(crate) async fn finish(&self, store: &Store) {
        store.close().await.expect("the store closes");
        if let Self::Database { name } = self {
            administer(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

impl Deref for TestStore {
    type Target = Store;
    fn deref(&self) -> &Store {
        &self.store
    }
}

#[expect(clippy::expect_used, reason = "a test")]
async fn open(location: &Location, surroundings: Surroundings) -> Store {
    Store::open(location, surroundings).await.expect("the store opens")
}

/// An empty home.
#[expect(clippy::expect_used, reason = "a test")]
fn home() -> Arc<TempDir> {
    Arc::new(TempDir::new().expect("a folder"))
}

#[expect(clippy::expect_used, reason = "a test")]
fn fresh_folder() -> (Location, Cleanup) {
    let folder = TempDir::new().expect("a temporary folder");
    let location = Location::Folder { path: folder.path().to_owned(), holder: "a test".to_owned() };
    (location, Cleanup::Folder { _folder: folder })
}

async fn fresh_database() -> (Location, Cleanup) {
    let mut random = [0; 8];
    SystemEntropy::default().fill(&mut random);
    let name = format!("test_{:016x}", u64::from_le_bytes(random));
    administer(&format!("CREATE DATABASE {name}")).await;
    (Location::Postgres { url: format!("{POSTGRES}/{name}") }, Cleanup::Database { name })
}

/// Runs a statement on the cluster itself.
#[expect(clippy::expect_used, reason = "a test")]
async fn administer(statement: &str) {
    fabrique_storage::testing::administer(&format!("{POSTGRES}/postgres"), statement)
        .await
        .expect("the test cluster answers: start it with `cargo xtask postgres`");
}

/// Declares a test that runs once on each engine, so that a failure has the engine in its name.
///
/// ```text
/// on_both_engines!(async fn a_job_is_done_once(store) { … });
/// ```
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($store:ident) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, clippy::allow_attributes, reason = "what the body needs stands in the module around it")]
            use super::*;

            async fn body($store: &$crate::TestStore) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let store = $crate::TestStore::fresh($crate::Engine::Sqlite).await;
                body(&store).await;
                store.finish().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let store = $crate::TestStore::fresh($crate::Engine::Postgres).await;
                body(&store).await;
                store.finish().await;
            }
        }
    )+};
}
