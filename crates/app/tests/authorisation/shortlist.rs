//! Who may keep, read, write and share lists: roles give nothing there, only being named does.

use fabrique_app::shortlist::{
    self, Addition, Annotation, Description, HandWritten, Move, Placing, link_of, since_when,
};
use fabrique_domain::{
    account::{Actor, Role},
    id::{EntryId, ShortlistId},
    shortlist::{Absence, Aim, EntryName, Found, Notes, Origin, ShortlistRight, ShortlistTitle, Why, identifiers},
    text::{EmailAddress, Line},
};
use fabrique_storage::transact;
use fabrique_testkit::{Cast, TestStore, on_both_engines};

use crate::let_in;

/// A list that the coordinator keeps, on which the agent is named as writer and the facilitator as reader.
struct Shelf {
    cast: Cast,
    list: ShortlistId,
    entry: EntryId,
}

/// Those named on the list, with what the rules let them do or not.
const NAMED: [&str; 3] = ["agent", "facilitator", "coordinator"];

fn description() -> Description {
    Description { title: ShortlistTitle::parse("Qui associer").unwrap(), aim: Aim::parse("").unwrap() }
}

fn written() -> HandWritten {
    HandWritten {
        name: EntryName::parse("Collectif du canal").unwrap(),
        place: Line::parse("").unwrap(),
        about: Line::parse("").unwrap(),
        why: Why::parse("Il vit sur place").unwrap(),
    }
}

fn why() -> Why {
    Why::parse("Une raison").unwrap()
}

impl Shelf {
    async fn open(store: &TestStore) -> Self {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let keeper: &Actor = cast.actor(Role::Coordinator);
        let (list, entry) = transact!(store.store, |tx| {
            let list = shortlist::create(keeper, tx, &description()).await?;
            let entry = shortlist::add_by_hand(keeper, tx, list, &written()).await?;
            for (name, right) in [("agent", ShortlistRight::Write), ("facilitator", ShortlistRight::Read)] {
                let email = EmailAddress::parse(&format!("{name}@example.org")).unwrap();
                shortlist::name_member(&platform, keeper, tx, list, &email, right).await?;
            }
            Ok::<_, fabrique_app::Error>((list, entry))
        })
        .unwrap();
        Self { cast, list, entry }
    }
}

