//! Public data is read in pages, whole, once, and holds nothing that is not public.

use fabrique_domain::{
    Choice,
    open_data::{Cell, Collection, header},
    proposal::{Proposal, ProposalState},
};
use fabrique_storage::{
    Error,
    open_data::{self, Scope},
    proposal, transact,
};
use fabrique_testkit::{TestStore, contribution, on_both_engines};

/// Every row of a collection, read in pages of `limit`.
async fn all(store: &TestStore, collection: Collection, scope: Scope, limit: usize) -> Vec<Vec<Cell>> {
    let mut reader = store.read().await.unwrap();
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let page = open_data::page(&mut reader, collection, &scope.into(), after.as_ref(), limit).await.unwrap();
        rows.extend(page.rows);
        after = page.next;
        if after.is_none() {
            return rows;
        }
    }
}

fn column(collection: Collection, name: &str) -> usize {
    header(open_data::columns(collection)).iter().position(|column| column == name).unwrap()
}

on_both_engines! {
    async fn every_collection_can_be_read_from_its_start(store) {
        for collection in Collection::ALL {
            all(store, *collection, Scope::All, 10).await;
        }
    }

    async fn pages_of_any_size_give_every_row_once(store) {
        let open = contribution::open_consultation(store, "ouverte").await;
        let author = contribution::person(store, "Camille", &[]).await;
        for number in 0..7 {
            contribution::published_proposal(store, &open, &author, &format!("Proposition numéro {number}")).await;
        }
        let whole = all(store, Collection::Proposals, Scope::Consultation(open.id), 100).await;
        assert_eq!(whole.len(), 7);
        for limit in 1..=8 {
            assert_eq!(all(store, Collection::Proposals, Scope::Consultation(open.id), limit).await, whole);
        }
        assert_eq!(all(store, Collection::Proposals, Scope::All, 3).await, whole);
    }

    async fn the_words_of_a_hidden_proposal_are_not_given_and_drafts_not_at_all(store) {
        let open = contribution::open_consultation(store, "ouverte").await;
        let author = contribution::person(store, "Camille", &[]).await;
        let shown = contribution::published_proposal(store, &open, &author, "Une proposition publiée").await;
        for state in [ProposalState::Hidden, ProposalState::Draft] {
            let changed = Proposal { state, ..shown.clone() };
            let outcome: Result<(), Error> = transact!(store.store, |tx| proposal::update(tx, &shown, &changed).await);
            outcome.unwrap();
            let rows = all(store, Collection::Proposals, Scope::All, 10).await;
            match state {
                ProposalState::Draft => assert!(rows.is_empty()),
                _ => assert_eq!(rows[0][column(Collection::Proposals, "title")], Cell::Text(String::new())),
            }
        }
    }
}
