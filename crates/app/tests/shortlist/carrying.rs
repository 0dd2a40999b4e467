//! A list carried away: by those who are named on it, and by its link.

use fabrique_app::shortlist::{self, Annotation, Placement, Placing, link_of};
use fabrique_domain::{
    open_data::Cell,
    shortlist::{Absence, Axis, Mark, Notes, StakeReason, Why},
};
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use super::Desk;

fn words(rows: &[Vec<Cell>]) -> String {
    format!("{rows:?}")
}

on_both_engines! {
    async fn the_file_of_a_link_has_neither_notes_nor_marks_nor_names_of_people(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let entry = desk.added(&desk.camille, list, "W751000001").await;
        let annotation =
            Annotation { why: Why::parse("=1+1").unwrap(), notes: Notes::parse("Entre nous seulement").unwrap() };
        let placing = Placing {
            placements: vec![Placement {
                entry,
                axis: Axis::Interest,
                mark: Mark::new(3).unwrap(),
                reason: StakeReason::parse("Raison pour collègues").unwrap(),
                seen: None,
            }],
            absence: Absence::NobodyKnown,
        };
        transact!(store.store, |tx| {
            shortlist::annotate(&desk.camille, tx, (list, entry), 1, &annotation).await?;
            shortlist::place(&desk.camille, tx, list, &placing).await?;
            shortlist::set_link(&desk.camille, tx, list, true).await
        })
        .unwrap();
        let mut reader = store.read().await.unwrap();
        let ours = shortlist::export(&desk.platform, &desk.camille, &mut reader, list).await.unwrap();
        assert!(ours.rows.iter().all(|row| row.len() == ours.header.len()));
        for kept in ["Entre nous seulement", "Raison pour collègues", "camille", "=1+1", "W751000001"] {
            assert!(words(&ours.rows).contains(kept), "{kept}");
        }
        let link = link_of(&desk.platform, &ours.list).unwrap();
        let secret = link.rsplit('/').next().unwrap();
        let theirs = shortlist::export_by_link(&desk.platform, &mut reader, list, secret).await.unwrap();
        assert!(theirs.rows.iter().all(|row| row.len() == theirs.header.len()));
        for hidden in ["Entre nous seulement", "Raison pour collègues", "camille"] {
            assert!(!words(&theirs.rows).contains(hidden), "{hidden}");
        }
        assert!(words(&theirs.rows).contains("Eau claire"));
        let (_, entries) = shortlist::by_link(&desk.platform, &mut reader, list, secret).await.unwrap();
        assert!(entries.iter().all(|(entry, _)| entry.notes.is_empty() && entry.added_by_name.is_empty()));
    }
}
