//! Support, mixed, against.

use fabrique_app::{Error, Result, position, position::Stand};
use fabrique_domain::{
    account::{Actor, Role},
    consultation::{Ballot, Consultation},
    proposal::{Position, ProposalState},
    time::DAY,
};
use fabrique_storage::{consultation, position as stored, position::Tally, transact};
use fabrique_testkit::{
    TestStore,
    contribution::{actor, published_proposal},
    on_both_engines,
};
use proptest::{
    prelude::{Strategy, any},
    strategy::ValueTree,
    test_runner::TestRunner,
};

use super::{Debate, citizen, rule};

impl Debate {
    async fn take(&self, store: &TestStore, who: &Actor, position: Position) -> Result<Stand> {
        transact!(store.store, |tx| position::take(who, tx, self.proposal.id, position).await)
    }

    async fn leave(&self, store: &TestStore, who: &Actor) -> Result<Stand> {
        transact!(store.store, |tx| position::withdraw(who, tx, self.proposal.id).await)
    }

    async fn tally(&self, store: &TestStore) -> Tally {
        let proposal = self.proposal_now(store).await;
        Tally { supports: proposal.supports, mixed: proposal.mixed, against: proposal.against }
    }
}

const fn tally(supports: i64, mixed: i64, against: i64) -> Tally {
    Tally { supports, mixed, against }
}

