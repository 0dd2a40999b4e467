//! Arguments are read a page of a column at a time, and their marks are kept one a person.

use fabrique_domain::{
    account::{AuthorKind, Person},
    id::{ArgumentId, ProposalId},
    proposal::{Argument, ArgumentState, Side},
};
use fabrique_storage::{
    Error,
    argument::{self, After},
    proposal, transact,
};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal},
    on_both_engines,
};

/// Adds an argument that an import says `historic_useful` people found useful.
async fn insert(store: &TestStore, of: ProposalId, author: &Person, historic_useful: i64) -> Argument {
    store.clock.pass(1_000);
    transact!(store.store, |tx| {
        let argument = Argument {
            id: tx.new_id(),
            proposal_id: of,
            author_id: Some(author.account.id),
            author_name: author.account.display_name.clone(),
            author_kind: AuthorKind::Citizen,
            organisation_id: None,
            side: Side::For,
            body: "Un argument.".to_owned(),
            state: ArgumentState::Published,
            state_reason: String::new(),
            useful: 0,
            historic_useful,
            created_at: tx.now(),
        };
        argument::insert(tx, &argument).await?;
        Ok::<_, Error>(argument)
    })
    .unwrap()
}

async fn page(store: &TestStore, of: ProposalId, after: Option<After>) -> Vec<ArgumentId> {
    let reader = &mut store.read().await.unwrap();
    let page = argument::list(reader, of, Side::For, after, 2).await.unwrap();
    page.iter().map(|argument| argument.id).collect()
}

on_both_engines! {
    async fn what_is_kept_is_read_back_whole(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let of = published_proposal(store, &consultation, &author, "Publier").await.id;
        let argument = insert(store, of, &author, 7).await;
        let reader = &mut store.read().await.unwrap();
        assert_eq!(argument::find(reader, argument.id).await.unwrap(), Some(argument));
    }

    async fn pages_follow_each_other_where_many_are_equally_useful(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let of = published_proposal(store, &consultation, &author, "Publier").await.id;
        let mut all = Vec::new();
        for useful in [0, 0, 5, 0, 5] {
            all.push(insert(store, of, &author, useful).await);
        }
        transact!(store.store, |tx| argument::set_state(tx, all[0].id, ArgumentState::Hidden, "Une raison.").await)
            .unwrap();
        assert_eq!(page(store, of, None).await, [all[4].id, all[2].id]);
        assert_eq!(page(store, of, Some(After::of(&all[2]))).await, [all[3].id, all[1].id]);
        assert_eq!(page(store, of, Some(After::of(&all[1]))).await, []);
    }

    async fn a_mark_is_kept_once_and_moves_the_rank(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let of = published_proposal(store, &consultation, &author, "Publier").await.id;
        let (older, newer) = (insert(store, of, &author, 0).await, insert(store, of, &author, 0).await);
        let camille = person(store, "Camille", &[]).await.account.id;
        let mark = || async { transact!(store.store, |tx| argument::mark_useful(tx, older.id, camille).await).unwrap() };
        assert_eq!((mark().await, mark().await), (true, false));
        let useful = transact!(store.store, |tx| argument::count_useful(tx, older.id, 1).await).unwrap();
        assert_eq!((useful, page(store, of, None).await), (Some(1), vec![older.id, newer.id]));
        let reader = &mut store.read().await.unwrap();
        assert_eq!(argument::useful_to(reader, camille, &[newer.id, older.id]).await.unwrap(), [older.id]);
        assert_eq!(argument::useful_to(reader, camille, &[]).await.unwrap(), []);
        let unmark = || async { transact!(store.store, |tx| argument::unmark_useful(tx, older.id, camille).await).unwrap() };
        assert_eq!((unmark().await, unmark().await), (true, false));
    }

    async fn both_columns_are_counted_and_make_the_rank_of_discussion(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let quiet = published_proposal(store, &consultation, &author, "Publier").await.id;
        let lively = published_proposal(store, &consultation, &author, "Relire").await.id;
        transact!(store.store, |tx| argument::count(tx, lively, Side::For, 1).await).unwrap();
        transact!(store.store, |tx| argument::count(tx, lively, Side::Against, 2).await).unwrap();
        let reader = &mut store.read().await.unwrap();
        let counted = proposal::find(reader, lively).await.unwrap().unwrap();
        assert_eq!((counted.arguments_for, counted.arguments_against), (1, 2));
        let all = proposal::Filter::default();
        let discussed = proposal::list(reader, consultation.id, &all, proposal::Order::Discussed, None, 2).await;
        assert_eq!(discussed.unwrap().iter().map(|item| item.id).collect::<Vec<_>>(), [lively, quiet]);
    }
}
