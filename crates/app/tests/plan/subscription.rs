//! Being told: asked for, confirmed, told once, stopped in one click.

use std::sync::Arc;

use fabrique_app::{
    Error, Platform,
    job::Worker,
    mail::{Mail, Mailer},
    subscription::{self, Announcement, Request},
};
use fabrique_domain::{
    Language, LocalizedText,
    account::{Actor, Role},
    content::Topic,
    id::Id,
    sign_in::NetworkPrefix,
    text::EmailAddress,
};
use fabrique_storage::transact;
use fabrique_testkit::{Cast, Mailbox, TestStore, contribution::open_consultation, on_both_engines};
use uuid::Uuid;

use crate::plan_in;

/// The platform of a test with its worker and its mailbox.
struct Scene {
    platform: Arc<Platform>,
    mailbox: Arc<Mailbox>,
    plan: Uuid,
}

impl Scene {
    async fn of(store: &TestStore) -> Self {
        let plan = plan_in(store).await.uuid();
        Self { platform: Arc::new(store.platform()), mailbox: Arc::default(), plan }
    }

    async fn ask(&self, email: &str) -> Result<(), Error> {
        let request = request(email, self.plan);
        transact!(self.platform.store, |tx| subscription::subscribe(&self.platform, tx, &request).await)
    }

    async fn subscribe(&self, email: &str) {
        self.ask(email).await.unwrap();
        let link = token(&self.mails().await.pop().unwrap().text);
        transact!(self.platform.store, |tx| subscription::confirm(&self.platform, tx, &link).await).unwrap();
    }

    async fn tell(&self) -> Vec<Mail> {
        let announcement = Announcement {
            subject: LocalizedText::both("C’est ouvert", "It is open"),
            text: LocalizedText::both("La consultation est ouverte.", "The consultation is open."),
            path: "/plans/essai".into(),
        };
        let told = transact!(self.platform.store, |tx| {
            subscription::announce(tx, Topic::Plan, self.plan, announcement.clone()).await
        });
        told.unwrap();
        self.mails().await
    }

    async fn mails(&self) -> Vec<Mail> {
        let mailer = Arc::clone(&self.mailbox) as Arc<dyn Mailer>;
        Worker { platform: Arc::clone(&self.platform), mailer }.run_due().await.unwrap();
        self.mailbox.take()
    }

    async fn stop(&self, mail: &Mail) -> Result<(), Error> {
        let link = token(mail.unsubscribe.as_deref().unwrap());
        transact!(self.platform.store, |tx| subscription::unsubscribe(&self.platform, tx, &link).await)
    }
}

fn request(email: &str, subject_id: Uuid) -> Request {
    Request {
        email: EmailAddress::parse(email).unwrap(),
        language: Language::French,
        topic: Topic::Plan,
        subject_id,
        network: NetworkPrefix::V4([192, 0, 2]),
    }
}

/// The token of the first link to a subscription.
fn token(text: &str) -> String {
    let after = text.split("/subscriptions/").nth(1).unwrap();
    after.split('/').next().unwrap().to_owned()
}

async fn follow(store: &TestStore, actor: &Actor, plan: Uuid) -> Result<(), Error> {
    transact!(store.store, |tx| subscription::follow(actor, tx, Topic::Plan, plan).await)
}

