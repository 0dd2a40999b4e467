//! Signing in by the link and by the code of one mail.

use axum::http::header;
use fabrique_domain::time::MINUTE;
use fabrique_testkit::stories;

use super::{ask, code};

stories! {
    async fn somebody_signs_in_with_the_link_and_gives_a_name(app) {
        let mut camille = app.visitor();
        ask(app, &mut camille, "camille@example.org").await;
        let link = app.link_for("camille@example.org", "/sign-in/link/");
        camille.get(&link).await.assert_ok().assert_says("Me connecter");
        let welcome = camille.post(&link, &[]).await.assert_redirect().to_owned();
        camille.get(&welcome).await.assert_ok().assert_says("Quel nom voulez-vous montrer");
        let home = camille.post("/account/welcome", &[("display_name", "Camille"), ("return_to", "/account")]).await;
        assert_eq!(home.assert_redirect(), "/account");
        assert_eq!(camille.get("/account").await.assert_ok().text("h1"), "Camille");
    }

    async fn opening_the_link_as_scanners_do_uses_nothing_up(app) {
        let mut camille = app.visitor();
        ask(app, &mut camille, "camille@example.org").await;
        let link = app.link_for("camille@example.org", "/sign-in/link/");
        for _ in 0..3 {
            let page = app.visitor().get(&link).await;
            page.assert_ok();
            assert!(page.headers.get(header::SET_COOKIE).is_none());
            assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");
        }
        camille.post(&link, &[]).await.assert_redirect();
        camille.get("/account").await.assert_ok();
    }

    async fn a_link_serves_once(app) {
        let mut camille = app.visitor();
        ask(app, &mut camille, "camille@example.org").await;
        let link = app.link_for("camille@example.org", "/sign-in/link/");
        camille.post(&link, &[]).await.assert_redirect();
        let mut thief = app.visitor();
        thief.get(&link).await.assert_status(410).assert_says("ne sert plus");
        thief.post(&link, &[]).await.assert_status(410);
        assert_eq!(thief.get("/account").await.assert_redirect(), "/sign-in?return_to=%2Faccount");
    }

    async fn the_code_of_the_mail_does_as_well(app) {
        let mut camille = app.visitor();
        let waiting = ask(app, &mut camille, "camille@example.org").await;
        camille.get(&waiting).await.assert_ok().assert_says("Un courriel est parti");
        let code = code(&app.mailbox.take()[0].text);
        let inside = camille.post(&waiting, &[("code", &code)]).await;
        let cookie = inside.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        inside.assert_redirect();
        camille.get("/account").await.assert_ok();
    }

    async fn a_wrong_code_says_how_many_tries_are_left_and_five_are_the_end(app) {
        let mut guesser = app.visitor();
        let waiting = ask(app, &mut guesser, "camille@example.org").await;
        let right = code(&app.mailbox.take()[0].text);
        let wrong = if right == "000000" { "000001" } else { "000000" };
        guesser.post(&waiting, &[("code", "12")]).await.assert_status(422).assert_says("Tapez les six chiffres");
        for left in ["4 essais", "3 essais", "2 essais", "un essai"] {
            guesser.post(&waiting, &[("code", wrong)]).await.assert_status(422).assert_says(left);
        }
        guesser.post(&waiting, &[("code", wrong)]).await.assert_status(410);
        guesser.post(&waiting, &[("code", &right)]).await.assert_status(410);
    }

    async fn a_quarter_of_an_hour_later_it_is_too_late(app) {
        let mut camille = app.visitor();
        ask(app, &mut camille, "camille@example.org").await;
        let link = app.link_for("camille@example.org", "/sign-in/link/");
        app.clock.pass(15 * MINUTE);
        camille.post(&link, &[]).await.assert_status(410);
    }

    async fn a_stranger_and_a_known_address_are_told_the_same(app) {
        app.signed_in("camille@example.org").await;
        let mut curious = app.visitor();
        let known = ask(app, &mut curious, "camille@example.org").await;
        let stranger = ask(app, &mut curious, "personne@example.org").await;
        let (known, stranger) = (curious.get(&known).await, curious.get(&stranger).await);
        assert_eq!(known.texts("main"), stranger.texts("main"));
    }

    async fn an_address_that_is_none_is_kept_in_the_field(app) {
        let page = app.visitor().post("/sign-in", &[("email", "camille@")]).await;
        page.assert_status(422).assert_says("Vérifiez l’adresse");
        assert_eq!(page.attributes("#email", "value"), ["camille@"]);
    }

    async fn nobody_is_sent_to_another_site_after_signing_in(app) {
        app.signed_in("camille@example.org").await;
        let mut camille = app.visitor();
        let fields = [("email", "camille@example.org"), ("return_to", "//evil.example/x")];
        camille.post("/sign-in", &fields).await.assert_redirect();
        app.run_jobs().await;
        let link = app.link_for("camille@example.org", "/sign-in/link/");
        assert_eq!(camille.post(&link, &[]).await.assert_redirect(), "/");
    }

    async fn the_sixth_mail_in_an_hour_waits(app) {
        let mut insistent = app.visitor();
        for _ in 0..5 {
            insistent.post("/sign-in", &[("email", "camille@example.org")]).await.assert_redirect();
        }
        let refused = insistent.post("/sign-in", &[("email", "camille@example.org")]).await;
        refused.assert_status(429).assert_says("Trop de demandes");
        assert!(refused.headers.contains_key(header::RETRY_AFTER));
        app.clock.pass(60 * MINUTE);
        insistent.post("/sign-in", &[("email", "camille@example.org")]).await.assert_redirect();
    }

    async fn somebody_who_signs_out_is_out(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        let mut copy = camille.clone();
        assert_eq!(camille.post("/sign-out", &[]).await.assert_redirect(), "/");
        camille.get("/account").await.assert_redirect();
        copy.get("/account").await.assert_redirect();
    }
}
