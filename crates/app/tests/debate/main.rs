//! What people say of a proposal, in the words of the domain: positions, arguments, amendments,
//! and the moderation of all of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod amendment;
mod argument;
mod moderation;
mod position;

use std::fmt::Debug;

use fabrique_app::{Error, Result, mail, mail::Mail};
use fabrique_domain::{
    account::{Actor, Person},
    consultation::Consultation,
    proposal::Proposal,
};
use fabrique_storage::{consultation, job, proposal, transact};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal},
};

/// An open consultation with one proposal and its author.
#[derive(Clone)]
struct Debate {
    consultation: Consultation,
    proposal: Proposal,
    author: Person,
}

impl Debate {
    async fn open(store: &TestStore) -> Self {
        let author = person(store, "Ada Auteur", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let proposal = published_proposal(store, &consultation, &author, "Publier chaque décision").await;
        Self { consultation, proposal, author }
    }

    fn author(&self) -> Actor {
        Actor::Person(self.author.clone())
    }

    async fn proposal_now(&self, store: &TestStore) -> Proposal {
        proposal::find(&mut store.read().await.unwrap(), self.proposal.id).await.unwrap().unwrap()
    }

    async fn consultation_now(&self, store: &TestStore) -> Consultation {
        consultation::find(&mut store.read().await.unwrap(), self.consultation.id).await.unwrap().unwrap()
    }

    /// Changes the proposal behind the rules.
    async fn set(&self, store: &TestStore, change: impl Fn(&mut Proposal)) {
        let before = self.proposal_now(store).await;
        let mut after = before.clone();
        change(&mut after);
        transact!(store.store, |tx| proposal::update(tx, &before, &after).await).unwrap();
    }
}

/// Somebody without any role.
async fn citizen(store: &TestStore, name: &str) -> Actor {
    Actor::Person(person(store, name, &[]).await)
}

/// The code of the rule that said no.
fn rule<T: Debug>(outcome: Result<T>) -> &'static str {
    match outcome {
        Err(Error::Refused(code)) => code,
        other => panic!("no rule said no: {other:?}"),
    }
}

/// The mail that waits to be sent, the oldest first.
async fn mailbox(store: &TestStore) -> Vec<Mail> {
    let platform = store.platform();
    let mut letters = Vec::new();
    while let Some(job) = transact!(store.store, |tx| job::lease(tx).await).unwrap() {
        letters.push(mail::open(&platform, &job.payload).unwrap());
        transact!(store.store, |tx| job::finish(tx, job.id).await).unwrap();
    }
    letters
}
