//! A consultation with contributions, two agents of one institution, an answer or two.

use fabrique_app::{
    Error,
    response::{self, ResponseDraft, Seen},
};
use fabrique_domain::{
    account::{Actor, Person, Role},
    consultation::Consultation,
    id::{OrganisationId, ProposalId, ResponseId},
    organisation::OrganisationKind,
    response::{Decision, DraftReason},
    time::DAY,
};
use fabrique_storage::{consultation, proposal, testing, transact};
use fabrique_testkit::{
    TestApp,
    contribution::{prepared_consultation, some_proposal},
    people,
};

pub(super) const REASON: &str = "La loi le permet déjà depuis deux ans, et nous le ferons chaque mois.";

pub(super) struct Bureau {
    pub(super) institution: OrganisationId,
    pub(super) author: Person,
    pub(super) agent: Actor,
    pub(super) colleague: Actor,
    pub(super) consultation: Consultation,
}

impl Bureau {
    pub(super) async fn open(app: &TestApp) -> Self {
        transact!(app.platform.store, |tx| {
            let institution =
                people::organisation_called(tx, OrganisationKind::Institution, "Ministère des Essais").await?;
            let author = people::person(tx, "author", Role::Citizen, None).await?;
            let agent = Actor::Person(people::person(tx, "agent", Role::Agent, Some(institution)).await?);
            let colleague = Actor::Person(people::person(tx, "colleague", Role::Agent, Some(institution)).await?);
            people::person(tx, "coordinator", Role::Coordinator, None).await?;
            let plan = testing::plant_plan(tx, "plan").await?;
            let now = tx.now();
            let consultation = Consultation {
                opens_at: now.plus(-DAY),
                closes_at: now.plus(30 * DAY),
                announced_at: Some(now.plus(-20 * DAY)),
                approved_at: Some(now.plus(-20 * DAY)),
                ..prepared_consultation(tx.new_id(), plan, "ouvrir", now)
            };
            consultation::insert(tx, &consultation).await?;
            Ok::<_, Error>(Self { institution, author, agent, colleague, consultation })
        })
        .unwrap()
    }

    pub(super) async fn proposal(&self, app: &TestApp, title: &str) -> ProposalId {
        transact!(app.platform.store, |tx| {
            let proposal = some_proposal(tx, self.consultation.id, &self.author, title);
            proposal::insert(tx, &proposal).await?;
            Ok::<_, Error>(proposal.id)
        })
        .unwrap()
    }

    pub(super) async fn draft(&self, app: &TestApp, contributions: &[ProposalId]) -> ResponseId {
        let words = ResponseDraft {
            institution_id: self.institution,
            contributions: contributions.to_vec(),
            decision: Decision::OutOfScope,
            reason: DraftReason::parse(REASON).unwrap(),
            reason_en: DraftReason::parse("").unwrap(),
            merged_into: None,
            clauses: Vec::new(),
        };
        let draft = transact!(app.platform.store, |tx| {
            response::draft(&self.agent, tx, self.consultation.id, &words).await
        });
        draft.unwrap()
    }

    pub(super) async fn published(&self, app: &TestApp, contributions: &[ProposalId]) -> ResponseId {
        let seen = Seen { id: self.draft(app, contributions).await, version: 1 };
        let published: Result<(), Error> = transact!(app.platform.store, |tx| {
            response::submit(&self.agent, tx, seen).await?;
            response::publish(&app.platform, &self.colleague, tx, seen).await
        });
        published.unwrap();
        seen.id
    }
}
