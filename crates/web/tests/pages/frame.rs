//! What surrounds every page, and what is said when a page is not there.

use axum::{
    body::Body,
    http::{Request, header},
};
use fabrique_testkit::stories;

stories! {
    async fn a_missing_page_says_so_in_the_readers_language_and_shows_a_way_on(app) {
        let mut reader = app.visitor();
        let page = reader.get("/nowhere").await;
        page.assert_status(404).assert_says("Cette page n’existe pas");
        assert!(page.attributes("main a", "href").contains(&"/consultations".to_owned()));
        reader.accept_language = "en-GB,en;q=0.9".to_owned();
        reader.get("/nowhere").await.assert_status(404).assert_says("There is no such page");
    }

    async fn the_language_chosen_is_kept(app) {
        let mut reader = app.visitor();
        assert_eq!(reader.get("/nowhere?lang=en").await.attributes("html", "lang"), ["en"]);
        assert_eq!(reader.get("/nowhere").await.attributes("html", "lang"), ["en"]);
    }

    async fn programs_are_told_of_problems_as_data(app) {
        let answer = app.visitor().get("/nowhere.json").await;
        let body: serde_json::Value = serde_json::from_str(&answer.assert_status(404).body).unwrap();
        assert_eq!(body["error"], "not-found");
    }

    async fn every_page_forbids_what_is_not_ours(app) {
        let page = app.visitor().get("/nowhere").await;
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(!page.body.contains("style=") && !page.body.contains("<style") && !page.body.contains("onclick"));
    }

    async fn the_style_sheet_is_kept_for_ever_under_the_name_of_its_contents(app) {
        let mut reader = app.visitor();
        let address = reader.get("/nowhere").await.attributes("link[rel=stylesheet]", "href").remove(0);
        let sheet = reader.get(&address).await;
        sheet.assert_ok();
        assert_eq!(sheet.headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(sheet.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        reader.get("/assets/fabrique.css").await.assert_status(404);
    }

    async fn a_form_sent_from_another_site_is_not_carried_out(app) {
        let request = Request::post("/sign-in").header("sec-fetch-site", "cross-site");
        app.visitor().send(request, Body::empty()).await.assert_status(403).assert_says("vient d’un autre site");
    }

    async fn the_machine_around_is_told_how_we_are(app) {
        let mut machine = app.visitor();
        machine.get("/livez").await.assert_ok();
        machine.get("/readyz").await.assert_ok();
        let security = machine.get("/.well-known/security.txt").await;
        assert!(security.body.contains("Contact: mailto:security@example.org"));
    }
}
