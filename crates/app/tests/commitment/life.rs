//! From draft to public, and back out.

use fabrique_app::{Error, commitment, event};
use fabrique_domain::{
    account::Actor,
    commitment::{CommitmentState, Level},
    content::EventKind,
};
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use crate::stage::{Stage, line};

on_both_engines! {
    async fn what_is_published_lacked_nothing(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        transact!(store.store, |tx| commitment::submit(&stage.agent, tx, id, 1).await).unwrap();
        let outcome = transact!(store.store, |tx| commitment::publish(&stage.coordinator, tx, id, 2).await);
        let Err(Error::Invalid(faults)) = outcome else { panic!("{outcome:?}") };
        let lacks: Vec<_> = faults.0.iter().map(|(name, _)| *name).collect();
        assert_eq!(lacks, ["summary", "clause", "co_carrier", "milestone", "indicator"]);
        let told = commitment::lacks(&stage.coordinator, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!(told.iter().map(|lack| lack.code()).collect::<Vec<_>>(), lacks);
    }

    async fn a_whole_commitment_is_submitted_published_and_told(store) {
        let stage = Stage::set(store).await;
        let id = stage.published(Level::Commitment, None).await;
        let found = stage.found(id).await;
        assert_eq!(found.state, CommitmentState::Published);
        assert!(found.submitted_at.is_some() && found.published_at.is_some());
        assert!(commitment::read(&Actor::Anonymous, &mut store.read().await.unwrap(), id).await.is_ok());
        let news = event::list(&mut store.read().await.unwrap(), Some(stage.plan), None, 9).await.unwrap();
        assert_eq!(news.iter().map(|event| event.kind).collect::<Vec<_>>(), [EventKind::CommitmentPublished]);
    }

    async fn a_draft_is_not_published_unsubmitted_nor_under_an_unpublished_commitment(store) {
        let stage = Stage::set(store).await;
        let draft = stage.whole(Level::Commitment, None).await;
        let version = stage.version(draft).await;
        let outcome = transact!(store.store, |tx| commitment::publish(&stage.coordinator, tx, draft, version).await);
        assert!(matches!(outcome, Err(Error::Refused("commitment-not-submitted"))), "{outcome:?}");
        let action = stage.submitted(Level::Action, Some(draft)).await;
        let version = stage.version(action).await;
        let outcome = transact!(store.store, |tx| commitment::publish(&stage.coordinator, tx, action, version).await);
        assert!(matches!(outcome, Err(Error::Refused("commitment-parent-unpublished"))), "{outcome:?}");
    }

    async fn what_was_submitted_waits_for_the_coordinator_who_may_hand_it_back(store) {
        let stage = Stage::set(store).await;
        let id = stage.submitted(Level::Commitment, None).await;
        let version = stage.version(id).await;
        let outcome = transact!(store.store, |tx| commitment::submit(&stage.agent, tx, id, version).await);
        assert!(matches!(outcome, Err(Error::Refused("commitment-submitted"))), "{outcome:?}");
        let reason = line("Il manque la date du premier jalon.");
        transact!(store.store, |tx| commitment::hand_back(&stage.coordinator, tx, id, version, &reason).await).unwrap();
        let found = stage.found(id).await;
        assert_eq!((found.state, found.state_reason.as_str()), (CommitmentState::Draft, &*reason));
        transact!(store.store, |tx| commitment::submit(&stage.agent, tx, id, found.version).await).unwrap();
    }

    async fn what_is_withdrawn_still_says_so_at_its_address_and_changes_no_more(store) {
        let stage = Stage::set(store).await;
        let id = stage.published(Level::Commitment, None).await;
        let version = stage.version(id).await;
        let reason = line("Repris par la loi du 4 mars.");
        transact!(store.store, |tx| commitment::withdraw(&stage.coordinator, tx, id, version, &reason).await).unwrap();
        let sheet = commitment::read(&Actor::Anonymous, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!((sheet.commitment.state, sheet.commitment.state_reason), (CommitmentState::Withdrawn, reason.to_string()));
        let outcome = transact!(store.store, |tx| commitment::submit(&stage.coordinator, tx, id, version + 1).await);
        assert!(matches!(outcome, Err(Error::Refused("commitment-withdrawn"))), "{outcome:?}");
        let list = commitment::of_plan(&mut store.read().await.unwrap(), stage.plan, Default::default()).await.unwrap();
        assert_eq!(list.total, 0);
    }

    async fn a_commitment_with_actions_is_not_withdrawn_under_them(store) {
        let stage = Stage::set(store).await;
        let id = stage.published(Level::Commitment, None).await;
        stage.published(Level::Action, Some(id)).await;
        let (version, reason) = (stage.version(id).await, line("Abandonné par le comité."));
        let outcome =
            transact!(store.store, |tx| commitment::withdraw(&stage.coordinator, tx, id, version, &reason).await);
        assert!(matches!(outcome, Err(Error::Refused("commitment-has-actions"))), "{outcome:?}");
    }

    async fn a_plan_is_publishable_with_a_commitment_and_nothing_undecided(store) {
        let stage = Stage::set(store).await;
        let check = async || commitment::check_plan_publishable(&mut store.read().await.unwrap(), stage.plan).await;
        assert!(matches!(check().await, Err(Error::Refused("plan-without-commitment"))));
        stage.published(Level::Commitment, None).await;
        check().await.unwrap();
        stage.submitted(Level::Initiative, None).await;
        assert!(matches!(check().await, Err(Error::Refused("plan-with-undecided"))));
    }

    async fn an_agent_of_another_institution_neither_reads_nor_changes_a_draft(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let stranger = fabrique_testkit::contribution::actor(store, "Sacha", &[fabrique_domain::account::Role::Agent]).await;
        let read = commitment::read(&stranger, &mut store.read().await.unwrap(), id).await;
        assert!(matches!(read, Err(Error::NotFound)));
        let outcome = transact!(store.store, |tx| commitment::submit(&stranger, tx, id, 1).await);
        assert!(matches!(outcome, Err(Error::Forbidden(_))), "{outcome:?}");
    }
}
