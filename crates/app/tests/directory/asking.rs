//! What is asked of the coordination, and what it answers.

use fabrique_app::{
    Error, Platform, Result,
    directory::{
        self, Portrait,
        request::{self, Answer, PERSON_LIMIT},
    },
};
use fabrique_domain::{
    account::{Actor, Role},
    directory::{Ask, Fact, Reason, Request, RequestState, Truth},
    id::DirectoryRequestId,
    organisation::Website,
};
use fabrique_storage::{account::grant, job, organisation, transact};
use fabrique_testkit::{TestStore, on_both_engines};

use super::{is_refused, loaded, numbered, portrait_of, somebody};

fn reason() -> Reason {
    Reason::parse("Nous ne sommes que trois").unwrap()
}

fn withdrawal() -> Ask {
    Ask::Withdrawal { reason: reason() }
}

fn contest(fact: Fact) -> Ask {
    Ask::Contest { fact, truth: Truth::parse("À Mazamet").unwrap(), link: Website::default() }
}

async fn ask(
    store: &TestStore,
    platform: &Platform,
    who: &Actor,
    about: &Portrait,
    ask: &Ask,
) -> Result<DirectoryRequestId> {
    transact!(store.store, |tx| request::ask(platform, who, tx, about, ask).await)
}

async fn answer(
    store: &TestStore,
    platform: &Platform,
    who: &Actor,
    id: DirectoryRequestId,
    agrees: bool,
) -> Result<()> {
    let given = Answer { agrees, reason: reason() };
    transact!(store.store, |tx| request::answer(platform, who, tx, id, &given).await)
}

async fn come_back(store: &TestStore, who: &Actor, about: &Portrait) -> Result<()> {
    transact!(store.store, |tx| request::come_back(who, tx, about).await)
}

async fn withdrawn(store: &TestStore) -> Vec<String> {
    directory::withdrawn(&mut store.read().await.unwrap()).await.unwrap()
}

async fn mails(store: &TestStore) -> i64 {
    job::counts(&mut store.read().await.unwrap()).await.unwrap().iter().map(|count| count.jobs).sum()
}

async fn kept(store: &TestStore, id: DirectoryRequestId) -> Request {
    request::find(&Actor::Platform, &mut store.read().await.unwrap(), id).await.unwrap()
}

