//! What is kept for some is never lent to others: another language, another person, another address,
//! a page that answers one request only.

use axum::{
    body::Body,
    http::{Request, header},
};
use fabrique_testkit::{Page, TestVisitor, stories};

use super::Scene;

const LIST: &str = "/consultations/ouvrir";

fn is_kept(page: &Page) -> bool {
    page.assert_ok().headers.contains_key("etag")
}

async fn language(reader: &mut TestVisitor) -> String {
    reader.get(LIST).await.assert_ok().attributes("html", "lang").remove(0)
}

stories! {
    async fn a_page_is_lent_to_nobody_who_reads_in_another_language(app) {
        Scene::set(app).await;
        let out = (app.visitor(), app.visitor());
        let within = (app.signed_in("camille@example.org").await, app.signed_in("dominique@example.org").await);
        for (mut french, mut english) in [out, within] {
            english.get("/?lang=en").await.assert_ok();
            for _ in 0..2 {
                assert_eq!(language(&mut french).await, "fr");
                assert_eq!(language(&mut english).await, "en");
            }
        }
    }

    async fn a_page_of_ones_own_is_lent_to_nobody(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        let mut dominique = app.signed_in("dominique@example.org").await;
        for _ in 0..2 {
            let (hers, theirs) = (camille.get("/account").await, dominique.get("/account").await);
            hers.assert_ok().assert_says("camille@example.org");
            theirs.assert_ok().assert_says("dominique@example.org");
            assert!(!is_kept(&hers) && !is_kept(&theirs));
        }
    }

    async fn an_address_is_answered_for_what_it_asks(app) {
        Scene::set(app).await;
        let mut reader = app.visitor();
        let (all, agents) = (reader.get(LIST).await, reader.get(&format!("{LIST}?kind=agent")).await);
        assert!(is_kept(&all) && is_kept(&agents));
        assert_ne!(all.headers["etag"], agents.headers["etag"]);
    }

    async fn a_secret_and_a_choice_are_not_kept(app) {
        let mut reader = app.visitor();
        reader.post("/sign-in", &[("email", "camille@example.org")]).await;
        app.run_jobs().await;
        let link = app.link_for("camille@example.org", "/sign-in/link/");
        assert!(!is_kept(&reader.get(&link).await), "the page of a secret");
        assert!(!is_kept(&reader.get("/?lang=en").await), "the answer that remembers a language");
        assert!(is_kept(&reader.get("/").await), "the page of everybody");
    }

    async fn whoever_comes_second_is_not_taken_for_the_first(app) {
        let address = format!("/proposals/{}", Scene::set(app).await.first);
        let (mut camille, mut dominique) = (app.signed_in("camille@example.org").await, app.signed_in("dominique@example.org").await);
        camille.post(&format!("{address}/position"), &[("position", "support")]).await.assert_redirect();
        let pressed = "button[name=position][aria-pressed=true]";
        for _ in 0..2 {
            assert!(!dominique.get(&address).await.assert_ok().has(pressed));
            assert!(camille.get(&address).await.assert_ok().has(pressed));
        }
    }

    async fn a_page_is_kept_whole_whoever_asked_first_for_its_head(app) {
        Scene::set(app).await;
        let mut reader = app.visitor();
        let head = reader.send(Request::head(LIST), Body::empty()).await;
        assert!(is_kept(&head) && head.body.is_empty());
        assert!(reader.get(LIST).await.assert_ok().has("h1"));
    }

    async fn a_coded_page_says_its_coding_and_is_given_to_those_who_take_it(app) {
        Scene::set(app).await;
        let mut reader = app.visitor();
        for (asked, given) in [("gzip, br", Some("br")), ("gzip", Some("gzip")), ("br;q=0", None), ("gzip, br", Some("br"))] {
            let page = reader.send(Request::get(LIST).header(header::ACCEPT_ENCODING, asked), Body::empty()).await;
            let said = page.assert_ok().headers.get(header::CONTENT_ENCODING).map(|coding| coding.to_str().unwrap());
            assert_eq!((said, page.body.contains("</html>")), (given, given.is_none()), "{asked}");
        }
    }
}
