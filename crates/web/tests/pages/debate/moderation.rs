//! Reporting, deciding, and reading what was decided.

use fabrique_domain::proposal::ProposalState;
use fabrique_testkit::stories;

use super::{coordinator, kept, plant};

const REPORT: [(&str, &str); 2] = [("ground", "abuse"), ("reason", "Cela insulte une personne.")];

stories! {
    async fn anybody_reports_and_is_told_what_happens_next(app) {
        let id = plant(app).await;
        let mut reader = app.visitor();
        let address = format!("/proposals/{id}/report");
        reader.get(&address).await.assert_ok().assert_says("Publier chaque décision");
        let again = reader.post(&address, &[("ground", ""), ("reason", "Cela insulte une personne.")]).await;
        again.assert_status(422);
        assert_eq!(again.text("textarea[name=reason]"), "Cela insulte une personne.");
        let thanks = reader.post_and_follow(&address, &REPORT).await;
        thanks.assert_ok().assert_says("Votre signalement est transmis");
    }

    async fn a_moderator_hides_with_a_reason_and_everybody_reads_it(app) {
        let id = plant(app).await;
        app.visitor().post(&format!("/proposals/{id}/report"), &REPORT).await.assert_redirect();
        let mut cora = coordinator(app).await;
        let queue = cora.get("/admin/moderation").await;
        assert_eq!(queue.assert_ok().text(".item__title"), "Publier chaque décision");
        let case = queue.attributes(".item__title a", "href").remove(0);
        cora.get(&case).await.assert_ok().assert_says("Cela insulte une personne.");
        let again = cora.post(&case, &[("act", "hide"), ("ground", ""), ("reason", "La règle 3.")]).await;
        assert_eq!(again.assert_status(422).attributes(".error-summary a", "href"), ["#ground"]);
        assert_eq!(again.text("textarea[name=reason]"), "La règle 3.");
        let done = [("act", "hide"), ("ground", "abuse"), ("reason", "La règle 3 interdit l’insulte.")];
        let queue = cora.post_and_follow(&case, &done).await;
        queue.assert_says("Aucun signalement n’attend");
        assert_eq!(kept(app, id).await.state, ProposalState::Hidden);
        let public = app.visitor().get("/moderation").await;
        public.assert_ok().assert_says("La règle 3 interdit l’insulte.").assert_says("Injure, menace ou harcèlement");
        assert!(!public.body.contains("Cora") && !public.body.contains("cora"), "who decided is not told");
        app.run_jobs().await;
        let told = app.mailbox.take();
        assert!(told.iter().any(|mail| mail.to == "ada@example.org" && mail.text.contains("La règle 3")), "{told:?}");
        cora.post(&case, &[("act", "restore"), ("reason", "Relue, elle respecte les règles.")]).await.assert_redirect();
        assert_eq!(kept(app, id).await.state, ProposalState::Published);
    }

    async fn a_hidden_argument_leaves_its_reason_in_its_place(app) {
        let id = plant(app).await;
        let typed = [("side", "for"), ("body", "Seuls des imbéciles diraient le contraire.")];
        let mut camille = app.signed_in("camille@example.org").await;
        let added = camille.post(&format!("/proposals/{id}/arguments"), &typed).await;
        let argument = added.assert_redirect().rsplit_once("#argument-").unwrap().1.to_owned();
        app.visitor().post(&format!("/arguments/{argument}/report"), &REPORT).await.assert_redirect();
        let mut cora = coordinator(app).await;
        let case = cora.get("/admin/moderation").await.attributes(".item__title a", "href").remove(0);
        let hide = [("act", "hide"), ("ground", "abuse"), ("reason", "La règle 3 interdit l’insulte.")];
        cora.post(&case, &hide).await.assert_redirect();
        for address in [format!("/proposals/{id}"), format!("/proposals/{id}/arguments/for")] {
            let page = app.visitor().get(&address).await;
            let place = page.assert_ok().text(&format!("#argument-{argument}"));
            assert!(place.contains("masqué par la modération") && place.contains("La règle 3"), "{place}");
            assert!(!page.body.contains("imbéciles"), "its words are gone");
        }
    }

    async fn the_desk_is_for_moderators(app) {
        let id = plant(app).await;
        let mut citizen = app.signed_in("camille@example.org").await;
        for address in ["/admin/moderation".to_owned(), format!("/admin/moderation/proposal/{id}")] {
            citizen.get(&address).await.assert_status(403);
            app.visitor().get(&address).await.assert_redirect();
        }
        let done = [("act", "hide"), ("ground", "abuse"), ("reason", "La règle 3.")];
        citizen.post(&format!("/admin/moderation/proposal/{id}"), &done).await.assert_status(403);
        let mut cora = coordinator(app).await;
        cora.get("/admin/moderation/proposal/nothing").await.assert_status(404);
        cora.get(&format!("/admin/moderation/poem/{id}")).await.assert_status(404);
    }

    async fn the_page_of_moderation_is_there_before_anything_happened_in_both_languages(app) {
        let mut reader = app.visitor();
        reader.get("/moderation").await.assert_ok().assert_says("Aucune décision pour l’instant");
        reader.get("/moderation?lang=en").await.assert_ok().assert_says("No decision yet");
    }
}
