//! What becomes of lists when an account goes, and what one carries away of them.

use fabrique_app::{
    Error,
    account::{Erasure, erase, export_own_data},
};
use fabrique_domain::{
    account::{Actor, ERASED_NAME},
    shortlist::ShortlistRight,
    text::EmailAddress,
};
use fabrique_storage::transact;
use fabrique_testkit::{TestStore, on_both_engines};

use super::Desk;

async fn leave(store: &TestStore, actor: &Actor, email: &str) {
    let erasure = Erasure { email: EmailAddress::parse(email).unwrap() };
    transact!(store.store, |tx| erase(actor, tx, &erasure).await).unwrap();
}

on_both_engines! {
    async fn a_list_of_somebody_who_leaves_goes_to_whoever_writes_on_it_and_the_reasons_stay_without_a_name(store) {
        let desk = Desk::open(store).await;
        let (shared, own) = (desk.list(&desk.camille).await, desk.list(&desk.camille).await);
        desk.name(shared, "sacha@example.org", ShortlistRight::Write).await.unwrap();
        desk.added(&desk.camille, shared, "W751000001").await;
        leave(store, &desk.camille, "camille@example.org").await;
        let page = desk.page(&desk.sacha, shared).await.unwrap();
        assert!(page.access.standing.keeps());
        assert_eq!((page.entries[0].0.added_by_name.as_str(), page.entries[0].0.why.as_str()), (ERASED_NAME, "Elle connaît le terrain"));
        let gone = transact!(store.store, |tx| Ok::<_, Error>(fabrique_storage::shortlist::find(tx, own).await?)).unwrap();
        assert_eq!(gone, None, "what nobody takes is erased");
    }

    async fn a_list_that_others_only_read_is_erased_with_its_keeper(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.name(list, "sacha@example.org", ShortlistRight::Read).await.unwrap();
        desk.added(&desk.camille, list, "W751000001").await;
        leave(store, &desk.camille, "camille@example.org").await;
        assert!(matches!(desk.page(&desk.sacha, list).await, Err(Error::NotFound)));
    }

    async fn ones_own_data_hold_ones_lists(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.name(list, "sacha@example.org", ShortlistRight::Read).await.unwrap();
        desk.added(&desk.camille, list, "W751000001").await;
        let mut reader = store.read().await.unwrap();
        let mine = export_own_data(&desk.camille, &mut reader).await.unwrap();
        assert_eq!(mine["shortlists"][0]["title"], "Qui associer sur l’eau");
        assert_eq!(mine["shortlist_entries"][0]["name"], "Eau claire");
        let theirs = export_own_data(&desk.sacha, &mut reader).await.unwrap();
        assert_eq!(theirs["shortlist_members"][0]["access"], "read");
        assert_eq!(theirs["shortlist_entries"], serde_json::json!([]));
    }
}
