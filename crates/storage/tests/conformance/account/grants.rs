//! Roles are given, listed and taken back; nothing of it is forgotten.

use fabrique_domain::{
    account::Role,
    id::{AccountId, GrantId, Id},
    organisation::OrganisationKind,
};
use fabrique_storage::{
    Error,
    account::grant::{self, Before, NewGrant},
    transact,
};
use fabrique_testkit::{
    on_both_engines,
    people::{organisation_called, person},
};
use uuid::Uuid;

on_both_engines! {
    async fn a_grant_taken_back_is_no_longer_in_force_and_still_known(store) {
        let person = transact!(store.store, |tx| person(tx, "a", Role::Coordinator, None).await).unwrap();
        let id = person.grants[0].id;
        let revoke = async || transact!(store.store, |tx| grant::revoke(tx, id, None).await).unwrap();
        assert!(revoke().await);
        assert!(!revoke().await, "only once");
        let mut reader = store.read().await.unwrap();
        assert_eq!(grant::in_force(&mut reader, person.account.id).await.unwrap(), []);
        assert!(grant::find(&mut reader, id).await.unwrap().unwrap().revoked_at.is_some());
        assert_eq!(grant::find(&mut reader, GrantId::from_uuid(Uuid::nil())).await.unwrap(), None);
    }

    async fn the_holders_of_a_role_are_people_and_not_grants(store) {
        transact!(store.store, |tx| {
            let first = person(tx, "a", Role::Administrator, None).await?;
            let again = NewGrant {
                account_id: first.account.id,
                role: Role::Administrator,
                organisation_id: None,
                evidence: "twice",
                granted_by: None,
            };
            grant::insert(tx, &again).await?;
            person(tx, "b", Role::Administrator, None).await
        })
        .unwrap();
        let mut reader = store.read().await.unwrap();
        assert_eq!(grant::holders(&mut reader, Role::Administrator).await.unwrap(), 2);
        assert_eq!(grant::holders(&mut reader, Role::Evaluator).await.unwrap(), 0);
    }

    async fn the_list_of_roles_is_read_by_pages_the_newest_first(store) {
        let ministry = transact!(store.store, |tx| organisation_called(tx, OrganisationKind::Institution, "Ministère").await).unwrap();
        for name in ["a", "b", "c"] {
            transact!(store.store, |tx| person(tx, name, Role::Agent, Some(ministry)).await).unwrap();
            store.clock.pass(1);
        }
        let mut reader = store.read().await.unwrap();
        let first = grant::list(&mut reader, Before::default(), 2).await.unwrap();
        let second = grant::list(&mut reader, first[1].before(), 2).await.unwrap();
        let names: Vec<_> = [&first, &second].into_iter().flatten().map(|grant| grant.display_name.as_str()).collect();
        assert_eq!(names, ["c", "b", "a"]);
        assert_eq!(first[0].organisation_slug.as_deref(), Some("ministere"));
    }

    async fn nobody_grants_to_nobody(store) {
        let nobody = AccountId::from_uuid(Uuid::nil());
        let grant = NewGrant {
            account_id: nobody,
            role: Role::Evaluator,
            organisation_id: None,
            evidence: "none",
            granted_by: None,
        };
        let outcome: Result<_, Error> = transact!(store.store, |tx| grant::insert(tx, &grant).await);
        assert!(matches!(outcome, Err(Error::Dangling(_))), "{outcome:?}");
    }
}
