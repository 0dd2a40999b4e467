//! A plan, its people and a commitment, ready to be worked on.

use fabrique_app::{
    Error,
    commitment::{self, CarrierChoice, Draft, Fields, IndicatorInput, MilestoneInput, NewClause},
};
use fabrique_domain::{
    LocalizedText,
    account::{Actor, Role},
    commitment::{Clause, Commitment, Level, Part},
    id::{CommitmentId, OrganisationId, PlanId},
    localized::Localized,
    organisation::OrganisationKind,
    text::{Line, Markdown},
};
use fabrique_storage::{commitment as kept, testing, transact};
use fabrique_testkit::{TestStore, contribution::person, people::organisation_called};

/// A plan, a coordinator, an agent and the organisations they speak for.
pub(crate) struct Stage<'s> {
    pub(crate) store: &'s TestStore,
    pub(crate) plan: PlanId,
    pub(crate) coordinator: Actor,
    pub(crate) agent: Actor,
    pub(crate) institution: OrganisationId,
    pub(crate) association: OrganisationId,
}

impl<'s> Stage<'s> {
    pub(crate) async fn set(store: &'s TestStore) -> Self {
        let (plan, institution, association) = transact!(store.store, |tx| {
            let plan = testing::plant_plan(tx, "plan-2027").await?;
            let institution = organisation_called(tx, OrganisationKind::Institution, "Ministère des essais").await?;
            let association = organisation_called(tx, OrganisationKind::CivilSociety, "Association des essais").await?;
            Ok::<_, Error>((plan, institution, association))
        })
        .unwrap();
        let coordinator = Actor::Person(person(store, "Claude", &[(Role::Coordinator, None)]).await);
        let agent = Actor::Person(person(store, "Alix", &[(Role::Agent, Some(institution))]).await);
        Self { store, plan, coordinator, agent, institution, association }
    }

    pub(crate) async fn draft(&self, actor: &Actor, level: Level, parent: Option<CommitmentId>) -> CommitmentId {
        let input = draft(self.plan, level, parent);
        transact!(self.store.store, |tx| commitment::draft(actor, tx, &input).await).unwrap()
    }

    pub(crate) async fn found(&self, id: CommitmentId) -> Commitment {
        kept::find(&mut self.store.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    pub(crate) async fn version(&self, id: CommitmentId) -> i64 {
        self.found(id).await.version
    }

    pub(crate) async fn clause(&self, id: CommitmentId, text: &str) -> Clause {
        let input = NewClause { commitment_id: id, text: words(text), reason: line("Écrite au premier atelier.") };
        transact!(self.store.store, |tx| commitment::add_clause(&self.coordinator, tx, &input).await).unwrap()
    }

    /// A draft that lacks nothing.
    pub(crate) async fn whole(&self, level: Level, parent: Option<CommitmentId>) -> CommitmentId {
        let id = self.draft(&self.agent, level, parent).await;
        self.clause(id, "Chaque avis est publié avec sa réponse.").await;
        let actor = &self.coordinator;
        let fields = fields(level, parent);
        let version = self.version(id).await;
        let carriers = [self.lead(), self.co_carrier()];
        transact!(self.store.store, |tx| {
            let version = commitment::edit(actor, tx, id, version, &fields).await?;
            commitment::set_carriers(actor, tx, id, version, &carriers, &line("")).await?;
            commitment::add_milestone(actor, tx, id, version + 1, &milestone("2027-06-30")).await?;
            commitment::add_indicator(actor, tx, id, version + 2, &indicator()).await
        })
        .unwrap();
        id
    }

    pub(crate) async fn submitted(&self, level: Level, parent: Option<CommitmentId>) -> CommitmentId {
        let id = self.whole(level, parent).await;
        let version = self.version(id).await;
        transact!(self.store.store, |tx| commitment::submit(&self.agent, tx, id, version).await).unwrap();
        id
    }

    pub(crate) async fn published(&self, level: Level, parent: Option<CommitmentId>) -> CommitmentId {
        let id = self.submitted(level, parent).await;
        let version = self.version(id).await;
        transact!(self.store.store, |tx| commitment::publish(&self.coordinator, tx, id, version).await).unwrap();
        id
    }

    pub(crate) const fn lead(&self) -> CarrierChoice {
        CarrierChoice { organisation_id: self.institution, part: Part::Lead }
    }

    pub(crate) const fn co_carrier(&self) -> CarrierChoice {
        CarrierChoice { organisation_id: self.association, part: Part::CoCarrier }
    }
}

pub(crate) fn line<const MIN: usize, const MAX: usize>(text: &str) -> Line<MIN, MAX> {
    Line::parse(text).unwrap()
}

pub(crate) fn words<const MIN: usize, const MAX: usize>(text: &str) -> Localized<Markdown<MIN, MAX>> {
    Localized::french(Markdown::parse(text).unwrap())
}

pub(crate) fn draft(plan_id: PlanId, level: Level, parent_id: Option<CommitmentId>) -> Draft {
    Draft {
        plan_id,
        level,
        parent_id,
        theme_id: None,
        title: Localized::french(line("Publier les avis et les réponses")),
        starts_on: "2027-01-01".parse().unwrap(),
        ends_on: "2028-12-31".parse().unwrap(),
    }
}

pub(crate) fn fields(level: Level, parent_id: Option<CommitmentId>) -> Fields {
    Fields {
        level,
        parent_id,
        theme_id: None,
        national_number: line(""),
        ogp_id: line(""),
        title: Localized { fr: line("Publier les avis et les réponses"), en: Some(line("Publish every answer")) },
        summary: Localized::french(line("Chaque avis est publié avec sa réponse.")),
        problem: words("Personne ne sait ce que devient une contribution."),
        causes: words(""),
        done_so_far: words(""),
        solution: words(""),
        results_wanted: words(""),
        transparency: words(""),
        accountability: words(""),
        participation: words(""),
        budget: line(""),
        development_goals: line("16.7"),
        contact: line("service@example.org"),
        starts_on: "2027-01-01".parse().unwrap(),
        ends_on: "2028-12-31".parse().unwrap(),
        reason: line("Après la réunion publique."),
    }
}

pub(crate) fn milestone(due_on: &str) -> MilestoneInput {
    MilestoneInput {
        title: Localized::french(line("Premier jeu de données")),
        expected_output: words("Un fichier public, chaque mois."),
        due_on: due_on.parse().unwrap(),
        lead_id: None,
        reason: line("Le marché est attribué plus tard."),
    }
}

pub(crate) fn indicator() -> IndicatorInput {
    IndicatorInput {
        name: Localized::french(line("Part des avis publiés")),
        unit: line("%"),
        baseline: line("12"),
        target: line("100"),
        latest: line(""),
        reason: line("Une mesure plus juste."),
    }
}

pub(crate) fn french(text: &str) -> LocalizedText {
    LocalizedText::french(text)
}