on_both_engines! {
    async fn nothing_is_sent_before_the_address_answers(store) {
        let scene = Scene::of(store).await;
        scene.ask("camille@example.org").await.unwrap();
        let asked = scene.mails().await.remove(0);
        assert_eq!(asked.to, "camille@example.org");
        assert!(asked.text.contains("/confirm"), "{}", asked.text);
        assert!(scene.tell().await.is_empty());
        let link = token(&asked.text);
        let subject = subscription::confirmable(&scene.platform, &mut store.read().await.unwrap(), &link).await;
        assert_eq!(subject.unwrap().path, "/plans/essai");
        assert!(scene.tell().await.is_empty(), "looking at the page confirms nothing");
        transact!(store.store, |tx| subscription::confirm(&scene.platform, tx, &link).await).unwrap();
        let told = scene.tell().await.remove(0);
        assert_eq!((told.to.as_str(), told.subject.as_str()), ("camille@example.org", "C’est ouvert"));
        assert!(told.text.contains("http://fabrique.example/plans/essai"), "{}", told.text);
    }

    async fn confirming_twice_is_the_same(store) {
        let scene = Scene::of(store).await;
        scene.ask("camille@example.org").await.unwrap();
        let link = token(&scene.mails().await.remove(0).text);
        for _ in 0..2 {
            transact!(store.store, |tx| subscription::confirm(&scene.platform, tx, &link).await).unwrap();
        }
        assert_eq!(scene.tell().await.len(), 1);
    }

    async fn asking_again_gives_the_same_answer_and_no_second_subscription(store) {
        let scene = Scene::of(store).await;
        scene.subscribe("camille@example.org").await;
        scene.ask("camille@example.org").await.unwrap();
        let reminder = scene.mails().await.remove(0);
        assert!(reminder.text.contains("déjà abonnée"), "{}", reminder.text);
        assert_eq!(scene.tell().await.len(), 1);
    }

    async fn a_link_of_another_platform_or_too_old_confirms_nothing(store) {
        let scene = Scene::of(store).await;
        scene.ask("camille@example.org").await.unwrap();
        let link = token(&scene.mails().await.remove(0).text);
        store.clock.pass_days(8);
        for link in [link.as_str(), "x", "", &"A".repeat(43), "é"] {
            let outcome = transact!(store.store, |tx| subscription::confirm(&scene.platform, tx, link).await);
            assert!(matches!(outcome, Err(Error::NotFound)), "{link}");
        }
        let swept = transact!(store.store, |tx| subscription::sweep(tx).await).unwrap();
        assert_eq!(swept, 1, "the address is forgotten");
    }

    async fn one_request_stops_the_mail_and_a_second_changes_nothing(store) {
        let scene = Scene::of(store).await;
        scene.subscribe("camille@example.org").await;
        scene.subscribe("dominique@example.org").await;
        let told = scene.tell().await;
        let camille = told.iter().find(|mail| mail.to == "camille@example.org").unwrap();
        scene.stop(camille).await.unwrap();
        scene.stop(camille).await.unwrap();
        let left: Vec<_> = scene.tell().await.into_iter().map(|mail| mail.to).collect();
        assert_eq!(left, ["dominique@example.org"]);
    }

    async fn a_link_that_was_altered_stops_nobody(store) {
        let scene = Scene::of(store).await;
        scene.subscribe("camille@example.org").await;
        let link = token(scene.tell().await[0].unsubscribe.as_deref().unwrap());
        let flipped = if link.starts_with('A') { "B" } else { "A" };
        for altered in [format!("{flipped}{}", &link[1..]), link[..20].to_owned(), String::new(), "é".to_owned()] {
            let outcome =
                transact!(store.store, |tx| subscription::unsubscribe(&scene.platform, tx, &altered).await);
            assert!(matches!(outcome, Err(Error::NotFound)), "{altered}");
        }
        assert_eq!(scene.tell().await.len(), 1);
    }

    async fn the_same_address_is_not_told_twice_because_it_also_follows(store) {
        let (scene, cast) = (Scene::of(store).await, Cast::assemble(store).await);
        follow(store, cast.actor(Role::Citizen), scene.plan).await.unwrap();
        follow(store, cast.actor(Role::Agent), scene.plan).await.unwrap();
        scene.subscribe("citizen@example.org").await;
        let mut told: Vec<_> = scene.tell().await.into_iter().map(|mail| mail.to).collect();
        told.sort();
        assert_eq!(told, ["agent@example.org", "citizen@example.org"]);
    }

    async fn a_follower_stops_from_the_mail_too(store) {
        let (scene, cast) = (Scene::of(store).await, Cast::assemble(store).await);
        let citizen = cast.actor(Role::Citizen);
        follow(store, citizen, scene.plan).await.unwrap();
        let mail = scene.tell().await.remove(0);
        let mut reader = store.read().await.unwrap();
        assert!(subscription::follows(citizen, &mut reader, Topic::Plan, scene.plan).await.unwrap());
        drop(reader);
        scene.stop(&mail).await.unwrap();
        let mut reader = store.read().await.unwrap();
        assert!(!subscription::follows(citizen, &mut reader, Topic::Plan, scene.plan).await.unwrap());
    }

    async fn a_crowd_is_told_once_each(store) {
        let scene = Scene::of(store).await;
        let subject = scene.plan;
        let crowd = 403;
        transact!(store.store, |tx| {
            for number in 0..crowd {
                let (email, digest) = (format!("p{number}@example.org"), tx.random::<32>().to_vec());
                let language = Language::English;
                let one =
                    fabrique_storage::subscription::ask(tx, &email, language, Topic::Plan, subject, digest).await?;
                fabrique_storage::subscription::confirm(tx, one.id).await?;
            }
            Ok::<_, fabrique_storage::Error>(())
        })
        .unwrap();
        let mut told: Vec<_> = scene.tell().await.into_iter().map(|mail| mail.to).collect();
        told.sort();
        told.dedup();
        assert_eq!(told.len(), crowd);
    }

    async fn an_address_does_not_receive_more_than_its_share(store) {
        let scene = Scene::of(store).await;
        for _ in 0..subscription::ADDRESS_LIMIT.most {
            scene.ask("camille@example.org").await.unwrap();
        }
        assert!(matches!(scene.ask("camille@example.org").await, Err(Error::TooMany(_))));
        scene.ask("dominique@example.org").await.unwrap();
    }

    async fn what_does_not_exist_is_neither_subscribed_to_nor_followed(store) {
        let (scene, cast) = (Scene::of(store).await, Cast::assemble(store).await);
        let nothing = Uuid::from_u128(404);
        let request = request("camille@example.org", nothing);
        let asked = transact!(store.store, |tx| subscription::subscribe(&scene.platform, tx, &request).await);
        assert!(matches!(asked, Err(Error::NotFound)));
        assert!(matches!(follow(store, cast.actor(Role::Citizen), nothing).await, Err(Error::NotFound)));
        for topic in [Topic::Consultation, Topic::Proposal, Topic::Commitment] {
            let citizen = cast.actor(Role::Citizen);
            let followed =
                transact!(store.store, |tx| subscription::follow(citizen, tx, topic, nothing).await);
            assert!(matches!(followed, Err(Error::NotFound)), "{topic:?}");
        }
    }

    async fn what_one_follows_is_listed_with_its_title(store) {
        let (scene, cast) = (Scene::of(store).await, Cast::assemble(store).await);
        let citizen = cast.actor(Role::Citizen);
        follow(store, citizen, scene.plan).await.unwrap();
        follow(store, citizen, scene.plan).await.unwrap();
        let followed = subscription::list(citizen, &mut store.read().await.unwrap(), None, 10).await.unwrap();
        assert_eq!(followed.len(), 1);
        assert_eq!(followed[0].subject.as_ref().unwrap().path, "/plans/essai");
        let older = Some((followed[0].since, followed[0].id));
        assert!(subscription::list(citizen, &mut store.read().await.unwrap(), older, 10).await.unwrap().is_empty());
    }

    async fn those_who_asked_about_the_plan_are_told_when_a_consultation_opens(store) {
        let consultation = open_consultation(store, "essai-ouvert").await;
        let scene = Scene { plan: consultation.plan_id.uuid(), ..Scene::of(store).await };
        scene.subscribe("camille@example.org").await;
        let told = transact!(store.store, |tx| {
            subscription::tell_opened(&scene.platform, tx, &consultation).await
        });
        told.unwrap();
        let mails = scene.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text.contains("/consultations/essai-ouvert"), "{}", mails[0].text);
        assert!(mails[0].text.contains("Ouvrir les décisions"), "{}", mails[0].text);
    }
}
