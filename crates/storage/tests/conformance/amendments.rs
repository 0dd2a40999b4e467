//! Amendments are kept whole, listed by page, and settled once.

use fabrique_domain::{
    account::{AuthorKind, Person},
    id::ProposalId,
    proposal::{Amendment, AmendmentState, ProposalField},
};
use fabrique_storage::{
    Error,
    amendment::{self, Settlement},
    proposal, transact,
};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal},
    on_both_engines,
};

async fn insert(store: &TestStore, of: ProposalId, author: &Person) -> Amendment {
    store.clock.pass(1_000);
    transact!(store.store, |tx| {
        let amendment = Amendment {
            id: tx.new_id(),
            proposal_id: of,
            base_version: 1,
            field: ProposalField::Change,
            passage: "lit".to_owned(),
            replacement: "lit et cite".to_owned(),
            reason: "Pour mémoire.".to_owned(),
            author_id: Some(author.account.id),
            author_name: author.account.display_name.clone(),
            author_kind: AuthorKind::Citizen,
            state: AmendmentState::Proposed,
            decision_reason: String::new(),
            decided_at: None,
            resulting_version: None,
            created_at: tx.now(),
        };
        amendment::insert(tx, &amendment).await?;
        amendment::count(tx, of).await?;
        Ok::<_, Error>(amendment)
    })
    .unwrap()
}

on_both_engines! {
    async fn what_is_kept_is_read_back_whole_and_counted(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let of = published_proposal(store, &consultation, &author, "Publier").await.id;
        let amendment = insert(store, of, &author).await;
        let reader = &mut store.read().await.unwrap();
        assert_eq!(amendment::find(reader, amendment.id).await.unwrap(), Some(amendment));
        assert_eq!(proposal::find(reader, of).await.unwrap().unwrap().amendments, 1);
    }

    async fn what_is_settled_no_longer_waits(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let of = published_proposal(store, &consultation, &author, "Publier").await.id;
        let (first, second) = (insert(store, of, &author).await, insert(store, of, &author).await);
        let settlement = Settlement {
            state: AmendmentState::Accepted,
            reason: "",
            decided_by: Some(author.account.id),
            resulting_version: Some(2),
        };
        transact!(store.store, |tx| amendment::settle(tx, first.id, settlement).await).unwrap();
        let reader = &mut store.read().await.unwrap();
        assert_eq!(amendment::waiting(reader, of).await.unwrap(), std::slice::from_ref(&second));
        let listed = amendment::list(reader, of, None, 10).await.unwrap();
        let states: Vec<_> = listed.iter().map(|amendment| (amendment.id, amendment.state)).collect();
        assert_eq!(states, [(second.id, AmendmentState::Proposed), (first.id, AmendmentState::Accepted)]);
        assert_eq!(listed[1].decided_at, Some(reader.now()));
        assert_eq!(amendment::list(reader, of, Some(second.id), 10).await.unwrap().len(), 1);
    }
}
