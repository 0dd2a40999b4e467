//! The index follows the database, and comes back by itself.

use std::sync::Arc;

use fabrique_app::{
    job::Worker,
    proposal::{self, Query},
    search::{self, Search},
};
use fabrique_domain::{
    account::{Actor, AuthorKind},
    id::{ConsultationId, Id},
    proposal::{Proposal, ProposalSort},
};
use fabrique_storage::{outbox, outbox::OutboxTopic, proposal as kept, proposal::Filter, transact};
use fabrique_testkit::{
    Mailbox, TestStore,
    contribution::{open_consultation, person, published_proposal},
    on_both_engines,
};

async fn tell(store: &TestStore, of: &fabrique_domain::proposal::Proposal) {
    transact!(store.store, |tx| outbox::add(tx, OutboxTopic::Proposal, of.id.uuid()).await).unwrap();
}

/// The first page of what holds some words, the best first.
fn best_first(consultation: ConsultationId, words: &str) -> Search {
    Search { consultation, words: words.to_owned(), query: Query::first(ProposalSort::Recent), page: Some(0) }
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
        let found = search::proposals(&anonymous, &platform, &mut reader, &best_first(consultation.id, "marche eau")).await.unwrap();
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
        let found = search::proposals(&anonymous, &platform, &mut reader, &best_first(consultation.id, "marche eau")).await.unwrap();
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

    async fn every_process_follows_the_changes_by_its_own_cursor(store) {
        let (worker, web) = (store.platform(), store.platform());
        let consultation = open_consultation(store, "open").await;
        let author = person(store, "Camille Rivière", &[]).await;
        assert_eq!(search::follow(&web).await.unwrap(), 0);
        let first = published_proposal(store, &consultation, &author, "Publier les agendas").await;
        tell(store, &first).await;
        assert_eq!(search::follow(&web).await.unwrap(), 0, "nobody numbered it yet");
        search::number(&worker).await.unwrap();
        assert_eq!(search::follow(&web).await.unwrap(), 1, "the worker keeps no index, the site has its own");
        assert_eq!(search::feed(&worker).await.unwrap(), 1);
        assert_eq!(search::follow(&web).await.unwrap(), 0);
    }

    async fn changes_are_forgotten_after_a_week_and_an_index_that_was_away_fills_itself(store) {
        let (here, away) = (Arc::new(store.platform()), store.platform());
        let consultation = open_consultation(store, "open").await;
        let author = person(store, "Camille Rivière", &[]).await;
        for number in 0..3 {
            let proposal = published_proposal(store, &consultation, &author, &format!("Agenda numéro {number}")).await;
            tell(store, &proposal).await;
            if number == 0 {
                search::feed(&away).await.unwrap();
            }
        }
        search::feed(&here).await.unwrap();
        store.clock.pass_days(8);
        let worker = Worker { platform: Arc::clone(&here), mailer: Arc::<Mailbox>::default() };
        worker.keep_house().await.unwrap();
        let first = outbox::first(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(first, 3, "the last one is kept: the numbers go on from it");
        assert_eq!(search::follow(&here).await.unwrap(), 0, "who was here has everything");
        assert_eq!(search::follow(&away).await.unwrap(), 3, "who was away begins again");
        let late = published_proposal(store, &consultation, &author, "Agenda tardif").await;
        tell(store, &late).await;
        assert_eq!(search::feed(&here).await.unwrap(), 1);
        let last = outbox::last(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(last, 4);
    }

    async fn a_search_is_filtered_counted_and_sorted_page_by_page(store) {
        let platform = store.platform();
        let consultation = open_consultation(store, "open").await;
        let author = person(store, "Camille Rivière", &[]).await;
        let mut all = Vec::new();
        for number in 0..5_i64 {
            store.clock.pass(60_000_000);
            let before = published_proposal(store, &consultation, &author, &format!("Publier l’agenda numéro {number}")).await;
            let kind = if number % 2 == 0 { AuthorKind::Agent } else { AuthorKind::Citizen };
            let after = Proposal { author_kind: kind, ..before.clone() };
            transact!(store.store, |tx| kept::update(tx, &before, &after).await).unwrap();
            tell(store, &after).await;
            all.push(after.id);
        }
        published_proposal(store, &consultation, &author, "Ouvrir les marchés de l’eau").await;
        search::feed(&platform).await.unwrap();
        let mut reader = store.read().await.unwrap();
        let agents = Filter { author_kind: Some(AuthorKind::Agent), ..Filter::default() };
        let query = Query { filter: agents, limit: 2, ..Query::first(ProposalSort::Recent) };
        let mut asked = Search { query, ..best_first(consultation.id, "agenda") };
        let best = search::proposals(&Actor::Anonymous, &platform, &mut reader, &asked).await.unwrap();
        assert_eq!((best.total, best.items.len()), (3, 2));
        let citizens = best.facets.iter().find(|facet| facet.author_kind == AuthorKind::Citizen).unwrap();
        assert_eq!(citizens.proposals, 2, "the other choices say what they would leave");
        asked.page = None;
        let first = search::proposals(&Actor::Anonymous, &platform, &mut reader, &asked).await.unwrap();
        assert_eq!(first.items.iter().map(|item| item.id).collect::<Vec<_>>(), [all[4], all[2]]);
        asked.query.place = first.next;
        let second = search::proposals(&Actor::Anonymous, &platform, &mut reader, &asked).await.unwrap();
        assert_eq!(second.items.iter().map(|item| item.id).collect::<Vec<_>>(), [all[0]]);
        assert!(second.next.is_none() && second.previous.is_some());
        asked.query.place = second.previous;
        let back = search::proposals(&Actor::Anonymous, &platform, &mut reader, &asked).await.unwrap();
        assert_eq!(back.items, first.items);
        asked.words = "licorne".into();
        let nothing = search::proposals(&Actor::Anonymous, &platform, &mut reader, &asked).await.unwrap();
        assert_eq!((nothing.total, nothing.items.len()), (0, 0));
    }
}
