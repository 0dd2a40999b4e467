//! Two institutions that answer, a consultation, its authors, a commitment with a clause.

use fabrique_app::{
    Error,
    mail::Mail,
    response::{self, ResponseDraft, Seen},
};
use fabrique_domain::{
    LocalizedText,
    account::{Actor, Person, Role},
    commitment::{Clause, Commitment, CommitmentState, Level},
    consultation::Consultation,
    id::{ConsultationId, OrganisationId, PlanId, ProposalId, ResponseId},
    organisation::OrganisationKind,
    proposal::{Proposal, ProposalVersion, Reason},
    response::{ContestBody, Decision, DraftReason},
};
use fabrique_storage::{Tx, commitment, job, proposal, transact};
use fabrique_testkit::{
    Cast, TestStore,
    contribution::{open_consultation, some_proposal},
    people,
};

pub(crate) const REASON: &str = "La loi le permet déjà depuis deux ans, et nous le ferons chaque mois.";

/// Everybody who has a part in an answer.
pub(crate) struct Bureau {
    /// One person a role.
    pub(crate) cast: Cast,
    /// Works with the agent of the cast.
    pub(crate) colleague: Actor,
    /// Works for another institution.
    pub(crate) stranger: Actor,
    /// That other institution.
    pub(crate) elsewhere: OrganisationId,
    /// Open.
    pub(crate) consultation: Consultation,
    /// Of a published commitment.
    pub(crate) clause: Clause,
}

impl Bureau {
    pub(crate) async fn open(store: &TestStore) -> Self {
        let cast = Cast::assemble(store).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let (plan, here) = (consultation.plan_id, cast.institution);
        let (colleague, elsewhere, stranger, clause) = transact!(store.store, |tx| {
            let elsewhere = people::organisation_called(tx, OrganisationKind::Institution, "Agence d’à côté").await?;
            let colleague = people::person(tx, "colleague", Role::Agent, Some(here)).await?;
            let stranger = people::person(tx, "stranger", Role::Agent, Some(elsewhere)).await?;
            let clause = clause(tx, plan, CommitmentState::Published).await?;
            Ok::<_, Error>((colleague, elsewhere, stranger, clause))
        })
        .unwrap();
        let (colleague, stranger) = (Actor::Person(colleague), Actor::Person(stranger));
        Self { cast, colleague, stranger, elsewhere, consultation, clause }
    }

    pub(crate) fn agent(&self) -> &Actor {
        self.cast.actor(Role::Agent)
    }

    pub(crate) fn coordinator(&self) -> &Actor {
        self.cast.actor(Role::Coordinator)
    }

    pub(crate) fn author(&self) -> &Actor {
        self.cast.actor(Role::Citizen)
    }

    /// A contribution of the citizen, published now.
    pub(crate) async fn proposal(&self, store: &TestStore, title: &str) -> Proposal {
        self.proposal_by(store, self.author().person().unwrap(), title).await
    }

    pub(crate) async fn proposal_by(&self, store: &TestStore, author: &Person, title: &str) -> Proposal {
        transact!(store.store, |tx| {
            let proposal = some_proposal(tx, self.consultation.id, author, title);
            proposal::insert(tx, &proposal).await?;
            proposal::add_version(tx, &ProposalVersion::of(&proposal)).await?;
            Ok::<_, Error>(proposal)
        })
        .unwrap()
    }

    /// A draft of the institution of the cast, out of scope: nothing but a reason is asked.
    pub(crate) fn words(&self, contributions: &[ProposalId]) -> ResponseDraft {
        ResponseDraft {
            institution_id: self.cast.institution,
            contributions: contributions.to_vec(),
            decision: Decision::OutOfScope,
            reason: DraftReason::parse(REASON).unwrap(),
            reason_en: DraftReason::parse("").unwrap(),
            merged_into: None,
            clauses: Vec::new(),
        }
    }

    /// The same, taken up into the clause.
    pub(crate) fn taken_up(&self, contributions: &[ProposalId]) -> ResponseDraft {
        let clauses = vec![self.clause.id];
        ResponseDraft { decision: Decision::TakenUp, clauses, ..self.words(contributions) }
    }

