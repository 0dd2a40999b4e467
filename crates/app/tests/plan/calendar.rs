//! The calendar says when, and since when that is known.

use fabrique_app::{Error, event, plan::calendar};
use fabrique_domain::{
    Localized,
    account::Role,
    content::EventKind,
    id::{Id, PhaseId, PlanId},
    plan::{Phase, PhaseCard, PhaseKind},
    text::Markdown,
};
use fabrique_storage::transact;
use fabrique_testkit::{Cast, TestStore, on_both_engines};
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::{days, plan_in};

fn card(start: &str, end: &str) -> PhaseCard {
    PhaseCard {
        kind: PhaseKind::Consultation,
        days: days(start, end),
        note: Localized::french(Markdown::parse("Chacun propose.").unwrap()),
    }
}

async fn only_phase(store: &TestStore, plan: PlanId) -> Phase {
    calendar::list(&mut store.read().await.unwrap(), plan).await.unwrap().remove(0)
}

async fn news(store: &TestStore) -> usize {
    let events = event::list(&mut store.read().await.unwrap(), None, None, 10).await.unwrap();
    events.iter().filter(|event| event.kind == EventKind::CalendarPublished).count()
}

on_both_engines! {
    async fn a_date_is_public_since_it_was_set(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(Role::Coordinator);
        // Tests begin on 23 November 2026.
        let soon = card("2026-12-01", "2026-12-31");
        transact!(store.store, |tx| calendar::add(coordinator, tx, plan, &soon).await).unwrap();
        let phase = only_phase(store, plan).await;
        assert_eq!(phase.notice_days(&TimeZone::UTC), 8);
        assert!(phase.is_short_of_notice(&TimeZone::UTC), "it warns and is kept all the same");
        assert_eq!(news(store).await, 1);
    }

    async fn moving_a_phase_makes_its_date_public_again_and_a_correction_does_not(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(Role::Coordinator);
        let first = card("2027-02-01", "2027-02-28");
        let id = transact!(store.store, |tx| calendar::add(coordinator, tx, plan, &first).await).unwrap();
        let set_at = only_phase(store, plan).await.published_at;
        store.clock.pass_days(10);
        let longer = card("2027-02-01", "2027-03-15");
        transact!(store.store, |tx| calendar::change(coordinator, tx, id, &longer).await).unwrap();
        assert_eq!((only_phase(store, plan).await.published_at, news(store).await), (set_at, 1));
        let later = card("2027-03-01", "2027-03-15");
        transact!(store.store, |tx| calendar::change(coordinator, tx, id, &later).await).unwrap();
        assert_eq!(only_phase(store, plan).await.published_at.days_since(set_at), 10);
        assert_eq!(news(store).await, 2);
    }

    async fn a_phase_is_taken_out_of_the_calendar(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(Role::Coordinator);
        let first = card("2027-02-01", "2027-02-28");
        let id = transact!(store.store, |tx| calendar::add(coordinator, tx, plan, &first).await).unwrap();
        transact!(store.store, |tx| calendar::remove(coordinator, tx, id).await).unwrap();
        assert!(calendar::list(&mut store.read().await.unwrap(), plan).await.unwrap().is_empty());
        let gone = transact!(store.store, |tx| calendar::change(coordinator, tx, id, &first).await);
        assert!(matches!(gone, Err(Error::NotFound)));
    }

    async fn nothing_is_added_to_a_plan_that_does_not_exist(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        let nowhere = PlanId::from_uuid(Uuid::from_u128(404));
        let first = card("2027-02-01", "2027-02-28");
        let outcome = transact!(store.store, |tx| calendar::add(coordinator, tx, nowhere, &first).await);
        assert!(matches!(outcome, Err(Error::NotFound)));
        let nothing = PhaseId::from_uuid(Uuid::from_u128(404));
        let outcome = transact!(store.store, |tx| calendar::remove(coordinator, tx, nothing).await);
        assert!(matches!(outcome, Err(Error::NotFound)));
    }
}
