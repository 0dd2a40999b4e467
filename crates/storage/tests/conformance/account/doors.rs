//! Requests to sign in, sessions, tokens and counts of attempts, as they stand in the tables.

use fabrique_domain::{
    Instant, Language,
    account::Role,
    id::{AccountId, Id, SignInId},
    time::MINUTE,
};
use fabrique_storage::{
    Error, Tx,
    account::{
        erasure, export,
        session::{self, NewSession},
        sign_in::{self, NewSignIn},
        token,
    },
    rate_limit, transact,
};
use fabrique_testkit::{TestStore, on_both_engines, people::person};
use uuid::Uuid;

async fn add_request(tx: &mut Tx, link: u8) -> Result<SignInId, Error> {
    let id = tx.new_id();
    let expires_at = tx.now().plus(MINUTE);
    let request = NewSignIn {
        id,
        email: "a@example.org",
        language: Language::French,
        link_digest: vec![link; 32],
        code_digest: vec![2; 32],
        return_to: "/",
        expires_at,
    };
    sign_in::insert(tx, &request).await?;
    Ok(id)
}

async fn somebody(store: &TestStore) -> AccountId {
    transact!(store.store, |tx| person(tx, "a", Role::Citizen, None).await).unwrap().account.id
}

async fn add_session(store: &TestStore, account_id: AccountId, digest: u8) -> fabrique_domain::id::SessionId {
    transact!(store.store, |tx| {
        let expires_at = tx.now().plus(60 * MINUTE);
        let session = NewSession { account_id, token_digest: vec![digest; 32], device: "Firefox, Linux", expires_at };
        session::insert(tx, &session).await
    })
    .unwrap()
}

