//! Plans, their themes and their calendar.

use fabrique_domain::{
    Date, LocalizedText,
    id::PlanId,
    plan::{Phase, PhaseKind, Plan, PlanState, Theme},
};
use fabrique_storage::{
    plan::{self, phase, theme},
    transact,
};
use fabrique_testkit::{TestStore, on_both_engines};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

async fn add(store: &TestStore, slug: &str, state: PlanState, start: &str, end: &str) -> (PlanId, bool) {
    transact!(store.store, |tx| {
        let plan = Plan {
            id: tx.new_id(),
            slug: slug.into(),
            national_label: LocalizedText::both("Plan d’essai", "Trial plan"),
            ogp_label: "France Action Plan".into(),
            national_start: day(start),
            national_end: day(end),
            ogp_start: day(start),
            ogp_end: day(end),
            introduction: LocalizedText::default(),
            state,
            published_at: None,
            source: String::new(),
            created_at: tx.now(),
        };
        Ok::<_, fabrique_storage::Error>((plan.id, plan::insert(tx, &plan).await?))
    })
    .unwrap()
}

async fn current(store: &TestStore, today: &str) -> Option<String> {
    plan::current(&mut store.read().await.unwrap(), day(today)).await.unwrap().map(|plan| plan.slug)
}

async fn add_theme(store: &TestStore, plan_id: PlanId, slug: &str) -> bool {
    transact!(store.store, |tx| {
        let position = theme::next_position(tx, plan_id).await?;
        let (name, description) = (LocalizedText::french(slug), LocalizedText::default());
        let theme = Theme { id: tx.new_id(), plan_id, slug: slug.into(), name, description, position };
        theme::insert(tx, &theme).await
    })
    .unwrap()
}

on_both_engines! {
    async fn a_plan_is_read_as_it_was_written(store) {
        let (id, added) = add(store, "2026-2028", PlanState::Preparation, "2026-11-01", "2028-12-31").await;
        assert!(added);
        let mut reader = store.read().await.unwrap();
        let mut read = plan::find(&mut reader, id).await.unwrap().unwrap();
        assert_eq!(plan::find_by_slug(&mut reader, "2026-2028").await.unwrap().as_ref(), Some(&read));
        drop(reader);
        read.ogp_label = "Sixth plan".into();
        read.national_end = day("2029-01-31");
        transact!(store.store, |tx| plan::update(tx, &read).await).unwrap();
        assert_eq!(plan::find(&mut store.read().await.unwrap(), id).await.unwrap(), Some(read));
    }

    async fn two_plans_never_share_an_address(store) {
        add(store, "plan", PlanState::Ended, "2018-01-01", "2020-12-31").await;
        let (_, added) = add(store, "plan", PlanState::Preparation, "2026-01-01", "2028-12-31").await;
        assert!(!added);
        assert_eq!(plan::list(&mut store.read().await.unwrap()).await.unwrap().len(), 1);
    }

    async fn the_current_plan_is_the_one_in_preparation_else_the_one_in_force(store) {
        add(store, "ancien", PlanState::Ended, "2018-01-01", "2020-12-31").await;
        assert_eq!(current(store, "2019-06-01").await, None);
        let (id, _) = add(store, "suivant", PlanState::Published, "2024-01-01", "2026-12-31").await;
        assert_eq!(current(store, "2026-12-31").await.as_deref(), Some("suivant"));
        assert_eq!(current(store, "2027-01-01").await, None);
        add(store, "prochain", PlanState::Preparation, "2027-06-01", "2029-12-31").await;
        assert_eq!(current(store, "2026-12-31").await.as_deref(), Some("prochain"));
        transact!(store.store, |tx| plan::set_state(tx, id, PlanState::Ended, None).await).unwrap();
        let list = plan::list(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(list.iter().map(|plan| plan.slug.as_str()).collect::<Vec<_>>(), ["prochain", "suivant", "ancien"]);
        assert_eq!(list[1].state, PlanState::Ended);
    }

    async fn themes_keep_their_order_and_their_own_addresses(store) {
        let (plan_id, _) = add(store, "plan", PlanState::Preparation, "2026-01-01", "2028-12-31").await;
        assert!(add_theme(store, plan_id, "sante").await);
        assert!(add_theme(store, plan_id, "climat").await);
        assert!(!add_theme(store, plan_id, "sante").await);
        let mut themes = theme::list(&mut store.read().await.unwrap(), plan_id).await.unwrap();
        themes[0].position = 9;
        transact!(store.store, |tx| theme::update(tx, &themes[0]).await).unwrap();
        let mut reader = store.read().await.unwrap();
        let slugs = theme::list(&mut reader, plan_id).await.unwrap();
        assert_eq!(slugs.iter().map(|theme| theme.slug.as_str()).collect::<Vec<_>>(), ["climat", "sante"]);
        assert_eq!(theme::find(&mut reader, themes[0].id).await.unwrap().unwrap().position, 9);
    }

    async fn the_calendar_is_in_the_order_of_its_dates(store) {
        let (plan_id, _) = add(store, "plan", PlanState::Preparation, "2026-01-01", "2028-12-31").await;
        let mut phases = Vec::new();
        for (kind, start) in [(PhaseKind::Publication, "2026-09-01"), (PhaseKind::Launch, "2026-01-01")] {
            let phase = transact!(store.store, |tx| {
                let (id, published_at) = (tx.new_id(), tx.now());
                let (starts_on, ends_on, note) = (day(start), day("2026-12-31"), LocalizedText::default());
                let phase = Phase { id, plan_id, kind, starts_on, ends_on, note, published_at };
                phase::insert(tx, &phase).await.map(|()| phase)
            });
            phases.push(phase.unwrap());
        }
        phases.reverse();
        assert_eq!(phase::list(&mut store.read().await.unwrap(), plan_id).await.unwrap(), phases);
        phases[0].starts_on = day("2026-10-01");
        transact!(store.store, |tx| phase::update(tx, &phases[0]).await).unwrap();
        transact!(store.store, |tx| phase::delete(tx, phases[1].id).await).unwrap();
        let mut reader = store.read().await.unwrap();
        assert_eq!(phase::list(&mut reader, plan_id).await.unwrap(), phases[..1]);
        assert_eq!(phase::find(&mut reader, phases[1].id).await.unwrap(), None);
    }
}
