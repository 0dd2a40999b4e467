//! A writer killed in full flight: another process, killed by the one signal that nobody hears.

use std::{
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Arc,
};

use fabrique_domain::id::AccountId;
use fabrique_storage::Store;
use tempfile::TempDir;

use super::{assert_kept, open, plant, support};

/// Where the other process is told which folder to write to.
const FOLDER: &str = "FABRIQUE_TEST_FOLDER";
/// What it says before each acknowledged account.
const KEPT: &str = "kept ";
/// How many people write at once, so that they share commits.
const CROWD: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_before_the_kill_is_there_after_it() {
    for patience in [1, 40, 150] {
        let folder = TempDir::new().unwrap();
        let acknowledged = write_and_kill(&folder, patience);
        assert!(acknowledged.len() >= patience);
        let store = open(folder.path()).await;
        let proposal = the_proposal_of(&store).await;
        assert_kept(&store, proposal, &acknowledged).await;
        store.close().await.unwrap();
    }
}

/// Lets the other process write until it acknowledged `patience` positions, kills it, and reads
/// what it had acknowledged by then.
fn write_and_kill(folder: &TempDir, patience: usize) -> Vec<AccountId> {
    let mut writer = another_process(folder);
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut acknowledged = Vec::new();
    while acknowledged.len() < patience {
        let line = lines.next().expect("the writer goes on until it is killed");
        acknowledged.extend(account(&line));
    }
    writer.kill().unwrap();
    writer.wait().unwrap();
    acknowledged.extend(lines.filter_map(|line| account(&line)));
    acknowledged
}

fn account(line: &str) -> Option<AccountId> {
    line.strip_prefix(KEPT)?.parse().ok()
}

/// This same test program, told to run [`the_writer_that_is_killed`] alone.
fn another_process(folder: &TempDir) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::the_writer_that_is_killed", "--ignored", "--nocapture"])
        .env(FOLDER, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the other process of the test above, which starts it itself"]
#[expect(clippy::disallowed_methods, reason = "a child process is told its folder by the environment")]
async fn the_writer_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = Arc::new(open(&PathBuf::from(folder)).await);
    let (proposal, accounts) = plant(&store, 4_000).await;
    let crowd = accounts.chunks(accounts.len() / CROWD).map(<[AccountId]>::to_vec).map(|people| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            for account in people {
                support(&store, proposal, account).await.unwrap();
                writeln!(std::io::stdout().lock(), "{KEPT}{account}").unwrap();
            }
        })
    });
    for member in crowd.collect::<Vec<_>>() {
        member.await.unwrap();
    }
}

/// The one proposal of the folder.
async fn the_proposal_of(store: &Store) -> fabrique_domain::id::ProposalId {
    let first = "00000000-0000-0000-0000-000000000000".parse().unwrap();
    let all = fabrique_storage::proposal::indexable_after(&mut store.read().await.unwrap(), first, 2).await.unwrap();
    assert_eq!(all.len(), 1);
    all[0].id
}
