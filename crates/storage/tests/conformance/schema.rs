//! The schema: the same on both engines, whichever way it was reached, and what an older release
//! wrote is still read.

use fabrique_domain::{
    LocalizedText,
    content::Topic,
    id::{ClauseId, CommitmentId, Id, PlanId, ProposalId, ResponseId},
    proposal::Side,
};
use fabrique_storage::{
    Error, Location, Store, account, argument, commitment, consultation, content, event, job, latest_version,
    organisation, outbox, plan, position, proposal, response, schema as reference, subscription, testing,
    testing::Schema, transact,
};
use fabrique_testkit::{Engine, TestStore, on_both_engines};
use uuid::Uuid;

use crate::release::brought_up_to_date;

fn id<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

async fn schema(store: &Store) -> Schema {
    transact!(store, |tx| testing::schema(tx).await).unwrap()
}

/// What one schema has and the other has not.
fn differences<'a>(one: &'a Schema, other: &'a Schema) -> Vec<String> {
    let told = |schema: &'a Schema| schema.iter().flat_map(|(table, things)| things.iter().map(move |t| (table, t)));
    let lacks = |schema: &Schema, (table, thing): (&String, &String)| {
        !schema.get(table).is_some_and(|things| things.contains(thing))
    };
    let missing = told(one).filter(|thing| lacks(other, *thing)).map(|thing| format!("only the first: {thing:?}"));
    missing
        .chain(told(other).filter(|thing| lacks(one, *thing)).map(|thing| format!("only the second: {thing:?}")))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_the_same_tables_columns_keys_and_references() {
    let (sqlite, postgres) = (TestStore::fresh(Engine::Sqlite).await, TestStore::fresh(Engine::Postgres).await);
    let (one, other) = (schema(&sqlite).await, schema(&postgres).await);
    assert!(one.len() > 40 && one.values().all(|things| things.len() > 2), "{one:?}");
    assert_eq!(differences(&one, &other), [""; 0]);
    sqlite.finish().await;
    postgres.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_reference_that_people_read_makes_the_same_schema() {
    let (written, migrated) = (TestStore::without_schema(Engine::Sqlite).await, TestStore::fresh(Engine::Sqlite).await);
    transact!(written.store, |tx| testing::run(tx, &reference()).await).unwrap();
    assert_eq!(differences(&schema(&written).await, &schema(&migrated).await), [""; 0]);
    written.finish().await;
    migrated.finish().await;
}

on_both_engines! {
    async fn a_fresh_schema_is_the_sum_of_its_steps_and_a_second_run_changes_nothing(store) {
        let engine = if matches!(store.location, Location::Folder { .. }) { Engine::Sqlite } else { Engine::Postgres };
        let steps = TestStore::without_schema(engine).await;
        for version in 1..=latest_version() {
            testing::migrate_to(&steps, version).await.unwrap();
            assert_eq!(steps.schema_version().await.unwrap(), version);
        }
        let fresh = schema(store).await;
        assert_eq!(differences(&schema(&steps).await, &fresh), [""; 0]);
        assert_eq!(store.migrate().await.unwrap(), latest_version());
        assert_eq!(differences(&schema(store).await, &fresh), [""; 0]);
        steps.finish().await;
    }

    async fn a_database_written_by_the_last_release_opens(store) {
        let old = brought_up_to_date(store).await;
        assert_eq!(differences(&schema(&old).await, &schema(store).await), [""; 0]);
        assert_people_are_there(&old).await;
        assert_contributions_are_there(&old).await;
        assert_answers_are_there(&old).await;
        old.finish().await;
    }
}

async fn assert_people_are_there(store: &Store) {
    let reader = &mut store.read().await.unwrap();
    let ada = account::find_by_email(reader, "ada@example.org").await.unwrap().unwrap();
    assert_eq!(ada.display_name, "Ada");
    let grants = account::grant::in_force(reader, ada.id).await.unwrap();
    assert_eq!(grants[0].evidence, "carte professionnelle");
    let ministry = organisation::find_by_slug(reader, "ministere").await.unwrap().unwrap();
    assert_eq!((ministry.name.as_str(), Some(ministry.id)), ("Ministère des essais", grants[0].organisation_id));
    let told = subscription::confirmed(reader, Topic::Plan, Uuid::from_u128(20), None, 5).await.unwrap();
    assert_eq!(told[0].email, "camille@example.org");
    assert_eq!(job::next_due(reader).await.unwrap().unwrap().micros(), 1_795_435_200_000_000);
}

async fn assert_contributions_are_there(store: &Store) {
    let reader = &mut store.read().await.unwrap();
    let plan_id: PlanId = id(20);
    let plan = plan::find_by_slug(reader, "plan-2024").await.unwrap().unwrap();
    assert_eq!((plan.id, plan.national_label), (plan_id, LocalizedText::both("Plan 2024-2026", "Plan 2024-2026")));
    assert_eq!(plan::theme::list(reader, plan_id).await.unwrap()[0].slug, "donnees");
    assert_eq!(plan::phase::list(reader, plan_id).await.unwrap().len(), 1);
    assert_eq!(content::find(reader, "guide").await.unwrap().unwrap().version, 2);
    let consultation = consultation::find_by_slug(reader, "ouvrir").await.unwrap().unwrap();
    assert_eq!((consultation.proposals, consultation.answered, consultation.positions), (1, 1, 1));
    let proposal: ProposalId = id(31);
    let kept = proposal::find(reader, proposal).await.unwrap().unwrap();
    assert_eq!((kept.title.as_str(), kept.supports, kept.historic_supports), ("Publier les délais", 1, 7));
    assert_eq!(proposal::versions(reader, proposal).await.unwrap().len(), 1);
    assert_eq!(position::recount(reader, proposal).await.unwrap().unwrap().supports, 1);
    assert_eq!(argument::list(reader, proposal, Side::For, None, 5).await.unwrap()[0].body, "Cela se mesure.");
    assert!(outbox::is_pending(reader).await.unwrap(), "the index is still told");
    assert_eq!(event::page(reader, None, 5).await.unwrap()[0].path, "/plans/plan-2024");
}

async fn assert_answers_are_there(store: &Store) {
    let answered: Result<(), Error> = transact!(store, |tx| {
        let commitment: CommitmentId = id(40);
        let kept = commitment::find(tx, commitment).await?.unwrap();
        assert_eq!((kept.ogp_id.as_str(), kept.version), ("FR0112", 3));
        let clause: ClauseId = id(41);
        let kept = commitment::clause::find(tx, clause).await?.unwrap();
        assert_eq!((kept.text.fr.as_str(), kept.contributions), ("Chaque délai est publié.", 1));
        let answer: ResponseId = id(50);
        let kept = response::get(tx, answer).await?.unwrap();
        assert_eq!(kept.reason.fr, "C’est écrit dans la clause 1.");
        Ok(())
    });
    answered.unwrap();
}
