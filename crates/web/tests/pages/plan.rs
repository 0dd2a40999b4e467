//! The home page, the plans, and the rooms where the coordinator keeps them.

use fabrique_domain::{LocalizedText, account::Role, consultation::Ballot, consultation::Consultation, id::PlanId};
use fabrique_storage::{consultation, plan, testing, transact};
use fabrique_testkit::{TestApp, TestVisitor, people::person, stories};

/// Somebody signed in with a role.
pub(crate) async fn signed_in_as(app: &TestApp, role: Role) -> TestVisitor {
    transact!(app.platform.store, |tx| person(tx, "camille", role, None).await).unwrap();
    app.signed_in("camille@example.org").await
}

/// A plan in preparation.
pub(crate) async fn plan_in(app: &TestApp, slug: &str) -> PlanId {
    transact!(app.platform.store, |tx| testing::plant_plan(tx, slug).await).unwrap()
}

/// A published commitment of a plan, without which it is not published.
pub(crate) async fn commitment_in(app: &TestApp, plan: PlanId) {
    transact!(app.platform.store, |tx| testing::plant_commitment(tx, plan, "published").await).unwrap();
}

/// A consultation announced and approved, opening `opens_in` days from now for thirty.
async fn consultation_in(app: &TestApp, plan_id: PlanId, slug: &str, opens_in: i64) {
    transact!(app.platform.store, |tx| {
        let now = tx.now();
        let opens_at = now.plus(opens_in * fabrique_domain::time::DAY);
        let consultation = Consultation {
            id: tx.new_id(),
            plan_id,
            slug: slug.into(),
            title: LocalizedText::both(format!("Ouvrir {slug}"), format!("Opening {slug}")),
            summary: LocalizedText::french("Que faut-il ouvrir d’abord ?"),
            rules: LocalizedText::french("Chaque contribution reçoit une réponse."),
            information: LocalizedText::french("Le bilan du plan précédent."),
            follow_up: LocalizedText::default(),
            opens_at,
            closes_at: opens_at.plus(30 * fabrique_domain::time::DAY),
            announced_at: Some(now),
            approved_at: Some(now),
            outcome: None,
            outcome_reason: String::new(),
            outcome_at: None,
            ballot: Ballot::SupportOnly,
            answer_within_days: 60,
            source: String::new(),
            proposals: 0,
            answered: 0,
            positions: 0,
            arguments: 0,
            created_at: now,
        };
        consultation::insert(tx, &consultation).await
    })
    .unwrap();
}

const PLAN: [(&str, &str); 8] = [
    ("slug", "2027-2029"),
    ("national_label_fr", "Plan d’action 2027-2029"),
    ("national_label_en", "Action plan 2027-2029"),
    ("ogp_label", "France Action Plan 2027-2029"),
    ("national_start", "2027-01-01"),
    ("national_end", "2029-12-31"),
    ("ogp_start", "2027-01-01"),
    ("ogp_end", "2029-12-31"),
];

fn with<'a>(fields: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(field, old)| (*field, if *field == name { value } else { *old })).collect()
}

