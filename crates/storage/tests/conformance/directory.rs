//! What people add to the directory is kept, whatever the edition of the registers.

use fabrique_domain::{
    account::{Person, Role},
    directory::{Ask, CardInput, Cause, Fact, Reach, Reason, RegisterNumber, RequestState, Subject, Truth},
    id::{AccountId, Id, OrganisationId},
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    proposal::Proposal,
    text::{Line, Slug},
    time::MINUTE,
};
use fabrique_storage::{
    Error,
    directory::{card, known, request, withdrawal},
    organisation, proposal, transact,
};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, some_proposal},
    on_both_engines,
    people::{organisation_called, person},
};

fn input(seen: i64, goals: &str) -> CardInput {
    CardInput {
        seen,
        causes: Cause::parse("Les communs").unwrap(),
        audience: Cause::parse("").unwrap(),
        goals: Cause::parse(goals).unwrap(),
        goals_still_hold: false,
        reach: Reach::parse("contact@example.org").unwrap(),
        website: Website::default(),
    }
}

async fn write(store: &TestStore, id: OrganisationId, author: AccountId, card: &CardInput) -> bool {
    transact!(store.store, |tx| {
        let at = tx.now();
        card::write(tx, id, card, Some(at), Some(author)).await
    })
    .unwrap()
}

async fn numbered(store: &TestStore, name: &str, number: &str) -> OrganisationId {
    let card = OrganisationCard {
        slug: Slug::of(name),
        kind: OrganisationKind::CivilSociety,
        name: OrganisationName::parse(name).unwrap(),
        acronym: Line::parse("").unwrap(),
        purpose: Line::parse("").unwrap(),
        website: Website::default(),
        register_number: RegisterNumber::parse(number).unwrap(),
    };
    transact!(store.store, |tx| organisation::insert(tx, &card).await).unwrap()
}

async fn somebody(store: &TestStore, organisation: Option<OrganisationId>) -> Person {
    let role = Role::OrganisationMember;
    transact!(store.store, |tx| person(tx, "camille", role, organisation).await).unwrap()
}

fn contest() -> Ask {
    let truth = Truth::parse("À Castres").unwrap();
    Ask::Contest { fact: Fact::Seat, truth, link: Website::parse("https://example.org").unwrap() }
}

