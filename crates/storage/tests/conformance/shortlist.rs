//! Short lists: what the database itself forbids, counts and forgets.

use fabrique_domain::{
    account::Role,
    id::{AccountId, ShortlistId},
    shortlist::{Axis, Mark, Origin, ShortlistRight},
};
use fabrique_storage::{
    Error, Tx,
    shortlist::{
        self,
        entry::{self, NewEntry},
        leaving, member, stake,
    },
    transact,
};
use fabrique_testkit::{TestStore, on_both_engines, people::person};

async fn somebody(store: &TestStore, name: &str) -> AccountId {
    transact!(store.store, |tx| person(tx, name, Role::Citizen, None).await).unwrap().account.id
}

fn new(shortlist_id: ShortlistId, key: Option<&str>, added_by: AccountId) -> NewEntry<'_> {
    let (name, place, about, why, sought) = ("Eau claire", "", "", "Le terrain", "");
    NewEntry { shortlist_id, directory_key: key, name, place, about, why, origin: Origin::Hand, sought, added_by }
}

async fn list_of(tx: &mut Tx, keeper: AccountId) -> Result<ShortlistId, Error> {
    shortlist::insert(tx, keeper, "Qui associer", "").await
}

on_both_engines! {
    async fn a_key_stands_once_on_a_list_and_what_has_none_as_often_as_one_likes(store) {
        let camille = somebody(store, "camille").await;
        let list = transact!(store.store, |tx| {
            let list = list_of(tx, camille).await?;
            entry::insert(tx, &new(list, Some("W1"), camille)).await?;
            entry::insert(tx, &new(list, None, camille)).await?;
            entry::insert(tx, &new(list, None, camille)).await?;
            Ok::<_, Error>(list)
        })
        .unwrap();
        let twice = transact!(store.store, |tx| entry::insert(tx, &new(list, Some("W1"), camille)).await);
        assert!(matches!(twice, Err(Error::Duplicate(_))), "{twice:?}");
        let mut reader = store.read().await.unwrap();
        let ranks: Vec<i64> = entry::list(&mut reader, list).await.unwrap().iter().map(|one| one.rank).collect();
        assert_eq!(ranks, [1, 2, 3]);
        let keys = ["W0".to_owned(), "W1".to_owned()];
        assert!(entry::under(&mut reader, list, &keys).await.unwrap().is_some());
        assert_eq!(entry::under(&mut reader, list, &keys[..1]).await.unwrap(), None);
        assert_eq!(entry::under(&mut reader, list, &[]).await.unwrap(), None);
    }

    async fn more_keys_than_an_engine_binds_at_once_are_counted(store) {
        let camille = somebody(store, "camille").await;
        let since = transact!(store.store, |tx| {
            let list = list_of(tx, camille).await?;
            entry::insert(tx, &new(list, Some("W69999"), camille)).await?;
            Ok::<_, Error>(tx.now())
        })
        .unwrap();
        let keys: Vec<String> = (0..70_000).map(|number| format!("W{number}")).collect();
        let found = entry::askers(&mut store.read().await.unwrap(), &keys, since).await.unwrap();
        assert_eq!(found, [("W69999".to_owned(), camille)]);
        let later = since.plus(1);
        assert_eq!(entry::askers(&mut store.read().await.unwrap(), &keys, later).await.unwrap(), []);
    }

    async fn one_mark_is_in_force_on_each_axis(store) {
        let camille = somebody(store, "camille").await;
        let (list, entry) = transact!(store.store, |tx| {
            let list = list_of(tx, camille).await?;
            let id = entry::insert(tx, &new(list, Some("W1"), camille)).await?;
            let entry = entry::find(tx, id).await?.unwrap();
            for (axis, mark) in [(Axis::Interest, 1), (Axis::Influence, 2), (Axis::Interest, 4)] {
                stake::give(tx, &entry, axis, Mark::new(mark).unwrap(), "Le réseau", camille).await?;
            }
            Ok::<_, Error>((list, id))
        })
        .unwrap();
        let mut reader = store.read().await.unwrap();
        let mut marks: Vec<_> =
            stake::in_force(&mut reader, list).await.unwrap().iter().map(|one| (one.axis, one.mark.number())).collect();
        marks.sort_unstable();
        assert_eq!(marks, [(Axis::Interest, 4), (Axis::Influence, 2)]);
        assert_eq!(stake::history(&mut reader, entry, 9).await.unwrap().len(), 3);
    }

    async fn lists_are_handed_to_the_first_named_who_may_write_or_erased(store) {
        let (camille, sacha) = (somebody(store, "camille").await, somebody(store, "sacha").await);
        let kept = transact!(store.store, |tx| {
            let (taken, erased) = (list_of(tx, camille).await?, list_of(tx, camille).await?);
            member::set(tx, taken, sacha, ShortlistRight::Write).await?;
            member::set(tx, erased, sacha, ShortlistRight::Read).await?;
            shortlist::renew_link(tx, taken, true).await?;
            leaving::leave(tx, camille).await?;
            Ok::<_, Error>((shortlist::find(tx, taken).await?, shortlist::find(tx, erased).await?))
        });
        let (taken, erased) = kept.unwrap();
        let taken = taken.unwrap();
        assert_eq!((taken.keeper_id, taken.link_open, erased), (sacha, false, None));
        assert_eq!(member::list(&mut store.read().await.unwrap(), taken.id).await.unwrap(), []);
    }
}
