//! Being told by e-mail, following, stopping.

use axum::{body::Body, http::Request};
use fabrique_domain::{account::Role, id::PlanId};
use fabrique_testkit::stories;

use crate::plan::{commitment_in, plan_in, signed_in_as};

fn fields(plan: PlanId) -> [(&'static str, String); 3] {
    [("topic", "plan".into()), ("id", plan.to_string()), ("email", "dominique@example.org".into())]
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

stories! {
    async fn somebody_asks_confirms_is_told_and_stops_without_an_account(app) {
        let plan = plan_in(app, "plan").await;
        let mut reader = app.visitor();
        let form = reader.get(&format!("/subscriptions/new?topic=plan&id={plan}")).await;
        form.assert_ok().assert_says("Être prévenu par courriel");
        let answer = reader.post_and_follow("/subscriptions", &borrowed(&fields(plan))).await;
        answer.assert_ok().assert_says("Regardez votre boîte aux lettres");
        app.run_jobs().await;
        let link = app.link_for("dominique@example.org", "/subscriptions/");
        reader.get(&link).await.assert_ok().assert_says("Un dernier geste");
        reader.post(&link, &[]).await.assert_ok().assert_says("Votre abonnement est confirmé");

        commitment_in(app, plan).await;
        let mut coordinator = signed_in_as(app, Role::Coordinator).await;
        coordinator.post("/admin/plans/plan/publish", &[]).await.assert_redirect();
        app.run_jobs().await;
        let mail = app.mailbox.take().into_iter().find(|mail| mail.to == "dominique@example.org").unwrap();
        assert!(mail.subject.contains("Publié"), "{}", mail.subject);

        let stop = mail.unsubscribe.unwrap().replace("http://fabrique.example", "");
        reader.get(&stop).await.assert_ok().assert_says("Ne plus recevoir ces messages");
        let one_click = Request::post(&stop).header("content-type", "application/x-www-form-urlencoded");
        let answer = app.visitor().send(one_click, Body::from("List-Unsubscribe=One-Click")).await;
        answer.assert_ok().assert_says("C’est fait");
        reader.get(&stop).await.assert_ok().assert_says("C’est fait");
    }

    async fn pages_with_a_secret_in_their_address_are_kept_by_no_cache(app) {
        let plan = plan_in(app, "plan").await;
        let mut reader = app.visitor();
        reader.post("/subscriptions", &borrowed(&fields(plan))).await.assert_redirect();
        app.run_jobs().await;
        let page = reader.get(&app.link_for("dominique@example.org", "/subscriptions/")).await;
        assert_eq!(page.headers["cache-control"], "private, no-store");
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
    }

    async fn what_was_mistyped_stays_and_what_does_not_exist_is_not_found(app) {
        let plan = plan_in(app, "plan").await;
        let mut reader = app.visitor();
        let id = plan.to_string();
        let page = reader.post("/subscriptions", &[("topic", "plan"), ("id", &id), ("email", "dominique@")]).await;
        page.assert_status(422);
        assert_eq!(page.attributes("#email", "value"), ["dominique@"]);
        assert!(page.has("#email-error"));
        for address in ["topic=plan&id=x", "topic=x", "", "topic=proposal&id=0193a0b0-0000-7000-8000-000000000001"] {
            reader.get(&format!("/subscriptions/new?{address}")).await.assert_status(404);
        }
        for token in ["x", "%C3%A9"] {
            reader.get(&format!("/subscriptions/{token}/confirm")).await.assert_status(404);
            reader.post(&format!("/subscriptions/{token}/unsubscribe"), &[]).await.assert_status(404);
        }
    }

    async fn a_signed_in_person_follows_and_stops_following(app) {
        let plan = plan_in(app, "plan").await.to_string();
        let mut citizen = signed_in_as(app, Role::Citizen).await;
        let follow = [("topic", "plan"), ("id", &*plan), ("return_to", "/account/follows")];
        let page = citizen.post_and_follow("/follows", &follow).await;
        assert_eq!(page.assert_ok().texts(".items h2"), ["plan"]);
        let stop = [follow[0], follow[1], follow[2], ("stop", "1")];
        citizen.post_and_follow("/follows", &stop).await.assert_says("Vous ne suivez rien pour l’instant");
        citizen.post("/follows", &[("topic", "x"), ("id", &plan)]).await.assert_status(422);
        let elsewhere = [follow[0], follow[1], ("return_to", "https://evil.example/")];
        assert!(citizen.post("/follows", &elsewhere).await.assert_redirect().starts_with('/'));
    }
}
