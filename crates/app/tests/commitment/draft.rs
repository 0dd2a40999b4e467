//! Beginning and editing.

use fabrique_app::{
    Error,
    commitment::{self, CarrierChoice},
};
use fabrique_domain::{
    commitment::{Level, Part},
    id::{CommitmentId, Id},
    text::Fault,
};
use fabrique_storage::{Tx, testing, transact};
use fabrique_testkit::on_both_engines;

use crate::stage::{Stage, draft, fields, french, indicator, line, milestone};

fn fault(outcome: Result<impl std::fmt::Debug, Error>, field: &str) -> Option<Fault> {
    match outcome {
        Err(Error::Invalid(faults)) => faults.of(field),
        other => panic!("{other:?}"),
    }
}

on_both_engines! {
    async fn the_institution_of_the_agent_who_begins_leads(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let sheet = commitment::read(&stage.agent, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!(sheet.having(Part::Lead).map(|lead| lead.organisation_id).collect::<Vec<_>>(), [stage.institution]);
        assert_eq!((sheet.commitment.version, sheet.commitment.position), (1, 1));
    }

    async fn an_action_belongs_to_a_commitment_of_its_plan_and_nothing_else_has_a_parent(store) {
        let stage = Stage::set(store).await;
        let parent = stage.draft(&stage.agent, Level::Commitment, None).await;
        stage.draft(&stage.agent, Level::Action, Some(parent)).await;
        let initiative = stage.draft(&stage.agent, Level::Initiative, None).await;
        let unknown = CommitmentId::from_uuid(uuid::Uuid::from_u128(9));
        for (level, parent, expected) in [
            (Level::Action, None, Fault::Missing),
            (Level::Action, Some(initiative), Fault::Unknown),
            (Level::Action, Some(unknown), Fault::Unknown),
            (Level::Initiative, Some(parent), Fault::Order),
        ] {
            let input = draft(stage.plan, level, parent);
            let outcome = transact!(store.store, |tx| commitment::draft(&stage.agent, tx, &input).await);
            assert_eq!(fault(outcome, "parent"), Some(expected), "{level:?}");
        }
    }

    async fn a_commitment_is_not_its_own_parent_and_stays_one_while_it_has_actions(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let own = fields(Level::Action, Some(id));
        let outcome = transact!(store.store, |tx| commitment::edit(&stage.agent, tx, id, 1, &own).await);
        assert_eq!(fault(outcome, "parent"), Some(Fault::Unknown));
        stage.draft(&stage.agent, Level::Action, Some(id)).await;
        let narrower = fields(Level::Initiative, None);
        let outcome = transact!(store.store, |tx| commitment::edit(&stage.agent, tx, id, 1, &narrower).await);
        assert!(matches!(outcome, Err(Error::Refused("commitment-has-actions"))), "{outcome:?}");
    }

    async fn a_theme_of_another_plan_a_plan_that_is_not_there_and_an_end_before_the_start_are_refused(store) {
        let stage = Stage::set(store).await;
        let theme = transact!(store.store, |tx| {
            let other = testing::plant_plan(tx, "plan-2029").await?;
            testing::plant_theme(tx, other, "justice").await.map_err(Error::from)
        })
        .unwrap();
        let mut foreign = draft(stage.plan, Level::Commitment, None);
        foreign.theme_id = Some(theme);
        let mut nowhere = draft(Id::from_uuid(uuid::Uuid::nil()), Level::Commitment, None);
        nowhere.theme_id = None;
        let mut backwards = draft(stage.plan, Level::Commitment, None);
        backwards.ends_on = "2026-12-31".parse().unwrap();
        for (input, field, expected) in
            [(foreign, "theme", Fault::Unknown), (nowhere, "plan", Fault::Unknown), (backwards, "ends_on", Fault::Order)]
        {
            let outcome = transact!(store.store, |tx| commitment::draft(&stage.agent, tx, &input).await);
            assert_eq!(fault(outcome, field), Some(expected));
        }
    }

    async fn of_two_people_who_edit_the_second_is_told_and_loses_nothing(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let mut theirs = fields(Level::Commitment, None);
        theirs.summary = fabrique_domain::localized::Localized::french(line("Autrement dit, et plus court."));
        let first = fields(Level::Commitment, None);
        transact!(store.store, |tx| commitment::edit(&stage.agent, tx, id, 1, &first).await).unwrap();
        let outcome = transact!(store.store, |tx| commitment::edit(&stage.coordinator, tx, id, 1, &theirs).await);
        assert!(matches!(outcome, Err(Error::Changed)), "{outcome:?}");
        assert_eq!(stage.found(id).await.summary, french("Chaque avis est publié avec sa réponse."));
        transact!(store.store, |tx| commitment::edit(&stage.coordinator, tx, id, 2, &theirs).await).unwrap();
        assert_eq!(stage.found(id).await.summary, theirs.summary.text());
    }

    async fn of_many_editors_at_once_exactly_one_is_heard(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.agent, Level::Commitment, None).await;
        let input = fields(Level::Commitment, None);
        let edits = (0..6).map(|_| async {
            transact!(store.store, |tx| commitment::edit(&stage.coordinator, tx, id, 1, &input).await).is_ok()
        });
        let heard = futures_util::future::join_all(edits).await.into_iter().filter(|heard| *heard).count();
        assert_eq!((heard, stage.version(id).await), (1, 2));
    }

    async fn a_national_number_is_given_once_in_a_plan(store) {
        let stage = Stage::set(store).await;
        let mut numbered = fields(Level::Commitment, None);
        numbered.national_number = line("12");
        numbered.ogp_id = line("fr0112");
        let first = stage.draft(&stage.agent, Level::Commitment, None).await;
        transact!(store.store, |tx| commitment::edit(&stage.agent, tx, first, 1, &numbered).await).unwrap();
        assert_eq!(stage.found(first).await.ogp_id, "FR0112");
        let second = stage.draft(&stage.agent, Level::Commitment, None).await;
        let outcome = transact!(store.store, |tx| commitment::edit(&stage.agent, tx, second, 1, &numbered).await);
        assert_eq!(fault(outcome, "national_number"), Some(Fault::Taken));
        numbered.national_number = line("13");
        let outcome = transact!(store.store, |tx| commitment::edit(&stage.agent, tx, second, 1, &numbered).await);
        assert_eq!(fault(outcome, "ogp_id"), Some(Fault::Taken));
    }

    async fn institutions_lead_and_associations_co_carry(store) {
        let stage = Stage::set(store).await;
        let id = stage.draft(&stage.coordinator, Level::Commitment, None).await;
        let with = |organisation_id, part| CarrierChoice { organisation_id, part };
        for (choices, expected) in [
            (vec![with(stage.association, Part::Lead)], Fault::Malformed),
            (vec![with(stage.institution, Part::CoCarrier)], Fault::Malformed),
            (vec![stage.lead(), with(stage.institution, Part::Supporting)], Fault::Taken),
            (vec![with(Id::from_uuid(uuid::Uuid::nil()), Part::Supporting)], Fault::Unknown),
        ] {
            let outcome =
                transact!(store.store, |tx| commitment::set_carriers(&stage.coordinator, tx, id, 1, &choices, &line("")).await);
            assert_eq!(fault(outcome, "carriers"), Some(expected));
        }
        let choices = [stage.co_carrier(), stage.lead()];
        transact!(store.store, |tx| commitment::set_carriers(&stage.coordinator, tx, id, 1, &choices, &line("")).await).unwrap();
        let sheet = commitment::read(&stage.coordinator, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!(sheet.carriers.iter().map(|carrier| carrier.part).collect::<Vec<_>>(), [Part::CoCarrier, Part::Lead]);
    }

    async fn milestones_and_indicators_are_added_changed_and_taken_away_under_the_same_version(store) {
        let stage = Stage::set(store).await;
        let (actor, id) = (&stage.agent, stage.draft(&stage.agent, Level::Commitment, None).await);
        let (late, early) = transact!(store.store, |tx| {
            let late = commitment::add_milestone(actor, tx, id, 1, &milestone("2028-01-31")).await?;
            let early = commitment::add_milestone(actor, tx, id, 2, &milestone("2027-01-31")).await?;
            Ok::<_, Error>((late, early))
        })
        .unwrap();
        let sheet = commitment::read(actor, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!(sheet.milestones.iter().map(|found| found.id).collect::<Vec<_>>(), [early, late]);
        let stale = transact!(store.store, |tx| commitment::add_indicator(actor, tx, id, 2, &indicator()).await);
        assert!(matches!(stale, Err(Error::Changed)), "{stale:?}");
        transact!(store.store, |tx| change_the_rest(&stage, tx, id, (early, late)).await).unwrap();
        let sheet = commitment::read(actor, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!(sheet.milestones.iter().map(|found| found.due_on.to_string()).collect::<Vec<_>>(), ["2027-03-31"]);
        assert_eq!((sheet.indicators.len(), sheet.commitment.version), (0, 7));
    }

    async fn what_belongs_to_another_commitment_is_not_reached_through_this_one(store) {
        let stage = Stage::set(store).await;
        let mine = stage.draft(&stage.agent, Level::Commitment, None).await;
        let theirs = stage.draft(&stage.coordinator, Level::Commitment, None).await;
        let milestone_id = transact!(store.store, |tx| {
            commitment::add_milestone(&stage.coordinator, tx, theirs, 1, &milestone("2027-06-30")).await
        })
        .unwrap();
        let outcome =
            transact!(store.store, |tx| commitment::remove_milestone(&stage.agent, tx, mine, 1, milestone_id, &line("")).await);
        assert!(matches!(outcome, Err(Error::NotFound)), "{outcome:?}");
    }
}

async fn change_the_rest(
    stage: &Stage<'_>,
    tx: &mut Tx,
    id: CommitmentId,
    (early, late): (fabrique_domain::id::MilestoneId, fabrique_domain::id::MilestoneId),
) -> Result<(), Error> {
    let actor = &stage.agent;
    commitment::edit_milestone(actor, tx, id, 3, early, &milestone("2027-03-31")).await?;
    commitment::remove_milestone(actor, tx, id, 4, late, &line("")).await?;
    let added = commitment::add_indicator(actor, tx, id, 5, &indicator()).await?;
    commitment::remove_indicator(actor, tx, id, 6, added, &line("")).await
}
