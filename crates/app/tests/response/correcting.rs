//! Corrections: in the open, with a reason, what was said before kept.

use fabrique_app::{
    Error,
    response::{self, Correction, Seen},
    transparency,
};
use fabrique_domain::{
    account::Actor,
    response::{Decision, ResponseReason},
};
use fabrique_storage::{commitment, transact};
use fabrique_testkit::{TestStore, on_both_engines};

use crate::bureau::{Bureau, REASON, mail, reason};

fn correction(bureau: &Bureau) -> Correction {
    Correction {
        decision: Decision::PartlyTakenUp,
        reason: ResponseReason::parse("Nous publierons la médiane, mais pas encore guichet par guichet.").unwrap(),
        reason_en: None,
        merged_into: None,
        clauses: vec![bureau.clause.id],
        note: reason("Le décret a changé."),
    }
}

async fn correct(store: &TestStore, actor: &Actor, seen: Seen, input: &Correction) -> Result<(), Error> {
    let platform = store.platform();
    transact!(store.store, |tx| response::correct(&platform, actor, tx, seen, input).await)
}

on_both_engines! {
    async fn a_correction_keeps_what_was_said_and_why_it_changed(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let id = bureau.published(store, &bureau.words(&[proposal.id])).await;
        mail(store).await;
        correct(store, bureau.coordinator(), Seen { id, version: 1 }, &correction(&bureau)).await.unwrap();
        let page = response::read(&Actor::Anonymous, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!((page.response.version, page.response.decision), (2, Decision::PartlyTakenUp));
        let before = &page.versions[0];
        assert_eq!((before.version, before.decision, before.reason.fr.as_str()), (1, Decision::OutOfScope, REASON));
        assert_eq!(before.note, "Le décret a changé.");
        let told = mail(store).await;
        assert!(told.len() == 1 && told[0].text.contains("Le décret a changé."), "{told:?}");
    }

    async fn figures_and_clauses_follow_the_correction(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let id = bureau.published(store, &bureau.words(&[proposal.id])).await;
        correct(store, bureau.coordinator(), Seen { id, version: 1 }, &correction(&bureau)).await.unwrap();
        let reader = &mut store.read().await.unwrap();
        let figures = transparency::overall(reader).await.unwrap();
        let counted: Vec<_> = figures.decisions.iter().filter(|(_, count)| *count != 0).collect();
        assert_eq!(counted, [&(Decision::PartlyTakenUp, 1)]);
        let clause = commitment::clause::find(reader, bureau.clause.id).await.unwrap().unwrap();
        assert_eq!(clause.contributions, 1);
        drop(clause);
        let back = Correction { decision: Decision::Postponed, clauses: Vec::new(), ..correction(&bureau) };
        correct(store, bureau.coordinator(), Seen { id, version: 2 }, &back).await.unwrap();
        let clause = commitment::clause::find(&mut store.read().await.unwrap(), bureau.clause.id).await.unwrap().unwrap();
        assert_eq!(clause.contributions, 0);
    }

    async fn a_correction_obeys_the_same_rules_and_is_never_blind(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let id = bureau.published(store, &bureau.words(&[proposal.id])).await;
        let seen = Seen { id, version: 1 };
        let promise = Correction { clauses: Vec::new(), ..correction(&bureau) };
        let outcome = correct(store, bureau.coordinator(), seen, &promise).await;
        assert!(matches!(outcome, Err(Error::Refused("response-no-clause"))), "{outcome:?}");
        correct(store, bureau.coordinator(), seen, &correction(&bureau)).await.unwrap();
        let blind = correct(store, bureau.coordinator(), seen, &correction(&bureau)).await;
        assert!(matches!(blind, Err(Error::Changed)), "{blind:?}");
    }

    async fn a_draft_is_edited_and_not_corrected(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let seen = Seen { id: bureau.draft(store, &bureau.words(&[proposal.id])).await, version: 1 };
        let outcome = correct(store, bureau.coordinator(), seen, &correction(&bureau)).await;
        assert!(matches!(outcome, Err(Error::Refused("response-not-published"))), "{outcome:?}");
    }
}
