//! One page for an organisation and its entry, whatever happens to either.

use std::fs;

use fabrique_app::{
    Error,
    directory::{self, Registers, Way},
};
use fabrique_testkit::on_both_engines;

use super::{loaded, numbered, portrait_of, way};

on_both_engines! {
    async fn an_entry_has_a_page_before_anybody_of_it_comes_and_old_numbers_lead_to_it(store) {
        let platform = loaded(store);
        let portrait = portrait_of(store, &platform, "W1").await;
        assert_eq!((portrait.name(), portrait.slug(), portrait.registers), ("LES JARDINS PARTAGES", "W1", Registers::Told));
        for old in ["0W1", "siren-123456789"] {
            let way = way(store, &platform, old).await.unwrap();
            assert!(matches!(&way, Way::Moved(path) if path == "/organisations/W1"), "{old}: {way:?}");
        }
        assert!(matches!(way(store, &platform, "W9").await, Err(Error::NotFound)));
    }

    async fn an_organisation_and_its_entry_are_the_same_when_its_number_says_so(store) {
        let platform = loaded(store);
        // Its number is the one that it had before, and it is found all the same.
        numbered(store, "Jardins", "0W1").await;
        let portrait = portrait_of(store, &platform, "jardins").await;
        assert_eq!((portrait.name(), portrait.slug()), ("Jardins", "jardins"));
        assert_eq!(portrait.entry.unwrap().key, "W1");
        for name in ["W1", "0W1"] {
            let way = way(store, &platform, name).await.unwrap();
            assert!(matches!(&way, Way::Elsewhere(path) if path == "/organisations/jardins"), "{name}: {way:?}");
        }
    }

    async fn a_siret_is_a_number_of_the_legal_unit(store) {
        let platform = loaded(store);
        numbered(store, "Jardins", "123 456 789 00012").await;
        assert_eq!(portrait_of(store, &platform, "jardins").await.registers, Registers::Told);
        assert!(matches!(way(store, &platform, "W1").await.unwrap(), Way::Elsewhere(_)));
    }

    async fn the_page_lives_without_registers_and_with_broken_ones(store) {
        let platform = store.platform();
        numbered(store, "Jardins", "W1").await;
        assert_eq!(portrait_of(store, &platform, "jardins").await.registers, Registers::NotLoaded);
        assert!(matches!(way(store, &platform, "W1").await.unwrap(), Way::Elsewhere(_)), "its number is enough");
        let platform = loaded(store);
        let snapshot = platform.directory.at_hand().unwrap().snapshot();
        for file in fs::read_dir(snapshot.folder()).unwrap() {
            fs::write(file.unwrap().path(), "broken").unwrap();
        }
        let platform = store.platform();
        assert_eq!(portrait_of(store, &platform, "jardins").await.registers, Registers::Unreadable);
        assert!(matches!(way(store, &platform, "W1").await.unwrap(), Way::Elsewhere(_)));
        assert!(matches!(way(store, &platform, "W2").await, Err(Error::Directory(_))));
    }

    async fn what_nobody_could_have_as_a_key_is_nobody(store) {
        let platform = loaded(store);
        let long = "W".repeat(10_000);
        for name in ["", "..", "W1/../W1", "<script>", "javascript:alert(1)", "W1%00", "é", &long] {
            assert!(matches!(way(store, &platform, name).await, Err(Error::NotFound)), "{name}");
        }
    }

    async fn those_who_are_compared_are_each_there_once_and_five_at_most(store) {
        let platform = loaded(store);
        numbered(store, "Jardins", "W1").await;
        numbered(store, "Autre", "").await;
        let names: Vec<String> = ["W1", "jardins", "personne", "autre", "0W1", "autre", "autre"].map(str::to_owned).into();
        let compared = directory::compared(&platform, &mut store.read().await.unwrap(), &names).await.unwrap();
        let slugs: Vec<_> = compared.iter().map(directory::Portrait::slug).collect();
        assert_eq!(slugs, ["jardins", "autre"]);
    }
}
