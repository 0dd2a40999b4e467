//! What comes on a list, and what the registers say of it later.

use fabrique_app::{
    Error,
    shortlist::{self, HandWritten, Registered, times_asked, times_asked_under_any_name},
};
use fabrique_directory::Entry;
use fabrique_domain::{
    Instant,
    shortlist::{EntryName, Found, Origin, Why, identifiers},
    text::{Fault, Line},
    time::DAY,
};
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use super::{Desk, addition, association, publish, refused, somebody, three};

on_both_engines! {
    async fn an_entry_keeps_its_name_its_reason_who_added_it_and_what_was_sought(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.add(&desk.camille, list, &["W751000001"]).await.unwrap();
        let (entry, registered) = desk.page(&desk.camille, list).await.unwrap().entries.remove(0);
        assert_eq!((entry.name.as_str(), entry.place.as_str()), ("Eau claire", "PARIS (Paris)"));
        assert_eq!((entry.why.as_str(), entry.sought.as_str()), ("Elle connaît le terrain", "eau"));
        assert_eq!((entry.added_by_name.as_str(), entry.origin), ("camille", Origin::Search));
        assert_eq!(registered.known().unwrap().key, "W751000001");
    }

    async fn an_organisation_stands_once_on_a_list_under_any_of_its_numbers(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let first = desk.added(&desk.camille, list, "751P1234").await;
        for key in ["W751000002", "751P1234", "siren-552100554"] {
            let again = desk.add(&desk.camille, list, &[key]).await.unwrap();
            assert_eq!((again.added.len(), again.already), (0, vec![first]), "{key}");
        }
        let twice = desk.add(&desk.camille, list, &["W751000001", "W751000001"]).await.unwrap();
        assert_eq!((twice.added.len(), twice.already.len()), (1, 0));
        assert_eq!(desk.names(list).await, ["Forêts", "Eau claire"]);
    }

    async fn the_same_organisation_added_at_once_by_two_people_stands_once(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let add = async || desk.add(&desk.camille, list, &["W751000001"]).await.unwrap().added.len();
        let (one, two, three) = tokio::join!(add(), add(), add());
        assert_eq!(one + two + three, 1);
        assert_eq!(desk.names(list).await, ["Eau claire"]);
    }

    async fn an_entry_under_an_import_number_follows_the_number_that_took_it_over(store) {
        publish(store.home.path(), vec![association("751P9", "Vieille eau", "eau")]);
        let desk = Desk { platform: store.platform(), camille: somebody(store, "c").await, sacha: somebody(store, "s").await, store };
        let list = desk.list(&desk.camille).await;
        desk.added(&desk.camille, list, "751P9").await;
        let taken_over = Entry { aliases: vec!["751P9".into()], ..association("W759", "Eau neuve", "eau") };
        publish(store.home.path(), vec![taken_over.clone()]);
        let (entry, registered) = desk.page(&desk.camille, list).await.unwrap().entries.remove(0);
        assert_eq!((entry.name.as_str(), registered.known().unwrap().key.as_str()), ("Vieille eau", "W759"));
        assert_eq!(desk.add(&desk.camille, list, &["W759"]).await.unwrap().already.len(), 1);
        let mut reader = store.read().await.unwrap();
        let ever = Instant::from_micros(0);
        let asked = times_asked_under_any_name(&mut reader, &[taken_over], ever).await.unwrap();
        assert_eq!(asked.of("W759"), 1);
        assert!(times_asked(&mut reader, &["W759".into()], ever).await.unwrap().never("W759"), "a key counts for itself");
    }

    async fn an_entry_whose_organisation_left_the_registers_stays_and_says_so(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.added(&desk.camille, list, "W751000001").await;
        publish(store.home.path(), three().split_off(1));
        let (entry, registered) = desk.page(&desk.camille, list).await.unwrap().entries.remove(0);
        assert_eq!((entry.name.as_str(), registered), ("Eau claire", Registered::Gone));
    }

    async fn without_registers_a_list_is_read_and_written_by_hand(store) {
        let desk = Desk { platform: store.platform(), camille: somebody(store, "c").await, sacha: somebody(store, "s").await, store };
        let list = desk.list(&desk.camille).await;
        assert!(matches!(desk.add(&desk.camille, list, &["W1"]).await, Err(Error::Directory(_))));
        let written = HandWritten {
            name: EntryName::parse("Collectif du canal").unwrap(),
            place: Line::parse("Pantin").unwrap(),
            about: Line::parse("").unwrap(),
            why: Why::parse("Il vit sur place").unwrap(),
        };
        transact!(store.store, |tx| shortlist::add_by_hand(&desk.camille, tx, list, &written).await).unwrap();
        let nothing = HandWritten { why: Why::parse(" ").unwrap(), ..written };
        let outcome = transact!(store.store, |tx| shortlist::add_by_hand(&desk.camille, tx, list, &nothing).await);
        assert!(matches!(outcome, Err(Error::Invalid(faults)) if faults.of("why") == Some(Fault::Missing)));
        let (entry, registered) = desk.page(&desk.camille, list).await.unwrap().entries.remove(0);
        assert_eq!((entry.name.as_str(), registered), ("Collectif du canal", Registered::ByHand));
    }

    async fn hostile_keys_are_unknown_and_nothing_is_added_without_a_reason(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let long = "W".repeat(10_000);
        for key in ["", "../../secret.key", "'; DROP TABLE shortlists; --", "W751000001\u{0}", "=1+1", &long] {
            assert_eq!(refused(desk.add(&desk.camille, list, &[key]).await), "shortlist-unknown-organisation", "{key}");
        }
        let mixed = desk.add(&desk.camille, list, &["W751000003", &long]).await.unwrap();
        assert_eq!((mixed.added.len(), mixed.unknown[0].len()), (1, 60));
        let unexplained = addition(&["W751000001"], "", Found::new(Origin::Page, ""));
        let outcome = transact!(store.store, |tx| shortlist::add(&desk.platform, &desk.camille, tx, list, &unexplained).await);
        assert!(matches!(outcome, Err(Error::Invalid(faults)) if faults.of("why") == Some(Fault::Missing)));
    }

    async fn a_column_says_what_is_unknown_and_adds_nothing_twice(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let column = identifiers("w751000001\r\n552 100 554\nW000000000\n55210055400013\n=cmd|' /C calc'!A0\n");
        let why = Why::parse("Venues du forum").unwrap();
        let send = async || {
            transact!(store.store, |tx| {
                shortlist::add_column(&desk.platform, &desk.camille, tx, list, &column, &why).await
            })
            .unwrap()
        };
        let first = send().await;
        assert_eq!((first.added.len(), first.already), (2, 1));
        assert_eq!(first.unknown, ["W000000000", "=cmd|' /C calc'!A0"]);
        let second = send().await;
        assert_eq!((second.added.len(), second.already), (0, 3));
        assert_eq!(desk.names(list).await, ["Eau claire", "Forêts"]);
    }

    async fn who_is_asked_is_counted_by_people_and_in_time(store) {
        let desk = Desk::open(store).await;
        let others = [somebody(store, "a").await, somebody(store, "b").await];
        let old = desk.list(&others[0]).await;
        desk.added(&others[0], old, "W751000001").await;
        store.clock.pass(200 * DAY);
        for _ in 0..2 {
            let list = desk.list(&desk.camille).await;
            desk.added(&desk.camille, list, "W751000001").await;
        }
        let list = desk.list(&others[1]).await;
        desk.added(&others[1], list, "W751000001").await;
        let mut reader = store.read().await.unwrap();
        let keys = ["W751000001".to_owned(), "W751000003".to_owned()];
        let since = shortlist::since_when(reader.now());
        let lately = times_asked(&mut reader, &keys, since).await.unwrap();
        assert_eq!((lately.of("W751000001"), lately.too_often("W751000001")), (2, false));
        assert!(lately.never("W751000003"));
        let ever = times_asked(&mut reader, &keys, Instant::from_micros(0)).await.unwrap();
        assert!(ever.too_often("W751000001"), "three people");
        drop(reader);
        let entry = desk.page(&others[1], list).await.unwrap().entries[0].0.id;
        let why = Why::parse("").unwrap();
        transact!(store.store, |tx| shortlist::remove(&others[1], tx, (list, entry), &why).await).unwrap();
        let mut reader = store.read().await.unwrap();
        assert_eq!(times_asked(&mut reader, &keys, since).await.unwrap().of("W751000001"), 1, "taken off, no longer asked");
    }

    async fn what_a_list_does_not_cover_is_told(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.added(&desk.camille, list, "W751000001").await;
        let told = shortlist::coverage(&desk.platform, &desk.camille, &mut store.read().await.unwrap(), list).await.unwrap();
        assert_eq!((told.counted, told.entries, told.coverage.families.clone()), (1, 1, vec![(24, 1)]));
        assert_eq!(told.coverage.regions, [("11".to_owned(), 1)]);
        assert!(!told.without_region.contains(&"11") && told.without_region.contains(&"53"));
        assert_eq!((told.too_often.len(), told.never.len()), (0, 1));
        let other = desk.list(&desk.sacha).await;
        desk.added(&desk.sacha, other, "W751000001").await;
        let told = shortlist::coverage(&desk.platform, &desk.camille, &mut store.read().await.unwrap(), list).await.unwrap();
        assert_eq!(told.never, []);
    }
}
