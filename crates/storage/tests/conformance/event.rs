//! News are read newest first, a page at a time, and none is lost between two pages.

use fabrique_domain::{
    LocalizedText,
    content::{Event, EventKind},
    id::{Id, PlanId},
};
use fabrique_storage::{event, transact};
use fabrique_testkit::{TestStore, on_both_engines};
use uuid::Uuid;

async fn happen(store: &TestStore, title: &str, plan_id: Option<PlanId>) {
    transact!(store.store, |tx| {
        let event = Event {
            id: tx.new_id(),
            kind: EventKind::ConsultationOpened,
            title: LocalizedText::both(title, title),
            path: "/consultations/essai".into(),
            plan_id,
            happened_at: tx.now(),
        };
        event::insert(tx, &event).await
    })
    .unwrap();
}

fn titles(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| event.title.fr.as_str()).collect()
}

on_both_engines! {
    async fn news_are_read_newest_first_a_page_at_a_time(store) {
        for title in ["un", "deux", "trois"] {
            happen(store, title, None).await;
            store.clock.pass(1);
        }
        let mut reader = store.read().await.unwrap();
        let first = event::page(&mut reader, None, 2).await.unwrap();
        assert_eq!(titles(&first), ["trois", "deux"]);
        let second = event::page(&mut reader, Some((first[1].happened_at, first[1].id)), 2).await.unwrap();
        assert_eq!(titles(&second), ["un"]);
    }

    async fn news_of_the_same_moment_are_all_read(store) {
        for _ in 0..5 {
            happen(store, "ensemble", None).await;
        }
        let mut reader = store.read().await.unwrap();
        let first = event::page(&mut reader, None, 3).await.unwrap();
        let second = event::page(&mut reader, Some((first[2].happened_at, first[2].id)), 3).await.unwrap();
        let mut all: Vec<_> = first.iter().chain(&second).map(|event| event.id).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 5);
    }

    async fn the_news_of_a_plan_are_its_own(store) {
        let plan = PlanId::from_uuid(Uuid::from_u128(7));
        happen(store, "du plan", Some(plan)).await;
        happen(store, "d’ailleurs", None).await;
        let mut reader = store.read().await.unwrap();
        assert_eq!(titles(&event::page_of_plan(&mut reader, plan, None, 10).await.unwrap()), ["du plan"]);
        let other = PlanId::from_uuid(Uuid::from_u128(8));
        assert!(event::page_of_plan(&mut reader, other, None, 10).await.unwrap().is_empty());
    }
}
