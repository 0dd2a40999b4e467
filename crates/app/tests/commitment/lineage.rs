//! Descent across plans.

use fabrique_app::{
    Error,
    commitment::{self, ChangeReason},
};
use fabrique_domain::{
    account::Actor,
    commitment::{Level, LineageKind},
    text::Fault,
};
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use crate::stage::{Stage, line};

fn why() -> ChangeReason {
    line("Le plan précédent l’avait promis.")
}

on_both_engines! {
    async fn descent_is_read_from_both_ends(store) {
        let stage = Stage::set(store).await;
        let (earlier, later) = (stage.published(Level::Commitment, None).await, stage.published(Level::Commitment, None).await);
        let version = stage.version(later).await;
        transact!(store.store, |tx| {
            commitment::descend(&stage.coordinator, tx, later, version, earlier, LineageKind::Continues, &why()).await
        })
        .unwrap();
        let sheet = async |id| commitment::read(&Actor::Anonymous, &mut store.read().await.unwrap(), id).await.unwrap();
        let (from, to) = (sheet(later).await.earlier, sheet(earlier).await.later);
        assert_eq!((from[0].id, from[0].kind), (earlier, LineageKind::Continues));
        assert_eq!((to[0].id, to[0].plan_slug.as_str()), (later, "plan-2027"));
        transact!(store.store, |tx| {
            commitment::forget_descent(&stage.coordinator, tx, later, version + 1, earlier, &why()).await
        })
        .unwrap();
        assert!(sheet(later).await.earlier.is_empty());
    }

    async fn nothing_descends_from_itself_nor_from_what_nobody_can_read(store) {
        let stage = Stage::set(store).await;
        let (a, b) = (stage.published(Level::Commitment, None).await, stage.published(Level::Commitment, None).await);
        let draft = stage.draft(&stage.agent, Level::Commitment, None).await;
        let (of_a, of_b) = (stage.version(a).await, stage.version(b).await);
        transact!(store.store, |tx| {
            commitment::descend(&stage.coordinator, tx, b, of_b, a, LineageKind::SplitFrom, &why()).await
        })
        .unwrap();
        for (earlier, expected) in [(a, Fault::Order), (b, Fault::Order), (draft, Fault::Unknown)] {
            let outcome = transact!(store.store, |tx| {
                commitment::descend(&stage.coordinator, tx, a, of_a, earlier, LineageKind::Merges, &why()).await
            });
            assert!(matches!(&outcome, Err(Error::Invalid(faults)) if faults.of("earlier") == Some(expected)), "{outcome:?}");
        }
    }
}
