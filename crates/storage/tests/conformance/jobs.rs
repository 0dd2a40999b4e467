//! Jobs are done once, again after a failure, and not for ever.

use fabrique_domain::time::MINUTE;
use fabrique_storage::{
    Error,
    job::{self, Job, LEASE, MOST_ATTEMPTS},
    transact,
};
use fabrique_testkit::{TestStore, on_both_engines};

async fn add(store: &TestStore, kind: &str) {
    transact!(store.store, |tx| {
        let now = tx.now();
        job::add(tx, kind, b"payload".to_vec(), now).await
    })
    .unwrap();
}

async fn lease(store: &TestStore) -> Option<Job> {
    transact!(store.store, |tx| job::lease(tx).await).unwrap()
}

on_both_engines! {
    async fn a_job_is_leased_to_one_worker_at_a_time(store) {
        add(store, "mail").await;
        let job = lease(store).await.unwrap();
        assert_eq!((job.kind.as_str(), job.payload.as_slice(), job.attempts), ("mail", b"payload".as_slice(), 1));
        assert_eq!(lease(store).await, None);
    }

    async fn a_job_whose_worker_died_is_taken_up_after_its_lease(store) {
        add(store, "mail").await;
        let first = lease(store).await.unwrap();
        store.clock.pass(LEASE + 1);
        let second = lease(store).await.unwrap();
        assert_eq!((second.id, second.attempts), (first.id, 2));
    }

    async fn eight_workers_share_forty_jobs_without_doing_one_twice(store) {
        for _ in 0..40 {
            add(store, "mail").await;
        }
        let worker = async || {
            let mut taken = Vec::new();
            while let Some(job) = lease(store).await {
                taken.push(job.id);
            }
            taken
        };
        let (a, b, c, d) = tokio::join!(worker(), worker(), worker(), worker());
        let mut all = [a, b, c, d].concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 40);
    }

    async fn a_failure_is_tried_again_later_and_given_up_in_the_end(store) {
        add(store, "mail").await;
        for attempt in 1..=MOST_ATTEMPTS {
            let job = lease(store).await.unwrap();
            assert_eq!(job.attempts, attempt);
            transact!(store.store, |tx| job::fail(tx, &job, "no route").await).unwrap();
            assert_eq!(lease(store).await, None, "it pauses");
            store.clock.pass(MINUTE << 10);
        }
        assert_eq!(lease(store).await, None, "it was given up");
        let counts = job::counts(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!((counts[0].state.as_str(), counts[0].jobs), ("failed", 1));
    }

    async fn what_a_failed_transaction_added_is_not_there(store) {
        let outcome: Result<(), Error> = transact!(store.store, |tx| {
            let now = tx.now();
            job::add(tx, "mail", Vec::new(), now).await?;
            Err(Error::Dangling("on purpose".into()))
        });
        assert!(outcome.is_err());
        assert_eq!(lease(store).await, None);
    }

    async fn done_jobs_forget_their_payload_and_are_swept(store) {
        add(store, "mail").await;
        let job = lease(store).await.unwrap();
        transact!(store.store, |tx| job::finish(tx, job.id).await).unwrap();
        store.clock.pass_days(31);
        let before = store.clock.now_minus_days(30);
        let swept = transact!(store.store, |tx| job::sweep(tx, before).await).unwrap();
        assert_eq!(swept, 1);
    }
}
