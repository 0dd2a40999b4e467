//! What people say of a proposal, and what moderators do.

mod alike;
mod amendments;
mod arguments;
mod moderation;
mod panels;
mod positions;
mod remarks;

use fabrique_domain::{
    account::{Person, Role},
    consultation::Consultation,
    id::ProposalId,
    proposal::ProposalVersion,
    time::DAY,
};
use fabrique_storage::{Error, consultation, proposal, testing, transact};
use fabrique_testkit::{
    TestApp, TestVisitor,
    contribution::{prepared_consultation, some_proposal},
    people,
};

/// The address where the author of [`plant`] signs in.
const AUTHOR: &str = "ada@example.org";

/// An open consultation with one proposal by [`AUTHOR`].
async fn plant(app: &TestApp) -> ProposalId {
    transact!(app.platform.store, |tx| {
        let now = tx.now();
        let plan = testing::plant_plan(tx, "plan").await?;
        let consultation = Consultation {
            opens_at: now.plus(-DAY),
            closes_at: now.plus(20 * DAY),
            announced_at: Some(now.plus(-20 * DAY)),
            approved_at: Some(now.plus(-20 * DAY)),
            ..prepared_consultation(tx.new_id(), plan, "ouvrir", now)
        };
        consultation::insert(tx, &consultation).await?;
        let author: Person = people::person(tx, "ada", Role::Citizen, None).await?;
        let planted = some_proposal(tx, consultation.id, &author, "Publier chaque décision");
        proposal::insert(tx, &planted).await?;
        proposal::add_version(tx, &ProposalVersion::of(&planted)).await?;
        Ok::<_, Error>(planted.id)
    })
    .unwrap()
}

/// Somebody who coordinates.
async fn coordinator(app: &TestApp) -> TestVisitor {
    transact!(app.platform.store, |tx| people::person(tx, "cora", Role::Coordinator, None).await).unwrap();
    app.signed_in("cora@example.org").await
}

/// The proposal as it is kept.
async fn kept(app: &TestApp, id: ProposalId) -> fabrique_domain::proposal::Proposal {
    proposal::find(&mut app.platform.store.read().await.unwrap(), id).await.unwrap().unwrap()
}