    pub(crate) async fn draft(&self, store: &TestStore, words: &ResponseDraft) -> ResponseId {
        draft(store, self.agent(), self.consultation.id, words).await.unwrap()
    }

    /// Drafted by the agent and sent for review.
    pub(crate) async fn submitted(&self, store: &TestStore, words: &ResponseDraft) -> Seen {
        let seen = Seen { id: self.draft(store, words).await, version: 1 };
        submit(store, self.agent(), seen).await.unwrap();
        seen
    }

    /// Drafted by the agent, published by the colleague.
    pub(crate) async fn published(&self, store: &TestStore, words: &ResponseDraft) -> ResponseId {
        let seen = self.submitted(store, words).await;
        publish(store, &self.colleague, seen).await.unwrap();
        seen.id
    }
}

pub(crate) async fn draft(
    store: &TestStore,
    actor: &Actor,
    consultation: ConsultationId,
    words: &ResponseDraft,
) -> Result<ResponseId, Error> {
    transact!(store.store, |tx| response::draft(actor, tx, consultation, words).await)
}

pub(crate) async fn edit(store: &TestStore, actor: &Actor, seen: Seen, words: &ResponseDraft) -> Result<(), Error> {
    transact!(store.store, |tx| response::edit(actor, tx, seen, words).await)
}

pub(crate) async fn submit(store: &TestStore, actor: &Actor, seen: Seen) -> Result<(), Error> {
    transact!(store.store, |tx| response::submit(actor, tx, seen).await)
}

pub(crate) async fn publish(store: &TestStore, actor: &Actor, seen: Seen) -> Result<(), Error> {
    let platform = store.platform();
    transact!(store.store, |tx| response::publish(&platform, actor, tx, seen).await)
}

pub(crate) fn reason(text: &str) -> Reason {
    Reason::parse(text).unwrap()
}

pub(crate) fn contest_body(text: &str) -> ContestBody {
    ContestBody::parse(text).unwrap()
}

/// The mail that waits to leave, opened; it is taken out of the queue.
pub(crate) async fn mail(store: &TestStore) -> Vec<Mail> {
    let platform = store.platform();
    let mut mail = Vec::new();
    while let Some(job) = transact!(store.store, |tx| job::lease(tx).await).unwrap() {
        mail.push(fabrique_app::mail::open(&platform, &job.payload).unwrap());
    }
    mail
}

pub(crate) async fn find(store: &TestStore, id: ProposalId) -> Proposal {
    proposal::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// A clause of a new commitment in this state.
pub(crate) async fn clause(tx: &mut Tx, plan: PlanId, state: CommitmentState) -> Result<Clause, Error> {
    let commitment = some_commitment(tx, plan, state);
    commitment::insert(tx, &commitment).await?;
    let text = LocalizedText::french("Chaque avis est publié avec sa réponse.");
    Ok(commitment::clause::add(tx, commitment.id, &text, "", None).await?)
}

fn some_commitment(tx: &Tx, plan_id: PlanId, state: CommitmentState) -> Commitment {
    let (now, blank) = (tx.now(), LocalizedText::default);
    Commitment {
        id: tx.new_id(),
        plan_id,
        theme_id: None,
        parent_id: None,
        level: Level::Commitment,
        national_number: "12".to_owned(),
        ogp_id: String::new(),
        title: LocalizedText::french("Publier les avis"),
        summary: LocalizedText::french("Chaque avis est publié avec sa réponse."),
        problem: blank(),
        causes: blank(),
        done_so_far: blank(),
        solution: blank(),
        results_wanted: blank(),
        transparency: blank(),
        accountability: blank(),
        participation: blank(),
        budget: String::new(),
        development_goals: String::new(),
        contact: String::new(),
        starts_on: "2027-01-01".parse().unwrap(),
        ends_on: "2028-12-31".parse().unwrap(),
        state,
        state_reason: String::new(),
        position: 1,
        author_id: None,
        version: 1,
        created_at: now,
        updated_at: now,
        submitted_at: None,
        published_at: Some(now),
    }
}
