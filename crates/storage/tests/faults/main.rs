//! What was acknowledged is there after the worst: the process killed, the disk full.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

mod full_disk;
mod killed;
mod locked;

use std::path::Path;

use fabrique_domain::{
    Instant, Language,
    account::{Account, Person},
    consultation::Consultation,
    id::{AccountId, ProposalId},
    proposal::Position,
    time::DAY,
};
use fabrique_storage::{
    Error, Location, Store, Surroundings, consultation, position, position::Tally, proposal, testing, transact,
};
use fabrique_testkit::contribution::{prepared_consultation, some_proposal};

/// Opens the store of a folder, up to date.
async fn open(folder: &Path) -> Store {
    let location = Location::Folder { path: folder.to_owned(), holder: "a test of faults".to_owned() };
    let store = Store::open(&location, Surroundings::system()).await.unwrap();
    store.migrate().await.unwrap();
    store
}

/// An open consultation with one proposal, and `people` who may take a position on it.
async fn plant(store: &Store, people: usize) -> (ProposalId, Vec<AccountId>) {
    transact!(store, |tx| {
        let now = tx.now();
        let plan = testing::plant_plan(tx, "plan").await?;
        let consultation = Consultation {
            opens_at: now.plus(-DAY),
            approved_at: Some(now.plus(-DAY)),
            ..prepared_consultation(tx.new_id(), plan, "ouvrir", now)
        };
        consultation::insert(tx, &consultation).await?;
        let author = author(testing::plant_account(tx, "ada@people.example", "Ada").await?, now);
        let proposal = some_proposal(tx, consultation.id, &author, "Publier chaque décision");
        proposal::insert(tx, &proposal).await?;
        let mut accounts = Vec::new();
        for number in 0..people {
            let address = format!("personne.{number}@people.example");
            accounts.push(testing::plant_account(tx, &address, "Personne").await?);
        }
        Ok::<_, Error>((proposal.id, accounts))
    })
    .unwrap()
}

fn author(id: AccountId, created_at: Instant) -> Person {
    let account = Account { id, email: None, display_name: "Ada".to_owned(), language: Language::French, created_at };
    Person { account, grants: Vec::new() }
}

/// Takes a position as the use-case does: written and counted in one transaction.
async fn support(store: &Store, proposal: ProposalId, account: AccountId) -> Result<(), Error> {
    transact!(store, |tx| {
        position::take(tx, proposal, account, Position::Support).await?;
        position::count(tx, proposal, Tally::one(Some(Position::Support))).await.map(drop)
    })
}

/// Every acknowledged position is there, and the counter says as many as there are.
async fn assert_kept(store: &Store, proposal: ProposalId, acknowledged: &[AccountId]) {
    let reader = &mut store.read().await.unwrap();
    for account in acknowledged {
        let taken = position::taken_by(reader, *account, &[proposal]).await.unwrap();
        assert_eq!(taken, [(proposal, Position::Support)], "acknowledged to {account} and lost");
    }
    let counted = proposal::find(reader, proposal).await.unwrap().unwrap().supports;
    let there = position::recount(reader, proposal).await.unwrap().unwrap();
    assert_eq!(counted, there.supports);
    assert!(usize::try_from(counted).unwrap() >= acknowledged.len());
}
