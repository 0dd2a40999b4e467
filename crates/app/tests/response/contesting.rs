//! The author has one word against the answer, and the institution one reply.

use fabrique_app::{Error, response};
use fabrique_domain::{
    account::{Actor, Permission},
    id::{ContestId, ProposalId},
};
use fabrique_storage::transact;
use fabrique_testkit::{TestStore, on_both_engines};

use crate::bureau::{Bureau, contest_body, mail};

const AGAINST: &str = "La réponse parle d’un autre guichet que le mien.";
const REPLY: &str = "Vous avez raison sur ce point, nous complétons.";

async fn contest(store: &TestStore, actor: &Actor, proposal: ProposalId) -> Result<ContestId, Error> {
    let platform = store.platform();
    transact!(store.store, |tx| response::contest(&platform, actor, tx, proposal, &contest_body(AGAINST)).await)
}

async fn reply(store: &TestStore, actor: &Actor, id: ContestId) -> Result<(), Error> {
    let platform = store.platform();
    transact!(store.store, |tx| response::reply(&platform, actor, tx, id, &contest_body(REPLY)).await)
}

on_both_engines! {
    async fn the_author_contests_once_and_everybody_reads_it_beside_the_answer(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let early = contest(store, bureau.author(), proposal.id).await;
        assert!(matches!(early, Err(Error::Refused("contest-not-answered"))), "{early:?}");
        let id = bureau.published(store, &bureau.words(&[proposal.id])).await;
        mail(store).await;
        contest(store, bureau.author(), proposal.id).await.unwrap();
        let told = mail(store).await;
        let writer = bureau.agent().person().unwrap().account.email.clone().unwrap();
        assert!(told.len() == 1 && told[0].to == writer && told[0].text.contains(AGAINST), "{told:?}");
        let twice = contest(store, bureau.author(), proposal.id).await;
        assert!(matches!(twice, Err(Error::Refused("contest-once"))), "{twice:?}");
        let page = response::read(&Actor::Anonymous, &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!(page.contests[0].body, AGAINST);
    }

    async fn five_contests_at_once_are_one(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        bureau.published(store, &bureau.words(&[proposal.id])).await;
        let crowd = (0..5).map(|_| contest(store, bureau.author(), proposal.id));
        let kept = futures_util::future::join_all(crowd).await.into_iter().filter(Result::is_ok).count();
        assert_eq!(kept, 1);
    }

    async fn nobody_contests_for_another(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        bureau.published(store, &bureau.words(&[proposal.id])).await;
        for actor in [bureau.agent(), bureau.coordinator(), &bureau.stranger] {
            let outcome = contest(store, actor, proposal.id).await;
            assert!(matches!(outcome, Err(Error::Forbidden(Permission::Contribute))), "{outcome:?}");
        }
        let outcome = contest(store, &Actor::Anonymous, proposal.id).await;
        assert!(matches!(outcome, Err(Error::SignInNeeded)), "{outcome:?}");
    }

    async fn the_institution_replies_once_and_the_author_is_told(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        bureau.published(store, &bureau.words(&[proposal.id])).await;
        let id = contest(store, bureau.author(), proposal.id).await.unwrap();
        mail(store).await;
        let stranger = reply(store, &bureau.stranger, id).await;
        assert!(matches!(stranger, Err(Error::Forbidden(Permission::Respond))), "{stranger:?}");
        reply(store, bureau.agent(), id).await.unwrap();
        let twice = reply(store, bureau.coordinator(), id).await;
        assert!(matches!(twice, Err(Error::Refused("contest-replied"))), "{twice:?}");
        let told = mail(store).await;
        assert!(told.len() == 1 && told[0].text.contains(REPLY), "{told:?}");
    }

    async fn the_desk_shows_the_contests_that_await_a_reply(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        bureau.published(store, &bureau.words(&[proposal.id])).await;
        let id = contest(store, bureau.author(), proposal.id).await.unwrap();
        let own = response::voices(bureau.agent(), &mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(own.len(), 1);
        let waiting = response::contests_to_answer(bureau.agent(), &mut store.read().await.unwrap(), &own[0]).await;
        assert_eq!(waiting.unwrap()[0].id, id);
        reply(store, bureau.agent(), id).await.unwrap();
        let waiting = response::contests_to_answer(bureau.agent(), &mut store.read().await.unwrap(), &own[0]).await;
        assert!(waiting.unwrap().is_empty());
    }
}
