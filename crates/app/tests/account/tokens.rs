//! Personal tokens of the API.

use fabrique_app::{
    Error, Platform,
    account::{MOST_TOKENS, NewToken, TokenName, create_token, resolve_token, revoke_token, tokens},
};
use fabrique_domain::{account::Actor, time::DAY};
use fabrique_identity::Token;
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use super::{is_refused, sign_in, somebody};

async fn create(platform: &Platform, actor: &Actor, days: i64) -> fabrique_app::Result<Token> {
    let token = NewToken { name: TokenName::parse("essai").unwrap(), days };
    transact!(platform.store, |tx| create_token(platform, actor, tx, &token).await)
}

async fn acts_for(platform: &Platform, token: &Token) -> bool {
    resolve_token(platform, &mut platform.store.read().await.unwrap(), token).await.unwrap().is_some()
}

on_both_engines! {
    async fn a_token_acts_in_the_name_of_its_owner_until_its_last_day(store) {
        let (platform, camille) = (store.platform(), somebody(store, "camille@example.org").await);
        let token = create(&platform, &camille, 30).await.unwrap();
        let mut reader = store.read().await.unwrap();
        let person = resolve_token(&platform, &mut reader, &token).await.unwrap().unwrap();
        assert_eq!(Some(person.account.id), camille.account_id());
        drop(reader);
        store.clock.pass(30 * DAY);
        assert!(!acts_for(&platform, &token).await);
    }

    async fn a_token_lasts_a_year_at_most(store) {
        let (platform, camille) = (store.platform(), somebody(store, "camille@example.org").await);
        let token = create(&platform, &camille, 100_000).await.unwrap();
        store.clock.pass(365 * DAY);
        assert!(!acts_for(&platform, &token).await);
    }

    async fn a_revoked_token_acts_no_more_and_nobody_else_revokes_it(store) {
        let (platform, camille) = (store.platform(), somebody(store, "camille@example.org").await);
        let other = somebody(store, "autre@example.org").await;
        let token = create(&platform, &camille, 30).await.unwrap();
        let id = tokens(&camille, &mut store.read().await.unwrap()).await.unwrap()[0].id;
        let refused = transact!(store.store, |tx| revoke_token(&other, tx, id).await);
        assert!(matches!(refused, Err(Error::NotFound)));
        assert!(acts_for(&platform, &token).await);
        transact!(store.store, |tx| revoke_token(&camille, tx, id).await).unwrap();
        assert!(!acts_for(&platform, &token).await);
        assert!(tokens(&camille, &mut store.read().await.unwrap()).await.unwrap().is_empty());
    }

    async fn a_person_has_twenty_tokens_at_most(store) {
        let (platform, camille) = (store.platform(), somebody(store, "camille@example.org").await);
        for _ in 0..MOST_TOKENS {
            create(&platform, &camille, 30).await.unwrap();
        }
        assert!(is_refused(&create(&platform, &camille, 30).await, "too-many-tokens"));
    }

    async fn the_token_of_a_session_is_no_token_of_the_api(store) {
        let platform = store.platform();
        let signed_in = sign_in(&platform, "camille@example.org").await;
        assert!(!acts_for(&platform, &signed_in.token).await);
    }
}
