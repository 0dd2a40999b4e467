//! Proposals are listed a page at a time in every order, and counted as they move.

use fabrique_domain::{
    account::AuthorKind,
    id::{Id, ProposalId, ResponseId},
    proposal::{Proposal, ProposalState, ProposalVersion},
};
use fabrique_storage::{
    Error, consultation,
    proposal::{self, AnswerState, Cursor, Direction, Filter, Order, ProposalItem},
    testing, transact,
};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal, some_proposal},
    on_both_engines,
};
use uuid::Uuid;

async fn page(
    store: &TestStore,
    of: &Proposal,
    filter: &Filter,
    order: Order,
    cursor: Option<Cursor>,
) -> Vec<ProposalItem> {
    let mut reader = store.read().await.unwrap();
    proposal::list(&mut reader, of.consultation_id, filter, order, cursor, 3).await.unwrap()
}

fn cursor(direction: Direction, item: &ProposalItem) -> Option<Cursor> {
    Some(Cursor { direction, key: item.key, id: item.id })
}

/// Every page in turn, and back again: both ways must tell the same.
async fn walk(store: &TestStore, of: &Proposal, filter: &Filter, order: Order) -> Vec<ProposalId> {
    let mut pages = vec![page(store, of, filter, order, None).await];
    while let Some(last) = pages.last().and_then(|page| page.last()) {
        pages.push(page(store, of, filter, order, cursor(Direction::After, last)).await);
    }
    pages.pop();
    for two in pages.windows(2) {
        let before = page(store, of, filter, order, cursor(Direction::Before, &two[1][0])).await;
        assert_eq!(before, two[0], "{order:?} read backwards");
    }
    pages.concat().iter().map(|item| item.id).collect()
}

/// Ten proposals, one a minute, of which the third was answered and the last two are no longer public.
async fn ten(store: &TestStore) -> Vec<Proposal> {
    let consultation = open_consultation(store, "dix").await;
    let author = person(store, "Camille Rivière", &[]).await;
    let mut all = Vec::new();
    for number in 0..10_i64 {
        store.clock.pass(60_000_000);
        let proposal = transact!(store.store, |tx| {
            let mut proposal = some_proposal(tx, consultation.id, &author, &format!("Proposition numéro {number}"));
            proposal.historic_supports = number % 4;
            proposal.author_kind = if number < 5 { AuthorKind::Citizen } else { AuthorKind::Agent };
            proposal::insert(tx, &proposal).await?;
            Ok::<_, Error>(proposal)
        });
        all.push(proposal.unwrap());
    }
    change(store, &all[2], |proposal| {
        proposal.response_id = Some(ResponseId::from_uuid(Uuid::from_u128(7)));
        proposal.answered_at = Some(proposal.updated_at);
    })
    .await;
    change(store, &all[8], |proposal| proposal.state = ProposalState::Withdrawn).await;
    change(store, &all[9], |proposal| proposal.state = ProposalState::Hidden).await;
    all
}

async fn change(store: &TestStore, proposal: &Proposal, how: impl Fn(&mut Proposal)) {
    let outcome = transact!(store.store, |tx| {
        let before = proposal::find(tx, proposal.id).await?.unwrap();
        let mut after = before.clone();
        how(&mut after);
        proposal::update(tx, &before, &after).await
    });
    outcome.unwrap();
}

fn ids(of: &[Proposal], numbers: &[usize]) -> Vec<ProposalId> {
    numbers.iter().map(|number| of[*number].id).collect()
}

