//! Roles are given by others, on evidence.

use fabrique_app::{
    Error, Faults, Result,
    account::{GrantInput, Invitation, grant_role, invite, revoke_role, roles_in_force, roles_of},
};
use fabrique_domain::{
    Language,
    account::{Actor, Role},
    id::{GrantId, Id, OrganisationId},
    text::{EmailAddress, Fault, Line},
};
use fabrique_storage::transact;
use fabrique_testkit::{Cast, TestStore, on_both_engines};
use uuid::Uuid;

use super::{follow, is_refused, link, next_mail, signed_in};

fn role(role: Role, organisation_id: Option<OrganisationId>) -> GrantInput {
    GrantInput { role, organisation_id, evidence: Line::parse("letter of mission of 3 March").unwrap() }
}

async fn give(store: &TestStore, cast: &Cast, to: Role, input: &GrantInput) -> Result<GrantId> {
    let (admin, to) = (cast.actor(Role::Administrator), cast.actor(to).account_id().unwrap());
    transact!(store.store, |tx| grant_role(admin, tx, to, input).await)
}

fn fault<T: std::fmt::Debug>(outcome: Result<T>) -> Faults {
    match outcome {
        Err(Error::Invalid(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

on_both_engines! {
    async fn nobody_gives_themself_a_role(store) {
        let cast = Cast::assemble(store).await;
        let outcome = give(store, &cast, Role::Administrator, &role(Role::Coordinator, None)).await;
        assert!(is_refused(&outcome, "own-grant"), "{outcome:?}");
    }

    async fn a_role_is_given_once_and_shown_with_its_evidence(store) {
        let cast = Cast::assemble(store).await;
        give(store, &cast, Role::Citizen, &role(Role::Facilitator, None)).await.unwrap();
        let again = give(store, &cast, Role::Citizen, &role(Role::Facilitator, None)).await;
        assert_eq!(fault(again).of("role"), Some(Fault::Taken));
        let citizen = cast.actor(Role::Citizen).account_id().unwrap();
        let shown = roles_of(&mut store.read().await.unwrap(), citizen).await.unwrap();
        assert_eq!((shown.len(), shown[0].evidence.as_str()), (1, "letter of mission of 3 March"));
    }

    async fn an_agent_is_an_agent_of_an_organisation_that_exists(store) {
        let cast = Cast::assemble(store).await;
        let without = give(store, &cast, Role::Citizen, &role(Role::Agent, None)).await;
        assert_eq!(fault(without).of("organisation"), Some(Fault::Missing));
        let nowhere = Some(OrganisationId::from_uuid(Uuid::nil()));
        let unknown = give(store, &cast, Role::Citizen, &role(Role::Agent, nowhere)).await;
        assert_eq!(fault(unknown).of("organisation"), Some(Fault::Unknown));
        give(store, &cast, Role::Citizen, &role(Role::Agent, Some(cast.institution))).await.unwrap();
        give(store, &cast, Role::Citizen, &role(Role::Agent, Some(cast.association))).await.unwrap();
    }

    async fn everybody_is_a_citizen_already(store) {
        let cast = Cast::assemble(store).await;
        let outcome = give(store, &cast, Role::Agent, &role(Role::Citizen, None)).await;
        assert_eq!(fault(outcome).of("role"), Some(Fault::Taken));
    }

    async fn the_last_administrator_stays(store) {
        let cast = Cast::assemble(store).await;
        let admin = cast.actor(Role::Administrator);
        let own = admin.person().unwrap().grants[0].id;
        let revoke = async |id| transact!(store.store, |tx| revoke_role(admin, tx, id).await);
        assert!(is_refused(&revoke(own).await, "last-administrator"));
        give(store, &cast, Role::Citizen, &role(Role::Administrator, None)).await.unwrap();
        revoke(own).await.unwrap();
        assert!(matches!(revoke(own).await, Err(Error::NotFound)), "taken back already");
    }

    async fn two_administrators_who_leave_at_once_do_not_leave_the_site_alone(store) {
        let cast = Cast::assemble(store).await;
        let second = give(store, &cast, Role::Citizen, &role(Role::Administrator, None)).await.unwrap();
        let first = cast.actor(Role::Administrator).person().unwrap().grants[0].id;
        let revoke = async |id| transact!(store.store, |tx| revoke_role(&Actor::Platform, tx, id).await);
        let outcomes = tokio::join!(revoke(first), revoke(second));
        let refused = [outcomes.0, outcomes.1].iter().filter(|outcome| is_refused(outcome, "last-administrator")).count();
        assert_eq!(refused, 1);
    }

    async fn an_invitation_makes_the_account_gives_the_role_and_lets_in(store) {
        let platform = store.platform();
        let email = EmailAddress::parse("nouvelle@example.org").unwrap();
        let invitation = Invitation { email, language: Language::English, grant: role(Role::Coordinator, None) };
        let invite = async || transact!(store.store, |tx| invite(&platform, &Actor::Platform, tx, &invitation).await);
        let account = invite().await.unwrap();
        assert_eq!(invite().await.unwrap(), account, "asked twice, the link leaves again");
        let mail = next_mail(&platform).await.unwrap();
        assert!(mail.text.contains("letter of mission of 3 March") && mail.text.contains("coordination"), "{}", mail.text);
        store.clock.pass_days(2);
        let inside = signed_in(follow(&platform, &link(&mail)).await);
        assert_eq!((inside.account_id, inside.return_to.as_str()), (account, "/account"));
        let listed = roles_in_force(&Actor::Platform, &mut store.read().await.unwrap(), Default::default(), 10).await.unwrap();
        assert_eq!(listed.len(), 1, "the role was given once");
    }
}