on_both_engines! {
    async fn a_card_keeps_every_version_and_the_second_writer_of_one_is_told(store) {
        let id = transact!(store.store, |tx| organisation_called(tx, OrganisationKind::CivilSociety, "Alpha").await).unwrap();
        let author = somebody(store, Some(id)).await.account.id;
        assert!(write(store, id, author, &input(0, "Un")).await);
        store.clock.pass(MINUTE);
        assert!(!write(store, id, author, &input(0, "Un autre")).await, "version one is taken");
        assert!(write(store, id, author, &input(1, "Deux")).await);
        let mut reader = store.read().await.unwrap();
        let kept = card::find(&mut reader, id).await.unwrap().unwrap();
        assert_eq!((kept.version, kept.goals.as_str(), kept.author_name.as_str()), (2, "Deux", "camille"));
        let versions = card::versions(&mut reader, id, None, 10).await.unwrap();
        assert_eq!(versions.iter().map(|card| card.goals.as_str()).collect::<Vec<_>>(), ["Deux", "Un"]);
        assert_eq!(card::versions(&mut reader, id, Some(2), 10).await.unwrap(), versions[1..]);
        assert_eq!(card::find(&mut reader, OrganisationId::from_uuid(uuid::Uuid::nil())).await.unwrap(), None);
    }

    async fn a_request_waits_until_it_is_closed_once(store) {
        let who = somebody(store, None).await.account.id;
        let subject = Subject::entry("W1");
        let id = transact!(store.store, |tx| request::insert(tx, &subject, "ALPHA", &contest(), who).await).unwrap();
        let mut reader = store.read().await.unwrap();
        assert_eq!(request::count_waiting(&mut reader).await.unwrap(), 1);
        let kept = request::find(&mut reader, id).await.unwrap().unwrap();
        assert_eq!((kept.name.as_str(), kept.fact, kept.link.as_str()), ("ALPHA", Some(Fact::Seat), "https://example.org"));
        assert_eq!(request::waiting(&mut reader, None, 5).await.unwrap(), std::slice::from_ref(&kept));
        assert_eq!(request::waiting(&mut reader, Some(id), 5).await.unwrap(), []);
        assert_eq!(request::about(&mut reader, &[Subject::entry("x"), subject], 5).await.unwrap(), std::slice::from_ref(&kept));
        assert_eq!(request::about(&mut reader, &[], 5).await.unwrap(), []);
        assert_eq!(request::of_person(&mut reader, who, 5).await.unwrap(), [kept]);
        drop(reader);
        let close = async || -> Result<bool, Error> {
            transact!(store.store, |tx| request::close(tx, id, RequestState::Accepted, "Oui", Some(who)).await)
        };
        assert_eq!((close().await.unwrap(), close().await.unwrap()), (true, false));
        let mut reader = store.read().await.unwrap();
        assert_eq!(request::count_waiting(&mut reader).await.unwrap(), 0);
        let handled = request::handled(&mut reader, 5).await.unwrap();
        assert_eq!((handled[0].state, handled[0].answer.as_str()), (RequestState::Accepted, "Oui"));
    }

    async fn one_that_asked_not_to_be_suggested_comes_back_under_any_of_its_names(store) {
        let who = somebody(store, None).await.account.id;
        let (old, new) = (Subject::entry("081P1"), Subject::entry("W1"));
        let ask = Ask::Withdrawal { reason: Reason::parse("Nous sommes trop petits").unwrap() };
        let taken = transact!(store.store, |tx| {
            let id = request::insert(tx, &old, "ALPHA", &ask, who).await?;
            Ok::<_, Error>((withdrawal::insert(tx, &old, id).await?, withdrawal::insert(tx, &old, id).await?))
        });
        assert_eq!(taken.unwrap(), (true, false));
        let names = [new, old];
        let mut reader = store.read().await.unwrap();
        assert_eq!(withdrawal::keys(&mut reader).await.unwrap(), ["081P1"]);
        assert_eq!(withdrawal::of(&mut reader, &names).await.unwrap().unwrap().subject, names[1]);
        assert_eq!(withdrawal::of(&mut reader, &names[..1]).await.unwrap(), None);
        assert_eq!(withdrawal::of(&mut reader, &[]).await.unwrap(), None);
        drop(reader);
        let back = async || -> Result<bool, Error> {
            transact!(store.store, |tx| {
                Ok::<_, Error>((withdrawal::remove(tx, &[]).await?, withdrawal::remove(tx, &names).await?).1)
            })
        };
        assert_eq!((back().await.unwrap(), back().await.unwrap()), (true, false));
    }

    async fn those_who_did_something_here_are_known_with_what_they_did(store) {
        let (active, _idle) = (numbered(store, "Active", "W751 234 567").await, numbered(store, "Muette", "W9").await);
        let member = somebody(store, Some(active)).await;
        let consultation = open_consultation(store, "ouverte").await;
        transact!(store.store, |tx| {
            let proposal = some_proposal(tx, consultation.id, &member, "Publier");
            proposal::insert(tx, &Proposal { organisation_id: Some(active), ..proposal }).await
        })
        .unwrap();
        let mut reader = store.read().await.unwrap();
        let known = known::known(&mut reader, 10).await.unwrap();
        let told: Vec<_> = known.iter().map(|one| (one.register_number.as_str(), one.proposals, one.arguments)).collect();
        assert_eq!(told, [("W751234567", 1, 0)]);
    }

    async fn an_organisation_is_found_by_its_number_its_siren_or_one_of_its_siret(store) {
        let (first, second) = (numbered(store, "Une", "W1").await, numbered(store, "Deux", "123 456 789 00012").await);
        let mut reader = store.read().await.unwrap();
        let found = known::by_numbers(&mut reader, &["081P1".into(), "W1".into()]).await.unwrap().unwrap();
        assert_eq!(found.id, first);
        assert_eq!(known::by_numbers(&mut reader, &[]).await.unwrap(), None);
        assert_eq!(known::by_siren(&mut reader, "123456789").await.unwrap().unwrap().id, second);
        assert_eq!(known::by_siren(&mut reader, "12345678").await.unwrap().map(|one| one.id), None);
        assert_eq!(known::by_siren(&mut reader, "").await.unwrap(), None);
    }
}
