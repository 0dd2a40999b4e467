//! What the page of a proposal shows of its debate.

use fabrique_domain::time::DAY;
use fabrique_testkit::stories;

use super::{AUTHOR, plant};

stories! {
    async fn everybody_sees_the_buttons_and_the_counts(app) {
        let id = plant(app).await;
        let page = app.visitor().get(&format!("/proposals/{id}")).await;
        page.assert_ok();
        assert_eq!(page.texts(".stance button"), ["0 Je soutiens", "0 Avis partagé", "0 Je suis contre"]);
        assert_eq!(page.attributes(".stance button", "aria-pressed"), ["false"; 3]);
        assert!(!page.has("#positions figure"), "nothing to draw yet");
        assert_eq!(page.texts(".side h3"), ["Pour 0", "Contre 0"]);
        assert!(page.has("a[href$='amendments/new']"));
    }

    async fn ones_own_position_is_pressed_and_can_be_taken_back(app) {
        let id = plant(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let said = [("position", "support")];
        let page = camille.post_and_follow(&format!("/proposals/{id}/position"), &said).await;
        assert_eq!(page.attributes(".stance button", "aria-pressed"), ["true", "false", "false"]);
        page.assert_says("Retirer mon avis");
        assert_eq!(page.texts("#positions td.number").len(), 6, "the same numbers in a table");
        assert!(page.text("#positions svg title").starts_with("1 avis"));
        let others = app.visitor().get(&format!("/proposals/{id}")).await;
        assert_eq!(others.texts(".stance button")[0], "1 Je soutiens", "the page kept ready was renewed");
        assert_eq!(others.attributes(".stance button", "aria-pressed"), ["false"; 3]);
    }

    async fn the_author_is_told_why_there_is_no_button(app) {
        let id = plant(app).await;
        let page = app.signed_in(AUTHOR).await.get(&format!("/proposals/{id}")).await;
        page.assert_says("votre soutien va de soi");
        assert!(!page.has(".stance button") && !page.has("a[href$='amendments/new']"));
        assert!(page.has("a[href*='arguments/new']"), "but an author argues");
    }

    async fn once_closed_there_is_nothing_to_press(app) {
        let id = plant(app).await;
        app.clock.pass(21 * DAY);
        let page = app.visitor().get(&format!("/proposals/{id}")).await;
        page.assert_ok().assert_says("On ne donne plus d’avis ici");
        for what in [".stance button", "a[href*='arguments/new']", "a[href$='amendments/new']"] {
            assert!(!page.has(what), "{what}");
        }
    }

    async fn an_argument_and_an_amendment_are_read_on_the_page(app) {
        let id = plant(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let argument = [("side", "against"), ("body", "Cela coûte trop cher.")];
        camille.post(&format!("/proposals/{id}/arguments"), &argument).await.assert_redirect();
        let amendment = [
            ("field", "body"),
            ("passage", "leur date"),
            ("replacement", "leur jour"),
            ("reason", "C’est plus précis."),
        ];
        camille.post(&format!("/proposals/{id}/amendments"), &amendment).await.assert_redirect();
        let page = app.visitor().get(&format!("/proposals/{id}")).await;
        assert_eq!(page.texts(".side--against .argument .prose"), ["Cela coûte trop cher."]);
        assert_eq!(page.texts("#amendments ins"), ["ajouté : jour"]);
        assert_eq!(page.texts("#amendments del"), ["supprimé : date"]);
        assert!(!page.has("form[action$=accept]"), "who reads does not decide");
    }
}
