//! Reports wait in a queue until they are closed; acts are counted for everybody to read.

use fabrique_domain::{
    account::Person,
    id::{ArgumentId, Id, ProposalId},
    moderation::{Act, Ground, ModerationAct, Report, ReportState, Subject, SubjectKind},
};
use fabrique_storage::{
    Error,
    moderation::{self, ActCount, ReportCount},
    transact,
};
use fabrique_testkit::{TestStore, contribution::person, on_both_engines};
use uuid::Uuid;

fn proposal() -> Subject {
    Subject::Proposal(ProposalId::from_uuid(Uuid::from_u128(1)))
}

fn argument() -> Subject {
    Subject::Argument(ArgumentId::from_uuid(Uuid::from_u128(2)))
}

async fn report(store: &TestStore, subject: Subject, reporter: Option<&Person>) -> Report {
    store.clock.pass(1_000);
    transact!(store.store, |tx| {
        let report = Report {
            id: tx.new_id(),
            subject,
            reporter_id: reporter.map(|person| person.account.id),
            ground: Ground::Flooding,
            reason: "Le même texte dix fois.".to_owned(),
            created_at: tx.now(),
        };
        moderation::report(tx, &report).await?;
        Ok::<_, Error>(report)
    })
    .unwrap()
}

async fn act(store: &TestStore, subject: Subject, act: Act, ground: Option<Ground>) -> ModerationAct {
    store.clock.pass(1_000);
    transact!(store.store, |tx| {
        let reason = "Une raison.".to_owned();
        let done = ModerationAct { id: tx.new_id(), subject, act, ground, reason, decided_at: tx.now() };
        moderation::record_act(tx, &done, None).await?;
        Ok::<_, Error>(done)
    })
    .unwrap()
}

on_both_engines! {
    async fn the_oldest_report_is_read_first_and_closed_ones_are_gone(store) {
        let camille = person(store, "Camille", &[]).await;
        let (first, second) = (report(store, proposal(), Some(&camille)).await, report(store, argument(), None).await);
        let third = report(store, proposal(), None).await;
        let reader = &mut store.read().await.unwrap();
        assert_eq!(moderation::queue(reader, None, 2).await.unwrap(), [first.clone(), second.clone()]);
        assert_eq!(moderation::queue(reader, Some(second.id), 2).await.unwrap(), [third]);
        assert_eq!(moderation::open_reports_on(reader, proposal()).await.unwrap(), 2);
        assert_eq!(moderation::about(reader, argument()).await.unwrap(), std::slice::from_ref(&second));
        assert!(moderation::has_reported(reader, proposal(), camille.account.id).await.unwrap());
        assert!(!moderation::has_reported(reader, argument(), camille.account.id).await.unwrap());
        let closed = transact!(store.store, |tx| moderation::close(tx, proposal(), ReportState::Upheld).await).unwrap();
        assert_eq!((closed, moderation::queue(reader, None, 9).await.unwrap()), (2, vec![second]));
        assert_eq!(moderation::report_counts(reader).await.unwrap(), [
            ReportCount { state: ReportState::Open, reports: 1 },
            ReportCount { state: ReportState::Upheld, reports: 2 },
        ]);
    }

    async fn acts_are_told_in_order_and_in_numbers(store) {
        let hidden = act(store, argument(), Act::Hide, Some(Ground::Hatred)).await;
        let restored = act(store, argument(), Act::Restore, None).await;
        let other = act(store, proposal(), Act::Hide, Some(Ground::Hatred)).await;
        let reader = &mut store.read().await.unwrap();
        assert_eq!(moderation::last_act(reader, argument()).await.unwrap(), Some(restored.clone()));
        assert_eq!(moderation::acts(reader, None, 2).await.unwrap(), [other, restored.clone()]);
        assert_eq!(moderation::acts(reader, Some(restored.id), 2).await.unwrap(), [hidden]);
        let count = |subject_kind, act, ground| ActCount { subject_kind, act, ground, acts: 1 };
        assert_eq!(moderation::act_counts(reader).await.unwrap(), [
            count(SubjectKind::Argument, Act::Hide, Some(Ground::Hatred)),
            count(SubjectKind::Argument, Act::Restore, None),
            count(SubjectKind::Proposal, Act::Hide, Some(Ground::Hatred)),
        ]);
    }
}
