//! Proposing, from the empty form to the second version.

use fabrique_domain::{Language, proposal::ProposalState};
use fabrique_storage::transact;
use fabrique_testkit::{people, stories};

use super::{AUTHOR, kept, plant};

const WORDS: [(&str, &str); 3] = [
    ("title", "Publier tous les agendas"),
    ("problem", "On ne sait pas qui rencontre qui."),
    ("body", "Chaque ministre publie ses rendez-vous, **chaque mois**."),
];

fn with<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    WORDS
        .into_iter()
        .filter(|(name, _)| !fields.iter().any(|(other, _)| other == name))
        .chain(fields.iter().copied())
        .collect()
}

stories! {
    async fn a_citizen_writes_sees_what_is_near_and_publishes(app) {
        plant(app, &["Publier les agendas"]).await;
        app.visitor().get("/consultations/ouvrir/propose").await.assert_redirect();
        let mut camille = app.signed_in("camille@example.org").await;
        app.run_jobs().await;
        camille.get("/consultations/ouvrir/propose").await.assert_ok().assert_says("Votre idée en une phrase");
        let form = with(&[("step", "preview"), ("theme", "donnees")]);
        let preview = camille.post_and_follow("/consultations/ouvrir/propose", &form).await;
        preview.assert_ok().assert_says("Rien n’est encore publié");
        assert_eq!(preview.texts("ol.items > li h3"), ["Publier les agendas"], "what is near is shown first");
        assert!(preview.has(".prose strong"), "as everybody will read it");
        let publish = preview.attributes("form[action$=publish]", "action").remove(0);
        let page = camille.post_and_follow(&publish, &[]).await;
        assert_eq!(page.assert_ok().text("h1"), "Publier tous les agendas");
        app.visitor().get("/consultations/ouvrir?sort=recent").await.assert_says("2 propositions");
        camille.get("/account/proposals").await.assert_ok().assert_says("Publier tous les agendas");
    }

    async fn a_draft_is_kept_with_whatever_was_typed(app) {
        plant(app, &[]).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let page = camille.post_and_follow("/consultations/ouvrir/propose", &[("title", "Ag"), ("step", "draft")]).await;
        page.assert_ok().assert_says("Brouillon gardé");
        assert_eq!(page.attributes("#title", "value"), ["Ag"]);
        let edit = page.path.split('?').next().unwrap().to_owned();
        let again = camille.post(&edit, &[("title", "Ag"), ("body", "Trop court"), ("step", "preview")]).await;
        again.assert_status(422).assert_says("8 caractères au moins");
        assert_eq!(again.texts("#body"), ["Trop court"], "nothing is lost");
        app.signed_in("sacha@example.org").await.get(&edit).await.assert_status(404);
        let discard = edit.replace("/edit", "/discard");
        camille.post_and_follow(&discard, &[]).await.assert_ok().assert_says("Vous n’avez encore rien publié");
    }

    async fn what_is_wrong_is_said_beside_the_field_and_kept(app) {
        plant(app, &[]).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let form = with(&[("title", "Non"), ("step", "preview")]);
        let page = camille.post("/consultations/ouvrir/propose", &form).await;
        page.assert_status(422);
        assert_eq!(page.attributes("#title", "value"), ["Non"]);
        assert!(page.text("title").starts_with("Erreur"));
        assert!(page.has(".error-summary a[href='#title']") && page.has("#title-error"));
        for (field, value) in [("theme", "inconnu"), ("author_kind", "agent"), ("author_kind", "robot")] {
            let form = with(&[(field, value), ("step", "preview")]);
            camille.post("/consultations/ouvrir/propose", &form).await.assert_status(422);
        }
    }

    async fn an_edit_after_somebody_took_part_is_a_version_with_its_difference(app) {
        let (_, planted) = plant(app, &["Publier les agendas"]).await;
        let id = planted[0].id;
        let mut ada = app.signed_in(AUTHOR).await;
        let edit = format!("/proposals/{id}/edit");
        ada.get(&edit).await.assert_ok().assert_says("vos nouveaux mots remplacent les anciens");
        app.signed_in("camille@example.org").await.post(&format!("/proposals/{id}/position"), &[("position", "support")]).await.assert_redirect();
        ada.get(&edit).await.assert_ok().assert_says("nouvelle version");
        let words = with(&[("title", "Publier les agendas"), ("base_version", "1")]);
        ada.post_and_follow(&edit, &words).await.assert_ok().assert_says("2 versions");
        ada.post(&edit, &with(&[("base_version", "1")])).await.assert_status(409);
        let mut reader = app.visitor();
        assert_eq!(reader.get(&format!("/proposals/{id}/versions")).await.assert_ok().texts("ol.items > li h2"), ["Version 2", "Version 1"]);
        let second = reader.get(&format!("/proposals/{id}/versions/2")).await;
        assert!(second.assert_ok().has("ins") && second.has("del"));
        reader.get(&format!("/proposals/{id}/versions/9")).await.assert_status(404);
        app.signed_in("sacha@example.org").await.get(&edit).await.assert_status(409);
    }

    async fn a_text_keeps_its_language_whatever_the_language_of_the_site(app) {
        plant(app, &[]).await;
        let mut camille = app.signed_in("camille@example.org").await;
        let form = camille.get("/consultations/ouvrir/propose?lang=en").await;
        assert_eq!(form.attributes("input[name=language][checked]", "value"), ["en"]);
        camille.post("/consultations/ouvrir/propose", &with(&[("language", "xx")])).await.assert_status(422);
        let preview = camille.post_and_follow("/consultations/ouvrir/propose", &with(&[("language", "fr")])).await;
        let publish = preview.assert_ok().attributes("form[action$=publish]", "action").remove(0);
        let id = camille.post(&publish, &[]).await.assert_redirect().rsplit_once('/').unwrap().1.parse().unwrap();
        assert_eq!(kept(app, id).await.language, Language::French);
        let words = with(&[("title", "Publier les agendas complets"), ("base_version", "1")]);
        camille.post(&format!("/proposals/{id}/edit"), &words).await.assert_redirect();
        assert_eq!(kept(app, id).await.language, Language::French, "the form said none: it stays");
        let other = with(&[("title", "Publish whole diaries"), ("base_version", "1"), ("language", "en")]);
        camille.post(&format!("/proposals/{id}/edit"), &other).await.assert_redirect();
        assert_eq!(kept(app, id).await.language, Language::English, "its author says otherwise");
    }

    async fn an_author_withdraws_after_being_asked(app) {
        let (_, planted) = plant(app, &["Publier les agendas"]).await;
        let id = planted[0].id;
        let mut ada = app.signed_in(AUTHOR).await;
        let withdraw = format!("/proposals/{id}/withdraw");
        ada.get(&withdraw).await.assert_ok().assert_says("Retirer votre proposition");
        ada.post(&withdraw, &[("reason", "x")]).await.assert_status(422);
        ada.post_and_follow(&withdraw, &[("reason", "Je l’ai jointe à une autre.")]).await.assert_ok().assert_says("a retiré");
        assert_eq!(kept(app, id).await.state, ProposalState::Withdrawn);
    }

    async fn nobody_proposes_once_it_is_closed(app) {
        plant(app, &[]).await;
        let mut camille = app.signed_in("camille@example.org").await;
        app.clock.pass_days(21);
        camille.get("/consultations/ouvrir/propose").await.assert_status(409).assert_says("La consultation est close");
        camille.post("/consultations/ouvrir/propose", &with(&[("step", "preview")])).await.assert_status(409);
    }

    async fn an_agent_speaks_as_one_and_says_for_whom(app) {
        plant(app, &[]).await;
        transact!(app.platform.store, |tx| {
            let kind = fabrique_domain::organisation::OrganisationKind::Institution;
            let institution = people::organisation_called(tx, kind, "Ministère des Essais").await?;
            people::person(tx, "maxime", fabrique_domain::account::Role::Agent, Some(institution)).await
        }).unwrap();
        let mut maxime = app.signed_in("maxime@example.org").await;
        let form = with(&[("author_kind", "agent"), ("capacity", "service"), ("step", "preview")]);
        let preview = maxime.post_and_follow("/consultations/ouvrir/propose", &form).await;
        let publish = preview.assert_ok().attributes("form[action$=publish]", "action").remove(0);
        let page = maxime.post_and_follow(&publish, &[]).await;
        page.assert_ok().assert_says("Ministère des Essais").assert_says("pour son service");
        assert!(page.has("article .who--agent"));
    }
}
