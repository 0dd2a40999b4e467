//! Where people are signed in.

use fabrique_app::{
    Error,
    account::{resolve_session, revoke_other_sessions, revoke_session, sessions, sign_out, touch_session},
};
use fabrique_domain::{
    account::{Actor, Role},
    sign_in::{SEEN_PRECISION, SESSION_LIFETIME},
};
use fabrique_identity::Token;
use fabrique_storage::{
    account::grant::{self, NewGrant},
    transact,
};
use fabrique_testkit::on_both_engines;

use super::{holder, sign_in, somebody};

const CAMILLE: &str = "camille@example.org";

on_both_engines! {
    async fn a_session_says_who_and_with_which_roles_at_this_moment(store) {
        let platform = store.platform();
        let signed_in = sign_in(&platform, CAMILLE).await;
        let person = holder(&platform, &signed_in.token).await.unwrap();
        assert_eq!((person.account.id, person.grants.len()), (signed_in.account_id, 0));
        let grant = transact!(store.store, |tx| {
            let role = Role::Facilitator;
            let grant =
                NewGrant { account_id: signed_in.account_id, role, organisation_id: None, evidence: "x", granted_by: None };
            grant::insert(tx, &grant).await
        })
        .unwrap();
        assert!(holder(&platform, &signed_in.token).await.unwrap().has(Role::Facilitator));
        transact!(store.store, |tx| grant::revoke(tx, grant, None).await).unwrap();
        assert!(!holder(&platform, &signed_in.token).await.unwrap().has(Role::Facilitator), "at once");
    }

    async fn a_session_ends_after_thirty_days_however_much_it_is_used(store) {
        let platform = store.platform();
        let signed_in = sign_in(&platform, CAMILLE).await;
        store.clock.pass(SESSION_LIFETIME - 1);
        transact!(store.store, |tx| touch_session(tx, signed_in.session_id).await).unwrap();
        assert!(holder(&platform, &signed_in.token).await.is_some());
        store.clock.pass(1);
        assert!(holder(&platform, &signed_in.token).await.is_none());
    }

    async fn a_token_that_was_never_given_opens_nothing(store) {
        assert!(holder(&store.platform(), &Token::new([3; 32])).await.is_none());
    }

    async fn the_use_of_a_session_is_known_to_the_hour(store) {
        let platform = store.platform();
        let signed_in = sign_in(&platform, CAMILLE).await;
        let is_stale = async || {
            let mut reader = store.read().await.unwrap();
            resolve_session(&platform, &mut reader, &signed_in.token).await.unwrap().unwrap().is_stale(platform.store.surroundings().clock.now())
        };
        store.clock.pass(SEEN_PRECISION - 1);
        assert!(!is_stale().await);
        store.clock.pass(1);
        assert!(is_stale().await);
        transact!(store.store, |tx| touch_session(tx, signed_in.session_id).await).unwrap();
        assert!(!is_stale().await);
    }

    async fn sessions_are_listed_with_their_device_and_ended_one_by_one(store) {
        let platform = store.platform();
        let (first, second) = (sign_in(&platform, CAMILLE).await, sign_in(&platform, CAMILLE).await);
        let camille = Actor::Person(holder(&platform, &first.token).await.unwrap());
        let listed = sessions(&camille, &mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(listed.iter().map(|session| session.device.as_str()).collect::<Vec<_>>(), ["Firefox, Linux"; 2]);
        transact!(store.store, |tx| revoke_session(&camille, tx, second.session_id).await).unwrap();
        assert!(holder(&platform, &second.token).await.is_none());
        assert!(holder(&platform, &first.token).await.is_some());
        let again = transact!(store.store, |tx| revoke_session(&camille, tx, second.session_id).await);
        assert!(matches!(again, Err(Error::NotFound)));
    }

    async fn nobody_ends_the_session_of_another(store) {
        let platform = store.platform();
        let camille = sign_in(&platform, CAMILLE).await;
        let other = somebody(store, "autre@example.org").await;
        let outcome = transact!(store.store, |tx| revoke_session(&other, tx, camille.session_id).await);
        assert!(matches!(outcome, Err(Error::NotFound)));
        transact!(store.store, |tx| sign_out(&other, tx, camille.session_id).await).unwrap();
        transact!(store.store, |tx| revoke_other_sessions(&other, tx, camille.session_id).await).unwrap();
        assert!(holder(&platform, &camille.token).await.is_some());
    }

    async fn all_other_sessions_end_at_once(store) {
        let platform = store.platform();
        let (first, second) = (sign_in(&platform, CAMILLE).await, sign_in(&platform, CAMILLE).await);
        let camille = Actor::Person(holder(&platform, &first.token).await.unwrap());
        let ended = transact!(store.store, |tx| revoke_other_sessions(&camille, tx, first.session_id).await);
        assert_eq!(ended.unwrap(), 1);
        assert!(holder(&platform, &second.token).await.is_none());
    }

    async fn signing_in_and_out_leaves_the_pages_kept_ready(store) {
        let platform = store.platform();
        let before = store.version();
        let signed_in = sign_in(&platform, CAMILLE).await;
        let camille = Actor::Person(holder(&platform, &signed_in.token).await.unwrap());
        transact!(store.store, |tx| sign_out(&camille, tx, signed_in.session_id).await).unwrap();
        // The mail that was read from the queue by hand does count.
        assert!(store.version() <= before + 2, "{} {}", before, store.version());
    }
}
