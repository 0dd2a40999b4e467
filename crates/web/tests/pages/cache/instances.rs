//! Several instances on one database tell each other.

use std::{sync::Arc, time::Duration};

use fabrique_app::position;
use fabrique_domain::proposal::Position;
use fabrique_storage::{Location, Store, Surroundings, SystemEntropy, testing, transact};
use fabrique_testkit::{
    Engine, TestStore, TestVisitor,
    contribution::{actor, open_consultation, person, published_proposal},
};
use fabrique_web::{Settings, Web};

/// A second instance on the database of a store, following the first.
async fn another_instance(first: &TestStore) -> (Arc<Store>, TestVisitor) {
    let clock = Arc::clone(&first.clock);
    let surroundings = Surroundings { clock, entropy: Arc::new(SystemEntropy::default()) };
    let store = Arc::new(Store::open(&first.location, surroundings).await.unwrap());
    let platform = Arc::new(fabrique_app::Platform { store: Arc::clone(&store), ..first.platform() });
    let following = Arc::clone(&store);
    tokio::spawn(async move { following.follow_other_instances().await });
    // Once when it begins, once when it listens.
    until_version(&store, 3).await;
    (
        store,
        TestVisitor::of(fabrique_web::router(Web::new(platform, Settings { unlimited: true, ..Settings::default() }))),
    )
}

/// Waits until what an instance has kept is of this version or a later one.
async fn until_version(store: &Store, version: u64) {
    let told = async {
        while store.version() < version {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), told).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_instance_changes_the_other_one_shows() {
    let first = TestStore::fresh(Engine::Postgres).await;
    let consultation = open_consultation(&first, "ouvrir").await;
    let author = person(&first, "Ada Auteur", &[]).await;
    let proposal = published_proposal(&first, &consultation, &author, "Publier chaque décision").await.id;
    let camille = actor(&first, "Camille", &[]).await;
    let (second, mut reader) = another_instance(&first).await;
    let path = format!("/proposals/{proposal}");
    let before = reader.get(&path).await;
    assert_eq!(reader.get(&path).await.headers["etag"], before.headers["etag"]);

    let version = second.version();
    transact!(first.store, |tx| position::take(&camille, tx, proposal, Position::Support).await).unwrap();
    until_version(&second, version + 1).await;
    let after = reader.get(&path).await;
    assert_ne!(after.headers["etag"], before.headers["etag"]);
    assert_eq!(after.texts(".stance button")[0], "1 Je soutiens");
    second.close().await.unwrap();
    first.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_instance_whose_line_is_cut_trusts_nothing_it_kept_and_listens_again() {
    let first = TestStore::fresh(Engine::Postgres).await;
    let consultation = open_consultation(&first, "ouvrir").await;
    let author = person(&first, "Ada Auteur", &[]).await;
    let (second, mut reader) = another_instance(&first).await;
    reader.get("/consultations/ouvrir").await.assert_ok();

    let version = second.version();
    let Location::Postgres { url } = &first.location else { unreachable!("it was asked for") };
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE '%LISTEN%' AND pid <> pg_backend_pid()";
    testing::administer(url, cut).await.unwrap();
    published_proposal(&first, &consultation, &author, "Publier chaque décision").await;
    // Once when it tries again, once when it listens again.
    until_version(&second, version + 2).await;
    reader.get("/consultations/ouvrir").await.assert_says("Publier chaque décision");

    let version = second.version();
    published_proposal(&first, &consultation, &author, "Publier chaque agenda").await;
    until_version(&second, version + 1).await;
    reader.get("/consultations/ouvrir").await.assert_says("Publier chaque agenda");
    second.close().await.unwrap();
    first.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_one_instance_adds_wakes_the_worker_of_the_other() {
    let first = TestStore::fresh(Engine::Postgres).await;
    let (second, _) = another_instance(&first).await;
    let woken = second.jobs_added();
    tokio::pin!(woken);
    tokio::select! { biased; () = &mut woken => {}, () = std::future::ready(()) => {} }
    transact!(first.store, |tx| {
        let now = tx.now();
        fabrique_storage::job::add(tx, "mail", Vec::new(), now).await
    })
    .unwrap();
    tokio::time::timeout(Duration::from_secs(20), woken).await.unwrap();
    second.close().await.unwrap();
    first.finish().await;
}
