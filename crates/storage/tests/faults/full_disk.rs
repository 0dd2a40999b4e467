//! A file that may not grow: SQLite answers as it does on a full disk.

use fabrique_domain::id::AccountId;
use fabrique_storage::{Error, Store, testing, transact};
use tempfile::TempDir;

use super::{assert_kept, open, plant, support};

/// Lets the file grow by `pages` more, or without limit.
async fn leave_room(store: &Store, pages: Option<i64>) {
    transact!(store, |tx| testing::limit_pages(tx, pages).await).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_says_so_loses_nothing_acknowledged_and_is_forgotten_once_there_is_room() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path()).await;
    let (proposal, accounts) = plant(&store, 4_000).await;
    leave_room(&store, Some(4)).await;

    let (acknowledged, refused) = until_full(&store, proposal, &accounts).await;
    assert!(refused.is_unavailable(), "people are told to come back: {refused:?}");
    assert_kept(&store, proposal, &acknowledged).await;
    assert!(!acknowledged.is_empty(), "there was room for some");

    leave_room(&store, None).await;
    for account in &accounts[acknowledged.len()..][..100] {
        support(&store, proposal, *account).await.unwrap();
    }
    assert_kept(&store, proposal, &accounts[..acknowledged.len() + 100]).await;
    store.close().await.unwrap();
    drop(store);
    assert_kept(&open(folder.path()).await, proposal, &accounts[..acknowledged.len() + 100]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_on_a_full_disk_is_told_the_truth_one_by_one() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path()).await;
    let (proposal, accounts) = plant(&store, 2_000).await;
    leave_room(&store, Some(2)).await;
    let outcomes = futures_util::future::join_all(accounts.iter().map(|account| support(&store, proposal, *account)));
    let (mut acknowledged, mut refused) = (Vec::new(), 0);
    for (account, outcome) in accounts.iter().zip(outcomes.await) {
        match outcome {
            Ok(()) => acknowledged.push(*account),
            Err(error) => {
                assert!(error.is_unavailable(), "{error:?}");
                refused += 1;
            }
        }
    }
    assert!(refused > 0, "the disk was full");
    assert_kept(&store, proposal, &acknowledged).await;
}

async fn until_full(
    store: &Store,
    proposal: fabrique_domain::id::ProposalId,
    accounts: &[AccountId],
) -> (Vec<AccountId>, Error) {
    let mut acknowledged = Vec::new();
    for account in accounts {
        match support(store, proposal, *account).await {
            Ok(()) => acknowledged.push(*account),
            Err(error) => return (acknowledged, error),
        }
    }
    panic!("the disk never filled up");
}
