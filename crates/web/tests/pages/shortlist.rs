//! Lists of organisations: what the pages keep, refuse and show to whom.

use fabrique_directory::{Contact, Day, Entry, Kind, Life, Place, Size, build};
use fabrique_testkit::{TestApp, TestVisitor, stories};

fn association(key: &str, name: &str) -> Entry {
    Entry {
        key: key.to_owned(),
        aliases: Vec::new(),
        kind: Kind::Association,
        name: name.to_owned(),
        short_name: String::new(),
        purpose: "Planter <b>des arbres</b>".to_owned(),
        themes: [24_010, 0],
        place: Place { department: "81".to_owned(), commune: "CASTRES".to_owned(), ..Place::default() },
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

/// Somebody with a list of two: one that a register knows, one written by hand.
async fn with_a_list(app: &TestApp) -> (TestVisitor, String) {
    let entries = [association("W1", "Les jardins"), association("W2", "=1+1")];
    build(app.platform.directory.home(), entries.map(Ok), Day(20_261_123), &|_, _, _| {}).unwrap();
    let mut camille = app.signed_in("camille@example.org").await;
    let fields = [("key", "W1"), ("origin", "search"), ("sought", "arbres"), ("list", "new"), ("title", "Nos arbres")];
    let added = camille.post("/shortlists/entries", &fields).await;
    let list = added.assert_redirect().split('?').next().unwrap().to_owned();
    let hand = [("name", "Collectif du canal"), ("why", "Il vit <b>sur place</b>")];
    camille.post(&format!("{list}/add"), &hand).await.assert_redirect();
    (camille, list)
}

/// The path of the first entry of a list.
async fn first(visitor: &mut TestVisitor, list: &str) -> String {
    let page = visitor.get(list).await;
    let links = page.attributes(".shortlist .row a", "href");
    links[0].clone()
}

stories! {
    async fn a_list_says_why_each_is_there_and_runs_nothing_that_was_typed(app) {
        let (mut camille, list) = with_a_list(app).await;
        let page = camille.get(&list).await;
        page.assert_ok().assert_says("Trouvée en cherchant « arbres »").assert_says("Il vit <b>sur place</b>");
        assert_eq!(page.texts(".shortlist .item__title a"), ["Les jardins"]);
        assert_eq!(page.texts(".shortlist .tag"), ["hors registre"]);
    }

    async fn nothing_of_a_list_is_for_strangers_and_no_cache_keeps_it(app) {
        let (mut camille, list) = with_a_list(app).await;
        let entry = first(&mut camille, &list).await;
        let page = camille.get(&list).await;
        assert_eq!(page.headers["cache-control"], "private, no-store");
        assert_eq!(page.headers["x-robots-tag"], "noindex");
        let mut sacha = app.signed_in("sacha@example.org").await;
        let rooms = ["", "/grid", "/grid/edit", "/coverage", "/sharing", "/add", "/edit", "/export/list.csv"];
        for path in rooms.map(|room| format!("{list}{room}")).iter().chain([&entry]) {
            sacha.get(path).await.assert_status(404);
            let signed_out = app.visitor().get(path).await;
            assert!(matches!(signed_out.status.as_u16(), 303 | 401), "{path}: {}", signed_out.status);
        }
        sacha.post(&format!("{entry}/remove"), &[]).await.assert_status(404);
        sacha.post(&format!("{list}/erase"), &[("sure", "yes")]).await.assert_status(404);
    }

    async fn what_is_too_long_or_missing_is_said_beside_the_field_and_kept(app) {
        let (mut camille, list) = with_a_list(app).await;
        let long = "é".repeat(10_000);
        let made = camille.post("/shortlists", &[("title", &long), ("aim", "x")]).await;
        made.assert_status(422).assert_says("Raccourcissez ce texte");
        assert_eq!(made.attributes("#title", "value")[0], long);
        let hand = camille.post(&format!("{list}/add"), &[("name", "Un collectif"), ("why", " ")]).await;
        hand.assert_status(422);
        assert_eq!(hand.attributes("#name", "value"), ["Un collectif"]);
        let column = camille.post(&format!("{list}/column"), &[("column", &long), ("column_why", "Forum")]).await;
        column.assert_ok().assert_says("Lignes inconnues");
        camille.post(&format!("{list}/sharing"), &[("email", "personne@example.org"), ("right", "read")]).await
            .assert_status(422)
            .assert_says("Personne ne se connecte ici avec cette adresse.");
        camille.post("/shortlists/entries", &[("key", "../../secret"), ("list", "new"), ("title", "abc")]).await.assert_status(404);
        camille.post(&format!("{list}/erase"), &[]).await.assert_status(422);
    }

    async fn notes_written_by_somebody_else_in_between_stand_beside_what_was_typed(app) {
        let (mut camille, list) = with_a_list(app).await;
        let entry = first(&mut camille, &list).await;
        let write = [("why", "Le terrain"), ("notes", "La première"), ("version", "1")];
        camille.post(&entry, &write).await.assert_redirect();
        let write = [("why", "Le terrain"), ("notes", "La seconde"), ("version", "1")];
        let told = camille.post(&entry, &write).await;
        told.assert_status(422).assert_says("Quelqu’un d’autre a écrit entre-temps").assert_says("La première");
        assert!(told.text("#notes").contains("La seconde"));
        assert_eq!(told.attributes("input[name=version]", "value"), ["2"], "saving again goes over it");
    }

    async fn the_grid_is_not_saved_without_an_answer_about_the_absent_nor_a_mark_without_a_reason(app) {
        let (mut camille, list) = with_a_list(app).await;
        let edit = format!("{list}/grid/edit");
        let id = first(&mut camille, &list).await.rsplit('/').next().unwrap().to_owned();
        let (interest, why) = (format!("interest-{id}"), format!("interest-{id}-why"));
        let unanswered = [("entry", id.as_str()), (&interest, "3"), (&why, "Elle plante")];
        let told = camille.post(&edit, &unanswered).await;
        told.assert_status(422);
        assert_eq!(told.attributes(&format!("[id='{why}']"), "value"), ["Elle plante"]);
        assert!(told.has(".error-summary a[href='#absence']"));
        for (mark, reason) in [("3", ""), ("", "Elle plante"), ("5", "Elle plante"), ("3", &*"é".repeat(10_000))] {
            let fields = [("entry", id.as_str()), (&interest, mark), (&why, reason), ("absence", "nobody")];
            camille.post(&edit, &fields).await.assert_status(422);
        }
        let fields = [("entry", id.as_str()), (&interest, "3"), (&why, "Elle plante"), ("absence", "nobody")];
        let saved = camille.post_and_follow(&edit, &fields).await;
        saved.assert_ok().assert_says("Personne, à notre connaissance").assert_says("Elle plante");
        assert_eq!(saved.attributes("svg.grid", "role"), ["img"]);
        assert_eq!(saved.texts(".grid__disc--apart text"), ["1", "2"], "one mark places nobody");
    }

    async fn files_hold_no_formula_and_the_link_holds_no_name(app) {
        let (mut camille, list) = with_a_list(app).await;
        camille.post("/shortlists/entries", &[("key", "W2"), ("list", list.rsplit('/').next().unwrap()), ("why", "@x")]).await.assert_redirect();
        let csv = camille.get(&format!("{list}/export/list.csv")).await;
        assert!(csv.assert_ok().body.contains("'=1+1") && csv.body.contains("'@x"), "{}", csv.body);
        assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"nos-arbres.csv\"");
        let sheet = camille.get(&format!("{list}/export/list.xlsx")).await;
        assert!(sheet.assert_ok().body.starts_with("PK"));
        camille.post(&format!("{list}/sharing/link"), &[("open", "yes")]).await.assert_redirect();
        let link = camille.get(&format!("{list}/sharing")).await.attributes(".shortlist__link a", "href")[0].clone();
        let link = link[link.find("/shortlists/").unwrap()..].to_owned();
        let mut stranger = app.visitor();
        let page = stranger.get(&link).await;
        page.assert_ok().assert_says("Les jardins");
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
        let json = stranger.get(&format!("{link}/list.json")).await;
        assert!(json.assert_ok().body.contains("Les jardins") && !json.body.contains("added_by"));
        camille.post(&format!("{list}/sharing/link"), &[("open", "no")]).await.assert_redirect();
        stranger.get(&link).await.assert_status(404);
        stranger.get(&format!("{link}/list.json")).await.assert_status(404);
    }
}
