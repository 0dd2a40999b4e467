//! An organisation from all sides: what the registers say, what people add, what is asked and answered.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod asking;
mod own_card;
mod portrait;

use fabrique_app::{
    Platform, Result,
    directory::{self, Portrait, Way},
};
use fabrique_directory::{Contact, Day, Entry, Kind, Life, Place, Provenance, Size, Source, build};
use fabrique_domain::{
    account::{Actor, Role},
    directory::RegisterNumber,
    id::OrganisationId,
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Line, Slug},
};
use fabrique_storage::{organisation, transact};
use fabrique_testkit::{TestStore, people::person};

/// An association of the register, which had another number before.
fn association(key: &str, name: &str) -> Entry {
    Entry {
        key: key.to_owned(),
        aliases: vec![format!("0{key}"), "siren-123456789".to_owned()],
        kind: Kind::Association,
        name: name.to_owned(),
        short_name: String::new(),
        purpose: "Partager des jardins".to_owned(),
        themes: [24_010, 0],
        place: Place { department: "81".to_owned(), commune: "CASTRES".to_owned(), ..Place::default() },
        life: Life { created: Day(19_980_401), ..Life::default() },
        size: Size::Unknown,
        recognised: false,
        siren: "123456789".to_owned(),
        contact: Contact::default(),
        parent: String::new(),
        lobbying: Vec::new(),
        funding: Vec::new(),
        provenance: vec![Provenance { source: Source::Rna, edition: Day(20_250_501), confidence: 100 }],
    }
}

/// A platform whose registers know one association, W1.
fn loaded(store: &TestStore) -> Platform {
    let platform = store.platform();
    let entries = [association("W1", "LES JARDINS PARTAGES")];
    build(platform.directory.home(), entries.map(Ok), Day(20_261_123), &|_, _, _| {}).unwrap();
    platform
}

/// An organisation of the platform, with its number in a register.
async fn numbered(store: &TestStore, name: &str, number: &str) -> OrganisationId {
    let card = OrganisationCard {
        slug: Slug::of(name),
        kind: OrganisationKind::CivilSociety,
        name: OrganisationName::parse(name).unwrap(),
        acronym: Line::parse("").unwrap(),
        purpose: Line::parse("").unwrap(),
        website: Website::default(),
        register_number: RegisterNumber::parse(number).unwrap(),
    };
    transact!(store.store, |tx| organisation::insert(tx, &card).await).unwrap()
}

async fn somebody(store: &TestStore, name: &str, role: Role, organisation: Option<OrganisationId>) -> Actor {
    Actor::Person(transact!(store.store, |tx| person(tx, name, role, organisation).await).unwrap())
}

async fn way(store: &TestStore, platform: &Platform, name: &str) -> Result<Way> {
    directory::portrait(platform, &mut store.read().await.unwrap(), name).await
}

/// The portrait that a name leads to at once.
async fn portrait_of(store: &TestStore, platform: &Platform, name: &str) -> Portrait {
    let Way::Here(portrait) = way(store, platform, name).await.unwrap() else { panic!("{name} leads elsewhere") };
    *portrait
}

fn is_refused<T>(outcome: &Result<T>, rule: &str) -> bool {
    matches!(outcome, Err(fabrique_app::Error::Refused(code)) if *code == rule)
}
