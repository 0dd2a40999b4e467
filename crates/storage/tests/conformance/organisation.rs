//! Organisations are found, corrected and listed by name, whatever its accents.

use fabrique_domain::{
    directory::RegisterNumber,
    organisation::{Organisation, OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Line, Slug},
    time::MINUTE,
};
use fabrique_storage::{
    Error,
    organisation::{self, After},
    transact,
};
use fabrique_testkit::{TestStore, on_both_engines, people::organisation_called};

async fn add(store: &TestStore, kind: OrganisationKind, names: &[&str]) {
    for name in names {
        transact!(store.store, |tx| organisation_called(tx, kind, name).await).unwrap();
    }
}

async fn page(store: &TestStore, after: &After, limit: i64) -> Vec<Organisation> {
    organisation::list(&mut store.read().await.unwrap(), after, limit).await.unwrap()
}

fn names(organisations: &[Organisation]) -> Vec<&str> {
    organisations.iter().map(|organisation| organisation.name.as_str()).collect()
}

on_both_engines! {
    async fn an_organisation_is_found_by_its_address_and_its_identifier(store) {
        add(store, OrganisationKind::CivilSociety, &["Les Données d’abord"]).await;
        let mut reader = store.read().await.unwrap();
        let found = organisation::find_by_slug(&mut reader, "les-donnees-d-abord").await.unwrap().unwrap();
        assert_eq!(organisation::find(&mut reader, found.id).await.unwrap(), Some(found.clone()));
        assert_eq!(organisation::find_many(&mut reader, &[found.id]).await.unwrap(), [found]);
        assert_eq!(organisation::find_many(&mut reader, &[]).await.unwrap(), []);
        assert_eq!(organisation::find_by_slug(&mut reader, "personne").await.unwrap(), None);
    }

    async fn the_list_ignores_accents_and_case_and_is_read_by_pages(store) {
        add(store, OrganisationKind::Institution, &["Zone libre", "école ouverte", "Eau claire", "Étang", "abri"]).await;
        let first = page(store, &After::default(), 3).await;
        assert_eq!(names(&first), ["abri", "Eau claire", "école ouverte"]);
        let second = page(store, &After::organisation(&first[2]), 3).await;
        assert_eq!(names(&second), ["Étang", "Zone libre"]);
    }

    async fn two_of_the_same_name_are_both_listed_across_pages(store) {
        add(store, OrganisationKind::Other, &["Commune"]).await;
        store.clock.pass(MINUTE);
        let card = OrganisationCard {
            slug: Slug::of("commune-2"),
            kind: OrganisationKind::Other,
            name: OrganisationName::parse("COMMUNE").unwrap(),
            acronym: Line::parse("").unwrap(),
            purpose: Line::parse("").unwrap(),
            website: Website::default(),
            register_number: RegisterNumber::default(),
        };
        transact!(store.store, |tx| organisation::insert(tx, &card).await).unwrap();
        let first = page(store, &After::default(), 1).await;
        let second = page(store, &After::organisation(&first[0]), 1).await;
        assert_eq!((names(&first), names(&second)), (vec!["Commune"], vec!["COMMUNE"]));
    }

    async fn a_list_of_one_kind_holds_no_other(store) {
        add(store, OrganisationKind::Institution, &["Agence"]).await;
        add(store, OrganisationKind::CivilSociety, &["Association"]).await;
        let mut reader = store.read().await.unwrap();
        let kind = OrganisationKind::CivilSociety;
        let listed = organisation::list_of_kind(&mut reader, kind, &After::default(), 10).await.unwrap();
        assert_eq!(names(&listed), ["Association"]);
    }

    async fn a_corrected_organisation_moves_in_the_list(store) {
        add(store, OrganisationKind::Other, &["Alpha", "Beta"]).await;
        let first = page(store, &After::default(), 1).await.remove(0);
        let card = OrganisationCard {
            slug: Slug::parse(&first.slug).unwrap(),
            kind: OrganisationKind::Institution,
            name: OrganisationName::parse("Été").unwrap(),
            acronym: Line::parse("ETE").unwrap(),
            purpose: Line::parse("Rendre compte").unwrap(),
            website: Website::parse("https://example.org").unwrap(),
            register_number: RegisterNumber::parse("W1").unwrap(),
        };
        assert!(transact!(store.store, |tx| organisation::update(tx, first.id, &card).await).unwrap());
        let listed = page(store, &After::default(), 10).await;
        assert_eq!(names(&listed), ["Beta", "Été"]);
        assert_eq!((listed[1].short_name(), listed[1].website.as_str()), ("ETE", "https://example.org"));
    }

    async fn two_organisations_never_share_an_address(store) {
        add(store, OrganisationKind::Other, &["Alpha"]).await;
        let again: Result<_, Error> = transact!(store.store, |tx| organisation_called(tx, OrganisationKind::Other, "Alpha").await);
        assert!(matches!(again, Err(Error::Duplicate(_))), "{again:?}");
    }
}
