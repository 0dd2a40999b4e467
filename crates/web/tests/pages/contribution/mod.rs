//! Consultations and proposals, as readers, authors and coordinators meet them.

mod desk;
mod reading;
mod writing;

use fabrique_domain::{
    account::{Person, Role},
    consultation::Consultation,
    id::ProposalId,
    proposal::{Proposal, ProposalVersion},
    time::DAY,
};
use fabrique_storage::{Error, consultation, outbox, outbox::OutboxTopic, proposal, testing, transact};
use fabrique_testkit::{
    TestApp, TestVisitor,
    contribution::{prepared_consultation, some_proposal},
    people,
};

/// The address where the author of [`plant`] signs in.
const AUTHOR: &str = "ada@example.org";

/// An open consultation called `ouvrir`, with proposals by [`AUTHOR`] under these titles, one a minute.
async fn plant(app: &TestApp, titles: &[&str]) -> (Consultation, Vec<Proposal>) {
    let (consultation, author) = transact!(app.platform.store, |tx| {
        let now = tx.now();
        let plan = testing::plant_plan(tx, "plan").await?;
        testing::plant_theme(tx, plan, "donnees").await?;
        let consultation = Consultation {
            opens_at: now.plus(-DAY),
            closes_at: now.plus(20 * DAY),
            announced_at: Some(now.plus(-20 * DAY)),
            approved_at: Some(now.plus(-20 * DAY)),
            ..prepared_consultation(tx.new_id(), plan, "ouvrir", now)
        };
        consultation::insert(tx, &consultation).await?;
        let author: Person = people::person(tx, "ada", Role::Citizen, None).await?;
        Ok::<_, Error>((consultation, author))
    })
    .unwrap();
    let mut planted = Vec::new();
    for title in titles {
        app.clock.pass(60_000_000);
        let kept = transact!(app.platform.store, |tx| {
            let kept = some_proposal(tx, consultation.id, &author, title);
            proposal::insert(tx, &kept).await?;
            proposal::add_version(tx, &ProposalVersion::of(&kept)).await?;
            outbox::add(tx, OutboxTopic::Proposal, fabrique_domain::id::Id::uuid(kept.id)).await?;
            Ok::<_, Error>(kept)
        });
        planted.push(kept.unwrap());
    }
    (consultation, planted)
}

/// Somebody who coordinates.
async fn coordinator(app: &TestApp) -> TestVisitor {
    transact!(app.platform.store, |tx| people::person(tx, "cora", Role::Coordinator, None).await).unwrap();
    app.signed_in("cora@example.org").await
}

async fn kept(app: &TestApp, id: ProposalId) -> Proposal {
    proposal::find(&mut app.platform.store.read().await.unwrap(), id).await.unwrap().unwrap()
}
