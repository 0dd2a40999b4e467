//! Input that nobody sends by accident: it is refused in words, and nothing breaks.

mod forms;
mod requests;
mod source;

use fabrique_domain::{
    account::Role,
    id::{Id, OrganisationId},
    organisation::OrganisationKind,
};
use fabrique_storage::{Error, transact};
use fabrique_testkit::{
    TestApp, TestVisitor, contribution,
    people::{organisation_called, person},
};

/// Things of every kind, so that addresses can name something that exists.
struct Scene {
    /// An identifier of something, by the noun before it in addresses.
    known: Vec<(&'static str, String)>,
    /// Everybody who may do something, and somebody who did not sign in.
    visitors: Vec<TestVisitor>,
}

impl Scene {
    async fn set(app: &TestApp) -> Self {
        let store = &app.platform.store;
        let consultation = contribution::open_consultation(store, "ouvrir").await;
        let author = contribution::person(store, "Ada Auteur", &[]).await;
        let proposal = contribution::published_proposal(store, &consultation, &author, "Publier chaque décision").await;
        let institution: OrganisationId = transact!(store, |tx| {
            let institution = organisation_called(tx, OrganisationKind::Institution, "Ministère des essais").await?;
            person(tx, "cora", Role::Coordinator, None).await?;
            person(tx, "adrien", Role::Administrator, None).await?;
            person(tx, "alix", Role::Agent, Some(institution)).await?;
            Ok::<_, Error>(institution)
        })
        .unwrap();
        let commitment = transact!(store, |tx| {
            fabrique_storage::testing::plant_commitment(tx, consultation.plan_id, "draft").await
        });
        let known = vec![
            ("consultations", "ouvrir".to_owned()),
            ("plans", "plan-ouvrir".to_owned()),
            ("pages", "guide".to_owned()),
            ("organisations", "ministere-des-essais".to_owned()),
            ("proposals", proposal.id.to_string()),
            ("commitments", commitment.unwrap().to_string()),
            ("people", institution.uuid().to_string()),
        ];
        let mut visitors = vec![app.visitor()];
        for email in ["cora@example.org", "adrien@example.org", "alix@example.org"] {
            visitors.push(app.signed_in(email).await);
        }
        Self { known, visitors }
    }

    /// An address of a route whose holes are filled: the first with `first` (or with something that
    /// exists, when it is empty), the others with `others`.
    fn address(&self, route: &str, first: &str, others: &str) -> String {
        let mut address = String::new();
        let (mut noun, mut holes) = ("", 0);
        for part in route.split('/').skip(1) {
            address.push('/');
            if part.starts_with('{') {
                let known = self.known.iter().find(|(of, _)| *of == noun).map(|(_, id)| id.as_str());
                let first = if first.is_empty() { known.unwrap_or("1") } else { first };
                address.push_str(if holes == 0 { first } else { others });
                holes += 1;
            } else {
                address.push_str(part);
                noun = part;
            }
        }
        address
    }
}
