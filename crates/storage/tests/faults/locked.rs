//! Somebody else holds the file: a shell, a copy under way.

use fabrique_storage::testing;
use tempfile::TempDir;

use super::{assert_kept, open, plant, support};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_file_says_come_back_and_goes_on_once_it_is_free() {
    let folder = TempDir::new().unwrap();
    let store = open(folder.path()).await;
    let (proposal, accounts) = plant(&store, 10).await;
    support(&store, proposal, accounts[0]).await.unwrap();

    let hold = testing::hold_the_file(folder.path()).await.unwrap();
    let refused = support(&store, proposal, accounts[1]).await.unwrap_err();
    assert!(refused.is_unavailable(), "{refused:?}");
    assert_kept(&store, proposal, &accounts[..1]).await;

    hold.let_go().await.unwrap();
    for account in &accounts[1..] {
        support(&store, proposal, *account).await.unwrap();
    }
    assert_kept(&store, proposal, &accounts).await;
}
