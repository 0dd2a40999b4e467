//! The coordinator prepares, announces, approves, changes and ends a consultation.

use fabrique_storage::{testing, transact};
use fabrique_testkit::{TestApp, stories};

use super::{coordinator, plant};

async fn plan(app: &TestApp) -> String {
    transact!(app.platform.store, |tx| testing::plant_plan(tx, "plan").await).unwrap().to_string()
}

/// A complete form: opens on 14 December 2026, closes at the end of January.
fn written<'a>(plan: &'a str, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("plan", plan),
        ("slug", "agendas"),
        ("title_fr", "Quels agendas ouvrir ?"),
        ("title_en", "Which diaries should be open?"),
        ("summary_fr", "Dites-le."),
        ("rules_fr", "Chacun peut proposer."),
        ("information_fr", "Le bilan."),
        ("opens_on", "2026-12-14"),
        ("closes_on", "2027-01-31"),
        ("ballot", "three_positions"),
        ("answer_within_days", "60"),
    ];
    usual
        .into_iter()
        .filter(|(name, _)| !changed.iter().any(|(other, _)| other == name))
        .chain(changed.iter().copied())
        .collect()
}

stories! {
    async fn a_coordinator_opens_a_consultation_step_by_step(app) {
        let plan = plan(app).await;
        let mut cora = coordinator(app).await;
        cora.get("/admin/consultations").await.assert_ok();
        let desk = cora.post_and_follow("/admin/consultations/new", &written(&plan, &[("rules_fr", "")])).await;
        desk.assert_ok().assert_says("20 jours de préavis");
        app.visitor().get("/consultations/agendas").await.assert_status(404);
        cora.post_and_follow("/admin/consultations/agendas/announce", &[]).await.assert_ok();
        app.visitor().get("/consultations/agendas").await.assert_ok().assert_says("ouvre le 14 décembre 2026");
        let refused = cora.post("/admin/consultations/agendas/approve", &[]).await;
        refused.assert_status(422).assert_says("Il manque les règles de la consultation");
        cora.post_and_follow("/admin/consultations/agendas/edit", &written(&plan, &[])).await.assert_ok();
        cora.post_and_follow("/admin/consultations/agendas/approve", &[]).await.assert_ok();
        app.clock.pass_days(22);
        app.run_jobs().await;
        let page = app.visitor().get("/consultations/agendas").await;
        page.assert_ok().assert_says("ouverte jusqu’au 31 janvier 2027").assert_says("Proposer une idée");
    }

    async fn a_promise_changes_with_a_public_reason_only(app) {
        let plan = plan(app).await;
        let mut cora = coordinator(app).await;
        cora.post("/admin/consultations/new", &written(&plan, &[])).await.assert_redirect();
        cora.post("/admin/consultations/agendas/announce", &[]).await.assert_redirect();
        cora.post("/admin/consultations/agendas/approve", &[]).await.assert_redirect();
        let edited = cora.post("/admin/consultations/agendas/edit", &written(&plan, &[("closes_on", "2027-02-10")])).await;
        edited.assert_status(422).assert_says("motif public");
        let change = [("rules_fr", "Chacun peut proposer."), ("opens_on", "2026-12-14"), ("closes_on", "2027-02-10")];
        let unexplained = cora.post("/admin/consultations/agendas/revise", &change).await;
        unexplained.assert_status(422);
        assert!(unexplained.has("#reason-error"));
        assert_eq!(unexplained.attributes("#closes_on", "value"), ["2027-02-10"], "what was typed is kept");
        let explained = [change.as_slice(), &[("reason", "Les congés de février.")]].concat();
        cora.post_and_follow("/admin/consultations/agendas/revise", &explained).await.assert_ok();
        app.visitor().get("/consultations/agendas/about").await.assert_ok().assert_says("Les congés de février.");
    }

    async fn it_ends_with_a_report_or_is_called_off_with_a_reason(app) {
        plant(app, &[]).await;
        let mut cora = coordinator(app).await;
        let conclude = "/admin/consultations/ouvrir/conclude";
        let early = [("outcome", "report_available"), ("outcome_reason", "Le rapport est là.")];
        cora.post(conclude, &early).await.assert_status(422).assert_says("n’est pas close");
        app.clock.pass_days(21);
        let mut cora = { app.signed_in("cora@example.org").await };
        cora.post(conclude, &early).await.assert_status(422).assert_says("Il manque les résultats");
        cora.post(conclude, &[("outcome", ""), ("outcome_reason", "")]).await.assert_status(422);
        let follow_up = [("follow_up_fr", "Voici ce qui est retenu.")];
        cora.post("/admin/consultations/ouvrir/follow-up", &follow_up).await.assert_redirect();
        cora.post_and_follow(conclude, &early).await.assert_ok().assert_says("rapport disponible");
        app.visitor().get("/consultations/ouvrir/about").await.assert_says("Voici ce qui est retenu.");
    }

    async fn what_is_wrong_in_the_form_is_said_and_kept(app) {
        let plan = plan(app).await;
        let mut cora = coordinator(app).await;
        let wrong = written(&plan, &[("closes_on", "2026-12-01"), ("answer_within_days", "beaucoup"), ("title_fr", "")]);
        let page = cora.post("/admin/consultations/new", &wrong).await;
        page.assert_status(422);
        assert_eq!(page.attributes("#answer_within_days", "value"), ["beaucoup"]);
        let order = written(&plan, &[("closes_on", "2026-12-01")]);
        let page = cora.post("/admin/consultations/new", &order).await;
        assert!(page.assert_status(422).has("#closes_on-error"));
    }

    async fn nobody_else_reaches_the_desk(app) {
        plant(app, &[]).await;
        let mut camille = app.signed_in("camille@example.org").await;
        for path in ["/admin/consultations", "/admin/consultations/new", "/admin/consultations/ouvrir", "/admin/consultations/ouvrir/edit"] {
            camille.get(path).await.assert_status(403);
            app.visitor().get(path).await.assert_redirect();
        }
        for act in ["announce", "approve", "revise", "close", "follow-up", "conclude"] {
            camille.post(&format!("/admin/consultations/ouvrir/{act}"), &[]).await.assert_status(403);
        }
    }
}
