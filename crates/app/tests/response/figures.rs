//! The public figures: they are right, and they move with the clock.

use fabrique_app::{response::ResponseDraft, transparency};
use fabrique_domain::{
    consultation::{Consultation, Outcome},
    id::ConsultationId,
    response::Decision,
};
use fabrique_storage::{Error, consultation, proposal, transact};
use fabrique_testkit::{TestStore, contribution::some_proposal, on_both_engines};

use crate::bureau::{Bureau, publish};

async fn figures(store: &TestStore) -> transparency::Figures {
    transparency::overall(&mut store.read().await.unwrap()).await.unwrap()
}

async fn end(store: &TestStore, id: ConsultationId, outcome: Outcome) {
    let ended = transact!(store.store, |tx| {
        let before = consultation::find(tx, id).await?.ok_or_else(|| Error::Dangling("a consultation".into()))?;
        consultation::update(tx, &Consultation { outcome: Some(outcome), ..before }).await
    });
    ended.unwrap();
}

/// A consultation that ran elsewhere, with one contribution.
async fn bring(store: &TestStore, bureau: &Bureau) -> ConsultationId {
    let ours = &bureau.consultation;
    transact!(store.store, |tx| {
        let (id, slug, source) = (tx.new_id(), "ailleurs".to_owned(), "cap-collectif".to_owned());
        consultation::insert(tx, &Consultation { id, slug, source, ..ours.clone() }).await?;
        let author = bureau.author().person().expect("a person");
        proposal::insert(tx, &some_proposal(tx, id, author, "Publier les avis")).await?;
        Ok::<_, Error>(id)
    })
    .unwrap()
}

on_both_engines! {
    async fn coverage_delays_and_decisions_are_told(store) {
        let bureau = Bureau::open(store).await;
        let mut proposals = Vec::new();
        for title in ["Publier les délais", "Publier les avis", "Publier les comptes", "Publier les agendas"] {
            proposals.push(bureau.proposal(store, title).await);
        }
        store.clock.pass_days(4);
        bureau.published(store, &bureau.words(&[proposals[0].id])).await;
        store.clock.pass_days(5);
        bureau.published(store, &bureau.taken_up(&[proposals[1].id, proposals[2].id])).await;
        let figures = figures(store).await;
        assert_eq!((figures.coverage.contributions, figures.coverage.answered, figures.coverage.awaiting()), (4, 3, 1));
        assert_eq!((figures.speed.median, figures.speed.ninth_decile), (Some(9), Some(9)));
        assert_eq!(figures.decisions.len(), 7);
        assert_eq!(figures.decisions[0], (Decision::TakenUp, 2));
        assert_eq!(figures.coverage.oldest, proposals[3].published_at);
        let institution = &figures.institutions[0];
        assert_eq!((institution.id, institution.speed.answered), (bureau.cast.institution, 3));
        assert_eq!((figures.themes[0].contributions, figures.themes[0].answered), (4, 3));
        assert_eq!(figures.consultations[0].speed.median, Some(9));
    }

    async fn a_contribution_becomes_late_the_day_after_the_day_promised(store) {
        let bureau = Bureau::open(store).await;
        bureau.proposal(store, "Publier les délais").await;
        store.clock.pass_days(60);
        assert_eq!(figures(store).await.coverage.late, 0);
        store.clock.pass(1);
        assert_eq!(figures(store).await.coverage.late, 1);
    }

    async fn an_answer_of_the_coordinator_counts_for_the_institution_that_gives_it(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let words = ResponseDraft { institution_id: bureau.elsewhere, ..bureau.words(&[proposal.id]) };
        let id = crate::bureau::draft(store, bureau.coordinator(), bureau.consultation.id, &words).await.unwrap();
        let seen = fabrique_app::response::Seen { id, version: 1 };
        crate::bureau::submit(store, bureau.coordinator(), seen).await.unwrap();
        publish(store, &bureau.stranger, seen).await.unwrap();
        assert_eq!(figures(store).await.institutions[0].id, bureau.elsewhere);
    }

    async fn what_owes_no_answers_is_counted_nowhere(store) {
        let bureau = Bureau::open(store).await;
        bureau.proposal(store, "Publier les délais").await;
        let brought = bring(store, &bureau).await;
        assert_eq!(figures(store).await.coverage.contributions, 2, "a history that goes on is answered here");
        end(store, brought, Outcome::ReportAvailable).await;
        end(store, bureau.consultation.id, Outcome::ReportAvailable).await;
        assert_eq!(figures(store).await.coverage.contributions, 1, "our report is not an answer to each person");
        let alone = transparency::of_consultation(&mut store.read().await.unwrap(), brought).await;
        assert!(matches!(alone, Err(fabrique_app::Error::NotFound)), "{alone:?}");
        end(store, bureau.consultation.id, Outcome::NotGoingAhead).await;
        assert!(figures(store).await.consultations.is_empty());
    }

    async fn an_empty_platform_has_figures_too(store) {
        let figures = figures(store).await;
        assert_eq!((figures.coverage.contributions, figures.speed.median), (0, None));
    }
}
