//! An organisation says what it acts for.

use fabrique_app::{Error, Result, directory::card};
use fabrique_domain::{
    Instant,
    account::{Actor, Role},
    directory::{Card, CardInput, Cause, GOALS_LAST, Reach},
    id::OrganisationId,
    organisation::Website,
    time::DAY,
};
use fabrique_storage::transact;
use fabrique_testkit::{TestStore, on_both_engines};

use super::{numbered, somebody};

fn input(seen: i64, causes: &str, goals: &str) -> CardInput {
    CardInput {
        seen,
        causes: Cause::parse(causes).unwrap(),
        audience: Cause::parse("").unwrap(),
        goals: Cause::parse(goals).unwrap(),
        goals_still_hold: false,
        reach: Reach::parse("").unwrap(),
        website: Website::default(),
    }
}

async fn write(store: &TestStore, who: &Actor, id: OrganisationId, input: &CardInput) -> Result<()> {
    transact!(store.store, |tx| card::write(who, tx, id, input).await)
}

async fn now(store: &TestStore) -> Instant {
    store.read().await.unwrap().now()
}

async fn versions(store: &TestStore, id: OrganisationId) -> Vec<Card> {
    card::versions(&mut store.read().await.unwrap(), id, None, 10).await.unwrap()
}

on_both_engines! {
    async fn the_second_of_two_writers_is_told_and_then_writes_over_what_they_have_read(store) {
        let id = numbered(store, "Jardins", "").await;
        let (one, two) =
            (somebody(store, "une", Role::OrganisationMember, Some(id)).await, somebody(store, "deux", Role::OrganisationMember, Some(id)).await);
        write(store, &one, id, &input(0, "Les jardins", "")).await.unwrap();
        let late = write(store, &two, id, &input(0, "Les fleurs", "")).await;
        assert!(matches!(late, Err(Error::Changed)), "{late:?}");
        write(store, &two, id, &input(1, "Les jardins et les fleurs", "")).await.unwrap();
        let causes: Vec<_> = versions(store, id).await.into_iter().map(|card| (card.causes, card.author_name)).collect();
        assert_eq!(causes, [("Les jardins et les fleurs".into(), "deux".into()), ("Les jardins".into(), "une".into())]);
    }

    async fn of_two_who_write_at_the_same_moment_one_is_told(store) {
        let id = numbered(store, "Jardins", "").await;
        let who = somebody(store, "une", Role::OrganisationMember, Some(id)).await;
        let (one, two) = (input(0, "Les jardins", ""), input(0, "Les fleurs", ""));
        let (first, second) = tokio::join!(write(store, &who, id, &one), write(store, &who, id, &two));
        assert_eq!([&first, &second].iter().filter(|outcome| outcome.is_ok()).count(), 1, "{first:?} {second:?}");
        assert_eq!(versions(store, id).await.len(), 1);
    }

    async fn saying_the_same_again_is_no_version_and_goals_keep_their_day_until_they_are_said_again(store) {
        let id = numbered(store, "Jardins", "").await;
        let who = somebody(store, "une", Role::OrganisationMember, Some(id)).await;
        write(store, &who, id, &input(0, "Les jardins", "Ouvrir un jardin")).await.unwrap();
        let said = versions(store, id).await[0].goals_at;
        store.clock.pass(GOALS_LAST + DAY);
        write(store, &who, id, &input(1, "Les jardins", "Ouvrir un jardin")).await.unwrap();
        assert_eq!(versions(store, id).await.len(), 1, "nothing new");
        write(store, &who, id, &input(1, "Les jardins partagés", "Ouvrir un jardin")).await.unwrap();
        let card = versions(store, id).await.remove(0);
        assert!(card.goals_at == said && card.goals_are_stale(now(store).await));
        let holds = CardInput { goals_still_hold: true, ..input(2, "Les jardins partagés", "Ouvrir un jardin") };
        write(store, &who, id, &holds).await.unwrap();
        assert!(!versions(store, id).await[0].goals_are_stale(now(store).await));
    }

    async fn what_a_person_wrote_stays_without_their_name_when_they_leave(store) {
        let id = numbered(store, "Jardins", "").await;
        let who = somebody(store, "camille", Role::OrganisationMember, Some(id)).await;
        write(store, &who, id, &input(0, "Les jardins", "")).await.unwrap();
        let erasure = fabrique_app::account::Erasure {
            email: fabrique_domain::text::EmailAddress::parse("camille@example.org").unwrap(),
        };
        let gone: Result<()> = transact!(store.store, |tx| fabrique_app::account::erase(&who, tx, &erasure).await);
        gone.unwrap();
        let card = versions(store, id).await.remove(0);
        assert_eq!((card.causes.as_str(), card.author_name.as_str()), ("Les jardins", fabrique_domain::account::ERASED_NAME));
    }
}
