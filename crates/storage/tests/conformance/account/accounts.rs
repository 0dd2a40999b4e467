//! One account an address.

use fabrique_domain::Language;
use fabrique_storage::{Error, account, transact};
use fabrique_testkit::on_both_engines;

on_both_engines! {
    async fn an_address_has_one_account(store) {
        let add = async || {
            transact!(store.store, |tx| account::insert(tx, "a@example.org", "Camille", Language::French).await).unwrap()
        };
        let (first, second, third) = tokio::join!(add(), add(), add());
        assert_eq!([first, second, third].iter().flatten().count(), 1);
        let mut reader = store.read().await.unwrap();
        let found = account::find_by_email(&mut reader, "a@example.org").await.unwrap().unwrap();
        assert_eq!(account::find(&mut reader, found.id).await.unwrap(), Some(found));
    }

    async fn a_profile_is_changed(store) {
        let changed: Result<_, Error> = transact!(store.store, |tx| {
            let id = account::insert(tx, "a@example.org", "Camille", Language::French).await?.unwrap();
            account::update_profile(tx, id, "Sacha", Language::English).await?;
            account::find(tx, id).await
        });
        let account = changed.unwrap().unwrap();
        assert_eq!((account.display_name.as_str(), account.language), ("Sacha", Language::English));
    }
}
