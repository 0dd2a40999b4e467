//! The index follows the database, and comes back by itself.

use fabrique_app::{proposal, search};
use fabrique_domain::account::Actor;
use fabrique_domain::id::Id;
use fabrique_storage::{outbox, outbox::OutboxTopic, transact};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal},
    on_both_engines,
};

async fn tell(store: &TestStore, of: &fabrique_domain::proposal::Proposal) {
    transact!(store.store, |tx| outbox::add(tx, OutboxTopic::Proposal, of.id.uuid()).await).unwrap();
}

on_both_engines! {
    async fn what_is_published_is_found_and_what_is_withdrawn_is_not(store) {
        let platform = store.platform();
        let consultation = open_consultation(store, "open").await;
        let author = person(store, "Camille Rivière", &[]).await;
        let first = published_proposal(store, &consultation, &author, "Publier les marchés de l’eau").await;
        tell(store, &first).await;
        let before = store.version();
        search::feed(&platform).await.unwrap();
        assert!(store.version() > before, "pages that show a search are made again");
        let mut reader = store.read().await.unwrap();
        let anonymous = Actor::Anonymous;
        let found = search::proposals(&anonymous, &platform, &mut reader, consultation.id, "marche eau", 0, 10).await.unwrap();
        assert_eq!((found.total, found.items[0].id), (1, first.id));
        let close = "Publication des marchés publics de l’eau";
        let near = search::similar(&anonymous, &platform, &mut reader, consultation.id, close, 5).await.unwrap();
        assert_eq!(near.len(), 1);
        drop(reader);
        let author = Actor::Person(author);
        transact!(store.store, |tx| proposal::withdraw(&author, tx, first.id, None).await).unwrap();
        assert_eq!(search::feed(&platform).await.unwrap(), 1);
        assert_eq!(search::feed(&platform).await.unwrap(), 0, "nothing is left to do");
        let mut reader = store.read().await.unwrap();
        let found = search::proposals(&anonymous, &platform, &mut reader, consultation.id, "marche eau", 0, 10).await.unwrap();
        assert_eq!(found.total, 0);
    }

    async fn an_index_that_was_lost_is_filled_again(store) {
        let platform = store.platform();
        let consultation = open_consultation(store, "open").await;
        let author = person(store, "Camille Rivière", &[]).await;
        for number in 0..7 {
            published_proposal(store, &consultation, &author, &format!("Agenda numéro {number}")).await;
        }
        assert_eq!(search::feed(&platform).await.unwrap(), 7, "an empty index takes everything");
        platform.proposals.begin_anew().unwrap();
        assert_eq!(search::feed(&platform).await.unwrap(), 7);
        platform.proposals.commit(&[], 1_000).unwrap();
        assert_eq!(search::feed(&platform).await.unwrap(), 7, "ahead of the database: it was restored");
        assert_eq!(search::rebuild(&platform).await.unwrap(), 7);
    }
}
