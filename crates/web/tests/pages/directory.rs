//! The pages of the directory: before it is loaded, and with a few organisations that are invented.

use fabrique_directory::{Contact, Day, Entry, Kind, Life, Place, Provenance, Size, Source, build};
use fabrique_domain::{
    account::Role,
    directory::RegisterNumber,
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Line, Slug},
};
use fabrique_storage::{Error, organisation, transact};
use fabrique_testkit::{TestApp, people::person, stories};

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

/// Camille speaks for the association that has the number W1.
async fn member(app: &TestApp) {
    let card = OrganisationCard {
        slug: Slug::parse("jardins").unwrap(),
        kind: OrganisationKind::CivilSociety,
        name: OrganisationName::parse("Jardins").unwrap(),
        acronym: Line::parse("").unwrap(),
        purpose: Line::parse("").unwrap(),
        website: Website::default(),
        register_number: RegisterNumber::parse("W1").unwrap(),
    };
    let added: Result<_, Error> = transact!(app.platform.store, |tx| {
        let id = organisation::insert(tx, &card).await?;
        person(tx, "camille", Role::OrganisationMember, Some(id)).await
    });
    added.unwrap();
}

stories! {
    async fn before_it_is_loaded_the_directory_says_so_and_the_rest_of_the_site_lives(app) {
        let mut visitor = app.visitor();
        let page = visitor.get("/directory?q=jardins").await;
        page.assert_ok().assert_says("L’annuaire n’est pas encore chargé ici.");
        visitor.get("/directory/W1").await.assert_status(404);
        visitor.get("/organisations/W1").await.assert_status(404);
        visitor.get("/directory/compare?with=W1&with=W2").await.assert_ok();
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
        let page = visitor.get("/organisations/W1").await.body;
        assert!(page.contains("Répertoire national des associations") && page.contains("avril 1998"));
        assert!(page.contains("Licence Ouverte 2.0") && page.contains("https://www.data.gouv.fr/"));
        assert!(page.contains("Biodiversité &#60;b&#62;urbaine"), "a register is no markup");
        for old in ["/directory/W1", "/directory/0W1", "/organisations/0W1"] {
            let moved = visitor.get(old).await;
            moved.assert_status(308);
            assert_eq!(moved.assert_redirect(), "/organisations/W1", "{old}");
        }
        visitor.get("/organisations/W9").await.assert_status(404);
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

    async fn several_are_compared_fact_by_fact(app) {
        loaded(app);
        let mut visitor = app.visitor();
        let page = visitor.get("/directory/compare?with=W1&with=0W2").await;
        page.assert_ok().assert_says("CLUB DE TENNIS");
        assert!(page.body.contains("scope=\"row\"") && page.body.contains("diffère") && page.body.contains("pareil"));
        let alone = visitor.get("/directory/compare?with=W1&with=W1&with=%3Cscript%3E").await;
        alone.assert_ok().assert_says("Il faut au moins deux organisations");
        assert!(!alone.body.contains("<script>"));
        let many = "with=W1&".repeat(500);
        visitor.get(&format!("/directory/compare?{many}with=W2")).await.assert_ok();
    }

    async fn a_broken_register_leaves_the_page_of_an_organisation_and_says_so(app) {
        loaded(app);
        member(app).await;
        let snapshot = app.platform.directory.at_hand().unwrap().snapshot();
        for file in std::fs::read_dir(snapshot.folder()).unwrap() {
            std::fs::write(file.unwrap().path(), "broken").unwrap();
        }
        std::fs::remove_file(snapshot.folder().parent().unwrap().join("current")).ok();
        let page = app.visitor().get("/organisations/jardins").await;
        page.assert_ok().assert_says("Jardins");
        assert!(page.body.contains("Les registres publics ne"), "{}", page.body);
    }

    async fn a_member_completes_the_card_and_everybody_reads_it_with_its_author(app) {
        loaded(app);
        member(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let form = camille.get("/organisations/jardins/card").await;
        form.assert_ok();
        let wrong = camille.post("/organisations/jardins/card", &[("seen", "0"), ("website", "javascript:alert(1)"), ("causes", &"a".repeat(10_000))]).await;
        wrong.assert_status(422);
        assert_eq!(wrong.texts(".error-summary a").len(), 2, "{}", wrong.body);
        let fields = [("seen", "0"), ("causes", "Des *jardins* <script>alert(1)</script>"), ("goals", "Ouvrir"), ("website", "https://jardins.example"), ("reach", "contact@jardins.example")];
        camille.post("/organisations/jardins/card", &fields).await.assert_redirect();
        let page = app.visitor().get("/organisations/W1").await;
        assert_eq!(page.assert_redirect(), "/organisations/jardins");
        let page = app.visitor().get("/organisations/jardins").await;
        assert!(page.body.contains("<em>jardins</em>") && !page.body.contains("<script>alert"));
        assert!(page.body.contains("Écrit par camille") && page.body.contains("https://jardins.example"));
        // Somebody who began before is told, and nothing of what they typed is lost.
        let late = camille.post("/organisations/jardins/card", &[("seen", "0"), ("causes", "Mon autre texte")]).await;
        late.assert_status(422);
        assert!(late.body.contains("Mon autre texte") && late.body.contains("a écrit entre-temps") && late.body.contains("name=\"seen\" value=\"1\""));
        camille.post("/organisations/jardins/card", &[("seen", "1"), ("causes", "Les deux")]).await.assert_redirect();
        let versions = app.visitor().get("/organisations/jardins/card/versions").await;
        assert!(versions.body.contains("Version 1") && versions.body.contains("Version 2"));
        let mut other = app.signed_in("sacha@example.org").await;
        other.get("/organisations/jardins/card").await.assert_status(403);
    }

    async fn a_contested_fact_is_marked_until_the_coordination_answers_beside_it(app) {
        loaded(app);
        transact!(app.platform.store, |tx| person(tx, "cora", Role::Coordinator, None).await).unwrap();
        assert!(app.visitor().get("/organisations/W1/ask/contest").await.assert_redirect().starts_with("/sign-in"));
        let mut sacha = app.signed_in("sacha@example.org").await;
        let wrong = sacha.post("/organisations/W1/ask/contest", &[("fact", "seat"), ("truth", "À Mazamet"), ("link", "javascript:alert(1)")]).await;
        wrong.assert_status(422);
        let sent = sacha.post("/organisations/W1/ask/contest", &[("fact", "seat"), ("truth", "À Mazamet"), ("link", "https://example.org/seat")]).await;
        let request = sent.assert_redirect().to_owned();
        let page = app.visitor().get("/organisations/W1").await;
        page.assert_says("la coordination répondra");
        assert!(!page.body.contains("Mazamet"), "nothing is published before somebody looked at it");
        assert!(app.visitor().get(&request).await.assert_redirect().starts_with("/sign-in"));
        app.signed_in("alex@example.org").await.get(&request).await.assert_status(404);
        let mut cora = app.signed_in("cora@example.org").await;
        cora.get("/admin").await.assert_says("une demande attend");
        cora.get("/admin/requests").await.assert_says("LES JARDINS PARTAGES");
        cora.post(&request, &[("verdict", "perhaps"), ("reason", "")]).await.assert_status(422);
        cora.post(&request, &[("verdict", "agree"), ("reason", "Le *Journal officiel* le dit.")]).await.assert_redirect();
        let page = app.visitor().get("/organisations/W1").await;
        assert!(page.body.contains("Mazamet") && page.body.contains("https://example.org/seat"));
        app.run_jobs().await;
        let mails = app.mailbox.take();
        assert!(mails.iter().any(|mail| mail.to == "sacha@example.org" && mail.text.contains(&request)));
        cora.post(&request, &[("verdict", "refuse"), ("reason", "Trop tard")]).await.assert_status(409);
    }

    async fn one_that_asks_not_to_be_suggested_is_said_to_and_comes_back(app) {
        loaded(app);
        let mut sacha = app.signed_in("sacha@example.org").await;
        sacha.post("/organisations/W1/ask/withdrawal", &[("reason", "Nous sommes trois")]).await.assert_redirect();
        let page = sacha.get("/organisations/W1").await;
        assert!(page.body.contains("n’est plus suggérée") && page.body.contains("La suggérer de nouveau"));
        assert!(!app.visitor().get("/organisations/W1").await.body.contains("La suggérer de nouveau"));
        sacha.post("/organisations/W1/suggestions", &[]).await.assert_redirect();
        assert!(!sacha.get("/organisations/W1").await.body.contains("n’est plus suggérée"));
    }

    async fn an_institution_says_what_stands_above_and_under_it(app) {
        let institution = |key: &str, name: &str, parent: &str| Entry {
            key: key.to_owned(),
            aliases: Vec::new(),
            kind: Kind::Directorate,
            parent: parent.to_owned(),
            provenance: vec![Provenance { source: Source::Institutions, edition: Day(20_250_501), confidence: 100 }],
            ..association(key, name, "Servir", "75")
        };
        let entries = [
            institution("institution-1", "Ministère des essais", ""),
            institution("institution-2", "Direction des preuves", "institution-1"),
            institution("institution-3", "Bureau des mesures", "institution-2"),
        ];
        build(app.platform.directory.home(), entries.map(Ok), Day(20_261_123), &|_, _, _| {}).unwrap();
        let page = app.visitor().get("/organisations/institution-2").await;
        page.assert_ok().assert_says("Ministère des essais").assert_says("Bureau des mesures");
    }

    async fn names_are_suggested_while_one_types_and_lead_to_the_page(app) {
        loaded(app);
        let mut visitor = app.visitor();
        let names = visitor.get("/directory/suggest.json?q=jard").await.body;
        assert!(names.contains("LES JARDINS PARTAGES") && names.contains("/organisations/W1"), "{names}");
        assert!(!names.contains("CLUB DE TENNIS"));
        assert_eq!(visitor.get("/directory/suggest.json?q=").await.body, "[]");
    }

    async fn results_leave_as_files_with_the_same_filters(app) {
        loaded(app);
        let mut visitor = app.visitor();
        let csv = visitor.get("/directory.csv?department=69").await.body;
        assert!(csv.starts_with("key,name,") && csv.contains("W2,CLUB DE TENNIS") && !csv.contains("W1"), "{csv}");
        let json: serde_json::Value = serde_json::from_str(&visitor.get("/directory.json?q=tennis").await.body).unwrap();
        assert_eq!((json[0]["key"].as_str(), json[0]["words"].as_str()), (Some("W2"), Some("tennis")));
        visitor.get("/directory.xlsx?q=tennis").await.assert_ok();
    }

    async fn an_organisation_is_ticked_to_be_compared_and_put_on_a_list(app) {
        loaded(app);
        let page = app.visitor().get("/directory?q=tennis").await.body;
        assert!(page.contains("name=\"with\" value=\"W2\"") && page.contains("/shortlists/entries?key=W2"));
    }

    async fn a_text_finds_nobody_where_too_little_is_known_and_the_page_says_what_to_add(app) {
        loaded(app);
        let mut visitor = app.visitor();
        visitor.get("/directory/discover").await.assert_ok().assert_says("Le sujet, ou le brouillon entier");
        let page = visitor.get("/directory/discover?text=jardins").await;
        page.assert_ok().assert_says("Aucune organisation n’est assez proche de ce texte.");
        visitor.get("/directory/discover?proposal=nothing").await.assert_status(404);
        let unknown = "00000000-0000-7000-8000-000000000000";
        visitor.get(&format!("/directory/discover?commitment={unknown}")).await.assert_status(404);
        let long = "mot ".repeat(10_001);
        let answer = visitor.post("/directory/discover", &[("text", long.as_str())]).await;
        answer.assert_status(422);
    }

    async fn a_damaged_directory_is_told_and_the_rest_of_the_site_lives(app) {
        loaded(app);
        let folder = fabrique_directory::Directory::open(app.platform.directory.home()).unwrap().snapshot().folder().to_owned();
        for file in std::fs::read_dir(folder).unwrap() {
            std::fs::write(file.unwrap().path(), b"broken").unwrap();
        }
        let mut visitor = app.visitor();
        let page = visitor.get("/directory?q=tennis").await;
        page.assert_status(503).assert_says("L’annuaire ne peut pas être lu pour le moment");
        visitor.get("/directory/discover?text=tennis").await.assert_status(503);
        visitor.get("/organisations").await.assert_ok();
        visitor.get("/").await.assert_ok();
    }
}
