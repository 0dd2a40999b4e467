//! Plans, themes, dates, pages, audits, organisations, roles.

use fabrique_storage::{testing, transact};
use fabrique_testkit::stories;

use super::{ADMINISTRATOR, AUTHOR, COORDINATOR, Scene, watch::Watch};

const PLAN: [(&str, &str); 8] = [
    ("slug", "plan-2030"),
    ("national_label_fr", "Plan d’action 2030-2032"),
    ("national_label_en", "Action plan 2030-2032"),
    ("ogp_label", "France Action Plan 2030-2032"),
    ("national_start", "2030-01-01"),
    ("national_end", "2032-12-31"),
    ("ogp_start", "2030-01-01"),
    ("ogp_end", "2032-12-31"),
];

const PAGE: [(&str, &str); 5] = [
    ("version", "1"),
    ("title_fr", "Notre guide"),
    ("body_fr", "# Commencer\n\nLisez ceci."),
    ("title_en", ""),
    ("body_en", ""),
];

const AUDIT: [(&str, &str); 5] = [
    ("auditor", "Cabinet d’essai"),
    ("audited_on", "2026-11-20"),
    ("met", "45"),
    ("applicable", "60"),
    ("report", "https://example.org/audit"),
];

const COMMITTEE: [(&str, &str); 7] = [
    ("name", "Comité d’essai"),
    ("kind", "institution"),
    ("acronym", "CE"),
    ("purpose", "Essayer."),
    ("website", "https://example.org"),
    ("register_number", ""),
    ("slug", ""),
];

stories! {
    async fn what_the_coordinator_does_to_a_plan_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let mut cora = app.signed_in(COORDINATOR).await;
        let mut watch = Watch::begin(app).await;
        cora.post("/admin/plans", &PLAN).await.assert_redirect();
        watch.after("a plan is entered", &["/plans"]).await;
        let mut corrected = PLAN;
        corrected[1].1 = "Plan 2030-2032";
        cora.post("/admin/plans/plan-2030", &corrected[1..]).await.assert_redirect();
        watch.after("a plan is corrected", &["/plans", "/plans/plan-2030"]).await;
        let themes = "/admin/plans/plan-2027/themes";
        for name in ["Climat", "Santé"] {
            cora.post(themes, &[("name_fr", name)]).await.assert_redirect();
            watch.after("a theme is added", &["/consultations/ouvrir"]).await;
        }
        let theme = cora.get(themes).await.attributes(".items h2 a", "href").remove(2);
        cora.post(&theme, &[("name_fr", "Santé et soin")]).await.assert_redirect();
        watch.after("a theme is renamed", &["/consultations/ouvrir"]).await;
        cora.post(&format!("{theme}/move"), &[("way", "up")]).await.assert_redirect();
        watch.after("a theme is moved", &["/consultations/ouvrir"]).await;
        let calendar = "/admin/plans/plan-2027/calendar";
        let phase = [("kind", "consultation"), ("starts_on", "2026-11-20"), ("ends_on", "2026-12-18")];
        cora.post(calendar, &phase).await.assert_redirect();
        watch.after("a date is published", &["/", "/changes.atom"]).await;
        let phase = cora.get(calendar).await.attributes(".items h2 a", "href").remove(0);
        let later = [("kind", "consultation"), ("starts_on", "2027-01-20"), ("ends_on", "2027-02-19")];
        cora.post(&phase, &later).await.assert_redirect();
        watch.after("a date is moved", &["/"]).await;
        cora.post(&format!("{phase}/remove"), &[]).await.assert_redirect();
        watch.after("a date is taken away", &["/"]).await;
        transact!(app.platform.store, |tx| testing::plant_commitment(tx, scene.plan, "published").await).unwrap();
        watch.after("a commitment is there", &["/plans/plan-2027"]).await;
        cora.post("/admin/plans/plan-2027/publish", &[]).await.assert_redirect();
        watch.after("a plan is published", &["/plans", "/plans/plan-2027", "/changes.atom"]).await;
        cora.post("/admin/plans/plan-2027/end", &[]).await.assert_redirect();
        watch.after("a plan is ended", &["/plans", "/plans/plan-2027"]).await;
    }

    async fn pages_audits_and_organisations_are_read_as_they_are_now(app) {
        Scene::set(app).await;
        let mut cora = app.signed_in(COORDINATOR).await;
        let mut adrien = app.signed_in(ADMINISTRATOR).await;
        let mut watch = Watch::begin(app).await;
        cora.post("/admin/pages/guide", &PAGE).await.assert_redirect();
        watch.after("a page is edited", &["/pages/guide", "/pages/guide/versions"]).await;
        cora.post("/admin/pages", &[("slug", "contact")]).await.assert_redirect();
        watch.after("a page is begun", &[]).await;
        let text = [("version", "0"), ("title_fr", "Contact"), ("body_fr", "Écrivez-nous.")];
        cora.post("/admin/pages/contact", &text).await.assert_redirect();
        watch.after("a page is added", &[]).await;
        cora.post("/admin/accessibility", &AUDIT).await.assert_redirect();
        watch.after("an audit is recorded", &["/accessibility"]).await;
        adrien.post("/admin/organisations", &COMMITTEE).await.assert_redirect();
        watch.after("an organisation is added", &["/organisations"]).await;
        let mut corrected = COMMITTEE;
        corrected[0].1 = "Comité corrigé";
        adrien.post("/admin/organisations/comite-d-essai", &corrected).await.assert_redirect();
        watch.after("an organisation is corrected", &["/organisations", "/organisations/comite-d-essai"]).await;
        let member = adrien.get("/admin/people").await.attributes("#organisation option:last-child", "value").remove(0);
        let grant = [
            ("email", AUTHOR),
            ("role", "organisation_member"),
            ("organisation", member.as_str()),
            ("evidence", "mandat signé"),
        ];
        adrien.post("/admin/people", &grant).await.assert_redirect();
        watch.after("a role is given", &[]).await;
        let people = adrien.get("/admin/people").await;
        for revoke in people.attributes("form[action*=revoke]", "action").iter().take(1) {
            adrien.post(revoke, &[]).await.assert_redirect();
            watch.after("a role is taken back", &[]).await;
        }
    }

    async fn what_people_do_to_their_own_account_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let proposal = format!("/proposals/{}", scene.first);
        let mut ada = app.signed_in(AUTHOR).await;
        let mut watch = Watch::begin(app).await;
        ada.post("/account", &[("display_name", "Ada la relectrice"), ("language", "fr")]).await.assert_redirect();
        watch.after("an author takes another name", &[&proposal, "/consultations/ouvrir"]).await;
        ada.post("/account", &[("display_name", "Ada la relectrice"), ("language", "en")]).await.assert_redirect();
        watch.after("an author reads another language", &[]).await;
        ada.post("/account/tokens", &[("name", "essai"), ("days", "30")]).await;
        watch.after("an author makes a token", &[]).await;
        let topic = [("topic", "proposal"), ("id", &*scene.first.to_string()), ("return_to", "/")];
        ada.post("/follows", &topic).await.assert_redirect();
        watch.after("an author follows", &[]).await;
        ada.post("/account/erase", &[("email", AUTHOR)]).await.assert_redirect();
        watch.after("an author leaves", &[&proposal, "/consultations/ouvrir"]).await;
    }
}
