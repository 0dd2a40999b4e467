//! What programs are answered: every body is a snapshot, the same on both engines.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use axum::{
    body::Body,
    http::{Request, header},
};
use fabrique_app::account::{NewToken, TokenName, create_token};
use fabrique_directory::{Contact, Day, Entry, Kind, Life, Place, Provenance, Size, Source, build};
use fabrique_domain::{
    account::{Actor, Person},
    consultation::Consultation,
    proposal::Proposal,
};
use fabrique_storage::transact;
use fabrique_testkit::{Page, TestApp, TestVisitor, contribution, stories};
use serde_json::{Value, json};

/// An open consultation, one proposal in it, and somebody with a token.
struct Scene {
    consultation: Consultation,
    proposal: Proposal,
    token: String,
}

async fn scene(app: &TestApp) -> Scene {
    let store = &app.platform.store;
    let consultation = contribution::open_consultation(store, "donnees").await;
    let author = contribution::person(store, "Camille", &[]).await;
    let proposal = contribution::published_proposal(store, &consultation, &author, "Publier les délais réels").await;
    let reader = contribution::person(store, "Dominique", &[]).await;
    Scene { consultation, proposal, token: token(app, reader).await }
}

async fn token(app: &TestApp, person: Person) -> String {
    let actor = Actor::Person(person);
    let input = NewToken { name: TokenName::parse("essai").unwrap(), days: 30 };
    let token: fabrique_app::Result<_> =
        transact!(app.platform.store, |tx| create_token(&app.platform, &actor, tx, &input).await);
    token.unwrap().reveal()
}

async fn call(app: &TestApp, method: &str, path: &str, token: &str, body: &Value) -> Page {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    let mut program: TestVisitor = app.visitor();
    program.accept_language = "en".to_owned();
    program.send(request, Body::from(body.to_string())).await
}

/// One association that is invented.
fn directory(app: &TestApp) {
    let entry = Entry {
        key: "W1".to_owned(),
        aliases: Vec::new(),
        kind: Kind::Association,
        name: "LE PLAISIR DE LIRE".to_owned(),
        short_name: String::new(),
        purpose: "Partager la lecture".to_owned(),
        themes: [6_000, 0],
        place: Place { department: "81".to_owned(), commune: "CASTRES".to_owned(), ..Place::default() },
        life: Life { created: Day(19_980_401), ..Life::default() },
        size: Size::Unknown,
        recognised: false,
        siren: String::new(),
        contact: Contact::default(),
        parent: String::new(),
        lobbying: Vec::new(),
        funding: Vec::new(),
        provenance: vec![Provenance { source: Source::Rna, edition: Day(20_250_501), confidence: 100 }],
    };
    build(app.platform.directory.home(), [Ok(entry)], Day(20_261_124), &|_, _, _| {}).unwrap();
}

fn json_of(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap()
}

/// The body is what the snapshot says; identifiers, which differ at every run, are masked.
fn assert_body(name: &str, page: &Page) {
    let body = mask(json_of(page));
    insta::with_settings!({ prepend_module_to_snapshot => false }, { insta::assert_json_snapshot!(name, body) });
}

fn mask(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(mask_text(&text)),
        Value::Array(items) => items.into_iter().map(mask).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, mask(value))).collect(),
        other => other,
    }
}