stories! {
    async fn the_home_page_of_an_empty_platform_says_what_can_be_done(app) {
        let page = app.visitor().get("/").await;
        page.assert_ok().assert_says("Aucune consultation n’est ouverte pour l’instant");
        assert_eq!(page.text("h1"), "Ce que vous proposez, ce que l’État répond, ce qui est fait");
        assert!(page.attributes("main a.button", "href").contains(&"/pages/guide".to_owned()));
        assert!(!page.has(".phases"));
    }

    async fn the_home_page_leads_to_the_open_consultation_that_closes_first(app) {
        let plan = plan_in(app, "plan").await;
        consultation_in(app, plan, "tard", -1).await;
        consultation_in(app, plan, "tot", -10).await;
        consultation_in(app, plan, "bientot", 5).await;
        let page = app.visitor().get("/").await;
        page.assert_ok().assert_says("ouverte, encore 20 jours");
        assert_eq!(page.attributes("main a.button", "href"), ["/consultations/tot"]);
        page.assert_says("ouvre le 28 novembre 2026");
        page.assert_says("Consultation");
        let mut reader = app.visitor();
        reader.accept_language = "en".into();
        reader.get("/").await.assert_ok().assert_says("Take part: Opening tot");
    }

    async fn a_kept_home_page_changes_as_soon_as_a_date_is_published(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        let mut reader = app.visitor();
        coordinator.post("/admin/plans", &PLAN).await.assert_redirect();
        assert!(!reader.get("/").await.has(".phases"));
        let phase = [("kind", "consultation"), ("starts_on", "2026-11-20"), ("ends_on", "2026-12-18")];
        coordinator.post("/admin/plans/2027-2029/calendar", &phase).await.assert_redirect();
        let page = reader.get("/").await;
        assert_eq!(page.texts(".phase--current .phase__name"), ["Consultation"]);
        page.assert_says("Il reste 25 jours");
        page.assert_says("Calendrier mis à jour");
    }

    async fn a_plan_is_announced_then_published_then_ended(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        let page = coordinator.post_and_follow("/admin/plans", &PLAN).await;
        page.assert_ok();
        assert_eq!(page.text("h1"), "Plan d’action 2027-2029");
        app.visitor().get("/plans").await.assert_ok().assert_says("en préparation");
        coordinator.post("/admin/plans/2027-2029/publish", &[]).await.assert_status(409);
        let plan = plan::find_by_slug(&mut app.platform.store.read().await.unwrap(), "2027-2029").await.unwrap();
        commitment_in(app, plan.unwrap().id).await;
        coordinator.post("/admin/plans/2027-2029/publish", &[]).await.assert_redirect();
        app.visitor().get("/plans").await.assert_says("en vigueur");
        coordinator.post("/admin/plans/2027-2029/publish", &[]).await.assert_status(409).assert_says("déjà publié");
        coordinator.post("/admin/plans/2027-2029/end", &[]).await.assert_redirect();
        app.visitor().get("/plans").await.assert_says("terminé");
    }

    async fn a_plan_that_ends_before_it_begins_comes_back_with_what_was_typed(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        let page = coordinator.post("/admin/plans", &with(&PLAN, "national_end", "2026-12-31")).await;
        page.assert_status(422).assert_says("la fin vient après le début");
        assert_eq!(page.attributes("#national_end", "value"), ["2026-12-31"]);
        assert_eq!(page.attributes("#national_label_fr", "value"), ["Plan d’action 2027-2029"]);
        assert_eq!(page.attributes(".error-summary a", "href"), ["#national_end"]);
        for (field, value) in [("slug", "Été !"), ("national_start", "hier"), ("national_label_fr", "")] {
            let page = coordinator.post("/admin/plans", &with(&PLAN, field, value)).await;
            page.assert_status(422);
            assert!(page.has(&format!("#{field}-error")), "{field}");
        }
        coordinator.post("/admin/plans", &PLAN).await.assert_redirect();
        coordinator.post("/admin/plans", &PLAN).await.assert_status(422).assert_says("déjà pris");
    }

    async fn themes_are_added_renamed_and_moved(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        plan_in(app, "plan").await;
        for name in ["Climat", "Santé"] {
            coordinator.post("/admin/plans/plan/themes", &[("name_fr", name)]).await.assert_redirect();
        }
        coordinator.post("/admin/plans/plan/themes", &[("name_fr", "climat")]).await.assert_status(422);
        let page = coordinator.get("/admin/plans/plan/themes").await;
        assert_eq!(page.texts(".items h2"), ["Climat", "Santé"]);
        let theme = page.attributes(".items h2 a", "href").remove(1);
        let page = coordinator.post_and_follow(&format!("{theme}/move"), &[("way", "up")]).await;
        assert_eq!(page.texts(".items h2"), ["Santé", "Climat"]);
        let page = coordinator.post_and_follow(&theme, &[("name_fr", "Santé et soin")]).await;
        assert_eq!(page.texts(".items h2"), ["Santé et soin", "Climat"]);
        coordinator.post(&format!("{theme}/move"), &[("way", "sideways")]).await.assert_status(422);
    }

    async fn a_date_published_too_late_warns_and_is_kept(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        plan_in(app, "plan").await;
        let phase = [("kind", "consultation"), ("starts_on", "2026-11-30"), ("ends_on", "2026-12-31")];
        let page = coordinator.post_and_follow("/admin/plans/plan/calendar", &phase).await;
        assert_eq!(page.texts(".notice--warning").len(), 1);
        page.assert_says("Ici, 7 jours");
        coordinator.get("/admin").await.assert_ok().assert_says("moins de deux semaines");
        let address = page.attributes(".items h2 a", "href").remove(0);
        coordinator.get(&address).await.assert_ok();
        let later = [("kind", "consultation"), ("starts_on", "2027-01-30"), ("ends_on", "2027-02-28")];
        let page = coordinator.post_and_follow(&address, &later).await;
        assert!(!page.has(".notice--warning"));
        let page = coordinator.post_and_follow(&format!("{address}/remove"), &[]).await;
        page.assert_says("Aucune date n’est encore publiée");
    }

    async fn the_rooms_of_the_coordinator_are_closed_to_others(app) {
        plan_in(app, "plan").await;
        let mut citizen = signed_in_as(app, Role::Citizen).await;
        for path in ["/admin", "/admin/plans", "/admin/plans/plan", "/admin/plans/plan/themes", "/admin/plans/plan/calendar"] {
            citizen.get(path).await.assert_status(403);
            let answer = app.visitor().get(path).await;
            assert!(matches!(answer.status.as_u16(), 303 | 401), "{path}: {}", answer.status);
        }
        citizen.post("/admin/plans", &PLAN).await.assert_status(403);
        citizen.post("/admin/plans/plan/publish", &[]).await.assert_status(403);
        let plans = plan::list(&mut app.platform.store.read().await.unwrap()).await.unwrap();
        assert_eq!(plans.len(), 1);
    }

    async fn what_is_not_there_is_not_found(app) {
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        plan_in(app, "plan").await;
        for path in [
            "/admin/plans/nulle-part",
            "/admin/plans/plan/themes/x",
            "/admin/plans/plan/calendar/0193a0b0-0000-7000-8000-000000000001",
        ] {
            coordinator.get(path).await.assert_status(404);
        }
    }
}
