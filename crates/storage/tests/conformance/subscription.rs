//! Addresses that asked to be told, and what people follow.

use fabrique_domain::{Language, content::Topic, id::Id, time::DAY};
use fabrique_storage::{Error, subscription, subscription::follow, testing, transact};
use fabrique_testkit::{TestStore, on_both_engines};
use uuid::Uuid;

const SUBJECT: Uuid = Uuid::from_u128(7);

/// Asks to be told of [`SUBJECT`], under a secret whose digest is `secret`; confirms it when told to.
async fn ask(store: &TestStore, email: &str, secret: u8, confirmed: bool) -> Uuid {
    transact!(store.store, |tx| {
        let asked = subscription::ask(tx, email, Language::French, Topic::Plan, SUBJECT, vec![secret; 32]).await?;
        if confirmed {
            subscription::confirm(tx, asked.id).await?;
        }
        Ok::<_, Error>(asked.id.uuid())
    })
    .unwrap()
}

async fn told(store: &TestStore, after: Option<Uuid>, limit: i64) -> Vec<String> {
    let reader = &mut store.read().await.unwrap();
    let confirmed = subscription::confirmed(reader, Topic::Plan, SUBJECT, after, limit).await.unwrap();
    confirmed.into_iter().map(|one| one.email).collect()
}

on_both_engines! {
    async fn only_who_confirmed_is_told_page_after_page(store) {
        ask(store, "nobody@example.org", 1, false).await;
        let mut emails = Vec::new();
        for number in 0..5 {
            store.clock.pass(1_000);
            let email = format!("camille.{number}@example.org");
            ask(store, &email, 10 + number, true).await;
            emails.push(email);
        }
        assert_eq!(told(store, None, 9).await, emails);
        let reader = &mut store.read().await.unwrap();
        let first = subscription::confirmed(reader, Topic::Plan, SUBJECT, None, 2).await.unwrap();
        assert_eq!(told(store, Some(first[1].id.uuid()), 9).await, emails[2..]);
        let none = subscription::confirmed(reader, Topic::Proposal, SUBJECT, None, 9).await.unwrap();
        assert!(none.is_empty(), "of another topic");
    }

    async fn asking_again_makes_no_second_one_and_the_last_secret_counts(store) {
        let first = ask(store, "camille@example.org", 1, true).await;
        store.clock.pass(DAY);
        assert_eq!(ask(store, "camille@example.org", 2, false).await, first);
        assert_eq!(told(store, None, 9).await, ["camille@example.org"], "who confirmed stays confirmed");
        let reader = &mut store.read().await.unwrap();
        assert_eq!(subscription::find_by_token(reader, vec![1; 32]).await.unwrap(), None);
        let found = subscription::find_by_token(reader, vec![2; 32]).await.unwrap().unwrap();
        assert_eq!(found.id.uuid(), first);
        assert_eq!(subscription::find(reader, found.id).await.unwrap(), Some(found));
    }

    async fn addresses_that_never_answered_are_forgotten(store) {
        ask(store, "silent@example.org", 1, false).await;
        ask(store, "camille@example.org", 2, true).await;
        let before = store.clock.now_minus_days(-1);
        assert_eq!(transact!(store.store, |tx| subscription::sweep(tx, before).await).unwrap(), 1);
        let reader = &mut store.read().await.unwrap();
        assert_eq!(subscription::find_by_token(reader, vec![1; 32]).await.unwrap(), None);
        let kept = subscription::find_by_token(reader, vec![2; 32]).await.unwrap().unwrap();
        transact!(store.store, |tx| subscription::delete(tx, kept.id).await).unwrap();
        assert!(told(store, None, 9).await.is_empty());
    }

    async fn what_is_followed_is_followed_once_and_read_from_both_ends(store) {
        let (ada, plan) = transact!(store.store, |tx| {
            let ada = testing::plant_account(tx, "ada@example.org", "Ada").await?;
            let plan = testing::plant_plan(tx, "plan").await?.uuid();
            for _ in 0..2 {
                follow::insert(tx, ada, Topic::Plan, plan).await?;
            }
            Ok::<_, Error>((ada, plan))
        })
        .unwrap();
        let reader = &mut store.read().await.unwrap();
        assert!(follow::exists(reader, ada, Topic::Plan, plan).await.unwrap());
        assert!(!follow::exists(reader, ada, Topic::Proposal, plan).await.unwrap());
        assert_eq!(follow::of_account(reader, ada, None, 9).await.unwrap().len(), 1);
        let followers = follow::followers(reader, Topic::Plan, plan, None, 9).await.unwrap();
        assert_eq!(followers.iter().map(|one| one.email.as_str()).collect::<Vec<_>>(), ["ada@example.org"]);
        assert_eq!(follow::followed(reader, Topic::Plan, &[plan, SUBJECT]).await.unwrap(), [plan]);
        let subjects = follow::subjects(reader, Topic::Plan, &[plan, SUBJECT]).await.unwrap();
        assert_eq!(subjects.iter().map(|subject| subject.name.as_str()).collect::<Vec<_>>(), ["plan"]);
        transact!(store.store, |tx| follow::delete(tx, ada, Topic::Plan, plan).await).unwrap();
        assert!(!follow::exists(&mut store.read().await.unwrap(), ada, Topic::Plan, plan).await.unwrap());
    }

    async fn who_follows_and_subscribed_is_told_once(store) {
        let ada = transact!(store.store, |tx| {
            let ada = testing::plant_account(tx, "ada@example.org", "Ada").await?;
            follow::insert(tx, ada, Topic::Plan, SUBJECT).await?;
            Ok::<_, Error>(ada)
        })
        .unwrap();
        let followers = async || {
            let reader = &mut store.read().await.unwrap();
            follow::followers(reader, Topic::Plan, SUBJECT, None, 9).await.unwrap().len()
        };
        ask(store, "ada@example.org", 1, false).await;
        assert_eq!(followers().await, 1, "what was not confirmed counts for nothing");
        ask(store, "ada@example.org", 1, true).await;
        assert_eq!(followers().await, 0);
        let page = follow::followers(&mut store.read().await.unwrap(), Topic::Plan, SUBJECT, Some(ada.uuid()), 9).await;
        assert!(page.unwrap().is_empty());
    }
}
