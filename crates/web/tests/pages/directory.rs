//! The pages of the directory: before it is loaded, and with a few organisations that are invented.

use fabrique_directory::{Contact, Day, Entry, Kind, Life, Place, Provenance, Size, Source, build};
use fabrique_testkit::{TestApp, stories};

fn association(key: &str, name: &str, purpose: &str, department: &str) -> Entry {
    Entry {
        key: key.to_owned(),
        aliases: vec![format!("0{key}")],
        kind: Kind::Association,
        name: name.to_owned(),
        short_name: String::new(),
        purpose: purpose.to_owned(),
        themes: [24_010, 0],
        place: Place { department: department.to_owned(), commune: "CASTRES".to_owned(), ..Place::default() },
        life: Life { created: Day(19_980_401), ..Life::default() },
        size: Size::Unknown,
        recognised: false,
        siren: String::new(),
        contact: Contact::default(),
        parent: String::new(),
        lobbying: Vec::new(),
        funding: Vec::new(),
        provenance: vec![Provenance { source: Source::Rna, edition: Day(20_250_501), confidence: 100 }],
    }
}

fn loaded(app: &TestApp) {
    let entries = [
        association("W1", "LES JARDINS PARTAGES", "Biodiversité <b>urbaine</b>", "81"),
        association("W2", "CLUB DE TENNIS", "Pratique du tennis", "69"),
    ];
    build(app.platform.directory.home(), entries.map(Ok), Day(20_261_123), &|_, _, _| {}).unwrap();
}

stories! {
    async fn before_it_is_loaded_the_directory_says_so_and_the_rest_of_the_site_lives(app) {
        let mut visitor = app.visitor();
        let page = visitor.get("/directory?q=jardins").await;
        page.assert_ok().assert_says("L’annuaire n’est pas encore chargé ici.");
        visitor.get("/directory/W1").await.assert_status(404);
        visitor.get("/organisations").await.assert_ok();
    }

    async fn an_organisation_is_found_by_what_it_does_and_the_page_says_why_and_where(app) {
        loaded(app);
        let mut visitor = app.visitor();
        let page = visitor.get("/directory?q=biodiversites+urbaines").await.body;
        assert!(page.contains("LES JARDINS PARTAGES") && !page.contains("CLUB DE TENNIS"));
        assert!(page.contains("Biodiversité &#60;b&#62;urbaine"), "a register is no markup");
        assert!(page.contains("dans son objet") && page.contains("CASTRES (Tarn)"));
        let narrowed = visitor.get("/directory?department=69").await.body;
        assert!(narrowed.contains("CLUB DE TENNIS") && !narrowed.contains("LES JARDINS PARTAGES"));
        let english = visitor.get("/directory?q=tennis&lang=en").await.body;
        assert!(english.contains("One organisation") && english.contains("environment and living conditions"));
    }

    async fn an_entry_says_its_source_and_answers_to_its_other_numbers(app) {
        loaded(app);
        let mut visitor = app.visitor();
        let page = visitor.get("/directory/W1").await.body;
        assert!(page.contains("Répertoire national des associations") && page.contains("avril 1998"));
        let other = visitor.get("/directory/0W1").await;
        assert_eq!(other.assert_redirect(), "/directory/W1");
        visitor.get("/directory/W9").await.assert_status(404);
    }

    async fn whatever_is_asked_is_answered(app) {
        loaded(app);
        let mut visitor = app.visitor();
        for asked in ["q=%22", "q=-", "q=de+la", "q=%F0%9F%A6%8A", "page=0", "page=99999999", "family=x&kind=y&sort=z", "decade=4294967295"] {
            visitor.get(&format!("/directory?{asked}")).await.assert_ok();
        }
        let long = "mot%20".repeat(2_000);
        assert!(visitor.get(&format!("/directory?q={long}")).await.status.as_u16() < 500);
    }
}
