//! Short lists, from the first entry to the erasure of whoever kept them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod adding;
mod carrying;
mod keeping;
mod leaving;
mod placing;
mod sharing;

use std::path::Path;

use fabrique_app::{
    Error, Platform, Result,
    shortlist::{self, Added, Addition, Description, ListPage},
};
use fabrique_directory::{Contact, Day, Entry, Kind, Life, Place, Size};
use fabrique_domain::{
    account::{Actor, Role},
    id::{EntryId, ShortlistId},
    shortlist::{Aim, Found, Origin, ShortlistTitle, Why},
};
use fabrique_storage::transact;
use fabrique_testkit::{TestStore, people::person};

/// An association of Paris that does not exist.
pub(crate) fn association(key: &str, name: &str, purpose: &str) -> Entry {
    Entry {
        key: key.into(),
        aliases: Vec::new(),
        kind: Kind::Association,
        name: name.into(),
        short_name: String::new(),
        purpose: purpose.into(),
        themes: [24_000, 24_000],
        place: Place {
            department: "75".into(),
            postcode: "75001".into(),
            commune: "PARIS".into(),
            commune_code: String::new(),
        },
        life: Life::default(),
        size: Size::Unknown,
        recognised: false,
        siren: String::new(),
        contact: Contact::default(),
        parent: String::new(),
        lobbying: Vec::new(),
        funding: Vec::new(),
        provenance: Vec::new(),
    }
}

/// The registers of a day, in the place of those of before.
pub(crate) fn publish(home: &Path, mut entries: Vec<Entry>) {
    entries.sort_by(|one, other| one.key.cmp(&other.key));
    fabrique_directory::build(home, entries.into_iter().map(Ok), Day(20_250_501), &|_, _, _| {}).unwrap();
}

/// A platform whose registers know three associations, and two people.
pub(crate) struct Desk<'s> {
    pub(crate) store: &'s TestStore,
    pub(crate) platform: Platform,
    pub(crate) camille: Actor,
    pub(crate) sacha: Actor,
}

pub(crate) fn three() -> Vec<Entry> {
    vec![
        association("W751000001", "Eau claire", "protéger les rivières de la ville"),
        Entry {
            aliases: vec!["751P1234".into(), "siren-552100554".into()],
            ..association("W751000002", "Forêts", "planter")
        },
        association("W751000003", "Données d'abord", "ouvrir les données publiques"),
    ]
}

pub(crate) async fn somebody(store: &TestStore, name: &str) -> Actor {
    Actor::Person(transact!(store.store, |tx| person(tx, name, Role::Citizen, None).await).unwrap())
}

impl<'s> Desk<'s> {
    pub(crate) async fn open(store: &'s TestStore) -> Self {
        publish(store.home.path(), three());
        let (camille, sacha) = (somebody(store, "camille").await, somebody(store, "sacha").await);
        Self { store, platform: store.platform(), camille, sacha }
    }

    pub(crate) async fn list(&self, actor: &Actor) -> ShortlistId {
        let description = description("Qui associer sur l’eau");
        transact!(self.store.store, |tx| shortlist::create(actor, tx, &description).await).unwrap()
    }

    pub(crate) async fn add(&self, actor: &Actor, list: ShortlistId, keys: &[&str]) -> Result<Added> {
        let addition = addition(keys, "Elle connaît le terrain", Found::new(Origin::Search, "eau"));
        transact!(self.store.store, |tx| shortlist::add(&self.platform, actor, tx, list, &addition).await)
    }

    pub(crate) async fn added(&self, actor: &Actor, list: ShortlistId, key: &str) -> EntryId {
        self.add(actor, list, &[key]).await.unwrap().added[0]
    }

    pub(crate) async fn page(&self, actor: &Actor, list: ShortlistId) -> Result<ListPage> {
        shortlist::show(&self.platform, actor, &mut self.store.read().await.unwrap(), list).await
    }

    pub(crate) async fn names(&self, list: ShortlistId) -> Vec<String> {
        let page = self.page(&self.camille, list).await.unwrap();
        assert_eq!(page.access.list.entries, i64::try_from(page.entries.len()).unwrap(), "the counter is right");
        page.entries.into_iter().map(|(entry, _)| entry.name).collect()
    }
}

pub(crate) fn description(title: &str) -> Description {
    Description { title: ShortlistTitle::parse(title).unwrap(), aim: Aim::parse("Le plan de 2027").unwrap() }
}

pub(crate) fn addition(keys: &[&str], why: &str, found: Found) -> Addition {
    Addition { keys: keys.iter().map(|key| (*key).to_owned()).collect(), why: Why::parse(why).unwrap(), found }
}

pub(crate) fn refused<T>(outcome: Result<T>) -> &'static str {
    match outcome {
        Err(Error::Refused(rule)) => rule,
        Err(error) => panic!("{error:?}"),
        Ok(_) => panic!("it was done"),
    }
}
