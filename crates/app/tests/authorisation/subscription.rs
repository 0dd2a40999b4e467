//! Who follows, and who asks to be told.

use fabrique_app::subscription::{self, Request};
use fabrique_domain::{Language, content::Topic, id::Id, sign_in::NetworkPrefix, text::EmailAddress};
use fabrique_storage::{testing, transact};
use fabrique_testkit::{Cast, TestStore, on_both_engines};
use uuid::Uuid;

use crate::let_in;

async fn plan_in(store: &TestStore) -> Uuid {
    transact!(store.store, |tx| testing::plant_plan(tx, "essai").await).unwrap().uuid()
}

fn request(subject_id: Uuid) -> Request {
    Request {
        email: EmailAddress::parse("camille@example.org").unwrap(),
        language: Language::French,
        topic: Topic::Plan,
        subject_id,
        network: NetworkPrefix::V4([192, 0, 2]),
    }
}

on_both_engines! {
    async fn whoever_signed_in_may_follow(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let persons = cast.everybody().len() - 2;
        let admitted = let_in!(store, cast, |actor, tx| subscription::follow(&actor, tx, Topic::Plan, plan));
        assert_eq!(admitted.len(), persons);
        assert!(!admitted.contains(&"anonymous") && admitted.contains(&"evaluator"));
    }

    async fn whoever_signed_in_may_stop_following_and_see_what_is_followed(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let persons = cast.everybody().len() - 2;
        let stopping = let_in!(store, cast, |actor, tx| subscription::unfollow(&actor, tx, Topic::Plan, plan));
        assert_eq!(stopping.len(), persons);
        assert!(!stopping.contains(&"anonymous"));
        assert_eq!(let_in!(store, cast, |actor, tx| subscription::list(&actor, tx, None, 5)), stopping);
    }

    async fn everybody_may_ask_to_be_told(store) {
        let (cast, plan, platform) = (Cast::assemble(store).await, plan_in(store).await, store.platform());
        let admitted = let_in!(store, cast, |_actor, tx| subscription::subscribe(&platform, tx, &request(plan)));
        assert_eq!(admitted.len(), cast.everybody().len());
    }

    async fn everybody_may_ask_what_they_follow(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let admitted = let_in!(store, cast, |actor, tx| subscription::follows(&actor, tx, Topic::Plan, plan));
        assert_eq!(admitted.len(), cast.everybody().len());
    }

    async fn no_role_stands_in_for_the_secret_of_a_mail(store) {
        let (cast, platform, none) = (Cast::assemble(store).await, store.platform(), [""; 0]);
        let forged = "A".repeat(43);
        assert_eq!(let_in!(store, cast, |_actor, tx| subscription::confirmable(&platform, tx, &forged)), none);
        assert_eq!(let_in!(store, cast, |_actor, tx| subscription::confirm(&platform, tx, &forged)), none);
        assert_eq!(let_in!(store, cast, |_actor, tx| subscription::stoppable(&platform, tx, &forged)), none);
        assert_eq!(let_in!(store, cast, |_actor, tx| subscription::unsubscribe(&platform, tx, &forged)), none);
    }
}
