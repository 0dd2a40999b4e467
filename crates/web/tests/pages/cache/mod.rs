//! Pages kept ready are right the moment anything changes.
//!
//! A [`Watch`](watch::Watch) walks over everything that somebody who did not sign in can read. Each
//! test then does, through the pages, every kind of thing that people do, and after each of them
//! reads everything again twice: on the site that keeps pages, and on one that has kept nothing.
//! Both must say the same, under the same tag; the tag of a page that changed must no longer be good.

mod apart;
mod commitments;
mod consultations;
mod hours;
mod instances;
mod rooms;
mod watch;

use fabrique_app::Error;
use fabrique_domain::{
    account::{Person, Role},
    consultation::Consultation,
    id::{OrganisationId, PlanId, ProposalId},
    organisation::OrganisationKind,
    proposal::ProposalVersion,
    time::DAY,
};
use fabrique_storage::{Tx, consultation, outbox, outbox::OutboxTopic, proposal, testing, transact};
use fabrique_testkit::{
    TestApp,
    contribution::{prepared_consultation, some_proposal},
    people::{organisation_called, person},
};

/// Whoever wrote the proposals of a [`Scene`].
const AUTHOR: &str = "ada@example.org";
const COORDINATOR: &str = "cora@example.org";
const ADMINISTRATOR: &str = "adrien@example.org";
const AGENT: &str = "alix@example.org";
const COLLEAGUE: &str = "colin@example.org";

/// A plan, an open consultation called `ouvrir` with two proposals, an institution with two agents,
/// an association, a coordinator and an administrator.
struct Scene {
    plan: PlanId,
    association: OrganisationId,
    first: ProposalId,
    second: ProposalId,
}

impl Scene {
    async fn set(app: &TestApp) -> Self {
        let scene = transact!(app.platform.store, |tx| Self::plant(tx).await).unwrap();
        app.run_jobs().await;
        scene
    }

    async fn plant(tx: &mut Tx) -> Result<Self, Error> {
        let institution = organisation_called(tx, OrganisationKind::Institution, "Ministère des essais").await?;
        let association = organisation_called(tx, OrganisationKind::CivilSociety, "Collectif des essais").await?;
        person(tx, "cora", Role::Coordinator, None).await?;
        person(tx, "adrien", Role::Administrator, None).await?;
        person(tx, "alix", Role::Agent, Some(institution)).await?;
        person(tx, "colin", Role::Agent, Some(institution)).await?;
        let author = person(tx, "ada", Role::Citizen, None).await?;
        let plan = testing::plant_plan(tx, "plan-2027").await?;
        testing::plant_theme(tx, plan, "donnees").await?;
        let now = tx.now();
        let consultation = Consultation {
            opens_at: now.plus(-DAY),
            closes_at: now.plus(20 * DAY),
            announced_at: Some(now.plus(-20 * DAY)),
            approved_at: Some(now.plus(-20 * DAY)),
            ..prepared_consultation(tx.new_id(), plan, "ouvrir", now)
        };
        consultation::insert(tx, &consultation).await?;
        let first = propose(tx, &consultation, &author, "Publier les agendas").await?;
        let second = propose(tx, &consultation, &author, "Publier les délais réels").await?;
        Ok(Self { plan, association, first, second })
    }
}

async fn propose(tx: &mut Tx, to: &Consultation, author: &Person, title: &str) -> Result<ProposalId, Error> {
    let kept = some_proposal(tx, to.id, author, title);
    proposal::insert(tx, &kept).await?;
    proposal::add_version(tx, &ProposalVersion::of(&kept)).await?;
    outbox::add(tx, OutboxTopic::Proposal, fabrique_domain::id::Id::uuid(kept.id)).await?;
    Ok(kept.id)
}
