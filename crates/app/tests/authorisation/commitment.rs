//! Who may write, publish and read commitments.

use fabrique_app::commitment::{
    self, ChangeReason, ClauseChange, Draft, Fields, IndicatorInput, MilestoneInput, NewClause, Repeal,
};
use fabrique_domain::{
    account::{Actor, Role},
    commitment::{Carrier, Clause, Level, LineageKind, Part},
    id::{CommitmentId, Id, IndicatorId, MilestoneId, PlanId},
    localized::Localized,
    text::{Line, Markdown},
};
use fabrique_storage::{commitment as kept, testing, transact};
use fabrique_testkit::{Cast, TestStore, on_both_engines};

use uuid::Uuid;

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

/// No reason: a draft changes without one.
fn silence() -> ChangeReason {
    Line::parse("").unwrap()
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
    NewClause { commitment_id, text, reason: silence() }
}

fn milestone() -> MilestoneInput {
    MilestoneInput {
        title: Localized::french(Line::parse("Premier jeu de données").unwrap()),
        expected_output: Localized::french(Markdown::parse("").unwrap()),
        due_on: "2027-06-30".parse().unwrap(),
        lead_id: None,
        reason: silence(),
    }
}

fn indicator() -> IndicatorInput {
    IndicatorInput {
        name: Localized::french(Line::parse("Part des avis publiés").unwrap()),
        unit: Line::parse("%").unwrap(),
        baseline: Line::parse("12").unwrap(),
        target: Line::parse("100").unwrap(),
        latest: Line::parse("").unwrap(),
        reason: silence(),
    }
}

fn fields() -> Fields {
    let text = || Localized::french(Markdown::parse("").unwrap());
    Fields {
        level: Level::Initiative,
        parent_id: None,
        theme_id: None,
        national_number: Line::parse("").unwrap(),
        ogp_id: Line::parse("").unwrap(),
        title: Localized::french(Line::parse("Publier les avis et les réponses").unwrap()),
        summary: Localized::french(Line::parse("Chaque avis reçoit une réponse.").unwrap()),
        problem: text(),
        causes: text(),
        done_so_far: text(),
        solution: text(),
        results_wanted: text(),
        transparency: text(),
        accountability: text(),
        participation: text(),
        budget: Line::parse("").unwrap(),
        development_goals: Line::parse("").unwrap(),
        contact: Line::parse("").unwrap(),
        starts_on: "2027-01-01".parse().unwrap(),
        ends_on: "2028-12-31".parse().unwrap(),
        reason: silence(),
    }
}

/// A draft led by the institution of the cast, with a milestone and an indicator, at version 3.
async fn complete(store: &TestStore, cast: &Cast) -> (CommitmentId, MilestoneId, IndicatorId) {
    let (_, id, _) = begun(store, cast).await;
    transact!(store.store, |tx| {
        let milestone = commitment::add_milestone(&Actor::Platform, tx, id, 1, &milestone()).await?;
        let indicator = commitment::add_indicator(&Actor::Platform, tx, id, 2, &indicator()).await?;
        Ok::<_, fabrique_app::Error>((id, milestone, indicator))
    })
    .unwrap()
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
        let repeal = Repeal { clause_id: found.id, version: 1, reason: silence() };
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::add_clause(&actor, tx, &clause(id))), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::repeal_clause(&actor, tx, &repeal)), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::add_milestone(&actor, tx, id, 1, &milestone())), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::set_carriers(&actor, tx, id, 1, &[], &silence())), WRITERS);
        let kind = LineageKind::Continues;
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::descend(&actor, tx, id, 1, id, kind, &silence())), WRITERS);
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
        let everybody = let_in!(store, cast, |actor, tx| commitment::history(&actor, tx, id));
        assert_eq!(everybody.len(), cast.everybody().len());
    }

    async fn what_stands_around_a_draft_is_written_by_the_same(store) {
        let cast = Cast::assemble(store).await;
        let (id, one, other) = complete(store, &cast).await;
        let none: [&str; 0] = [];
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::edit(&actor, tx, id, 3, &fields())), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::edit_milestone(&actor, tx, id, 3, one, &milestone())), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::remove_milestone(&actor, tx, id, 3, one, &silence())), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::add_indicator(&actor, tx, id, 3, &indicator())), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::edit_indicator(&actor, tx, id, 3, other, &indicator())), WRITERS);
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::remove_indicator(&actor, tx, id, 3, other, &silence())), WRITERS);
        let unknown = IndicatorId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::remove_indicator(&actor, tx, id, 3, unknown, &silence())), none);
    }

    async fn descent_is_said_and_taken_back_by_the_same(store) {
        let cast = Cast::assemble(store).await;
        let (_, id, _) = begun(store, &cast).await;
        let earlier = transact!(store.store, |tx| {
            let plan = testing::plant_plan(tx, "plan-2024").await?;
            let earlier = testing::plant_commitment(tx, plan, "published").await?;
            let planted = kept::find(tx, earlier).await?.unwrap();
            let published_at = Some(tx.now());
            kept::update(tx, &fabrique_domain::commitment::Commitment { published_at, ..planted }).await?;
            commitment::descend(&Actor::Platform, tx, id, 1, earlier, LineageKind::Continues, &silence()).await?;
            Ok::<_, fabrique_app::Error>(earlier)
        })
        .unwrap();
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::forget_descent(&actor, tx, id, 2, earlier, &silence())), WRITERS);
    }

    async fn clauses_are_amended_and_drafts_withdrawn_by_the_same(store) {
        let cast = Cast::assemble(store).await;
        let (_, id, found) = begun(store, &cast).await;
        let text = Localized::french(Markdown::parse("Chaque avis est publié dans le mois.").unwrap());
        let change = ClauseChange { clause_id: found.id, version: 1, text, reason: silence() };
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::amend_clause(&actor, tx, &change)), WRITERS);
        let reason = Line::parse("Repris par la loi de mars.").unwrap();
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::withdraw(&actor, tx, id, 1, &reason)), WRITERS);
    }
}
