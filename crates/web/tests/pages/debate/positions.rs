//! The three buttons.

use fabrique_domain::time::DAY;
use fabrique_testkit::stories;

use super::{AUTHOR, kept, plant};

stories! {
    async fn who_presses_support_signed_out_signs_in_and_comes_back(app) {
        let id = plant(app).await;
        let mut camille = app.visitor();
        let door = camille.post(&format!("/proposals/{id}/position"), &[("position", "support")]).await;
        let door = door.assert_redirect().to_owned();
        assert_eq!(door, format!("/sign-in?return_to=%2Fproposals%2F{id}"));
        let page = camille.get(&door).await;
        let back = page.assert_ok().attributes("input[name=return_to]", "value").remove(0);
        camille.post("/sign-in", &[("email", "camille@example.org"), ("return_to", &back)]).await.assert_redirect();
        app.run_jobs().await;
        let link = app.link_for("camille@example.org", "/sign-in/link/");
        let entered = camille.post(&link, &[]).await;
        assert!(entered.assert_redirect().contains(&format!("%2Fproposals%2F{id}")), "{:?}", entered.headers);
        assert_eq!(kept(app, id).await.supports, 0, "nothing was said in their name meanwhile");
    }

    async fn a_position_is_taken_changed_and_taken_back(app) {
        let id = plant(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let address = format!("/proposals/{id}/position");
        for (said, counts) in [("support", (1, 0, 0)), ("support", (1, 0, 0)), ("against", (0, 0, 1)), ("", (0, 0, 0))] {
            let done = camille.post(&address, &[("position", said)]).await;
            assert_eq!(done.assert_redirect(), format!("/proposals/{id}#positions"));
            let now = kept(app, id).await;
            assert_eq!((now.supports, now.mixed, now.against), counts, "after {said:?}");
        }
    }

    async fn what_cannot_be_done_is_said_in_words(app) {
        let id = plant(app).await;
        let address = format!("/proposals/{id}/position");
        let mut camille = app.signed_in("camille@example.org").await;
        camille.post(&address, &[("position", "enthusiasm")]).await.assert_status(422);
        camille.post("/proposals/00000000-0000-0000-0000-000000000001/position", &[("position", "support")]).await
            .assert_status(404);
        app.signed_in(AUTHOR).await.post(&address, &[("position", "support")]).await
            .assert_status(409).assert_says("Vous avez écrit cette proposition");
        app.clock.pass(21 * DAY);
        camille.post(&address, &[("position", "support")]).await
            .assert_status(409).assert_says("Cette consultation n’est pas ouverte");
    }
}
