//! Arguments and the marks of usefulness.

use fabrique_app::{
    Error, Result, argument,
    argument::{NewArgument, Usefulness},
};
use fabrique_domain::{
    account::{Actor, AuthorKind, Role},
    id::ArgumentId,
    proposal::{ArgumentBody, ProposalState, Side},
    text::Fault,
    time::DAY,
};
use fabrique_storage::transact;
use fabrique_testkit::{TestStore, contribution::actor, on_both_engines};

use super::{Debate, citizen, rule};

impl Debate {
    async fn argue(&self, store: &TestStore, who: &Actor, side: Side, body: &str) -> Result<ArgumentId> {
        self.argue_as(store, who, side, body, AuthorKind::Citizen).await
    }

    async fn argue_as(
        &self,
        store: &TestStore,
        who: &Actor,
        side: Side,
        body: &str,
        author_kind: AuthorKind,
    ) -> Result<ArgumentId> {
        let body = ArgumentBody::parse(body).unwrap();
        let new = NewArgument { proposal: self.proposal.id, side, body, author_kind };
        transact!(store.store, |tx| argument::add(who, tx, &new).await)
    }

    async fn column(&self, store: &TestStore, who: &Actor, side: Side) -> argument::Column {
        let reader = &mut store.read().await.unwrap();
        argument::list(who, reader, self.proposal.id, side, None, 20).await.unwrap()
    }

    /// For, against, and all of the consultation.
    async fn counters(&self, store: &TestStore) -> (i64, i64, i64) {
        let proposal = self.proposal_now(store).await;
        (proposal.arguments_for, proposal.arguments_against, self.consultation_now(store).await.arguments)
    }
}

async fn mark(store: &TestStore, who: &Actor, id: ArgumentId) -> Result<Usefulness> {
    transact!(store.store, |tx| argument::mark_useful(who, tx, id).await)
}

async fn unmark(store: &TestStore, who: &Actor, id: ArgumentId) -> Result<Usefulness> {
    transact!(store.store, |tx| argument::unmark_useful(who, tx, id).await)
}

async fn withdraw(store: &TestStore, who: &Actor, id: ArgumentId) -> Result<()> {
    transact!(store.store, |tx| argument::withdraw(who, tx, id).await)
}

on_both_engines! {
    async fn an_argument_stands_in_its_column_under_its_author(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        debate.argue(store, &camille, Side::For, "Cela fait gagner du temps.").await.unwrap();
        debate.argue(store, &camille, Side::Against, "Cela coûte trop cher.").await.unwrap();
        let pros = debate.column(store, &Actor::Anonymous, Side::For).await.arguments;
        let only = pros.first().unwrap();
        assert_eq!((pros.len(), only.body.as_str()), (1, "Cela fait gagner du temps."));
        assert_eq!((only.author_name.as_str(), only.author_kind), ("Camille", AuthorKind::Citizen));
        assert_eq!(debate.counters(store).await, (1, 1, 2));
    }

    async fn one_speaks_only_as_what_one_is(store) {
        let debate = Debate::open(store).await;
        let agent = actor(store, "Alex", &[Role::Agent]).await;
        debate.argue_as(store, &agent, Side::For, "Mon service est prêt.", AuthorKind::Agent).await.unwrap();
        let camille = citizen(store, "Camille").await;
        let outcome = debate.argue_as(store, &camille, Side::For, "Mon service est prêt.", AuthorKind::Agent).await;
        assert!(matches!(&outcome, Err(Error::Invalid(faults)) if faults.of("author_kind") == Some(Fault::Unknown)));
        assert_eq!(debate.counters(store).await, (1, 0, 1));
    }

    async fn the_useful_come_first_and_then_the_recent(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let mut ids = Vec::new();
        for number in 0..5 {
            store.clock.pass(1_000);
            ids.push(debate.argue(store, &camille, Side::For, &format!("Argument numéro {number}")).await.unwrap());
        }
        for reader in ["Dominique", "Claude"] {
            mark(store, &citizen(store, reader).await, ids[1]).await.unwrap();
        }
        mark(store, &debate.author(), ids[3]).await.unwrap();
        let (mut after, mut read) = (None, Vec::new());
        loop {
            let reader = &mut store.read().await.unwrap();
            let page = argument::list(&camille, reader, debate.proposal.id, Side::For, after, 2).await.unwrap();
            read.extend(page.arguments.iter().map(|argument| argument.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(read, [ids[1], ids[3], ids[4], ids[2], ids[0]]);
    }

    async fn a_mark_counts_once_a_person_and_is_taken_back(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.argue(store, &camille, Side::Against, "Cela existe déjà.").await.unwrap();
        let dominique = citizen(store, "Dominique").await;
        let clicks = (0..6).map(|_| mark(store, &dominique, id));
        for click in futures_util::future::join_all(clicks).await {
            assert_eq!(click.unwrap().useful, 1);
        }
        assert_eq!(debate.column(store, &dominique, Side::Against).await.marked, [id]);
        assert_eq!(debate.column(store, &camille, Side::Against).await.marked, []);
        assert_eq!(unmark(store, &dominique, id).await.unwrap().useful, 0);
        assert_eq!(unmark(store, &dominique, id).await.unwrap().useful, 0);
    }

    async fn thirty_people_find_it_useful_at_once(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.argue(store, &camille, Side::For, "C’est attendu depuis dix ans.").await.unwrap();
        let mut crowd = Vec::new();
        for number in 0..30 {
            crowd.push(citizen(store, &format!("Personne {number}")).await);
        }
        for outcome in futures_util::future::join_all(crowd.iter().map(|who| mark(store, who, id))).await {
            outcome.unwrap();
        }
        let column = debate.column(store, &camille, Side::For).await;
        assert_eq!(column.arguments.first().unwrap().useful, 30);
    }

    async fn ones_own_argument_is_not_for_oneself_to_mark(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.argue(store, &camille, Side::For, "C’est mon avis.").await.unwrap();
        assert_eq!(rule(mark(store, &camille, id).await), "argument-own");
    }

    async fn an_argument_taken_back_leaves_its_column_and_its_counters_once(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.argue(store, &camille, Side::For, "Je change d’avis.").await.unwrap();
        let stranger = withdraw(store, &debate.author(), id).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        withdraw(store, &camille, id).await.unwrap();
        withdraw(store, &camille, id).await.unwrap();
        assert_eq!(debate.counters(store).await, (0, 0, 0));
        assert!(debate.column(store, &camille, Side::For).await.arguments.is_empty());
        let marked = mark(store, &debate.author(), id).await;
        assert!(matches!(marked, Err(Error::NotFound)), "{marked:?}");
    }

    async fn once_closed_or_hidden_nothing_is_added(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.argue(store, &camille, Side::For, "Avant la fermeture.").await.unwrap();
        debate.set(store, |proposal| proposal.state = ProposalState::Hidden).await;
        assert_eq!(rule(debate.argue(store, &camille, Side::For, "Après coup.").await), "debate-not-published");
        debate.set(store, |proposal| proposal.state = ProposalState::Published).await;
        store.clock.pass(31 * DAY);
        assert_eq!(rule(debate.argue(store, &camille, Side::For, "Après coup.").await), "debate-not-open");
        assert_eq!(rule(mark(store, &debate.author(), id).await), "debate-not-open");
        withdraw(store, &camille, id).await.unwrap();
    }
}
