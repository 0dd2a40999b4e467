//! The public history of a commitment.

use fabrique_app::{
    Error,
    commitment::{self, Fields, History},
};
use fabrique_domain::{
    account::Actor,
    commitment::{Field, Level, LineageKind},
    id::CommitmentId,
    localized::Localized,
    text::{Fault, Line},
};
use fabrique_storage::{testing, transact};
use fabrique_testkit::on_both_engines;

use crate::stage::{Stage, fields, line, milestone};

async fn history(stage: &Stage<'_>, id: CommitmentId) -> Result<History, Error> {
    commitment::history(&Actor::Anonymous, &mut stage.store.read().await.unwrap(), id).await
}

fn told(history: &History) -> Vec<Field> {
    history.fields.iter().map(|past| past.field).collect()
}

on_both_engines! {
    async fn the_history_begins_when_the_commitment_is_published(store) {
        let stage = Stage::set(store).await;
        let draft = stage.whole(Level::Initiative, None).await;
        assert!(matches!(history(&stage, draft).await, Err(Error::NotFound)));
        let published = stage.published(Level::Initiative, None).await;
        let begun = history(&stage, published).await.unwrap();
        assert_eq!((told(&begun), begun.clauses.len()), (vec![Field::State], 0));
        assert_eq!((begun.fields[0].was.fr.as_str(), begun.fields[0].became.fr.as_str()), ("submitted", "published"));
    }

    async fn what_a_published_commitment_says_changes_with_a_reason_that_everybody_reads(store) {
        let stage = Stage::set(store).await;
        let id = stage.published(Level::Initiative, None).await;
        let version = stage.version(id).await;
        let later = Fields {
            summary: Localized::french(line("Chaque avis est publié dans le mois.")),
            ends_on: "2029-06-30".parse().unwrap(),
            ..fields(Level::Initiative, None)
        };
        let silent = Fields { reason: Line::parse("").unwrap(), ..later.clone() };
        let refused = transact!(store.store, |tx| commitment::edit(&stage.coordinator, tx, id, version, &silent).await);
        assert!(matches!(&refused, Err(Error::Invalid(faults)) if faults.of("reason") == Some(Fault::Missing)), "{refused:?}");
        store.clock.pass_days(3);
        transact!(store.store, |tx| commitment::edit(&stage.coordinator, tx, id, version, &later).await).unwrap();
        let told_now = history(&stage, id).await.unwrap();
        assert_eq!(told(&told_now), [Field::Summary, Field::EndsOn, Field::State]);
        let last = &told_now.fields[1];
        assert_eq!((last.was.fr.as_str(), last.became.fr.as_str()), ("2028-12-31", "2029-06-30"));
        assert_eq!((last.reason.as_str(), last.institution.as_deref()), ("Après la réunion publique.", None));
        let same = transact!(store.store, |tx| commitment::edit(&stage.coordinator, tx, id, version + 1, &later).await);
        assert!(same.is_ok(), "nothing changed, nothing is told");
        assert_eq!(told(&history(&stage, id).await.unwrap()).len(), 3);
    }

    async fn milestones_carriers_themes_and_descent_have_a_history_too(store) {
        let stage = Stage::set(store).await;
        let earlier = stage.published(Level::Initiative, None).await;
        let id = stage.published(Level::Initiative, None).await;
        let (actor, version) = (&stage.coordinator, stage.version(id).await);
        let sheet = commitment::read(actor, &mut store.read().await.unwrap(), id).await.unwrap();
        let (due, why) = (sheet.milestones[0].id, line("Après la réunion publique."));
        transact!(store.store, |tx| {
            let theme_id = Some(testing::plant_theme(tx, stage.plan, "justice").await.map_err(Error::from)?);
            commitment::edit_milestone(actor, tx, id, version, due, &milestone("2028-01-31")).await?;
            commitment::set_carriers(actor, tx, id, version + 1, &[stage.lead()], &why).await?;
            commitment::descend(actor, tx, id, version + 2, earlier, LineageKind::Continues, &why).await?;
            let themed = Fields { theme_id, ..fields(Level::Initiative, None) };
            commitment::edit(actor, tx, id, version + 3, &themed).await?;
            commitment::remove_milestone(actor, tx, id, version + 4, due, &why).await
        })
        .unwrap();
        let history = history(&stage, id).await.unwrap();
        let expected = [Field::Milestone, Field::Theme, Field::Lineage, Field::Carriers, Field::Milestone, Field::State];
        assert_eq!(told(&history), expected);
        let slipped = &history.fields[4];
        assert!(slipped.was.fr.contains("2027-06-30") && slipped.became.fr.contains("2028-01-31"), "{slipped:?}");
        assert_eq!((history.fields[0].became.fr.as_str(), history.fields[0].reason.as_str()), ("", "Après la réunion publique."));
    }

    async fn nothing_is_taken_from_a_published_commitment_without_a_reason(store) {
        let stage = Stage::set(store).await;
        let (earlier, id) = (stage.published(Level::Initiative, None).await, stage.published(Level::Initiative, None).await);
        let (actor, version) = (&stage.coordinator, stage.version(id).await);
        let why = line("Le plan précédent l’avait promis.");
        transact!(store.store, |tx| {
            commitment::descend(actor, tx, id, version, earlier, LineageKind::Continues, &why).await
        })
        .unwrap();
        let sheet = commitment::read(actor, &mut store.read().await.unwrap(), id).await.unwrap();
        let (due, measured, seen, silence) = (sheet.milestones[0].id, sheet.indicators[0].id, version + 1, line(""));
        let outcomes = [
            transact!(store.store, |tx| commitment::remove_milestone(actor, tx, id, seen, due, &silence).await),
            transact!(store.store, |tx| commitment::remove_indicator(actor, tx, id, seen, measured, &silence).await),
            transact!(store.store, |tx| commitment::set_carriers(actor, tx, id, seen, &[stage.lead()], &silence).await),
            transact!(store.store, |tx| commitment::forget_descent(actor, tx, id, seen, earlier, &silence).await),
            transact!(store.store, |tx| {
                commitment::descend(actor, tx, earlier, version, id, LineageKind::Merges, &silence).await
            }),
        ];
        for outcome in outcomes {
            assert!(matches!(&outcome, Err(Error::Invalid(faults)) if faults.of("reason") == Some(Fault::Missing)), "{outcome:?}");
        }
        let untouched = commitment::read(actor, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!((untouched.commitment.version, untouched.carriers.len(), untouched.earlier.len()), (seen, 2, 1));
    }

    async fn clauses_written_again_after_publication_are_told_with_their_words_before(store) {
        let stage = Stage::set(store).await;
        let id = stage.published(Level::Initiative, None).await;
        store.clock.pass_days(1);
        let clause = stage.clause(id, "Les réponses sont publiées en même temps.").await;
        let history = history(&stage, id).await.unwrap();
        assert_eq!(history.clauses.len(), 1);
        assert_eq!((history.clauses[0].number, history.clauses[0].was.is_none()), (clause.number, true));
    }
}