on_both_engines! {
    async fn one_that_asks_is_no_longer_suggested_at_once_and_comes_back_when_it_likes(store) {
        let platform = loaded(store);
        let about = portrait_of(store, &platform, "W1").await;
        let who = somebody(store, "camille", Role::Citizen, None).await;
        let id = ask(store, &platform, &who, &about, &withdrawal()).await.unwrap();
        assert_eq!(withdrawn(store).await, ["W1"]);
        let other = somebody(store, "sacha", Role::Citizen, None).await;
        assert!(is_refused(&ask(store, &platform, &other, &about, &withdrawal()).await, "already-withdrawn"));
        assert!(matches!(come_back(store, &other, &about).await, Err(Error::Forbidden(_))), "it is not theirs");
        come_back(store, &who, &about).await.unwrap();
        assert!(withdrawn(store).await.is_empty());
        assert_eq!(kept(store, id).await.state, RequestState::TakenBack);
        let coordinator = somebody(store, "cora", Role::Coordinator, None).await;
        assert!(is_refused(&come_back(store, &coordinator, &about).await, "not-withdrawn"));
    }

    async fn what_was_asked_under_an_old_number_holds_under_the_new_one(store) {
        let bare = store.platform();
        let id = numbered(store, "Jardins", "0W1").await;
        let who = somebody(store, "camille", Role::OrganisationMember, Some(id)).await;
        let before = portrait_of(store, &bare, "jardins").await;
        ask(store, &bare, &who, &before, &withdrawal()).await.unwrap();
        assert_eq!(withdrawn(store).await, ["0W1"]);
        let platform = loaded(store);
        let after = portrait_of(store, &platform, "jardins").await;
        let added = directory::added(&mut store.read().await.unwrap(), &after).await.unwrap();
        assert!(added.withdrawal.is_some() && added.requests.len() == 1);
        come_back(store, &who, &after).await.unwrap();
        assert!(withdrawn(store).await.is_empty());
    }

    async fn the_coordination_puts_back_one_that_somebody_else_took_out(store) {
        let platform = loaded(store);
        let about = portrait_of(store, &platform, "W1").await;
        let who = somebody(store, "camille", Role::Citizen, None).await;
        let coordinator = somebody(store, "cora", Role::Coordinator, None).await;
        let id = ask(store, &platform, &who, &about, &withdrawal()).await.unwrap();
        answer(store, &platform, &coordinator, id, false).await.unwrap();
        assert!(withdrawn(store).await.is_empty());
        assert_eq!(kept(store, id).await.state, RequestState::Refused);
    }

    async fn a_contest_is_answered_once_with_its_reason_and_who_asked_is_told(store) {
        let platform = loaded(store);
        let about = portrait_of(store, &platform, "W1").await;
        let who = somebody(store, "camille", Role::Citizen, None).await;
        let coordinator = somebody(store, "cora", Role::Coordinator, None).await;
        let id = ask(store, &platform, &who, &about, &contest(Fact::Seat)).await.unwrap();
        assert!(is_refused(&ask(store, &platform, &who, &about, &contest(Fact::Seat)).await, "request-waiting"));
        ask(store, &platform, &who, &about, &contest(Fact::Name)).await.unwrap();
        let before = mails(store).await;
        let (one, two) = tokio::join!(
            answer(store, &platform, &coordinator, id, true),
            answer(store, &platform, &coordinator, id, false),
        );
        let refused = [&one, &two].iter().filter(|outcome| is_refused(outcome, "request-answered")).count();
        assert_eq!(refused, 1, "{one:?} {two:?}");
        assert_eq!(mails(store).await, before + 1, "one mail");
        assert_eq!(kept(store, id).await.answer, reason().to_string());
    }

    async fn a_voice_that_is_agreed_to_is_a_role_in_an_organisation_that_the_registers_knew(store) {
        let platform = loaded(store);
        let about = portrait_of(store, &platform, "W1").await;
        let who = somebody(store, "camille", Role::Citizen, None).await;
        let administrator = somebody(store, "adrien", Role::Administrator, None).await;
        let id = ask(store, &platform, &who, &about, &Ask::Voice { reason: reason() }).await.unwrap();
        answer(store, &platform, &administrator, id, true).await.unwrap();
        let mut reader = store.read().await.unwrap();
        let added = organisation::find_by_slug(&mut reader, "les-jardins-partages").await.unwrap().unwrap();
        assert_eq!(added.register_number, "W1");
        let held = grant::in_force(&mut reader, who.account_id().unwrap()).await.unwrap();
        assert_eq!((held[0].role, held[0].organisation_id), (Role::OrganisationMember, Some(added.id)));
        assert_eq!(held[0].evidence, reason().to_string());
    }

    async fn nobody_gives_themself_a_voice(store) {
        let platform = loaded(store);
        let about = portrait_of(store, &platform, "W1").await;
        let administrator = somebody(store, "adrien", Role::Administrator, None).await;
        let id = ask(store, &platform, &administrator, &about, &Ask::Voice { reason: reason() }).await.unwrap();
        assert!(is_refused(&answer(store, &platform, &administrator, id, true).await, "own-grant"));
        assert_eq!(kept(store, id).await.state, RequestState::Waiting, "what failed changed nothing");
    }

    async fn who_speaks_for_it_already_does_not_ask(store) {
        let platform = store.platform();
        let id = numbered(store, "Jardins", "").await;
        let member = somebody(store, "camille", Role::OrganisationMember, Some(id)).await;
        let about = portrait_of(store, &platform, "jardins").await;
        assert!(is_refused(&ask(store, &platform, &member, &about, &Ask::Voice { reason: reason() }).await, "already-member"));
    }

    async fn nobody_floods_the_coordination(store) {
        let platform = loaded(store);
        let who = somebody(store, "camille", Role::Citizen, None).await;
        let about = portrait_of(store, &platform, "W1").await;
        let facts = <Fact as fabrique_domain::Choice>::ALL;
        let mut heard = 0;
        for fact in facts {
            match ask(store, &platform, &who, &about, &contest(*fact)).await {
                Ok(_) => heard += 1,
                Err(error) => assert!(matches!(error, Error::TooMany(_)), "{error:?}"),
            }
        }
        assert_eq!(heard, PERSON_LIMIT.most);
    }
}
