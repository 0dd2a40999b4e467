//! The grid: marks with reasons, replaced and never averaged, and who is absent.

use fabrique_app::{
    Error, Result,
    shortlist::{self, Grid, Placement, Placing},
};
use fabrique_domain::{
    account::Actor,
    id::{EntryId, ShortlistId, StakeId},
    shortlist::{Absence, AbsentName, AbsentReason, Axis, Mark, ShortlistRight, StakeReason},
};
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use super::{Desk, refused};

fn placement(entry: EntryId, axis: Axis, mark: i64, seen: Option<StakeId>) -> Placement {
    let reason = StakeReason::parse("Elle gère le réseau").unwrap();
    Placement { entry, axis, mark: Mark::new(mark).unwrap(), reason, seen }
}

impl Desk<'_> {
    async fn place(&self, actor: &Actor, list: ShortlistId, placements: &[Placement]) -> Result<()> {
        let placing = Placing { placements: placements.to_vec(), absence: Absence::NobodyKnown };
        transact!(self.store.store, |tx| shortlist::place(actor, tx, list, &placing).await)
    }

    async fn grid(&self, list: ShortlistId) -> Grid {
        shortlist::grid(&self.camille, &mut self.store.read().await.unwrap(), list).await.unwrap()
    }
}

on_both_engines! {
    async fn nobody_is_placed_until_somebody_gave_both_marks(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let entry = desk.added(&desk.camille, list, "W751000001").await;
        assert_eq!(desk.grid(list).await.entries[0].place(), None);
        desk.place(&desk.camille, list, &[placement(entry, Axis::Interest, 4, None)]).await.unwrap();
        assert_eq!(desk.grid(list).await.entries[0].place(), None);
        desk.place(&desk.camille, list, &[placement(entry, Axis::Influence, 1, None)]).await.unwrap();
        let grid = desk.grid(list).await;
        assert_eq!(grid.entries[0].place().map(|(one, two)| (one.number(), two.number())), Some((4, 1)));
        let interest = grid.entries[0].interest.as_ref().unwrap();
        assert_eq!((interest.author_name.as_str(), interest.reason.as_str()), ("camille", "Elle gère le réseau"));
    }

    async fn a_mark_takes_the_place_of_the_one_before_which_stays_in_the_history(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let entry = desk.added(&desk.camille, list, "W751000001").await;
        desk.place(&desk.camille, list, &[placement(entry, Axis::Interest, 1, None)]).await.unwrap();
        let seen = desk.grid(list).await.entries[0].interest.as_ref().map(|one| one.id);
        desk.place(&desk.camille, list, &[placement(entry, Axis::Interest, 1, None)]).await.unwrap();
        desk.place(&desk.camille, list, &[placement(entry, Axis::Interest, 4, seen)]).await.unwrap();
        let page = shortlist::entry(&desk.platform, &desk.camille, &mut store.read().await.unwrap(), (list, entry)).await;
        let marks = page.unwrap().marks;
        let told: Vec<_> = marks.iter().map(|one| (one.mark.number(), one.replaced_at.is_some())).collect();
        assert_eq!(told, [(4, false), (1, true)], "the same mark given again is no other mark");
    }

    async fn the_second_of_two_who_give_a_mark_is_told_and_nothing_of_theirs_is_half_kept(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let entry = desk.added(&desk.camille, list, "W751000001").await;
        desk.name(list, "sacha@example.org", ShortlistRight::Write).await.unwrap();
        let (mine, theirs) = ([placement(entry, Axis::Interest, 1, None)], [placement(entry, Axis::Interest, 4, None)]);
        let outcomes = tokio::join!(desk.place(&desk.camille, list, &mine), desk.place(&desk.sacha, list, &theirs));
        let told = [&outcomes.0, &outcomes.1].into_iter().filter(|one| matches!(one, Err(Error::Changed))).count();
        assert_eq!(told, 1, "{outcomes:?}");
        assert_eq!(desk.grid(list).await.absents.len(), 1, "the answer of the one who was told is not kept either");
    }

    async fn who_is_absent_is_asked_each_time_and_each_answer_is_signed(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.place(&desk.camille, list, &[]).await.unwrap();
        let absence = Absence::Somebody {
            who: AbsentName::parse("Les locataires").unwrap(),
            why: AbsentReason::parse("Ils paient l’eau").unwrap(),
        };
        let placing = Placing { placements: Vec::new(), absence };
        transact!(store.store, |tx| shortlist::place(&desk.camille, tx, list, &placing).await).unwrap();
        let absents = desk.grid(list).await.absents;
        let told: Vec<_> = absents.iter().map(|one| (one.who.as_deref(), one.author_name.as_str())).collect();
        assert_eq!(told, [(Some("Les locataires"), "camille"), (None, "camille")]);
    }

    async fn a_reader_places_nobody_and_a_mark_of_another_list_is_refused(store) {
        let desk = Desk::open(store).await;
        let (list, other) = (desk.list(&desk.camille).await, desk.list(&desk.sacha).await);
        desk.name(list, "sacha@example.org", ShortlistRight::Read).await.unwrap();
        let entry = desk.added(&desk.camille, list, "W751000001").await;
        let marks = [placement(entry, Axis::Interest, 2, None)];
        assert_eq!(refused(desk.place(&desk.sacha, list, &marks).await), "shortlist-read-only");
        assert!(matches!(desk.place(&desk.sacha, other, &marks).await, Err(Error::NotFound)));
    }
}
