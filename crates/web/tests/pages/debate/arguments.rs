//! The two columns and their form.

use fabrique_testkit::stories;

use super::{AUTHOR, plant};

stories! {
    async fn who_is_signed_out_signs_in_to_argue_and_comes_back_to_the_form(app) {
        let id = plant(app).await;
        let answer = app.visitor().get(&format!("/proposals/{id}/arguments/new?side=for")).await;
        let door = answer.assert_redirect();
        assert!(door.starts_with("/sign-in?return_to=") && door.contains("arguments%2Fnew%3Fside%3Dfor"), "{door}");
    }

    async fn the_form_comes_with_its_side_and_keeps_what_was_typed(app) {
        let id = plant(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let form = camille.get(&format!("/proposals/{id}/arguments/new?side=against")).await;
        assert_eq!(form.assert_ok().attributes("input[name=side][checked]", "value"), ["against"]);
        assert!(!form.has("[name=author_kind]"), "a citizen has nothing to choose");
        let again = camille.post(&format!("/proposals/{id}/arguments"), &[("side", "against"), ("body", "Non.")]).await;
        again.assert_status(422).assert_says("10 caractères au moins");
        assert_eq!(again.text("textarea[name=body]"), "Non.");
        assert_eq!(again.attributes("input[name=side][checked]", "value"), ["against"]);
        assert_eq!(again.attributes(".error-summary a", "href"), ["#body"]);
        assert!(again.text("title").starts_with("Erreur"));
    }

    async fn an_argument_stands_in_its_column_for_everybody(app) {
        let id = plant(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let typed = [("side", "for"), ("body", "Cela fait **gagner** du temps. <script>alert(1)</script>")];
        let added = camille.post(&format!("/proposals/{id}/arguments"), &typed).await;
        assert!(added.assert_redirect().starts_with(&format!("/proposals/{id}#argument-")));
        let column = app.visitor().get(&format!("/proposals/{id}/arguments/for")).await;
        column.assert_ok().assert_says("Cela fait gagner du temps.");
        assert_eq!(column.text(".argument strong"), "gagner");
        assert!(!column.body.contains("<script>alert"));
        assert_eq!(column.texts(".argument .who"), ["citoyen"]);
        let other = app.visitor().get(&format!("/proposals/{id}/arguments/against")).await;
        other.assert_ok().assert_says("Aucun argument pour l’instant");
    }

    async fn a_useful_argument_is_marked_and_unmarked(app) {
        let id = plant(app).await;
        let typed = [("side", "for"), ("body", "Cela fait gagner du temps.")];
        app.signed_in("camille@example.org").await.post(&format!("/proposals/{id}/arguments"), &typed).await;
        let mut ada = app.signed_in(AUTHOR).await;
        let column = format!("/proposals/{id}/arguments/for");
        let button = "form[action$=useful] button";
        let mark = ada.get(&column).await.attributes("form[action$=useful]", "action").remove(0);
        for (useful, pressed, shown) in [("yes", "true", "Utile 1"), ("yes", "true", "Utile 1"), ("no", "false", "Utile 0")] {
            ada.post(&mark, &[("useful", useful)]).await.assert_redirect();
            let page = ada.get(&column).await;
            assert_eq!((page.attributes(button, "aria-pressed").remove(0).as_str(), page.text(button).as_str()), (pressed, shown));
        }
        let door = app.visitor().post(&mark, &[("useful", "yes")]).await;
        assert_eq!(door.assert_redirect(), format!("/sign-in?return_to=%2Fproposals%2F{id}"));
    }

    async fn an_argument_is_taken_back_by_who_wrote_it_only(app) {
        let id = plant(app).await;
        let typed = [("side", "for"), ("body", "Cela fait gagner du temps.")];
        let mut camille = app.signed_in("camille@example.org").await;
        camille.post(&format!("/proposals/{id}/arguments"), &typed).await;
        let column = format!("/proposals/{id}/arguments/for");
        let withdraw = camille.get(&column).await.attributes("form[action$=withdraw]", "action").remove(0);
        app.signed_in(AUTHOR).await.post(&withdraw, &[]).await.assert_status(404);
        camille.post(&withdraw, &[]).await.assert_redirect();
        assert!(!camille.get(&column).await.has(".argument"));
    }

    async fn an_address_that_names_nothing_is_not_found(app) {
        let id = plant(app).await;
        let mut reader = app.visitor();
        reader.get(&format!("/proposals/{id}/arguments/sideways")).await.assert_status(404);
        reader.get(&format!("/proposals/{id}/arguments/for?after=nonsense")).await.assert_status(422);
        reader.get("/proposals/00000000-0000-0000-0000-000000000001/arguments/for").await.assert_status(404);
    }
}
