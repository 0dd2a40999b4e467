//! Who may write, publish and read commitments.

use fabrique_app::commitment::{self, Draft, MilestoneInput, NewClause, Repeal};
use fabrique_domain::{
    account::{Actor, Role},
    commitment::{Carrier, Clause, Level, LineageKind, Part},
    id::{CommitmentId, PlanId},
    localized::Localized,
    text::{Line, Markdown},
};
use fabrique_storage::{commitment as kept, testing, transact};
use fabrique_testkit::{Cast, TestStore, on_both_engines};

use crate::let_in;

const WRITERS: [&str; 3] = ["agent", "coordinator", "platform"];
const PUBLISHERS: [&str; 2] = ["coordinator", "platform"];

fn draft(plan_id: PlanId) -> Draft {
    Draft {
        plan_id,
        level: Level::Initiative,
        parent_id: None,
        theme_id: None,
        title: Localized::french(Line::parse("Publier les avis et les réponses").unwrap()),
        starts_on: "2027-01-01".parse().unwrap(),
        ends_on: "2028-12-31".parse().unwrap(),
    }
}

/// A draft led by the institution of the agent of the cast, and its clause.
async fn begun(store: &TestStore, cast: &Cast) -> (PlanId, CommitmentId, Clause) {
    transact!(store.store, |tx| {
        let plan = testing::plant_plan(tx, "plan-2027").await?;
        let id = commitment::draft(&Actor::Platform, tx, &draft(plan)).await?;
        let lead = Carrier { commitment_id: id, organisation_id: cast.institution, part: Part::Lead, position: 1 };
        kept::carrier::replace(tx, id, &[lead]).await?;
        let clause = commitment::add_clause(&Actor::Platform, tx, &clause(id)).await?;
        Ok::<_, fabrique_app::Error>((plan, id, clause))
    })
    .unwrap()
}

fn clause(commitment_id: CommitmentId) -> NewClause {
    let text = Localized::french(Markdown::parse("Chaque avis est publié avec sa réponse.").unwrap());
    NewClause { commitment_id, text, reason: Line::parse("").unwrap() }
}

fn milestone() -> MilestoneInput {
    MilestoneInput {
        title: Localized::french(Line::parse("Premier jeu de données").unwrap()),
        expected_output: Localized::french(Markdown::parse("").unwrap()),
        due_on: "2027-06-30".parse().unwrap(),
        lead_id: None,
    }
}

on_both_engines! {
    async fn agents_and_the_coordinator_begin_commitments(store) {
        let cast = Cast::assemble(store).await;
        let (plan, ..) = begun(store, &cast).await;
        let input = draft(plan);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::draft(&actor, tx, &input)), WRITERS);
    }

    async fn the_agents_of_the_institution_that_leads_write_its_draft(store) {
        let cast = Cast::assemble(store).await;
        let (plan, id, found) = begun(store, &cast).await;
        let repeal = Repeal { clause_id: found.id, version: 1, reason: Line::parse("").unwrap() };
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::add_clause(&actor, tx, &clause(id))), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::repeal_clause(&actor, tx, &repeal)), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::add_milestone(&actor, tx, id, 1, &milestone())), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::set_carriers(&actor, tx, id, 1, &[])), WRITERS);
        let kind = LineageKind::Continues;
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::descend(&actor, tx, id, 1, id, kind)), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::lacks(&actor, tx, id)), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::submit(&actor, tx, id, 1)), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::being_written(&actor, tx, plan)), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::read(&actor, tx, id)), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::read_clause(&actor, tx, id, 1)), WRITERS);
    }

    async fn the_coordinator_alone_decides_what_is_public(store) {
        let cast = Cast::assemble(store).await;
        let (_, id, found) = begun(store, &cast).await;
        transact!(store.store, |tx| commitment::submit(cast.actor(Role::Agent), tx, id, 1).await).unwrap();
        let reason = Line::parse("Il manque un jalon daté.").unwrap();
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::publish(&actor, tx, id, 2)), PUBLISHERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::hand_back(&actor, tx, id, 2, &reason)), PUBLISHERS);
        transact!(store.store, |tx| {
            let submitted = kept::find(tx, id).await?.unwrap();
            let published_at = Some(tx.now());
            let state = fabrique_domain::commitment::CommitmentState::Published;
            kept::update(tx, &fabrique_domain::commitment::Commitment { state, published_at, ..submitted }).await?;
            Ok::<_, fabrique_app::Error>(())
        })
        .unwrap();
        let repeal = Repeal { clause_id: found.id, version: 1, reason: Line::parse("Remplacée par une loi.").unwrap() };
        let changers = let_in!(store, cast, |actor, tx| commitment::repeal_clause(&actor, tx, &repeal));
        assert_eq!(changers, PUBLISHERS);
        let everybody = let_in!(store, cast, |actor, tx| commitment::read(&actor, tx, id));
        assert_eq!(everybody.len(), cast.everybody().len());
    }
}