on_both_engines! {
    async fn whoever_signed_in_keeps_lists(store) {
        let cast = Cast::assemble(store).await;
        let admitted = let_in!(store, cast, |actor, tx| shortlist::create(&actor, tx, &description()));
        assert_eq!(admitted.len(), cast.everybody().len() - 2);
        assert!(!admitted.contains(&"anonymous") && !admitted.contains(&"platform"));
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::list(&actor, tx)), admitted);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::writable(&actor, tx)), admitted);
    }

    async fn only_those_named_on_a_list_read_it(store) {
        let Shelf { cast, list, entry } = Shelf::open(store).await;
        let platform = store.platform();
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::show(&platform, &actor, tx, list)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::entry(&platform, &actor, tx, (list, entry))), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::grid(&actor, tx, list)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::members(&actor, tx, list)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::coverage(&platform, &actor, tx, list)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::export(&platform, &actor, tx, list)), NAMED);
    }

    async fn strangers_do_not_reach_what_is_written_on_a_list(store) {
        let Shelf { cast, list, entry } = Shelf::open(store).await;
        let (platform, at) = (store.platform(), (list, entry));
        let addition = Addition { keys: vec!["W1".into()], why: why(), found: Found::new(Origin::Page, "") };
        let annotation = Annotation { why: why(), notes: Notes::parse("").unwrap() };
        let placing = Placing { placements: Vec::new(), absence: Absence::NobodyKnown };
        let column = identifiers("W1");
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::add(&platform, &actor, tx, list, &addition)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::add_by_hand(&actor, tx, list, &written())), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::add_column(&platform, &actor, tx, list, &column, &why())), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::annotate(&actor, tx, at, 1, &annotation)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::rearrange(&actor, tx, at, Move::Up)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::remove(&actor, tx, at, &why())), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::restore(&actor, tx, at)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::place(&actor, tx, list, &placing)), NAMED);
    }

    async fn of_those_named_writers_write_and_only_the_keeper_shares(store) {
        use fabrique_app::Error::Refused;
        let Shelf { cast, list, entry } = Shelf::open(store).await;
        let platform = store.platform();
        let email = EmailAddress::parse("citizen@example.org").unwrap();
        let mut told = Vec::new();
        for (name, actor) in cast.everybody() {
            let says = |outcome: fabrique_app::Result<()>| matches!(outcome, Err(Refused(_)));
            let tried = transact!(store.store, |tx| {
                let writes = says(shortlist::rearrange(&actor, tx, (list, entry), Move::Up).await);
                let shares = says(shortlist::set_link(&actor, tx, list, true).await);
                let names = says(shortlist::name_member(&platform, &actor, tx, list, &email, ShortlistRight::Read).await);
                let describes = says(shortlist::describe(&actor, tx, list, 99, &description()).await);
                let erases = name != "coordinator" && says(shortlist::erase(&actor, tx, list).await);
                Ok::<_, fabrique_app::Error>([writes, shares, names, describes, erases])
            })
            .unwrap();
            if NAMED.contains(&name) {
                told.push((name, tried));
            } else {
                assert_eq!(tried, [false; 5], "{name} is not told that there is a list");
            }
        }
        assert_eq!(told, [
            ("agent", [false, true, true, true, true]),
            ("facilitator", [true; 5]),
            ("coordinator", [false; 5]),
        ]);
    }

    async fn those_named_reach_the_sharing_and_nobody_else(store) {
        let Shelf { cast, list, .. } = Shelf::open(store).await;
        let (platform, email) = (store.platform(), EmailAddress::parse("citizen@example.org").unwrap());
        let agent = cast.actor(Role::Agent).account_id().unwrap();
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::describe(&actor, tx, list, 1, &description())), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::erase(&actor, tx, list)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::set_link(&actor, tx, list, true)), NAMED);
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::remove_member(&actor, tx, list, agent)), NAMED);
        let right = ShortlistRight::Read;
        assert_eq!(let_in!(store, cast, |actor, tx| shortlist::name_member(&platform, &actor, tx, list, &email, right)), NAMED);
    }

    async fn a_link_opens_for_everybody_who_holds_it_and_for_nobody_else(store) {
        let Shelf { cast, list, .. } = Shelf::open(store).await;
        let (platform, keeper) = (store.platform(), cast.actor(Role::Coordinator));
        transact!(store.store, |tx| shortlist::set_link(keeper, tx, list, true).await).unwrap();
        let page = shortlist::show(&platform, keeper, &mut store.read().await.unwrap(), list).await.unwrap();
        let link = link_of(&platform, &page.access.list).unwrap();
        let secret = link.rsplit('/').next().unwrap().to_owned();
        let everybody = cast.everybody().len();
        assert_eq!(let_in!(store, cast, |_actor, tx| shortlist::by_link(&platform, tx, list, &secret)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| shortlist::export_by_link(&platform, tx, list, &secret)).len(), everybody);
        let (forged, none) = ("A".repeat(43), [""; 0]);
        assert_eq!(let_in!(store, cast, |_actor, tx| shortlist::by_link(&platform, tx, list, &forged)), none);
        assert_eq!(let_in!(store, cast, |_actor, tx| shortlist::export_by_link(&platform, tx, list, &forged)), none);
    }

    async fn how_often_organisations_are_asked_is_a_count_that_names_nobody(store) {
        let cast = Cast::assemble(store).await;
        let (everybody, keys) = (cast.everybody().len(), ["W1".to_owned()]);
        let since = since_when(store.read().await.unwrap().now());
        assert_eq!(let_in!(store, cast, |_actor, tx| shortlist::times_asked(tx, &keys, since)).len(), everybody);
        let counted = let_in!(store, cast, |_actor, tx| shortlist::times_asked_under_any_name(tx, &[], since));
        assert_eq!(counted.len(), everybody);
    }
}
