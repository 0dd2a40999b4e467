//! Reading: lists by key, the trace in both directions, and what is not for everybody.

use fabrique_app::{
    Error,
    response::{self, Standing},
};
use fabrique_domain::{
    account::Actor,
    proposal::{Proposal, ProposalState},
    response::{AnswerState, Decision, ResponseState},
};
use fabrique_storage::{
    proposal,
    response::{DeskFilter, PublicFilter, UnansweredFilter},
    transact,
};
use fabrique_testkit::on_both_engines;

use crate::bureau::{Bureau, find};

on_both_engines! {
    async fn from_a_contribution_one_reads_its_answer_and_the_clause_it_changed(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let id = bureau.published(store, &bureau.taken_up(&[proposal.id])).await;
        let proposal = find(store, proposal.id).await;
        let standing = response::standing(&mut store.read().await.unwrap(), &proposal, &bureau.consultation).await;
        let Standing::Answered(answer) = standing.unwrap() else { panic!("it is answered") };
        assert_eq!((answer.answer.response_id, answer.answer.decision), (id, Decision::TakenUp));
        assert_eq!(answer.answer.institution_name, "Ministère des Essais");
        let clause = &answer.clauses[0];
        assert_eq!((clause.clause_id, clause.clause_version), (bureau.clause.id, 1));
        assert_eq!(clause.commitment_title.fr, "Publier les avis");
    }

    async fn from_a_clause_one_reads_every_contribution_behind_it_page_by_page(store) {
        let bureau = Bureau::open(store).await;
        let mut ids = Vec::new();
        for number in 0..5 {
            ids.push(bureau.proposal(store, &format!("Publier le délai {number}")).await.id);
            store.clock.pass(1_000_000);
        }
        bureau.published(store, &bureau.taken_up(&ids[..2])).await;
        bureau.published(store, &bureau.taken_up(&ids[2..])).await;
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = response::behind_clause(&mut store.read().await.unwrap(), bureau.clause.id, after, 2).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.published_at, last.proposal_id));
            seen.extend(page.iter().map(|row| row.proposal_id));
        }
        assert_eq!(seen, ids);
        let whole = response::behind_commitment(&mut store.read().await.unwrap(), bureau.clause.commitment_id, None, 10).await;
        assert_eq!(whole.unwrap().len(), 5);
    }

    async fn an_awaited_answer_says_since_when_and_until_when(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        store.clock.pass_days(12);
        let standing = response::standing(&mut store.read().await.unwrap(), &proposal, &bureau.consultation).await;
        let Standing::Awaited(waiting) = standing.unwrap() else { panic!("it is awaited") };
        assert_eq!((waiting.days, waiting.state), (12, AnswerState::Awaited));
        store.clock.pass_days(49);
        let standing = response::standing(&mut store.read().await.unwrap(), &proposal, &bureau.consultation).await;
        assert!(matches!(standing.unwrap(), Standing::Awaited(waiting) if waiting.state == AnswerState::Late));
    }

    async fn a_draft_is_nobody_elses_business(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let id = bureau.draft(store, &bureau.words(&[proposal.id])).await;
        for actor in [&Actor::Anonymous, bureau.author(), &bureau.stranger] {
            let outcome = response::read(actor, &mut store.read().await.unwrap(), id).await;
            assert!(matches!(outcome, Err(Error::NotFound)), "{outcome:?}");
        }
        let filter = PublicFilter::default();
        assert!(response::published(&mut store.read().await.unwrap(), &filter, None, 10).await.unwrap().is_empty());
    }

    async fn the_public_list_is_filtered_and_paged_by_key(store) {
        let bureau = Bureau::open(store).await;
        let mut ids = Vec::new();
        for number in 0..3 {
            let proposal = bureau.proposal(store, &format!("Publier le délai {number}")).await;
            ids.push(bureau.published(store, &bureau.words(&[proposal.id])).await);
            store.clock.pass(1_000_000);
        }
        let proposal = bureau.proposal(store, "Publier les avis").await;
        bureau.published(store, &bureau.taken_up(&[proposal.id])).await;
        let filter = PublicFilter {
            decision: Some(Decision::OutOfScope),
            institution: Some(bureau.cast.institution),
            consultation: Some(bureau.consultation.id),
        };
        let first = response::published(&mut store.read().await.unwrap(), &filter, None, 2).await.unwrap();
        assert_eq!(first.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[2], ids[1]]);
        assert_eq!((first[0].contributions, first[0].first_title.as_deref()), (1, Some("Publier le délai 2")));
        let after = Some((first[1].published_at.unwrap(), first[1].id));
        let second = response::published(&mut store.read().await.unwrap(), &filter, after, 2).await.unwrap();
        assert_eq!(second.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[0]]);
        let other = PublicFilter { institution: Some(bureau.elsewhere), ..PublicFilter::default() };
        assert!(response::published(&mut store.read().await.unwrap(), &other, None, 2).await.unwrap().is_empty());
    }

    async fn the_title_of_a_hidden_contribution_leaves_the_list(store) {
        let bureau = Bureau::open(store).await;
        let planted = bureau.proposal(store, "Insulter les ministres").await;
        bureau.published(store, &bureau.words(&[planted.id])).await;
        let hidden = transact!(store.store, |tx| {
            let before = proposal::find(tx, planted.id).await?.ok_or(Error::NotFound)?;
            let after = Proposal { state: ProposalState::Hidden, ..before.clone() };
            Ok::<_, Error>(proposal::update(tx, &before, &after).await?)
        });
        hidden.unwrap();
        let rows = response::published(&mut store.read().await.unwrap(), &PublicFilter::default(), None, 2).await.unwrap();
        assert_eq!((rows[0].contributions, rows[0].first_title.as_deref()), (1, None));
    }

    async fn the_desk_lists_what_nobody_answers_yet_the_oldest_first(store) {
        let bureau = Bureau::open(store).await;
        let mut ids = Vec::new();
        for number in 0..4 {
            ids.push(bureau.proposal(store, &format!("Publier le délai {number}")).await.id);
            store.clock.pass(1_000_000);
        }
        bureau.draft(store, &bureau.words(&[ids[1]])).await;
        bureau.published(store, &bureau.words(&[ids[0]])).await;
        let filter = UnansweredFilter { consultation: bureau.consultation.id, theme: None, author_kind: None };
        let list = response::unanswered(bureau.agent(), &mut store.read().await.unwrap(), &filter, None, 10).await.unwrap();
        assert_eq!(list.iter().map(|row| row.id).collect::<Vec<_>>(), ids[2..]);
        let kind = Some(fabrique_domain::account::AuthorKind::Agent);
        let filter = UnansweredFilter { author_kind: kind, ..filter };
        let list = response::unanswered(bureau.agent(), &mut store.read().await.unwrap(), &filter, None, 10).await;
        assert!(list.unwrap().is_empty());
    }

    async fn the_desk_of_an_agent_shows_the_drafts_of_the_institution(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let id = bureau.draft(store, &bureau.words(&[proposal.id])).await;
        let institution = Some(bureau.cast.institution);
        let filter = DeskFilter { state: ResponseState::Draft, institution, consultation: None };
        let own = response::in_progress(&bureau.colleague, &mut store.read().await.unwrap(), &filter, None, 10).await;
        assert_eq!(own.unwrap()[0].id, id);
        let foreign = response::in_progress(&bureau.stranger, &mut store.read().await.unwrap(), &filter, None, 10).await;
        assert!(matches!(foreign, Err(Error::Forbidden(_))), "{foreign:?}");
        let choices = response::choices(bureau.agent(), &mut store.read().await.unwrap(), bureau.consultation.id).await;
        let choices = choices.unwrap();
        assert_eq!((choices.institutions.len(), choices.clauses.len()), (1, 1));
    }
}
