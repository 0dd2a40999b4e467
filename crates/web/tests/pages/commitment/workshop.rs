//! A plan with a commitment whose clause answers a contribution.

use fabrique_app::{
    Error,
    commitment::{self, CarrierChoice, Draft, IndicatorInput, MilestoneInput, NewClause},
    response::{self, ResponseDraft, Seen},
};
use fabrique_domain::{
    LocalizedText,
    account::{Actor, Role},
    commitment::{Clause, CommitmentState, Level, Part},
    id::{CommitmentId, OrganisationId, PlanId, ProposalId},
    localized::Localized,
    organisation::OrganisationKind,
    response::Decision,
    text::{Line, Markdown},
};
use fabrique_storage::{Tx, commitment as kept, consultation, proposal, testing, transact};
use fabrique_testkit::{
    TestApp,
    contribution::{prepared_consultation, some_proposal},
    people::{organisation_called, person},
};

pub(super) const CLAUSE: &str = "Chaque avis est publié avec sa réponse.";
pub(super) const COORDINATOR: &str = "claude@example.org";
pub(super) const AGENT: &str = "alix@example.org";

pub(super) struct Workshop {
    pub(super) plan: PlanId,
    pub(super) coordinator: Actor,
    pub(super) agent: Actor,
    pub(super) institution: OrganisationId,
    pub(super) association: OrganisationId,
}

pub(super) fn line<const MIN: usize, const MAX: usize>(text: &str) -> Line<MIN, MAX> {
    Line::parse(text).unwrap()
}

fn words<const MIN: usize, const MAX: usize>(text: &str) -> Localized<Markdown<MIN, MAX>> {
    Localized::french(Markdown::parse(text).unwrap())
}

impl Workshop {
    pub(super) async fn open(app: &TestApp) -> Self {
        transact!(app.platform.store, |tx| {
            let plan = testing::plant_plan(tx, "plan-2027").await?;
            let institution = organisation_called(tx, OrganisationKind::Institution, "Ministère des essais").await?;
            let association = organisation_called(tx, OrganisationKind::CivilSociety, "Collectif des essais").await?;
            let coordinator = Actor::Person(person(tx, "claude", Role::Coordinator, None).await?);
            let agent = Actor::Person(person(tx, "alix", Role::Agent, Some(institution)).await?);
            Ok::<_, Error>(Self { plan, coordinator, agent, institution, association })
        })
        .unwrap()
    }

    pub(super) async fn draft(&self, app: &TestApp, level: Level, title: &str) -> CommitmentId {
        let input = Draft {
            plan_id: self.plan,
            level,
            parent_id: None,
            theme_id: None,
            title: Localized::french(line(title)),
            starts_on: "2027-01-01".parse().unwrap(),
            ends_on: "2028-12-31".parse().unwrap(),
        };
        transact!(app.platform.store, |tx| commitment::draft(&self.agent, tx, &input).await).unwrap()
    }

    /// A public commitment with one clause, a milestone and an indicator.
    pub(super) async fn published(&self, app: &TestApp, level: Level, title: &str) -> (CommitmentId, Clause) {
        let id = self.draft(app, level, title).await;
        let clause = transact!(app.platform.store, |tx| self.complete(tx, id).await).unwrap();
        (id, clause)
    }

    async fn complete(&self, tx: &mut Tx, id: CommitmentId) -> Result<Clause, Error> {
        let actor = &self.coordinator;
        let clause = NewClause { commitment_id: id, text: words(CLAUSE), reason: line("") };
        let clause = commitment::add_clause(actor, tx, &clause).await?;
        let carriers = [
            CarrierChoice { organisation_id: self.institution, part: Part::Lead },
            CarrierChoice { organisation_id: self.association, part: Part::CoCarrier },
        ];
        commitment::set_carriers(actor, tx, id, 1, &carriers, &line("")).await?;
        let milestone = MilestoneInput {
            title: Localized::french(line("Premier jeu de données")),
            expected_output: words("Un fichier public, chaque mois."),
            due_on: "2027-06-30".parse().unwrap(),
            lead_id: Some(self.institution),
            reason: line(""),
        };
        commitment::add_milestone(actor, tx, id, 2, &milestone).await?;
        let indicator = IndicatorInput {
            name: Localized::french(line("Part des avis publiés")),
            unit: line("%"),
            baseline: line("12"),
            target: line("100"),
            latest: line(""),
            reason: line(""),
        };
        commitment::add_indicator(actor, tx, id, 3, &indicator).await?;
        let mut found = kept::find(tx, id).await?.unwrap();
        found.summary =
            LocalizedText::both("Chaque avis reçoit une réponse publique.", "Every opinion gets an answer.");
        found.state = CommitmentState::Submitted;
        kept::update(tx, &found).await?;
        commitment::publish(actor, tx, id, 5).await?;
        Ok(clause)
    }

    /// A contribution that an answer says the clause took up.
    pub(super) async fn taken_up(&self, app: &TestApp, clause: &Clause, title: &str) -> ProposalId {
        let platform = &app.platform;
        transact!(platform.store, |tx| {
            let (now, id) = (tx.now(), tx.new_id());
            let mut consultation = prepared_consultation(id, self.plan, &format!("c-{id}"), now);
            consultation.announced_at = Some(now);
            consultation::insert(tx, &consultation).await?;
            let author = person(tx, &format!("a{id}"), Role::Citizen, None).await?;
            let contribution = some_proposal(tx, id, &author, title);
            proposal::insert(tx, &contribution).await?;
            let input = ResponseDraft {
                institution_id: self.institution,
                contributions: vec![contribution.id],
                decision: Decision::TakenUp,
                reason: Markdown::parse("La loi le permet déjà, et le service est prêt à le faire.").unwrap(),
                reason_en: Markdown::parse("").unwrap(),
                merged_into: None,
                clauses: vec![clause.id],
            };
            let answer = response::draft(&self.agent, tx, id, &input).await?;
            response::submit(&self.agent, tx, Seen { id: answer, version: 1 }).await?;
            let version = fabrique_storage::response::get(tx, answer).await?.unwrap().version;
            response::publish(platform, &self.coordinator, tx, Seen { id: answer, version }).await?;
            Ok::<_, Error>(contribution.id)
        })
        .unwrap()
    }
}