on_both_engines! {
    async fn a_proposal_is_read_back_as_it_was_written(store) {
        let consultation = open_consultation(store, "lue").await;
        let author = person(store, "Noé Laforêt", &[]).await;
        let written = published_proposal(store, &consultation, &author, "Publier les agendas").await;
        let mut reader = store.read().await.unwrap();
        assert_eq!(proposal::find(&mut reader, written.id).await.unwrap(), Some(written.clone()));
        assert_eq!(proposal::version(&mut reader, written.id, 1).await.unwrap(), Some(ProposalVersion::of(&written)));
        assert_eq!(proposal::version(&mut reader, written.id, 2).await.unwrap(), None);
        assert_eq!(proposal::by_author(&mut reader, author.account.id).await.unwrap(), vec![written]);
    }

    async fn every_order_lists_each_public_proposal_once_both_ways(store) {
        let all = ten(store).await;
        let any = Filter::default();
        let recent = walk(store, &all[0], &any, Order::Recent).await;
        assert_eq!(recent, ids(&all, &[7, 6, 5, 4, 3, 2, 1, 0]));
        assert_eq!(walk(store, &all[0], &any, Order::Oldest).await, ids(&all, &[0, 1, 2, 3, 4, 5, 6, 7]));
        assert_eq!(walk(store, &all[0], &any, Order::Supported).await, ids(&all, &[7, 3, 6, 2, 5, 1, 4, 0]));
        assert_eq!(walk(store, &all[0], &any, Order::Discussed).await, recent, "equal: the most recent first");
    }

    async fn the_random_order_goes_round_from_any_seed_and_is_the_same_every_time(store) {
        let all = ten(store).await;
        let mut firsts = std::collections::BTreeSet::new();
        for seed in [0, i64::MAX / 5, i64::MAX / 2, i64::MAX - 1, i64::MAX] {
            let first = walk(store, &all[0], &Filter::default(), Order::Random(seed)).await;
            let again = walk(store, &all[0], &Filter::default(), Order::Random(seed)).await;
            assert_eq!(first, again);
            firsts.insert(first[0]);
            let mut sorted = first;
            sorted.sort();
            assert_eq!(sorted, ids(&all, &[0, 1, 2, 3, 4, 5, 6, 7]), "each once from {seed}");
        }
        assert!(firsts.len() > 1, "another seed begins elsewhere");
    }

    async fn filters_narrow_every_order(store) {
        let all = ten(store).await;
        let awaiting = Filter { answer: Some(AnswerState::Awaiting), ..Filter::default() };
        assert_eq!(walk(store, &all[0], &awaiting, Order::Oldest).await, ids(&all, &[0, 1, 3, 4, 5, 6, 7]));
        let answered = Filter { answer: Some(AnswerState::Answered), ..Filter::default() };
        assert_eq!(walk(store, &all[0], &answered, Order::Recent).await, ids(&all, &[2]));
        let agents = Filter { author_kind: Some(AuthorKind::Agent), ..Filter::default() };
        assert_eq!(walk(store, &all[0], &agents, Order::Recent).await, ids(&all, &[7, 6, 5]));
        let consultation = consultation::find(&mut store.read().await.unwrap(), all[0].consultation_id).await.unwrap();
        let plan = consultation.unwrap().plan_id;
        let theme = transact!(store.store, |tx| testing::plant_theme(tx, plan, "donnees").await).unwrap();
        change(store, &all[4], |proposal| proposal.theme_id = Some(theme)).await;
        let of_theme = Filter { themes: vec![theme], ..Filter::default() };
        assert_eq!(walk(store, &all[0], &of_theme, Order::Random(5)).await, ids(&all, &[4]));
    }

    async fn counts_follow_each_proposal_as_it_moves(store) {
        let all = ten(store).await;
        let mut reader = store.read().await.unwrap();
        let kept = consultation::find(&mut reader, all[0].consultation_id).await.unwrap().unwrap();
        assert_eq!((kept.proposals, kept.answered), (8, 1));
        let mut facets = proposal::facets(&mut reader, kept.id).await.unwrap();
        facets.sort_by_key(|count| (count.author_kind, count.answer));
        let told: Vec<_> = facets.iter().map(|count| (count.author_kind, count.answer, count.proposals)).collect();
        assert_eq!(told, vec![
            (AuthorKind::Agent, AnswerState::Awaiting, 3),
            (AuthorKind::Citizen, AnswerState::Awaiting, 4),
            (AuthorKind::Citizen, AnswerState::Answered, 1),
        ]);
    }

    async fn only_a_draft_is_ever_deleted(store) {
        let all = ten(store).await;
        assert!(!transact!(store.store, |tx| proposal::delete_draft(tx, all[0].id).await).unwrap());
        change(store, &all[0], |proposal| proposal.state = ProposalState::Draft).await;
        assert!(transact!(store.store, |tx| proposal::delete_draft(tx, all[0].id).await).unwrap());
    }

    async fn the_thousandth_page_is_found_through_an_index_without_sorting(store) {
        let consultation = open_consultation(store, "long").await;
        let author = person(store, "Camille Rivière", &[]).await;
        let plans = transact!(store.store, |tx| {
            for number in 0..3_000 {
                let mut proposal = some_proposal(tx, consultation.id, &author, &format!("Proposition {number}"));
                proposal.historic_supports = number % 50;
                proposal.published_at = Some(proposal.created_at.plus(number));
                proposal::insert(tx, &proposal).await?;
            }
            let middle = some_proposal(tx, consultation.id, &author, "Au milieu");
            let mut plans = Vec::new();
            for (order, key) in [
                (Order::Recent, consultation.created_at.micros()),
                (Order::Oldest, consultation.created_at.micros()),
                (Order::Supported, 25),
                (Order::Discussed, 0),
                (Order::Random(i64::MAX / 2), i64::MAX / 3),
            ] {
                let cursor = Some(Cursor { direction: Direction::After, key, id: middle.id });
                for cursor in [None, cursor] {
                    let plan = testing::explain_list(tx, consultation.id, &Filter::default(), order, cursor).await?;
                    plans.push((order, plan));
                }
            }
            Ok::<_, Error>(plans)
        })
        .unwrap();
        for (order, plan) in plans {
            assert!(plan.contains("proposals_by_"), "{order:?}: {plan}");
            assert!(!plan.contains("TEMP B-TREE") && !plan.contains("Sort") && !plan.contains("Seq Scan on proposals"), "{order:?}: {plan}");
        }
    }

    async fn a_filter_that_keeps_little_reads_the_index_and_not_the_texts(store) {
        let consultation = open_consultation(store, "filtres").await;
        let author = person(store, "Camille Rivière", &[]).await;
        let theme = transact!(store.store, |tx| testing::plant_theme(tx, consultation.plan_id, "rare").await).unwrap();
        let plans = transact!(store.store, |tx| {
            for number in 0..3_000 {
                let mut proposal = some_proposal(tx, consultation.id, &author, &format!("Proposition {number}"));
                proposal.published_at = Some(proposal.created_at.plus(number));
                proposal.theme_id = (number % 100 == 0).then_some(theme);
                proposal.author_kind = if number % 50 == 0 { AuthorKind::Agent } else { AuthorKind::Citizen };
                proposal::insert(tx, &proposal).await?;
            }
            let by_theme = Filter { themes: vec![theme], ..Filter::default() };
            let by_kind = Filter { author_kind: Some(AuthorKind::Agent), ..Filter::default() };
            let answered = Filter { answer: Some(AnswerState::Answered), ..Filter::default() };
            let all = Filter { answer: Some(AnswerState::Awaiting), author_kind: Some(AuthorKind::Agent), ..by_theme.clone() };
            let mut plans = Vec::new();
            for filter in [by_theme, by_kind, answered, all] {
                for order in [Order::Recent, Order::Oldest, Order::Supported, Order::Discussed, Order::Random(7)] {
                    let plan = testing::explain_list(tx, consultation.id, &filter, order, None).await?;
                    plans.push((filter.clone(), order, plan));
                }
            }
            Ok::<_, Error>(plans)
        })
        .unwrap();
        for (filter, order, plan) in plans {
            assert!(plan.contains("proposals_by_") || plan.contains("proposals_awaiting"), "{filter:?} {order:?}: {plan}");
            assert!(!plan.contains("Seq Scan on proposals") && !plan.contains("TEMP B-TREE"), "{filter:?} {order:?}: {plan}");
        }
    }
}