on_both_engines! {
    async fn a_position_is_counted_and_told_to_who_took_it(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let stand = debate.take(store, &camille, Position::Support).await.unwrap();
        assert_eq!(stand, Stand { position: Some(Position::Support), tally: tally(1, 0, 0) });
        let mine = position::mine(&camille, &mut store.read().await.unwrap(), debate.proposal.id).await.unwrap();
        assert_eq!(mine, Some(Position::Support));
        assert_eq!(debate.consultation_now(store).await.positions, 1);
    }

    async fn nobody_learns_what_another_said(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        debate.take(store, &camille, Position::Against).await.unwrap();
        for other in [citizen(store, "Dominique").await, debate.author(), Actor::Anonymous] {
            let theirs = position::mine(&other, &mut store.read().await.unwrap(), debate.proposal.id).await.unwrap();
            assert_eq!(theirs, None);
        }
    }

    async fn a_position_is_changed_and_taken_back_at_will(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        debate.take(store, &camille, Position::Support).await.unwrap();
        let changed = debate.take(store, &camille, Position::Against).await.unwrap();
        assert_eq!(changed.tally, tally(0, 0, 1));
        assert_eq!(debate.consultation_now(store).await.positions, 1, "still one person");
        let left = debate.leave(store, &camille).await.unwrap();
        assert_eq!(left, Stand { position: None, tally: tally(0, 0, 0) });
        assert_eq!(debate.consultation_now(store).await.positions, 0);
    }

    async fn saying_the_same_twice_changes_nothing_not_even_the_pages_kept_ready(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        debate.take(store, &camille, Position::Mixed).await.unwrap();
        let version = store.version();
        let again = debate.take(store, &camille, Position::Mixed).await.unwrap();
        assert_eq!((again.tally, store.version()), (tally(0, 1, 0), version));
        debate.leave(store, &camille).await.unwrap();
        let version = store.version();
        let again = debate.leave(store, &camille).await.unwrap();
        assert_eq!((again.tally, store.version()), (tally(0, 0, 0), version));
    }

    async fn a_double_click_counts_once(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let clicks = (0..8).map(|_| debate.take(store, &camille, Position::Support));
        for click in futures_util::future::join_all(clicks).await {
            assert_eq!(click.unwrap().tally, tally(1, 0, 0));
        }
        assert_eq!(debate.tally(store).await, tally(1, 0, 0));
        assert_eq!(debate.consultation_now(store).await.positions, 1);
    }

    async fn fifty_people_at_once_are_counted_exactly(store) {
        let debate = Debate::open(store).await;
        let mut crowd = Vec::new();
        for number in 0..50 {
            crowd.push(citizen(store, &format!("Personne {number}")).await);
        }
        let positions = [Position::Support, Position::Mixed, Position::Against];
        let taken = crowd.iter().zip(positions.iter().cycle()).map(|(who, what)| debate.take(store, who, *what));
        for outcome in futures_util::future::join_all(taken).await {
            outcome.unwrap();
        }
        assert_eq!(debate.tally(store).await, tally(17, 17, 16));
        assert_eq!(debate.consultation_now(store).await.positions, 50);
    }

    async fn the_author_takes_no_position_on_the_proposal(store) {
        let debate = Debate::open(store).await;
        let refused = debate.take(store, &debate.author(), Position::Support).await;
        assert_eq!(rule(refused), "position-own-proposal");
        assert_eq!(debate.tally(store).await, tally(0, 0, 0));
    }

    async fn a_ballot_of_support_only_refuses_the_rest(store) {
        let debate = Debate::open(store).await;
        let only = Consultation { ballot: Ballot::SupportOnly, ..debate.consultation.clone() };
        transact!(store.store, |tx| consultation::update(tx, &only).await).unwrap();
        let camille = citizen(store, "Camille").await;
        for position in [Position::Mixed, Position::Against] {
            assert_eq!(rule(debate.take(store, &camille, position).await), "position-not-offered");
        }
        assert_eq!(debate.take(store, &camille, Position::Support).await.unwrap().tally, tally(1, 0, 0));
    }

    async fn once_closed_nothing_is_said_nor_taken_back(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        debate.take(store, &camille, Position::Support).await.unwrap();
        store.clock.pass(30 * DAY);
        assert_eq!(rule(debate.leave(store, &camille).await), "debate-not-open");
        let late = citizen(store, "Dominique").await;
        assert_eq!(rule(debate.take(store, &late, Position::Support).await), "debate-not-open");
        assert_eq!(debate.tally(store).await, tally(1, 0, 0));
    }

    async fn a_proposal_that_left_the_list_takes_no_position_and_a_draft_does_not_exist(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        for state in [ProposalState::Hidden, ProposalState::Withdrawn] {
            debate.set(store, |proposal| proposal.state = state).await;
            assert_eq!(rule(debate.take(store, &camille, Position::Support).await), "debate-not-published");
        }
        debate.set(store, |proposal| proposal.state = ProposalState::Draft).await;
        let outcome = debate.take(store, &camille, Position::Support).await;
        assert!(matches!(outcome, Err(Error::NotFound)), "{outcome:?}");
    }

    async fn who_did_not_sign_in_is_asked_to_and_the_evaluator_stays_outside(store) {
        let debate = Debate::open(store).await;
        let outcome = debate.take(store, &Actor::Anonymous, Position::Support).await;
        assert!(matches!(outcome, Err(Error::SignInNeeded)), "{outcome:?}");
        let evaluator = actor(store, "Eve", &[Role::Evaluator]).await;
        let outcome = debate.take(store, &evaluator, Position::Support).await;
        assert!(matches!(outcome, Err(Error::Forbidden(_))), "{outcome:?}");
    }

    async fn after_any_sequence_the_counters_equal_what_people_say(store) {
        let debate = Debate::open(store).await;
        let mut people = Vec::new();
        for number in 0..4 {
            people.push(citizen(store, &format!("Personne {number}")).await);
        }
        let mut runner = TestRunner::deterministic();
        let acts = proptest::collection::vec((0..people.len(), any::<u8>()), 0..12);
        for case in 0..12 {
            let proposal = published_proposal(store, &debate.consultation, &debate.author, "Une autre idée").await;
            let debate = Debate { proposal, ..debate.clone() };
            for (who, what) in acts.new_tree(&mut runner).unwrap().current() {
                let outcome = match what % 4 {
                    0 => debate.leave(store, &people[who]).await,
                    1 => debate.take(store, &people[who], Position::Support).await,
                    2 => debate.take(store, &people[who], Position::Mixed).await,
                    _ => debate.take(store, &people[who], Position::Against).await,
                };
                outcome.unwrap();
            }
            let counted = stored::recount(&mut store.read().await.unwrap(), debate.proposal.id).await.unwrap();
            assert_eq!(Some(debate.tally(store).await), counted, "case {case}");
        }
    }
}
