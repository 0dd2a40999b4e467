//! A plan is entered, corrected, published and ended, and people are told.

use fabrique_app::{Error, event, plan};
use fabrique_domain::{
    account::Role,
    content::EventKind,
    id::{Id, PlanId},
    plan::PlanState,
    text::{Fault, Slug},
};
use fabrique_storage::{testing, transact};
use fabrique_testkit::{Cast, TestStore, on_both_engines};
use uuid::Uuid;

use crate::{card, day, days};

async fn news(store: &TestStore) -> Vec<EventKind> {
    let events = event::list(&mut store.read().await.unwrap(), None, None, 10).await.unwrap();
    events.iter().map(|event| event.kind).collect()
}

on_both_engines! {
    async fn a_plan_is_public_as_soon_as_it_is_entered(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        let slug = Slug::of("2027-2028");
        transact!(store.store, |tx| plan::create(coordinator, tx, &slug, &card("Plan 2027-2028")).await).unwrap();
        let found = plan::find(&mut store.read().await.unwrap(), "2027-2028").await.unwrap().plan;
        assert_eq!((found.state, found.national_label.fr.as_str()), (PlanState::Preparation, "Plan 2027-2028"));
        assert_eq!((found.ogp_start, found.national_start), (day("2027-07-01"), day("2027-01-01")));
        assert_eq!(news(store).await, [EventKind::PlanAnnounced]);
    }

    async fn two_plans_never_have_the_same_address(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        let slug = Slug::of("2027-2028");
        transact!(store.store, |tx| plan::create(coordinator, tx, &slug, &card("Le premier")).await).unwrap();
        let again = transact!(store.store, |tx| plan::create(coordinator, tx, &slug, &card("Le second")).await);
        assert!(matches!(again, Err(Error::Invalid(faults)) if faults.of("slug") == Some(Fault::Taken)));
        assert_eq!(news(store).await.len(), 1);
    }

    async fn correcting_a_plan_keeps_its_address_and_its_state(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        let slug = Slug::of("plan");
        let id = transact!(store.store, |tx| plan::create(coordinator, tx, &slug, &card("Avant")).await).unwrap();
        transact!(store.store, |tx| testing::plant_commitment(tx, id, "published").await).unwrap();
        transact!(store.store, |tx| plan::publish(&store.platform(), coordinator, tx, id).await).unwrap();
        let mut corrected = card("Après");
        corrected.national = days("2027-02-01", "2029-01-31");
        transact!(store.store, |tx| plan::edit(coordinator, tx, id, &corrected).await).unwrap();
        let found = plan::find(&mut store.read().await.unwrap(), "plan").await.unwrap().plan;
        assert_eq!((found.national_label.fr.as_str(), found.state), ("Après", PlanState::Published));
        assert_eq!(found.national_start, day("2027-02-01"));
        assert_eq!(found.published_at, Some(fabrique_testkit::surroundings::START));
    }

    async fn a_plan_is_published_once_and_ended_after(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        let slug = Slug::of("plan");
        let id = transact!(store.store, |tx| plan::create(coordinator, tx, &slug, &card("Plan")).await).unwrap();
        let early = transact!(store.store, |tx| plan::end(coordinator, tx, id).await);
        assert!(matches!(early, Err(Error::Refused("plan-not-published"))));
        let empty = transact!(store.store, |tx| plan::publish(&store.platform(), coordinator, tx, id).await);
        assert!(matches!(empty, Err(Error::Refused("plan-without-commitment"))));
        transact!(store.store, |tx| testing::plant_commitment(tx, id, "published").await).unwrap();
        transact!(store.store, |tx| plan::publish(&store.platform(), coordinator, tx, id).await).unwrap();
        let twice = transact!(store.store, |tx| plan::publish(&store.platform(), coordinator, tx, id).await);
        assert!(matches!(twice, Err(Error::Refused("plan-already-published"))));
        assert_eq!(news(store).await, [EventKind::PlanPublished, EventKind::PlanAnnounced]);
        transact!(store.store, |tx| plan::end(coordinator, tx, id).await).unwrap();
        let found = plan::find(&mut store.read().await.unwrap(), "plan").await.unwrap().plan;
        assert_eq!(found.state, PlanState::Ended);
        assert!(found.published_at.is_some(), "what happened stays");
    }

    async fn a_plan_that_does_not_exist_is_not_found(store) {
        let cast = Cast::assemble(store).await;
        let nowhere = PlanId::from_uuid(Uuid::from_u128(404));
        let coordinator = cast.actor(Role::Coordinator);
        let outcome = transact!(store.store, |tx| plan::publish(&store.platform(), coordinator, tx, nowhere).await);
        assert!(matches!(outcome, Err(Error::NotFound)));
        let outcome = plan::find(&mut store.read().await.unwrap(), "nulle-part").await;
        assert!(matches!(outcome, Err(Error::NotFound)));
    }

    async fn without_a_plan_none_is_current(store) {
        assert_eq!(plan::current(&mut store.read().await.unwrap(), day("2027-01-01")).await.unwrap(), None);
        let cast = Cast::assemble(store).await;
        let slug = Slug::of("plan");
        let coordinator = cast.actor(Role::Coordinator);
        transact!(store.store, |tx| plan::create(coordinator, tx, &slug, &card("Plan")).await).unwrap();
        let current = plan::current(&mut store.read().await.unwrap(), day("2026-01-01")).await.unwrap();
        assert_eq!(current.unwrap().plan.slug, "plan");
    }
}
