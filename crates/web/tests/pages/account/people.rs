//! Giving roles and keeping organisations.

use fabrique_app::account::{GrantInput, Invitation, invite};
use fabrique_domain::{
    Language,
    account::{Actor, Role},
    text::{EmailAddress, Line},
    time::MINUTE,
};
use fabrique_storage::transact;
use fabrique_testkit::{TestApp, TestVisitor, stories};

/// Somebody who runs the site, invited from the console.
async fn administrator(app: &TestApp) -> TestVisitor {
    let grant = GrantInput {
        role: Role::Administrator,
        organisation_id: None,
        evidence: Line::parse("named by the operator").unwrap(),
    };
    let email = EmailAddress::parse("admin@example.org").unwrap();
    let invitation = Invitation { email, language: Language::French, grant };
    transact!(app.platform.store, |tx| invite(&app.platform, &Actor::Platform, tx, &invitation).await).unwrap();
    app.run_jobs().await;
    let link = app.link_for("admin@example.org", "/sign-in/link/");
    let mut visitor = app.visitor();
    visitor.post(&link, &[]).await.assert_redirect();
    visitor
}

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
    async fn an_organisation_is_added_then_corrected(app) {
        let mut admin = administrator(app).await;
        let page = admin.post_and_follow("/admin/organisations", &COMMITTEE).await;
        assert_eq!(page.assert_ok().text("h1"), "Comité d’essai");
        assert_eq!(page.path, "/organisations/comite-d-essai");
        admin.post("/admin/organisations", &COMMITTEE).await.assert_status(422).assert_says("déjà pris");
        let mut corrected = COMMITTEE;
        corrected[0] = ("name", "Comité corrigé");
        let page = admin.post_and_follow("/admin/organisations/comite-d-essai", &corrected).await;
        assert_eq!(page.assert_ok().text("h1"), "Comité corrigé");
        app.visitor().get("/organisations").await.assert_ok().assert_says("Comité corrigé");
    }

    async fn a_site_that_is_no_address_of_the_web_is_refused(app) {
        let mut admin = administrator(app).await;
        let mut fields = COMMITTEE;
        fields[4] = ("website", "javascript:alert(1)");
        let page = admin.post("/admin/organisations", &fields).await;
        page.assert_status(422);
        assert_eq!(page.attributes("#name", "value"), ["Comité d’essai"]);
    }

    async fn a_role_is_given_with_its_evidence_and_taken_back(app) {
        let mut admin = administrator(app).await;
        admin.post("/admin/organisations", &COMMITTEE).await.assert_redirect();
        let form = admin.get("/admin/people").await;
        let ministry = form.attributes("#organisation option:last-child", "value").remove(0);
        let fields = [
            ("email", "agent@example.org"),
            ("role", "agent"),
            ("organisation", &ministry),
            ("evidence", "adresse dans le domaine du comité"),
        ];
        app.clock.pass(MINUTE);
        admin.post_and_follow("/admin/people", &fields).await.assert_says("adresse dans le domaine du comité");
        app.run_jobs().await;
        let link = app.link_for("agent@example.org", "/sign-in/link/");
        let mut agent = app.visitor();
        agent.post(&link, &[]).await.assert_redirect();
        agent.get("/account").await.assert_ok().assert_says("agent public");
        agent.get("/admin/people").await.assert_status(403);
        let people = admin.get("/admin/people").await;
        let revoke = people.attributes("form[action*=revoke]", "action").remove(0); // the newest role comes first
        admin.post_and_follow(&revoke, &[]).await.assert_says("Le rôle est retiré");
        assert!(!agent.get("/account").await.texts("main").join(" ").contains("agent public"));
    }

    async fn an_agent_is_always_of_an_organisation(app) {
        let mut admin = administrator(app).await;
        let fields = [("email", "agent@example.org"), ("role", "agent"), ("evidence", "adresse vérifiée")];
        let page = admin.post("/admin/people", &fields).await;
        page.assert_status(422);
        assert!(page.has("#organisation-error"));
        app.run_jobs().await;
        assert!(app.mailbox.take().is_empty());
    }

    async fn the_rooms_of_the_administration_are_closed_to_others(app) {
        let mut citizen = app.signed_in("camille@example.org").await;
        for path in ["/admin/people", "/admin/organisations"] {
            citizen.get(path).await.assert_status(403);
            app.visitor().get(path).await.assert_redirect();
            citizen.post(path, &COMMITTEE).await.assert_status(403);
        }
    }
}
