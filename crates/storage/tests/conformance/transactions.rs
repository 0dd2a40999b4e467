//! Transactions are serialisable, all or nothing, and survive those who go away.

use std::time::Duration;

use fabrique_storage::{Error, outbox, outbox::OutboxTopic, transact};
use fabrique_testkit::{TestStore, on_both_engines};
use uuid::Uuid;

async fn write(store: &TestStore) -> Result<(), Error> {
    transact!(store.store, |tx| outbox::add(tx, OutboxTopic::Proposal, Uuid::from_u128(1)).await)
}

async fn stamped(store: &TestStore) -> usize {
    transact!(store.store, |tx| outbox::stamp(tx, 1_000).await).unwrap()
}

on_both_engines! {
    async fn fifty_writers_at_once_lose_nothing(store) {
        let writers = (0..50).map(|_| write(store));
        let outcomes = futures_util::future::join_all(writers).await;
        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        assert_eq!(stamped(store).await, 50);
    }

    async fn a_read_modify_write_race_counts_every_one(store) {
        // Each stamps what it finds: two at once must not give the same number twice.
        for _ in 0..10 {
            write(store).await.unwrap();
        }
        let stamps = (0..4).map(|_| async { transact!(store.store, |tx| outbox::stamp(tx, 5).await) });
        let stamped: usize = futures_util::future::join_all(stamps).await.into_iter().map(Result::unwrap).sum();
        assert_eq!(stamped, 10);
        let changes = outbox::after(&mut store.read().await.unwrap(), 0, 100).await.unwrap();
        assert_eq!(changes.iter().map(|change| change.seq).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
    }

    async fn one_failing_member_of_a_crowd_harms_no_other(store) {
        let crowd = (0..20).map(|number| async move {
            let outcome: Result<(), Error> = transact!(store.store, |tx| {
                outbox::add(tx, OutboxTopic::Proposal, Uuid::from_u128(number)).await?;
                if number % 2 == 0 { Err(Error::Dangling("on purpose".into())) } else { Ok(()) }
            });
            outcome.is_ok()
        });
        let kept = futures_util::future::join_all(crowd).await.into_iter().filter(|kept| *kept).count();
        assert_eq!((kept, stamped(store).await), (10, 10));
    }

    async fn somebody_who_goes_away_half_way_leaves_no_trace_and_blocks_nobody(store) {
        for _ in 0..10 {
            let leaving = async {
                transact!(store.store, |tx| {
                    outbox::add(tx, OutboxTopic::Proposal, Uuid::from_u128(9)).await?;
                    std::future::pending::<Result<(), Error>>().await
                })
            };
            let gone = tokio::time::timeout(Duration::from_millis(20), leaving).await;
            assert!(gone.is_err());
        }
        tokio::time::timeout(Duration::from_secs(5), write(store)).await.expect("nobody is blocked").unwrap();
        assert_eq!(stamped(store).await, 1);
    }

    async fn the_version_of_pages_grows_with_what_they_show_and_only_then(store) {
        let before = store.version();
        write(store).await.unwrap();
        let after = store.version();
        assert!(after > before);
        let outcome: Result<(), Error> = transact!(store.store, |tx| {
            tx.leaves_pages_unchanged();
            outbox::add(tx, OutboxTopic::Proposal, Uuid::from_u128(2)).await
        });
        outcome.unwrap();
        assert_eq!(store.version(), after);
    }
}
