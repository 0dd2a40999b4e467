//! Positions are kept one a person, and counted by steps that add up.

use fabrique_domain::{id::ProposalId, proposal::Position};
use fabrique_storage::{
    Error,
    position::{self, Tally},
    transact,
};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal},
    on_both_engines,
};

async fn count(store: &TestStore, proposal: ProposalId, change: Tally) -> Option<Tally> {
    transact!(store.store, |tx| position::count(tx, proposal, change).await).unwrap()
}

on_both_engines! {
    async fn a_position_is_replaced_and_forgotten(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let proposal = published_proposal(store, &consultation, &author, "Publier").await.id;
        let camille = person(store, "Camille", &[]).await.account.id;
        for position in [Position::Support, Position::Mixed] {
            transact!(store.store, |tx| position::take(tx, proposal, camille, position).await).unwrap();
        }
        let reader = &mut store.read().await.unwrap();
        let floor = position::floor(reader, proposal, camille).await.unwrap().unwrap();
        assert_eq!((floor.position, floor.author_id), (Some(Position::Mixed), Some(author.account.id)));
        assert_eq!((floor.consultation_id, floor.course), (consultation.id, consultation.course()));
        assert_eq!(position::taken_by(reader, camille, &[proposal]).await.unwrap(), [(proposal, Position::Mixed)]);
        assert_eq!(position::taken_by(reader, camille, &[]).await.unwrap(), []);
        assert_eq!(position::recount(reader, proposal).await.unwrap(), Some(Tally { mixed: 1, ..Tally::default() }));
        transact!(store.store, |tx| position::withdraw(tx, proposal, camille).await).unwrap();
        assert_eq!(position::recount(reader, proposal).await.unwrap(), Some(Tally::default()));
    }

    async fn counters_and_their_rank_move_together(store) {
        let author = person(store, "Ada", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let proposal = published_proposal(store, &consultation, &author, "Publier").await.id;
        let first = count(store, proposal, Tally { supports: 3, mixed: 2, against: 1 }).await;
        assert_eq!(first, Some(Tally { supports: 3, mixed: 2, against: 1 }));
        let moved = Tally::one(Some(Position::Against)).minus(Tally::one(Some(Position::Support)));
        assert_eq!(moved.total(), 0);
        assert_eq!(count(store, proposal, moved).await, Some(Tally { supports: 2, mixed: 2, against: 2 }));
        transact!(store.store, |tx| position::count_in_consultation(tx, consultation.id, 6).await).unwrap();
        let reader = &mut store.read().await.unwrap();
        let kept = fabrique_storage::consultation::find(reader, consultation.id).await.unwrap().unwrap();
        assert_eq!(kept.positions, 6);
    }

    async fn there_is_no_floor_nor_counter_of_what_does_not_exist(store) {
        let camille = person(store, "Camille", &[]).await.account.id;
        let nothing: ProposalId = "00000000-0000-0000-0000-000000000001".parse().unwrap();
        assert_eq!(position::floor(&mut store.read().await.unwrap(), nothing, camille).await.unwrap(), None);
        assert_eq!(count(store, nothing, Tally::default()).await, None);
        let outcome: Result<(), Error> =
            transact!(store.store, |tx| position::take(tx, nothing, camille, Position::Support).await);
        assert!(matches!(outcome, Err(Error::Dangling(_))), "{outcome:?}");
    }

    async fn positions_of_a_consultation_are_counted_over_several_rows(store) {
        let consultation = open_consultation(store, "ouvrir").await;
        let crowd = (0..40).map(|_| async {
            transact!(store.store, |tx| position::count_in_consultation(tx, consultation.id, 1).await).unwrap();
        });
        futures_util::future::join_all(crowd).await;
        transact!(store.store, |tx| position::count_in_consultation(tx, consultation.id, -3).await).unwrap();
        let reader = &mut store.read().await.unwrap();
        let kept = fabrique_storage::consultation::find(reader, consultation.id).await.unwrap().unwrap();
        assert_eq!(kept.positions, 37);
        assert_eq!(fabrique_storage::consultation::all(reader).await.unwrap()[0].positions, 37);
    }
}
