//! Lists and what they are narrowed to.

use fabrique_app::{
    Error,
    commitment::{self, Fields, PlanFilter},
};
use fabrique_domain::commitment::Level;
use fabrique_storage::{commitment::search::Filter, testing, transact};
use fabrique_testkit::on_both_engines;

use crate::stage::{Stage, fields, line};

on_both_engines! {
    async fn the_list_of_a_plan_counts_what_each_filter_would_leave(store) {
        let stage = Stage::set(store).await;
        let commitment = stage.published(Level::Commitment, None).await;
        stage.published(Level::Action, Some(commitment)).await;
        let initiative = stage.published(Level::Initiative, None).await;
        stage.draft(&stage.agent, Level::Commitment, None).await;
        let version = stage.version(initiative).await;
        transact!(store.store, |tx| {
            commitment::set_carriers(&stage.coordinator, tx, initiative, version, &[stage.lead()], &line("Il ne reste que le pilote.")).await
        })
        .unwrap();
        let with = |filter| async move {
            commitment::of_plan(&mut store.read().await.unwrap(), stage.plan, filter).await.unwrap()
        };
        let all = with(PlanFilter::default()).await;
        assert_eq!((all.total, all.shown), (3, 3));
        let co_carried = PlanFilter { organisation_id: Some(stage.association), ..PlanFilter::default() };
        let narrowed = with(co_carried).await;
        assert_eq!((narrowed.total, narrowed.shown), (3, 2));
        let levels: Vec<_> = narrowed.levels.iter().map(|facet| (facet.value, facet.count)).collect();
        assert_eq!(levels, [(Level::Commitment, 1), (Level::Action, 1), (Level::Initiative, 0)]);
        let organisations: Vec<_> = narrowed.organisations.iter().map(|facet| facet.count).collect();
        assert_eq!(organisations, [3, 2], "a filter does not count itself");
        assert_eq!(narrowed.groups.len(), 1);
    }

    async fn the_list_of_all_plans_is_read_page_by_page_without_a_gap(store) {
        let stage = Stage::set(store).await;
        let mut expected = Vec::new();
        for turn in 0..23 {
            store.clock.pass(turn % 2);
            expected.push(stage.published(Level::Initiative, None).await);
        }
        let page = async |mark| commitment::all(&mut store.read().await.unwrap(), &Filter::default(), mark).await.unwrap();
        let first = page(None).await;
        assert_eq!(first.entries.len(), 20);
        let last = page(first.next).await;
        assert_eq!(last.next, None);
        let mut seen: Vec<_> = first.entries.iter().chain(&last.entries).map(|entry| entry.card.id).collect();
        seen.sort();
        expected.sort();
        assert_eq!(seen, expected);
    }

    async fn the_list_of_all_plans_counts_what_each_plan_level_theme_and_organisation_would_leave(store) {
        let stage = Stage::set(store).await;
        let commitment = stage.published(Level::Commitment, None).await;
        let initiative = stage.published(Level::Initiative, None).await;
        stage.draft(&stage.agent, Level::Commitment, None).await;
        let version = stage.version(initiative).await;
        transact!(store.store, |tx| {
            let theme_id = Some(testing::plant_theme(tx, stage.plan, "justice").await.map_err(Error::from)?);
            commitment::set_carriers(&stage.coordinator, tx, initiative, version, &[stage.lead()], &line("Il ne reste que le pilote.")).await?;
            let justice = Fields { theme_id, ..fields(Level::Initiative, None) };
            commitment::edit(&stage.coordinator, tx, initiative, version + 1, &justice).await
        })
        .unwrap();
        let with = async |filter: Filter| commitment::all(&mut store.read().await.unwrap(), &filter, None).await.unwrap();
        let shown = |listing: &commitment::Listing| listing.entries.iter().map(|entry| entry.card.id).collect::<Vec<_>>();
        let all = with(Filter::default()).await;
        assert_eq!((all.plans[0], all.levels.len(), all.entries.len()), ((stage.plan, 2), 2, 2));
        assert_eq!(all.bearers.iter().map(|bearer| bearer.commitments).collect::<Vec<_>>(), [1, 2]);
        let co_carried = with(Filter { organisation_id: Some(stage.association), ..Filter::default() }).await;
        assert_eq!(shown(&co_carried), [commitment]);
        assert_eq!((co_carried.levels.as_slice(), co_carried.bearers.len()), (&[(Level::Commitment, 1)][..], 2));
        let justice = with(Filter { theme: Some("justice".into()), ..Filter::default() }).await;
        assert_eq!((shown(&justice), justice.themes[0].commitments), (vec![initiative], 1));
        assert!(with(Filter { level: Some(Level::Action), ..Filter::default() }).await.entries.is_empty());
        let other = fabrique_domain::id::Id::from_uuid(uuid::Uuid::from_u128(7));
        assert!(with(Filter { organisation_id: Some(other), ..Filter::default() }).await.entries.is_empty());
        let carried = commitment::carried_by(&mut store.read().await.unwrap(), stage.association, 9).await.unwrap();
        assert_eq!(carried.iter().map(|carried| carried.id).collect::<Vec<_>>(), [commitment]);
    }

    async fn those_who_write_see_drafts_each_their_own(store) {
        let stage = Stage::set(store).await;
        let theirs = stage.draft(&stage.agent, Level::Commitment, None).await;
        let other = stage.draft(&stage.coordinator, Level::Commitment, None).await;
        let seen = async |actor: &_| {
            let mut reader = store.read().await.unwrap();
            let cards = commitment::being_written(actor, &mut reader, stage.plan).await.unwrap();
            cards.into_iter().map(|card| card.id).collect::<Vec<_>>()
        };
        assert_eq!(seen(&stage.coordinator).await, [theirs, other]);
        assert_eq!(seen(&stage.agent).await, [theirs]);
    }
    async fn each_commitment_of_the_desk_leads_where_its_reader_may_go(store) {
        let stage = Stage::set(store).await;
        stage.draft(&stage.agent, Level::Commitment, None).await;
        let submitted = stage.draft(&stage.agent, Level::Commitment, None).await;
        let version = stage.version(submitted).await;
        transact!(store.store, |tx| commitment::submit(&stage.agent, tx, submitted, version).await).unwrap();
        stage.published(Level::Commitment, None).await;
        let withdrawn = stage.published(Level::Initiative, None).await;
        let (version, reason) = (stage.version(withdrawn).await, line("Repris par la loi du 4 mars."));
        transact!(store.store, |tx| commitment::withdraw(&stage.coordinator, tx, withdrawn, version, &reason).await)
            .unwrap();
        for (actor, rooms) in [(&stage.agent, 1), (&stage.coordinator, 3)] {
            let mut reader = store.read().await.unwrap();
            let cards = commitment::being_written(actor, &mut reader, stage.plan).await.unwrap();
            let mut opened = 0;
            for card in &cards {
                let in_its_room = commitment::opens_in_its_room(actor, card);
                assert_eq!(commitment::may_change(actor, &mut reader, card.id).await.unwrap(), in_its_room, "{card:?}");
                commitment::read(actor, &mut reader, card.id).await.unwrap();
                opened += usize::from(in_its_room);
            }
            assert_eq!((opened, cards.len()), (rooms, 4));
        }
    }
}
