//! Other words for a passage.

use fabrique_testkit::{TestVisitor, stories};

use super::{AUTHOR, coordinator, kept, plant};

const WORDS: [(&str, &str); 4] = [
    ("field", "body"),
    ("passage", "leur source"),
    ("replacement", "leur source officielle"),
    ("reason", "C’est plus précis."),
];

async fn propose(visitor: &mut TestVisitor, id: fabrique_domain::id::ProposalId) -> String {
    let sent = visitor.post(&format!("/proposals/{id}/amendments"), &WORDS).await;
    let place = sent.assert_redirect();
    place.split_once("#amendment-").unwrap().1.to_owned()
}

stories! {
    async fn the_form_shows_the_words_as_they_stand_and_keeps_what_was_typed(app) {
        let id = plant(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let form = camille.get(&format!("/proposals/{id}/amendments/new")).await;
        form.assert_ok();
        assert!(form.text("#words-body").contains("avec leur source et leur date"));
        let mut wrong = WORDS;
        wrong[1].1 = "leur provenance";
        let again = camille.post(&format!("/proposals/{id}/amendments"), &wrong).await;
        again.assert_status(422).assert_says("mot pour mot");
        assert_eq!(again.text("textarea[name=passage]"), "leur provenance");
        assert_eq!(again.text("textarea[name=reason]"), "C’est plus précis.");
        assert_eq!(again.attributes(".error-summary a", "href"), ["#passage"]);
    }

    async fn the_author_accepts_and_the_words_enter_the_text(app) {
        let id = plant(app).await;
        let amendment = propose(&mut app.signed_in("camille@example.org").await, id).await;
        let mut ada = app.signed_in(AUTHOR).await;
        let list = ada.get(&format!("/proposals/{id}/amendments")).await;
        assert_eq!(list.assert_ok().texts(".diff ins"), ["ajouté : officielle"]);
        assert_eq!(list.texts(".tag"), ["En attente de l’auteur"]);
        let accept = list.attributes("form[action$=accept]", "action").remove(0);
        assert_eq!(ada.post(&accept, &[]).await.assert_redirect(), format!("/proposals/{id}#amendment-{amendment}"));
        let now = kept(app, id).await;
        assert!(now.body.contains("leur source officielle") && now.version == 2, "{now:?}");
        let list = app.visitor().get(&format!("/proposals/{id}/amendments")).await;
        assert!(list.text(".tag").starts_with("Accepté") && !list.has("form[action$=accept]"));
        ada.post(&accept, &[]).await.assert_status(409).assert_says("a déjà reçu sa décision");
    }

    async fn the_coordinator_declines_with_a_reason_that_everybody_reads(app) {
        let id = plant(app).await;
        let amendment = propose(&mut app.signed_in("camille@example.org").await, id).await;
        let mut cora = coordinator(app).await;
        let address = format!("/amendments/{amendment}/decline");
        cora.get(&address).await.assert_ok();
        cora.post(&address, &[("reason", "")]).await.assert_status(422).assert_says("Remplissez ce champ");
        cora.post(&address, &[("reason", "Le texte le dit déjà.")]).await.assert_redirect();
        app.visitor().get(&format!("/proposals/{id}/amendments")).await.assert_says("Le texte le dit déjà.");
        app.run_jobs().await;
        assert!(app.mailbox.take().iter().any(|mail| mail.to == "camille@example.org"));
    }

    async fn who_may_not_decide_sees_no_button_and_is_refused(app) {
        let id = plant(app).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let amendment = propose(&mut camille, id).await;
        let list = camille.get(&format!("/proposals/{id}/amendments")).await;
        assert!(!list.has("form[action$=accept]") && !list.has("a[href$=decline]"));
        let mut stranger = app.signed_in("dominique@example.org").await;
        stranger.post(&format!("/amendments/{amendment}/accept"), &[]).await.assert_status(403);
        let door = app.visitor().post(&format!("/amendments/{amendment}/accept"), &[]).await;
        assert!(door.assert_redirect().starts_with("/sign-in"));
    }
}
