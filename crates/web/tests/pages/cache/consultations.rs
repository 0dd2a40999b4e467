//! Consultations, proposals, positions, arguments, amendments, moderation.

use std::collections::BTreeSet;

use fabrique_testkit::stories;

use super::{AUTHOR, COORDINATOR, Scene, watch::Watch};

const LIST: &str = "/consultations/ouvrir";

const WORDS: [(&str, &str); 4] = [
    ("title", "Dire qui répond et quand"),
    ("problem", "On ne sait pas qui répond."),
    ("body", "Chaque service écrit le délai qu’il tient."),
    ("theme", "donnees"),
];

const REPORT: [(&str, &str); 2] = [("ground", "abuse"), ("reason", "Cela insulte une personne.")];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    WORDS.into_iter().chain(more.iter().copied()).collect()
}

stories! {
    async fn what_people_write_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let proposal = format!("/proposals/{}", scene.first);
        let mut camille = app.signed_in("camille@example.org").await;
        let mut ada = app.signed_in(AUTHOR).await;
        let mut watch = Watch::begin(app).await;
        let draft = camille.post(&format!("{LIST}/propose"), &with(&[("step", "preview")])).await;
        let preview = draft.assert_redirect().to_owned();
        watch.after("a draft is kept", &[]).await;
        let publish = camille.get(&preview).await.attributes("form[action$=publish]", "action").remove(0);
        camille.post(&publish, &[]).await.assert_redirect();
        watch.after("a proposal is published", &[LIST, "/api/v1/proposals", "/transparency"]).await;
        app.run_jobs().await;
        camille.post(&publish.replace("/publish", "/withdraw"), &[("reason", "Jointe à une autre.")]).await.assert_redirect();
        watch.after("a proposal is withdrawn", &[LIST, "/transparency"]).await;
        for position in ["support", "against", "against", ""] {
            camille.post(&format!("{proposal}/position"), &[("position", position)]).await.assert_redirect();
            let pages: &[&str] = if position == "support" { &[&proposal, LIST] } else { &[] };
            watch.after("a position is taken", pages).await;
        }
        camille.post(&format!("{proposal}/position"), &[("position", "mixed")]).await.assert_redirect();
        watch.after("a position is taken again", &[&proposal]).await;
        let words = [("title", "Publier tous les agendas"), ("problem", ""), ("body", WORDS[2].1), ("base_version", "1")];
        ada.post(&format!("{proposal}/edit"), &words).await.assert_redirect();
        watch.after("a proposal is edited", &[&proposal, LIST, &format!("{proposal}/versions")]).await;
        app.run_jobs().await;
        let found = "/consultations/ouvrir?q=publier";
        watch.after("the index has it", &[]).await;
        assert!(app.visitor().get(found).await.body.contains("Publier tous les agendas"), "the search has the new words");
    }

    async fn what_people_argue_and_amend_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let proposal = format!("/proposals/{}", scene.first);
        let mut camille = app.signed_in("camille@example.org").await;
        let mut ada = app.signed_in(AUTHOR).await;
        let mut watch = Watch::begin(app).await;
        for page in ["arguments/for", "arguments/against", "amendments"] {
            watch.meet(&format!("{proposal}/{page}")).await;
        }
        for side in ["for", "against"] {
            let argument = [("side", side), ("body", "Cela fait gagner du temps.")];
            camille.post(&format!("{proposal}/arguments"), &argument).await.assert_redirect();
            watch.after("an argument is added", &[&proposal, &format!("{proposal}/arguments/{side}"), LIST]).await;
        }
        let column = format!("{proposal}/arguments/for");
        let mark = ada.get(&column).await.attributes("form[action$=useful]", "action").remove(0);
        for useful in ["yes", "yes", "no"] {
            ada.post(&mark, &[("useful", useful)]).await.assert_redirect();
            watch.after("an argument is found useful or not", &[]).await;
        }
        ada.post(&mark, &[("useful", "yes")]).await.assert_redirect();
        watch.after("an argument is found useful", &[&column, &proposal]).await;
        camille.post(&mark.replace("useful", "withdraw"), &[]).await.assert_redirect();
        watch.after("an argument is taken back", &[&column, &proposal]).await;
        for (passage, act) in [("leur source", "accept"), ("leur date", "decline")] {
            let words = [("field", "body"), ("passage", passage), ("replacement", "leur origine"), ("reason", "Plus clair.")];
            camille.post(&format!("{proposal}/amendments"), &words).await.assert_redirect();
            watch.after("an amendment is proposed", &[&proposal, &format!("{proposal}/amendments")]).await;
            let list = ada.get(&format!("{proposal}/amendments")).await;
            let accept = list.attributes("form[action$=accept]", "action").remove(0);
            ada.post(&accept.replace("accept", act), &[("reason", "Le premier mot dit mieux.")]).await.assert_redirect();
            watch.after("an amendment is decided", &[&proposal, &format!("{proposal}/amendments")]).await;
        }
    }

    async fn what_is_reported_hidden_and_shown_again_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let proposal = format!("/proposals/{}", scene.first);
        let mut cora = app.signed_in(COORDINATOR).await;
        let mut watch = Watch::begin(app).await;
        app.visitor().post(&format!("{proposal}/report"), &REPORT).await.assert_redirect();
        watch.after("a proposal is reported", &["/moderation"]).await;
        let case = format!("/admin/moderation/proposal/{}", scene.first);
        cora.post(&case, &[("act", "keep"), ("reason", "Elle respecte les règles.")]).await.assert_redirect();
        watch.after("a report is dismissed", &["/moderation"]).await;
        app.visitor().post(&format!("{proposal}/report"), &REPORT).await.assert_redirect();
        let hide = [("act", "hide"), ("ground", "abuse"), ("reason", "La règle 3 interdit l’insulte.")];
        cora.post(&case, &hide).await.assert_redirect();
        watch.after("a proposal is hidden", &["/moderation", &proposal, LIST]).await;
        app.run_jobs().await;
        watch.after("the index forgot it", &[]).await;
        cora.post(&case, &[("act", "restore"), ("reason", "Relue, elle respecte les règles.")]).await.assert_redirect();
        watch.after("a proposal is shown again", &["/moderation", &proposal, LIST]).await;
    }

    async fn the_course_of_a_consultation_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let plan = scene.plan.to_string();
        let mut cora = app.signed_in(COORDINATOR).await;
        let mut watch = Watch::begin(app).await;
        let written = [
            ("plan", plan.as_str()),
            ("slug", "agendas"),
            ("title_fr", "Quels agendas ouvrir ?"),
            ("rules_fr", "Chacun peut proposer."),
            ("information_fr", "Le bilan."),
            ("opens_on", "2026-12-14"),
            ("closes_on", "2027-01-31"),
            ("ballot", "three_positions"),
            ("answer_within_days", "60"),
        ];
        cora.post("/admin/consultations/new", &written).await.assert_redirect();
        watch.after("a consultation is prepared", &[]).await;
        cora.post("/admin/consultations/agendas/announce", &[]).await.assert_redirect();
        watch.after("a consultation is announced", &["/consultations", "/", "/changes.atom"]).await;
        let mut corrected = written;
        corrected[2].1 = "Quels agendas publier ?";
        cora.post("/admin/consultations/agendas/edit", &corrected).await.assert_redirect();
        watch.after("a consultation is corrected", &["/consultations", "/consultations/agendas"]).await;
        cora.post("/admin/consultations/agendas/approve", &[]).await.assert_redirect();
        watch.after("a consultation is approved", &[]).await;
        let change = [
            ("rules_fr", "Chacun peut proposer."),
            ("opens_on", "2026-12-14"),
            ("closes_on", "2027-02-10"),
            ("reason", "Les congés de février."),
        ];
        cora.post("/admin/consultations/agendas/revise", &change).await.assert_redirect();
        watch.after("a promise is changed", &["/consultations/agendas", "/consultations/agendas/about"]).await;
        app.clock.pass_days(15);
        watch.after("half a month passes", &["/"]).await;
        cora.post("/admin/consultations/ouvrir/close", &[("close_reason", "La loi a changé.")]).await.assert_redirect();
        watch.after("a consultation is closed early", &[LIST, "/consultations", "/"]).await;
        let follow_up = [("follow_up_fr", "Voici ce qui est retenu.")];
        cora.post("/admin/consultations/ouvrir/follow-up", &follow_up).await.assert_redirect();
        watch.after("what follows is published", &["/consultations/ouvrir/about"]).await;
        let end = [("outcome", "report_available"), ("outcome_reason", "Le rapport est là.")];
        cora.post("/admin/consultations/ouvrir/conclude", &end).await.assert_redirect();
        watch.after("a consultation is concluded", &[LIST, "/consultations"]).await;
    }

    async fn the_watch_meets_every_shape_of_a_public_page_of_a_consultation(app) {
        let scene = Scene::set(app).await;
        let proposal = format!("/proposals/{}", scene.first);
        let mut camille = app.signed_in("camille@example.org").await;
        let argument = [("side", "for"), ("body", "Cela fait gagner du temps.")];
        camille.post(&format!("{proposal}/arguments"), &argument).await.assert_redirect();
        let met = Watch::begin(app).await.shapes();
        let every = [
            "/consultations/*", "/consultations/*/about", "/consultations/*/similar.json", "/proposals/*",
            "/proposals/*/versions", "/proposals/*/report", "/arguments/*/report", "/plans/*", "/organisations/*", "/pages/guide", "/pages/rules", "/open-data",
            "/transparency", "/moderation", "/responses", "/commitments", "/changes.atom", "/api",
        ];
        let missing: BTreeSet<_> = every.into_iter().filter(|shape| !met.contains(*shape)).collect();
        assert!(missing.is_empty(), "{missing:?} of {met:?}");
    }
}