/// `/proposals/0193…` → `/proposals/[id]`.
fn mask_text(text: &str) -> String {
    let is_id = |part: &str| part.len() == 36 && part.bytes().filter(|byte| *byte == b'-').count() == 4;
    let parts = text.split('/').map(|part| match part.split_once("#argument-") {
        Some((first, second)) if is_id(first) && is_id(second) => "[id]#argument-[id]".to_owned(),
        _ if is_id(part) => "[id]".to_owned(),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

stories! {
    async fn lists_and_items_are_open_to_all(app) {
        let scene = scene(app).await;
        let mut program = app.visitor();
        assert_body("consultations", &program.get("/api/v1/consultations").await);
        assert_body("proposals", &program.get("/api/v1/proposals?consultation=donnees").await);
        assert_body("proposal", &program.get(&format!("/api/v1/proposals/{}", scene.proposal.id)).await);
        assert_body("commitments-none", &program.get("/api/v1/commitments").await);
    }

    async fn a_list_is_read_in_pages(app) {
        let scene = scene(app).await;
        let author = contribution::person(&app.platform.store, "Claude", &[]).await;
        for number in 0..4 {
            let title = format!("Une autre proposition, numéro {number}");
            contribution::published_proposal(&app.platform.store, &scene.consultation, &author, &title).await;
        }
        let (mut program, mut seen, mut after) = (app.visitor(), 0, String::new());
        loop {
            let page = json_of(program.get(&format!("/api/v1/proposals?limit=2{after}")).await.assert_ok());
            seen += page["items"].as_array().unwrap().len();
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert_eq!(seen, 5);
        program.get("/api/v1/proposals?after=nonsense").await.assert_status(422);
    }

    async fn proposing_makes_a_proposal_that_everybody_reads(app) {
        let scene = scene(app).await;
        let new = json!({"title": "Dire qui répond et quand", "body": "Chaque service écrit le délai qu’il tient.", "language": "fr"});
        let made = call(app, "POST", "/api/v1/consultations/donnees/proposals", &scene.token, &new).await;
        made.assert_status(201);
        assert_body("proposed", &made);
        let id = json_of(&made)["id"].as_str().unwrap().to_owned();
        let read = json_of(app.visitor().get(&format!("/api/v1/proposals/{id}")).await.assert_ok());
        assert_eq!(read["title"], "Dire qui répond et quand");
        assert_eq!(read["author_name"], "Dominique");
    }

    async fn supporting_and_taking_it_back_move_the_count_by_one(app) {
        let scene = scene(app).await;
        let path = format!("/api/v1/proposals/{}/position", scene.proposal.id);
        for _ in 0..2 {
            assert_body("position-support", &call(app, "PUT", &path, &scene.token, &json!({"position": "support"})).await);
        }
        assert_body("position-against", &call(app, "PUT", &path, &scene.token, &json!({"position": "against"})).await);
        assert_body("position-none", &call(app, "DELETE", &path, &scene.token, &json!({})).await);
    }

    async fn arguing_adds_an_argument(app) {
        let scene = scene(app).await;
        let path = format!("/api/v1/proposals/{}/arguments", scene.proposal.id);
        let argument = json!({"side": "for", "body": "Le délai publié fait baisser les appels."});
        let added = call(app, "POST", &path, &scene.token, &argument).await;
        added.assert_status(201);
        assert_body("argued", &added);
        assert_body("arguments", &app.visitor().get(&format!("/api/v1/arguments?proposal={}", scene.proposal.id)).await);
    }

    async fn what_is_wrong_is_said_with_the_field(app) {
        let scene = scene(app).await;
        let proposals = "/api/v1/consultations/donnees/proposals";
        let short = json!({"title": "Non", "body": "Chaque service écrit le délai qu’il tient."});
        let wrong = call(app, "POST", proposals, &scene.token, &short).await;
        wrong.assert_status(422);
        assert_body("problem-field", &wrong);
        let agent = json!({"title": "Dire qui répond", "body": "Chaque service écrit son délai.", "author_kind": "agent"});
        assert_body("problem-kind", &call(app, "POST", proposals, &scene.token, &agent).await);
        call(app, "POST", proposals, &scene.token, &json!("not an object")).await.assert_status(422);
        let request = Request::post(proposals).header(header::AUTHORIZATION, format!("Bearer {}", scene.token));
        app.visitor().send(request, Body::from("{")).await.assert_status(415);
    }

    async fn writing_without_a_token_that_counts_is_refused(app) {
        let scene = scene(app).await;
        let path = format!("/api/v1/proposals/{}/position", scene.proposal.id);
        let refused = call(app, "PUT", &path, "not-a-token", &json!({"position": "support"})).await;
        refused.assert_status(401);
        assert_body("problem-token", &refused);
        let page = app.visitor().send(Request::delete(&path), Body::empty()).await;
        page.assert_status(401);
    }

    async fn a_page_of_another_site_cannot_write_with_a_cookie(app) {
        let scene = scene(app).await;
        let path = format!("/api/v1/proposals/{}/position", scene.proposal.id);
        let request = Request::put(&path).header(header::COOKIE, "fabrique=anything").header(header::ORIGIN, "https://evil.example");
        app.visitor().send(request, Body::from("{}")).await.assert_status(403);
    }

    async fn the_description_tells_every_address_that_answers(app) {
        let mut program = app.visitor();
        let document = json_of(program.get("/api/v1/openapi.json").await.assert_ok());
        insta::with_settings!({ prepend_module_to_snapshot => false }, { insta::assert_json_snapshot!("openapi", document) });
        directory(app);
        let paths = document["paths"].as_object().unwrap().iter();
        for (path, _) in paths.filter(|(path, said)| !path.contains('{') && !said["get"].is_null()) {
            program.get(path).await.assert_ok();
        }
        program.get("/api").await.assert_ok();
        program.get("/api/v1/nothing").await.assert_status(404);
        program.get("/api/v2/proposals").await.assert_status(404);
    }

    async fn the_directory_is_searched_read_and_asked_for_allies(app) {
        let mut program = app.visitor();
        program.get("/api/v1/directory?q=tennis").await.assert_status(404);
        directory(app);
        let found = json_of(program.get("/api/v1/directory?q=lectures").await.assert_ok());
        assert_eq!((&found["total"], &found["hits"][0]["id"]), (&json!(1), &json!("W1")));
        assert_eq!((&found["hits"][0]["matched"], &found["facets"]["departments"][0]["value"]), (&json!(["lecture"]), &json!("81")));
        let one = json_of(program.get("/api/v1/directory/W1").await.assert_ok());
        assert_eq!((&one["sources"][0]["source"], &one["created"]), (&json!("rna"), &json!("1998-04-01")));
        program.get("/api/v1/directory/W9").await.assert_status(404);
        let allies = call(app, "POST", "/api/v1/directory/discover", "", &json!({ "text": "lire" })).await;
        assert_eq!(json_of(allies.assert_ok())["hits"], json!([]));
        call(app, "POST", "/api/v1/directory/discover", "", &json!({ "text": " " })).await.assert_status(422);
    }
}
