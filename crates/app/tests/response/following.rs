//! Whoever follows a contribution is told of its answer and of its other words, once, and stops in one click.

use std::sync::Arc;

use fabrique_app::{
    job::Worker,
    mail::{Mail, Mailer},
    proposal::{self, Edit, Text},
    response::{self, Correction, Seen},
    subscription,
};
use fabrique_domain::{
    Language,
    account::{Actor, Role},
    content::Topic,
    id::Id,
    proposal::{Position, Proposal, ProposalBody, ProposalPart, ProposalTitle},
    response::{Decision, ResponseReason},
};
use fabrique_storage::transact;
use fabrique_testkit::{Mailbox, TestStore, on_both_engines};

use crate::bureau::{Bureau, REASON, reason};

async fn follow(store: &TestStore, actor: &Actor, proposal: &Proposal) {
    transact!(store.store, |tx| subscription::follow(actor, tx, Topic::Proposal, proposal.id.uuid()).await).unwrap();
}

/// The mail that the worker sends now.
async fn mails(store: &TestStore) -> Vec<Mail> {
    let (platform, mailbox) = (Arc::new(store.platform()), Arc::<Mailbox>::default());
    let mailer = Arc::clone(&mailbox) as Arc<dyn Mailer>;
    Worker { platform, mailer }.run_due().await.unwrap();
    mailbox.take()
}

fn address(actor: &Actor) -> String {
    actor.person().unwrap().account.email.clone().unwrap()
}

/// The only mail to somebody, if there is one.
fn to<'m>(mails: &'m [Mail], actor: &Actor) -> Option<&'m Mail> {
    let mut own = mails.iter().filter(|mail| mail.to == address(actor));
    let first = own.next();
    assert!(own.next().is_none(), "told twice: {mails:?}");
    first
}

fn edit(title: &str, base_version: i64) -> Edit {
    let text = Text {
        title: ProposalTitle::parse(title).unwrap(),
        theme_id: None,
        problem: ProposalPart::parse("").unwrap(),
        change: ProposalPart::parse("").unwrap(),
        body: ProposalBody::parse("Chaque guichet publie ses délais, chaque mois.").unwrap(),
        language: Language::French,
    };
    Edit { base_version, text }
}

on_both_engines! {
    async fn a_follower_is_told_of_the_answer_and_of_its_correction(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let reader = bureau.cast.actor(Role::Evaluator);
        follow(store, reader, &proposal).await;
        follow(store, bureau.author(), &proposal).await;
        let id = bureau.published(store, &bureau.taken_up(&[proposal.id])).await;
        let told = mails(store).await;
        let mail = to(&told, reader).expect("the follower is told");
        assert!(mail.text.contains("Publier les délais") && mail.text.contains("retenue"), "{}", mail.text);
        assert!(mail.text.contains(&format!("/responses/{id}")));
        let stop = mail.unsubscribe.clone().expect("one click stops it");
        assert!(to(&told, bureau.author()).is_some(), "the author reads the mail of authors, and only that one");

        let correction = Correction {
            decision: Decision::OutOfScope,
            reason: ResponseReason::parse(REASON).unwrap(),
            reason_en: None,
            merged_into: None,
            clauses: Vec::new(),
            note: reason("Cela relève de la loi."),
        };
        let seen = Seen { id, version: 1 };
        let platform = store.platform();
        let correct = transact!(store.store, |tx| response::correct(&platform, bureau.coordinator(), tx, seen, &correction).await);
        correct.unwrap();
        assert!(to(&mails(store).await, reader).is_some_and(|mail| mail.subject.starts_with("Réponse corrigée")));

        let token = stop.split('/').nth_back(1).unwrap().to_owned();
        transact!(store.store, |tx| subscription::unsubscribe(&platform, tx, &token).await).unwrap();
        let follows = subscription::follows(reader, &mut store.read().await.unwrap(), Topic::Proposal, proposal.id.uuid()).await;
        assert!(!follows.unwrap());
    }

    async fn a_follower_is_told_of_a_version_and_its_author_is_not(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let reader = bureau.cast.actor(Role::Evaluator);
        for actor in [reader, bureau.author()] {
            follow(store, actor, &proposal).await;
        }
        let first = edit("Publier tous les délais", 1);
        transact!(store.store, |tx| proposal::edit(bureau.author(), tx, proposal.id, &first).await).unwrap();
        assert!(mails(store).await.is_empty(), "nobody had taken part: the words were replaced");
        let agent = bureau.agent();
        transact!(store.store, |tx| fabrique_app::position::take(agent, tx, proposal.id, Position::Support).await).unwrap();
        let second = edit("Publier tous les délais réels", 1);
        transact!(store.store, |tx| proposal::edit(bureau.author(), tx, proposal.id, &second).await).unwrap();
        let told = mails(store).await;
        let mail = to(&told, reader).expect("the follower is told");
        assert!(mail.text.contains("version 2") && mail.text.contains("/versions/2"), "{}", mail.text);
        assert_eq!(to(&told, bureau.author()), None);
    }

    async fn news_that_nobody_follows_leaves_no_work(store) {
        let bureau = Bureau::open(store).await;
        let proposals = [bureau.proposal(store, "Publier les délais").await, bureau.proposal(store, "Publier les avis").await];
        bureau.published(store, &bureau.words(&proposals.map(|one| one.id))).await;
        let told = mails(store).await;
        assert_eq!(told.len(), 1, "one mail to the author of both: {told:?}");
    }
}
