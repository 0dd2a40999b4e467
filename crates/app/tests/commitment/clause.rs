//! Clauses: numbers that are never given again, versions without gaps, reasons in public.

use fabrique_app::{
    Error,
    commitment::{self, ClauseChange, NewClause, Repeal},
    event,
};
use fabrique_domain::{
    commitment::{Clause, Level},
    content::EventKind,
    id::CommitmentId,
    text::Fault,
};
use fabrique_storage::{commitment::clause as kept, transact};
use fabrique_testkit::{TestStore, on_both_engines};

use crate::stage::{Stage, french, line, words};

fn change(clause: &Clause, text: &str, reason: &str) -> ClauseChange {
    ClauseChange { clause_id: clause.id, version: clause.version, text: words(text), reason: line(reason) }
}

fn repeal(clause: &Clause, reason: &str) -> Repeal {
    Repeal { clause_id: clause.id, version: clause.version, reason: line(reason) }
}

async fn clauses(store: &TestStore, id: CommitmentId) -> Vec<Clause> {
    kept::of_commitment(&mut store.read().await.unwrap(), id).await.unwrap()
}

/// A draw that repeats: the sequence of steps of one run.
fn steps(seed: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(seed), |state| {
        Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    })
    .map(|state| state >> 33)
}

on_both_engines! {
    async fn whatever_is_added_amended_and_struck_out_no_number_is_given_twice_and_no_version_is_missing(store) {
        let stage = Stage::set(store).await;
        for seed in 1..=3 {
            let id = stage.draft(&stage.agent, Level::Commitment, None).await;
            let mut given = Vec::new();
            for (turn, step) in steps(seed).take(30).enumerate() {
                let in_force: Vec<_> = clauses(store, id).await.into_iter().filter(|c| c.repealed_at.is_none()).collect();
                let one = in_force.get(usize::try_from(step).unwrap() % in_force.len().max(1));
                match (step % 3, one) {
                    (1, Some(one)) => {
                        let input = change(one, &format!("Une clause écrite au tour {turn}."), "");
                        transact!(store.store, |tx| commitment::amend_clause(&stage.agent, tx, &input).await).unwrap();
                    }
                    (2, Some(one)) => {
                        let input = repeal(one, "");
                        transact!(store.store, |tx| commitment::repeal_clause(&stage.agent, tx, &input).await).unwrap();
                    }
                    _ => given.push(stage.clause(id, "Une clause de plus dans ce texte.").await.number),
                }
            }
            let expected: Vec<_> = (1..=i64::try_from(given.len()).unwrap()).collect();
            assert_eq!(given, expected, "seed {seed}");
            for clause in clauses(store, id).await {
                let versions = kept::versions(&mut store.read().await.unwrap(), clause.id, 100).await.unwrap();
                let numbers: Vec<_> = versions.iter().rev().map(|version| version.version).collect();
                assert_eq!(numbers, (1..=clause.version).collect::<Vec<_>>(), "seed {seed}");
                assert_eq!(versions[0].text, clause.text);
            }
        }
    }

    async fn clauses_added_at_the_same_time_get_different_numbers(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let added = (0..6).map(|_| stage.clause(id, "Une clause parmi d’autres."));
        let mut numbers: Vec<_> =
            futures_util::future::join_all(added).await.into_iter().map(|clause| clause.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    }

    async fn of_two_people_who_amend_the_same_clause_the_second_is_told_and_nothing_is_lost(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let read = stage.clause(id, "Chaque avis est publié.").await;
        let (first, second) = (
            change(&read, "Chaque avis est publié avec sa réponse.", "Demandé par douze personnes."),
            change(&read, "Chaque avis est publié dans le mois.", "Demandé par le service."),
        );
        transact!(store.store, |tx| commitment::amend_clause(&stage.agent, tx, &first).await).unwrap();
        let outcome = transact!(store.store, |tx| commitment::amend_clause(&stage.coordinator, tx, &second).await);
        assert!(matches!(outcome, Err(Error::Changed)), "{outcome:?}");
        let now = clauses(store, id).await.remove(0);
        assert_eq!((now.text.clone(), now.version), (french("Chaque avis est publié avec sa réponse."), 2));
        let again = ClauseChange { version: now.version, ..second };
        transact!(store.store, |tx| commitment::amend_clause(&stage.coordinator, tx, &again).await).unwrap();
        let versions = kept::versions(&mut store.read().await.unwrap(), now.id, 9).await.unwrap();
        assert_eq!(versions.iter().map(|version| version.version).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!(versions[1].reason, "Demandé par douze personnes.");
    }

    async fn a_published_clause_changes_with_a_reason_and_in_the_news(store) {
        let stage = Stage::set(store).await;
        let id = stage.published(Level::Commitment, None).await;
        let clause = clauses(store, id).await.remove(0);
        let silent = change(&clause, "Chaque avis est publié, un jour.", "");
        let outcome = transact!(store.store, |tx| commitment::amend_clause(&stage.coordinator, tx, &silent).await);
        assert!(matches!(&outcome, Err(Error::Invalid(faults)) if faults.of("reason") == Some(Fault::Missing)));
        let told = change(&clause, "Chaque avis est publié, un jour.", "Le comité du 3 mars l’a demandé.");
        transact!(store.store, |tx| commitment::amend_clause(&stage.coordinator, tx, &told).await).unwrap();
        let news = event::list(&mut store.read().await.unwrap(), Some(stage.plan), None, 9).await.unwrap();
        let kinds: Vec<_> = news.iter().map(|event| event.kind).collect();
        assert_eq!(kinds.iter().filter(|kind| **kind == EventKind::ClauseChanged).count(), 1);
        assert!(news.iter().any(|event| event.path == format!("/commitments/{id}/clauses/1")));
    }

    async fn a_clause_struck_out_keeps_its_link_its_words_and_its_number(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let clause = stage.clause(id, "Une clause qui ne tiendra pas.").await;
        let input = repeal(&clause, "Remplacée par une loi.");
        let struck = transact!(store.store, |tx| commitment::repeal_clause(&stage.agent, tx, &input).await).unwrap();
        let sheet = commitment::read_clause(&stage.agent, &mut store.read().await.unwrap(), id, 1).await.unwrap();
        assert_eq!((sheet.clause.text.clone(), sheet.clause.repealed_at.is_some()), (clause.text, true));
        assert_eq!((sheet.versions.len(), sheet.versions[0].reason.as_str()), (2, "Remplacée par une loi."));
        let again = change(&struck, "Une clause qui revient malgré tout.", "");
        let outcome = transact!(store.store, |tx| commitment::amend_clause(&stage.agent, tx, &again).await);
        assert!(matches!(outcome, Err(Error::Refused("clause-repealed"))), "{outcome:?}");
        assert_eq!(stage.clause(id, "La suivante a le numéro deux.").await.number, 2);
    }

    async fn the_same_words_are_no_change(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let clause = stage.clause(id, "Chaque avis est publié.").await;
        let same = change(&clause, "Chaque avis est publié.", "");
        let outcome = transact!(store.store, |tx| commitment::amend_clause(&stage.agent, tx, &same).await);
        assert!(matches!(outcome, Err(Error::Refused("clause-unchanged"))), "{outcome:?}");
    }

    async fn a_clause_of_a_draft_is_read_by_its_authors_only(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let input = NewClause { commitment_id: id, text: words("Une clause encore en chantier."), reason: line("") };
        transact!(store.store, |tx| commitment::add_clause(&stage.agent, tx, &input).await).unwrap();
        let nobody = fabrique_domain::account::Actor::Anonymous;
        let outcome = commitment::read_clause(&nobody, &mut store.read().await.unwrap(), id, 1).await;
        assert!(matches!(outcome, Err(Error::NotFound)));
        assert!(commitment::read_clause(&stage.agent, &mut store.read().await.unwrap(), id, 1).await.is_ok());
    }
}
