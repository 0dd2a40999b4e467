//! Pages of content, their versions, the accessibility statement.

use fabrique_domain::account::Role;
use fabrique_testkit::stories;

use crate::plan::signed_in_as;

const TEXT: [(&str, &str); 5] = [
    ("version", "1"),
    ("title_fr", "Notre guide"),
    ("body_fr", "# Commencer\n\nLisez <script>alert(1)</script> ceci."),
    ("title_en", ""),
    ("body_en", ""),
];

stories! {
    async fn every_page_of_the_footer_is_there_in_both_languages(app) {
        let mut reader = app.visitor();
        for slug in ["guide", "rules", "legal", "privacy"] {
            let page = reader.get(&format!("/pages/{slug}")).await;
            page.assert_ok();
            assert!(page.texts(".prose h2").len() > 2, "{slug}");
            assert_eq!(page.attributes(".prose", "lang"), ["fr"]);
            let english = reader.get(&format!("/pages/{slug}?lang=en")).await;
            assert_eq!(english.attributes(".prose", "lang"), ["en"], "{slug}");
            reader.get("/?lang=fr").await;
        }
        assert_eq!(reader.get("/pages/accessibility").await.assert_redirect(), "/accessibility");
        reader.get("/pages/nulle-part").await.assert_status(404);
        reader.get("/pages/guide/versions").await.assert_ok().assert_says("Une seule version");
    }

    async fn a_page_is_edited_and_what_changed_can_be_seen(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        let form = coordinator.get("/admin/pages/guide").await;
        assert!(form.assert_ok().text("#body_fr").contains("gouvernement ouvert"));
        let page = coordinator.post_and_follow("/admin/pages/guide", &TEXT).await;
        assert_eq!((page.text("h1"), page.text(".prose h2")), ("Notre guide".into(), "Commencer".into()));
        assert!(!page.body.contains("<script>alert"), "nothing runs");
        let versions = app.visitor().get("/pages/guide/versions").await;
        assert_eq!(versions.texts(".items h2"), ["Version 2", "Version 1"]);
        let second = app.visitor().get("/pages/guide/versions/2").await;
        assert!(second.texts("ins").join(" ").contains("Notre guide"));
        assert!(!second.texts("del").is_empty());
        app.visitor().get("/pages/guide/versions/9").await.assert_status(404);
        app.visitor().get("/pages/guide/versions/x").await.assert_status(404);
    }

    async fn somebody_who_was_overtaken_loses_nothing(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        coordinator.post("/admin/pages/rules", &TEXT).await.assert_redirect();
        let page = coordinator.post("/admin/pages/rules", &TEXT).await;
        page.assert_status(422).assert_says("Quelqu’un a modifié ce texte entre-temps");
        assert_eq!(page.attributes("#title_fr", "value"), ["Notre guide"]);
        let version = page.attributes("input[name=version]", "value").remove(0);
        let again: Vec<_> =
            TEXT.iter().map(|(name, value)| (*name, if *name == "version" { &*version } else { *value })).collect();
        coordinator.post("/admin/pages/rules", &again).await.assert_redirect();
    }

    async fn a_page_of_ones_own_is_written(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        coordinator.post("/admin/pages", &[("slug", "Contact !")]).await.assert_status(422);
        let form = coordinator.post_and_follow("/admin/pages", &[("slug", "contact")]).await;
        assert_eq!(form.attributes("input[name=version]", "value"), ["0"]);
        let text = [("version", "0"), ("title_fr", "Contact"), ("body_fr", "Écrivez-nous.")];
        coordinator.post("/admin/pages/contact", &text).await.assert_redirect();
        app.visitor().get("/pages/contact").await.assert_ok().assert_says("Écrivez-nous.");
        coordinator.get("/admin/pages").await.assert_says("Contact");
        let empty = [("version", "1"), ("title_fr", ""), ("body_fr", "")];
        let page = coordinator.post("/admin/pages/contact", &empty).await;
        assert_eq!(page.assert_status(422).texts(".field__error").len(), 2);
    }

    async fn only_those_who_keep_pages_edit_them(app) {
        let mut citizen = signed_in_as(app, Role::Citizen).await;
        citizen.post("/admin/pages/guide", &TEXT).await.assert_status(403);
        for path in ["/admin/pages", "/admin/pages/guide", "/admin/accessibility"] {
            citizen.get(path).await.assert_status(403);
        }
        assert!(!citizen.get("/pages/guide").await.has("main a.button"));
    }

    async fn the_accessibility_statement_follows_the_audit(app) {
        let mut reader = app.visitor();
        assert_eq!(reader.get("/accessibility").await.text(".lead strong"), "non conforme");
        let foot = "footer a[href=\"/accessibility\"]";
        assert_eq!(reader.get("/pages/guide").await.text(foot), "Accessibilité : non conforme");
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        let audit = [
            ("auditor", "Cabinet d’essai"),
            ("audited_on", "2026-11-20"),
            ("met", "45"),
            ("applicable", "60"),
            ("report", "https://example.org/audit"),
        ];
        coordinator.post("/admin/accessibility", &audit).await.assert_redirect();
        let page = reader.get("/accessibility").await;
        assert_eq!(page.text(".lead strong"), "partiellement conforme");
        page.assert_says("45 critères respectés sur 60").assert_says("Cabinet d’essai");
        assert_eq!(reader.get("/pages/guide").await.text(foot), "Accessibilité : partiellement conforme");
        for (field, value) in [("met", "61"), ("met", "x"), ("audited_on", "2026-12-24"), ("report", "javascript:x")] {
            let wrong: Vec<_> =
                audit.iter().map(|(name, old)| (*name, if *name == field { value } else { *old })).collect();
            let page = coordinator.post("/admin/accessibility", &wrong).await;
            page.assert_status(422);
            assert!(page.has(&format!("#{field}-error")), "{field} {value}");
        }
    }
}