on_both_engines! {
    async fn a_request_is_found_by_its_link_counted_and_answered_once(store) {
        let id = transact!(store.store, |tx| add_request(tx, 1).await).unwrap();
        let mut reader = store.read().await.unwrap();
        let by_link = sign_in::find_by_link(&mut reader, vec![1; 32]).await.unwrap().unwrap();
        assert_eq!(Some(by_link), sign_in::find(&mut reader, id).await.unwrap());
        assert_eq!(sign_in::find_by_link(&mut reader, vec![9; 32]).await.unwrap(), None);
        for expected in 1..=3 {
            assert_eq!(transact!(store.store, |tx| sign_in::count_attempt(tx, id).await).unwrap(), expected);
        }
        let consume = async || transact!(store.store, |tx| sign_in::consume(tx, id).await).unwrap();
        let (first, second, third) = tokio::join!(consume(), consume(), consume());
        assert_eq!([first, second, third].iter().filter(|answered| **answered).count(), 1);
    }

    async fn two_requests_never_share_a_link(store) {
        transact!(store.store, |tx| add_request(tx, 1).await).unwrap();
        let again = transact!(store.store, |tx| add_request(tx, 1).await);
        assert!(matches!(again, Err(Error::Duplicate(_))), "{again:?}");
    }

    async fn requests_are_swept_once_expired(store) {
        transact!(store.store, |tx| add_request(tx, 1).await).unwrap();
        let sweep = async |before: Instant| transact!(store.store, |tx| sign_in::sweep(tx, before).await).unwrap();
        assert_eq!(sweep(store.clock.now_minus_days(0)).await, 0);
        store.clock.pass(2 * MINUTE);
        assert_eq!(sweep(store.clock.now_minus_days(0)).await, 1);
    }

    async fn a_session_has_a_holder_until_it_ends(store) {
        let account = somebody(store).await;
        let (first, second) = (add_session(store, account, 1).await, add_session(store, account, 2).await);
        let holder = async |digest: u8| session::holder(&mut store.read().await.unwrap(), vec![digest; 32]).await.unwrap();
        assert_eq!(holder(1).await.unwrap().account.id, account);
        assert!(!transact!(store.store, |tx| session::revoke(tx, first, AccountId::from_uuid(Uuid::nil())).await).unwrap());
        assert!(transact!(store.store, |tx| session::revoke(tx, first, account).await).unwrap());
        assert!(holder(1).await.is_none() && holder(2).await.is_some());
        store.clock.pass(MINUTE);
        transact!(store.store, |tx| session::seen(tx, second).await).unwrap();
        let listed = session::list(&mut store.read().await.unwrap(), account).await.unwrap();
        assert_eq!((listed.len(), listed[0].seen_at), (1, listed[0].created_at.plus(MINUTE)));
        assert_eq!(transact!(store.store, |tx| session::revoke_others(tx, first, account).await).unwrap(), 1);
        store.clock.pass(120 * MINUTE);
        let now = store.clock.now_minus_days(0);
        assert_eq!(transact!(store.store, |tx| session::sweep(tx, now).await).unwrap(), 2);
    }

    async fn a_token_has_a_holder_until_it_ends(store) {
        let account = somebody(store).await;
        let id = transact!(store.store, |tx| {
            let expires_at = tx.now().plus(MINUTE);
            token::insert(tx, account, "essai", vec![5; 32], expires_at).await
        })
        .unwrap();
        let mut reader = store.read().await.unwrap();
        assert_eq!(token::holder(&mut reader, vec![5; 32]).await.unwrap().unwrap().id, account);
        assert_eq!(token::list(&mut reader, account).await.unwrap()[0].name, "essai");
        drop(reader);
        assert!(transact!(store.store, |tx| token::revoke(tx, id, account).await).unwrap());
        assert_eq!(token::holder(&mut store.read().await.unwrap(), vec![5; 32]).await.unwrap(), None);
    }

    async fn attempts_at_once_are_all_counted(store) {
        let start = store.clock.now_minus_days(0);
        let hit = || async { transact!(store.store, |tx| rate_limit::hit(tx, vec![1; 32], start).await).unwrap() };
        let mut hits = futures_util::future::join_all((0..8).map(|_| hit())).await;
        hits.sort_unstable();
        assert_eq!(hits, (1..=8).collect::<Vec<_>>());
        let later = start.plus(1);
        assert_eq!(transact!(store.store, |tx| rate_limit::hit(tx, vec![1; 32], later).await).unwrap(), 1);
        assert_eq!(transact!(store.store, |tx| rate_limit::sweep(tx, later).await).unwrap(), 1);
    }

    async fn every_section_of_the_document_is_read_even_when_there_is_nothing(store) {
        let account = somebody(store).await;
        let mut reader = store.read().await.unwrap();
        assert_eq!(export::account(&mut reader, account).await.unwrap().len(), 1);
        assert!(export::grants(&mut reader, account).await.unwrap().is_empty());
        assert!(export::sessions(&mut reader, account).await.unwrap().is_empty());
        assert!(export::tokens(&mut reader, account).await.unwrap().is_empty());
        assert!(export::proposals(&mut reader, account).await.unwrap().is_empty());
        assert!(export::positions(&mut reader, account).await.unwrap().is_empty());
        assert!(export::arguments(&mut reader, account).await.unwrap().is_empty());
        assert!(export::useful_marks(&mut reader, account).await.unwrap().is_empty());
        assert!(export::amendments(&mut reader, account).await.unwrap().is_empty());
        assert!(export::reports(&mut reader, account).await.unwrap().is_empty());
        assert!(export::contests(&mut reader, account).await.unwrap().is_empty());
        assert!(export::responses(&mut reader, account).await.unwrap().is_empty());
        assert!(export::follows(&mut reader, account).await.unwrap().is_empty());
        assert!(export::subscriptions(&mut reader, account).await.unwrap().is_empty());
    }

    async fn an_erased_account_is_kept_without_an_address(store) {
        let person = transact!(store.store, |tx| person(tx, "a", Role::Coordinator, None).await).unwrap();
        add_session(store, person.account.id, 1).await;
        transact!(store.store, |tx| erasure::erase(tx, &person.account, "gone").await).unwrap();
        let mut reader = store.read().await.unwrap();
        let kept = export::account(&mut reader, person.account.id).await.unwrap().remove(0);
        assert_eq!((kept.email, kept.display_name.as_str()), (None, "gone"));
        assert!(export::sessions(&mut reader, person.account.id).await.unwrap().is_empty());
        let grants = export::grants(&mut reader, person.account.id).await.unwrap();
        assert!(grants[0].revoked_at.is_some() && grants[0].evidence.is_empty());
    }
}
