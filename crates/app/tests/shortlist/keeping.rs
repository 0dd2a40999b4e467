//! Naming, annotating, ordering and taking off, by several people at once.

use fabrique_app::{
    Error,
    shortlist::{self, Annotation, Move},
};
use fabrique_domain::shortlist::{Notes, Why};
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use super::{Desk, description};

fn annotation(why: &str, notes: &str) -> Annotation {
    Annotation { why: Why::parse(why).unwrap(), notes: Notes::parse(notes).unwrap() }
}

on_both_engines! {
    async fn the_second_of_two_who_write_notes_is_told_and_nothing_is_lost(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let entry = desk.added(&desk.camille, list, "W751000001").await;
        let write = async |notes: &str| {
            let annotation = annotation("Le terrain", notes);
            transact!(store.store, |tx| shortlist::annotate(&desk.camille, tx, (list, entry), 1, &annotation).await)
        };
        let outcomes = tokio::join!(write("Une"), write("Deux"));
        let told = [&outcomes.0, &outcomes.1].into_iter().filter(|one| matches!(one, Err(Error::Changed))).count();
        assert_eq!(told, 1, "{outcomes:?}");
        let page = shortlist::entry(&desk.platform, &desk.camille, &mut store.read().await.unwrap(), (list, entry)).await;
        assert_eq!(page.unwrap().entry.version, 2);
    }

    async fn a_list_described_by_two_is_told_to_the_second(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let describe = async |title: &str| {
            let description = description(title);
            transact!(store.store, |tx| shortlist::describe(&desk.camille, tx, list, 1, &description).await)
        };
        describe("L’eau en ville").await.unwrap();
        assert!(matches!(describe("L’eau aux champs").await, Err(Error::Changed)));
        let lists = shortlist::list(&desk.camille, &mut store.read().await.unwrap()).await.unwrap();
        assert_eq!((lists.len(), lists[0].list.title.as_str()), (1, "L’eau en ville"));
    }

    async fn entries_move_and_stay_at_the_ends(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.add(&desk.camille, list, &["W751000001", "W751000002", "W751000003"]).await.unwrap();
        let entries = desk.page(&desk.camille, list).await.unwrap().entries;
        let (first, last) = (entries[0].0.id, entries[2].0.id);
        let go = async |id, movement| {
            transact!(store.store, |tx| shortlist::rearrange(&desk.camille, tx, (list, id), movement).await).unwrap();
        };
        go(first, Move::Up).await;
        go(last, Move::Down).await;
        assert_eq!(desk.names(list).await, ["Eau claire", "Forêts", "Données d'abord"]);
        go(first, Move::Down).await;
        assert_eq!(desk.names(list).await, ["Forêts", "Eau claire", "Données d'abord"]);
        go(last, Move::First).await;
        assert_eq!(desk.names(list).await, ["Données d'abord", "Forêts", "Eau claire"]);
    }

    async fn what_is_taken_off_keeps_its_reason_and_comes_back_where_it_stood(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.add(&desk.camille, list, &["W751000001", "W751000003"]).await.unwrap();
        let first = desk.page(&desk.camille, list).await.unwrap().entries[0].0.id;
        let why = Why::parse("Elle a décliné").unwrap();
        let take_off = async || {
            transact!(store.store, |tx| shortlist::remove(&desk.camille, tx, (list, first), &why).await).unwrap();
        };
        take_off().await;
        take_off().await;
        assert_eq!(desk.names(list).await, ["Données d'abord"]);
        let removed = desk.page(&desk.camille, list).await.unwrap().removed;
        assert_eq!((removed[0].removed_why.as_str(), removed[0].removed_by_name.as_deref()), ("Elle a décliné", Some("camille")));
        let put_back = async || {
            transact!(store.store, |tx| shortlist::restore(&desk.camille, tx, (list, first)).await).unwrap();
        };
        put_back().await;
        put_back().await;
        assert_eq!(desk.names(list).await, ["Eau claire", "Données d'abord"]);
        take_off().await;
        desk.added(&desk.camille, list, "W751000001").await;
        put_back().await;
        assert_eq!(desk.names(list).await, ["Données d'abord", "Eau claire"], "added anew, it is not put back beside itself");
    }

    async fn an_entry_of_another_list_is_not_reached_through_ones_own(store) {
        let desk = Desk::open(store).await;
        let (mine, other) = (desk.list(&desk.camille).await, desk.list(&desk.sacha).await);
        let entry = desk.added(&desk.sacha, other, "W751000001").await;
        let annotation = annotation("Volée", "");
        let outcome = transact!(store.store, |tx| shortlist::annotate(&desk.camille, tx, (mine, entry), 1, &annotation).await);
        assert!(matches!(outcome, Err(Error::NotFound)));
        let why = Why::parse("").unwrap();
        let outcome = transact!(store.store, |tx| shortlist::remove(&desk.camille, tx, (mine, entry), &why).await);
        assert!(matches!(outcome, Err(Error::NotFound)));
    }

    async fn an_erased_list_leaves_nothing(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.added(&desk.camille, list, "W751000001").await;
        transact!(store.store, |tx| shortlist::erase(&desk.camille, tx, list).await).unwrap();
        assert!(matches!(desk.page(&desk.camille, list).await, Err(Error::NotFound)));
        assert_eq!(shortlist::list(&desk.camille, &mut store.read().await.unwrap()).await.unwrap(), []);
    }
}
