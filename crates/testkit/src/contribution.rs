//! An open consultation, people, and what they propose.

use fabrique_domain::{
    Instant, Language, LocalizedText,
    account::{Account, Actor, Grant, Person, Role},
    consultation::{Ballot, Consultation},
    id::{ConsultationId, OrganisationId, PlanId},
    proposal::{Proposal, ProposalState, ProposalVersion},
    time::DAY,
};
use fabrique_storage::{Error, Store, Tx, consultation, proposal, testing, transact};

/// A person with these roles, whose account is kept. Grants are in the value only.
///
/// # Panics
/// When the store refuses.
#[expect(clippy::expect_used, reason = "a test")]
pub async fn person(store: &Store, name: &str, roles: &[(Role, Option<OrganisationId>)]) -> Person {
    let email = format!("{}@people.example", name.to_lowercase().replace(' ', "."));
    let (id, created_at) = transact!(*store, |tx| {
        let id = testing::plant_account(tx, &email, name).await?;
        Ok::<_, Error>((id, tx.now()))
    })
    .expect("the account is kept");
    let account =
        Account { id, email: Some(email), display_name: name.to_owned(), language: Language::French, created_at };
    let grants = roles
        .iter()
        .map(|(role, organisation_id)| Grant {
            id: fabrique_domain::id::Id::from_uuid(fabrique_domain::id::Id::uuid(id)),
            account_id: id,
            role: *role,
            organisation_id: *organisation_id,
            evidence: "a test".to_owned(),
            granted_at: created_at,
            revoked_at: None,
        })
        .collect();
    Person { account, grants }
}

/// Somebody who signed in, with these roles.
///
/// # Panics
/// When the store refuses.
pub async fn actor(store: &Store, name: &str, roles: &[Role]) -> Actor {
    let roles: Vec<_> = roles.iter().map(|role| (*role, None)).collect();
    Actor::Person(person(store, name, &roles).await)
}

/// A consultation as it is first thought of, opening in twenty days for thirty; not kept.
#[must_use]
pub fn prepared_consultation(id: ConsultationId, plan_id: PlanId, slug: &str, now: Instant) -> Consultation {
    Consultation {
        id,
        plan_id,
        slug: slug.to_owned(),
        title: LocalizedText::both("Ouvrir les décisions", "Opening decisions"),
        summary: LocalizedText::french("Que faut-il ouvrir d’abord ?"),
        rules: LocalizedText::french("Chaque contribution reçoit une réponse."),
        information: LocalizedText::french("Le bilan du plan précédent."),
        follow_up: LocalizedText::default(),
        opens_at: now.plus(20 * DAY),
        closes_at: now.plus(50 * DAY),
        announced_at: None,
        approved_at: None,
        outcome: None,
        outcome_reason: String::new(),
        outcome_at: None,
        ballot: Ballot::ThreePositions,
        answer_within_days: 60,
        source: String::new(),
        proposals: 0,
        answered: 0,
        positions: 0,
        arguments: 0,
        created_at: now,
    }
}

/// A consultation open since a day and for another thirty, in a plan of its own.
///
/// # Panics
/// When the store refuses.
#[expect(clippy::expect_used, reason = "a test")]
pub async fn open_consultation(store: &Store, slug: &str) -> Consultation {
    transact!(*store, |tx| {
        let plan = testing::plant_plan(tx, &format!("plan-{slug}")).await?;
        let now = tx.now();
        let consultation = Consultation {
            opens_at: now.plus(-DAY),
            closes_at: now.plus(30 * DAY),
            announced_at: Some(now.plus(-20 * DAY)),
            approved_at: Some(now.plus(-20 * DAY)),
            ..prepared_consultation(tx.new_id(), plan, slug, now)
        };
        consultation::insert(tx, &consultation).await?;
        Ok::<_, Error>(consultation)
    })
    .expect("the consultation is kept")
}

/// A published proposal by `author`, without theme, in its first version.
///
/// # Panics
/// When the store refuses.
#[expect(clippy::expect_used, reason = "a test")]
pub async fn published_proposal(store: &Store, consultation: &Consultation, author: &Person, title: &str) -> Proposal {
    transact!(*store, |tx| {
        let proposal = some_proposal(tx, consultation.id, author, title);
        proposal::insert(tx, &proposal).await?;
        proposal::add_version(tx, &ProposalVersion::of(&proposal)).await?;
        Ok::<_, Error>(proposal)
    })
    .expect("the proposal is kept")
}

/// A published proposal, not kept.
#[must_use]
pub fn some_proposal(tx: &Tx, consultation_id: ConsultationId, author: &Person, title: &str) -> Proposal {
    let now = tx.now();
    Proposal {
        author_id: Some(author.account.id),
        author_name: author.account.display_name.clone(),
        state: ProposalState::Published,
        title: title.to_owned(),
        problem: "On ne sait pas ce que deviennent les contributions.".to_owned(),
        change: "Chacun lit la réponse et ce qu’elle a changé.".to_owned(),
        body: "Publier les données de chaque décision, avec leur source et leur date.".to_owned(),
        published_at: Some(now),
        ..Proposal::begun(tx.new_id(), consultation_id, now)
    }
}
