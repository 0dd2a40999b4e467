//! One's own account.

use axum::http::header;
use fabrique_domain::time::DAY;
use fabrique_testkit::stories;

stories! {
    async fn a_profile_is_changed_and_what_was_typed_is_kept_when_it_is_wrong(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        let again = camille.post("/account", &[("display_name", "C"), ("language", "fr")]).await;
        again.assert_status(422).assert_says("Il reste quelque chose à corriger");
        assert_eq!(again.attributes("#display_name", "value"), ["C"]);
        let saved = camille.post_and_follow("/account", &[("display_name", "Camille É."), ("language", "en")]).await;
        saved.assert_ok().assert_says("Your profile is saved");
        assert_eq!(saved.text("h1"), "Camille É.");
    }

    async fn another_device_is_signed_out_from_here(app) {
        let mut here = app.signed_in("camille@example.org").await;
        let mut there = app.signed_in("camille@example.org").await;
        let account = here.get("/account").await;
        let revoke = account.attributes("form[action*=revoke]", "action");
        let one = revoke.iter().find(|path| !path.contains("others")).unwrap();
        here.post_and_follow(one, &[]).await.assert_says("Cet appareil est déconnecté");
        there.get("/account").await.assert_redirect();
        here.get("/account").await.assert_ok();
    }

    async fn all_other_devices_are_signed_out_at_once(app) {
        let mut here = app.signed_in("camille@example.org").await;
        let mut there = app.signed_in("camille@example.org").await;
        here.post_and_follow("/account/sessions/revoke-others", &[]).await.assert_says("autres appareils");
        there.get("/account").await.assert_redirect();
        here.get("/account").await.assert_ok();
    }

    async fn a_session_lasts_thirty_days(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        app.clock.pass(29 * DAY);
        camille.get("/account").await.assert_ok();
        app.clock.pass(DAY);
        camille.get("/account").await.assert_redirect();
    }

    async fn a_token_is_shown_once(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        let made = camille.post("/account/tokens", &[("token_name", "Mes essais"), ("token_days", "30")]).await;
        let secret = made.assert_ok().text("#token-secret");
        assert_eq!(secret.len(), 43);
        let account = camille.get("/account").await;
        account.assert_says("Mes essais");
        assert!(!account.body.contains(&secret));
        let revoke = account.attributes("form[action*=tokens][action*=revoke]", "action").remove(0);
        let after = camille.post_and_follow(&revoke, &[]).await;
        assert!(!after.texts("main").join(" ").contains("Mes essais"));
    }

    async fn a_token_without_a_name_is_not_made(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        let again = camille.post("/account/tokens", &[("token_name", ""), ("token_days", "30")]).await;
        again.assert_status(422).assert_says("Remplissez ce champ");
        assert!(!again.has("#token-secret"));
    }

    async fn ones_data_is_carried_away(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        let data = camille.get("/account/data.json").await;
        let document: serde_json::Value = serde_json::from_str(&data.assert_ok().body).unwrap();
        assert_eq!(document["account"][0]["email"], "camille@example.org");
        app.visitor().get("/account/data.json").await.assert_status(401);
    }

    async fn a_browser_forgets_a_session_that_ended(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        let mut elsewhere = camille.clone();
        camille.post("/sign-out", &[]).await.assert_redirect();
        let page = elsewhere.get("/consultations").await;
        let cookie = page.assert_ok().headers[header::SET_COOKIE].to_str().unwrap().to_owned();
        assert!(cookie.starts_with("fabrique=;") && cookie.contains("Max-Age=0"), "{cookie}");
        let page = elsewhere.get("/consultations").await;
        assert!(page.headers.get(header::SET_COOKIE).is_none(), "there is nothing left to forget");
        camille = app.signed_in("camille@example.org").await;
        camille.get("/account").await.assert_ok();
    }

    async fn an_account_is_erased_only_when_its_address_is_typed_again(app) {
        let mut camille = app.signed_in("camille@example.org").await;
        camille.post("/account/erase", &[("email", "autre@example.org")]).await.assert_status(422);
        camille.get("/account").await.assert_ok();
        assert_eq!(camille.post("/account/erase", &[("email", "camille@example.org")]).await.assert_redirect(), "/");
        camille.get("/account").await.assert_redirect();
        let mut again = app.signed_in("camille@example.org").await;
        assert!(again.get("/account").await.text("h1").starts_with("Participant"), "a new account, without a past");
    }
}
