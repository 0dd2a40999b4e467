//! The desk: choosing, writing, reading over, publishing, being contested, correcting.

use fabrique_testkit::{TestApp, TestVisitor, stories};

use super::bureau::{Bureau, REASON};

async fn agent(app: &TestApp) -> TestVisitor {
    app.signed_in("agent@example.org").await
}

/// The fields of a form as the page holds them, hidden and chosen.
fn hidden(page: &fabrique_testkit::Page) -> Vec<(String, String)> {
    let names = page.attributes("form.form input[type=hidden]", "name");
    let values = page.attributes("form.form input[type=hidden]", "value");
    names.into_iter().zip(values).collect()
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

stories! {
    async fn an_agent_answers_two_contributions_and_a_colleague_publishes(app) {
        let bureau = Bureau::open(app).await;
        let (one, two) = (bureau.proposal(app, "Publier les délais").await, bureau.proposal(app, "Publier les avis").await);
        let mut agent = agent(app).await;
        let desk = agent.get("/admin/responses").await;
        assert_eq!(desk.assert_ok().texts("tbody th"), ["Publier les délais", "Publier les avis"]);
        let form = agent.get(&format!("/admin/responses/new?proposals={one}&proposals={two}")).await;
        assert_eq!(form.assert_ok().attributes("input[name=contributions][checked]", "value").len(), 2);
        let (one, two) = (one.to_string(), two.to_string());
        let mut fields = hidden(&form);
        for (name, value) in [("contributions", one.as_str()), ("contributions", &two), ("decision", "out_of_scope"), ("reason", REASON), ("then", "submit")] {
            fields.push((name.to_owned(), value.to_owned()));
        }
        let path = agent.post("/admin/responses/new", &borrowed(&fields)).await.assert_redirect().to_owned();
        let own = agent.get(&path).await;
        own.assert_ok().assert_says("Vous avez écrit cette réponse");
        let mut colleague = app.signed_in("colleague@example.org").await;
        let review = colleague.get(&path).await;
        let version = review.attributes("form[action$=publish] input[name=version]", "value").remove(0);
        let public = colleague.post(&format!("{path}/publish"), &[("version", &version)]).await.assert_redirect().to_owned();
        app.visitor().get(&public).await.assert_ok().assert_says(REASON);
        agent.get("/admin/responses").await.assert_says("Rien n’attend de réponse ici");
    }

    async fn what_was_typed_stays_when_something_is_missing(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await.to_string();
        let mut agent = agent(app).await;
        let form = agent.get(&format!("/admin/responses/new?proposals={one}")).await;
        let mut fields = hidden(&form);
        fields.push(("contributions".into(), one.clone()));
        fields.push(("reason".into(), "Non, et voici pourquoi.".into()));
        fields.push(("then".into(), "submit".into()));
        let again = agent.post("/admin/responses/new", &borrowed(&fields)).await;
        again.assert_status(422).assert_says("Non, et voici pourquoi.");
        assert!(again.has("#decision-error") && again.attributes(".error-summary a", "href").contains(&"#decision".to_owned()));
        fields.push(("decision".into(), "postponed".into()));
        let again = agent.post("/admin/responses/new", &borrowed(&fields)).await;
        again.assert_status(422);
        assert!(again.has("#reason-error"), "a word is not a reason");
        fields.retain(|(name, _)| name != "decision");
        fields.push(("decision".into(), "taken_up".into()));
        fields.retain(|(name, _)| name != "reason");
        fields.push(("reason".into(), REASON.into()));
        agent.post("/admin/responses/new", &borrowed(&fields)).await.assert_status(422).assert_says("demande une clause");
    }

    async fn a_draft_is_kept_sent_back_and_thrown_away(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await;
        let id = bureau.draft(app, &[one]).await;
        let mut agent = agent(app).await;
        let path = format!("/admin/responses/{id}");
        agent.get("/admin/responses?show=drafts").await.assert_ok().assert_says("Publier les délais");
        let form = agent.get(&path).await;
        let mut fields = hidden(&form);
        for (name, value) in [("contributions", one.to_string().as_str()), ("decision", "out_of_scope"), ("reason", REASON), ("then", "submit")] {
            fields.push((name.to_owned(), value.to_owned()));
        }
        agent.post(&path, &borrowed(&fields)).await.assert_redirect();
        agent.post(&path, &borrowed(&fields)).await.assert_status(422).assert_says("entre-temps");
        let mut coordinator = app.signed_in("coordinator@example.org").await;
        coordinator.get("/admin/responses?show=review").await.assert_says("Publier les délais");
        coordinator.post(&format!("{path}/return"), &[("version", "2"), ("note", "")]).await.assert_status(422);
        coordinator.post(&format!("{path}/return"), &[("version", "2"), ("note", "Dites quand.")]).await.assert_redirect();
        agent.get(&path).await.assert_ok().assert_says("Dites quand.");
        agent.post(&format!("{path}/discard"), &[("version", "2")]).await.assert_redirect();
        agent.get(&path).await.assert_status(404);
    }

    async fn the_author_contests_once_and_the_institution_replies(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await;
        let id = bureau.published(app, &[one]).await;
        let path = format!("/responses/{id}");
        assert!(!app.visitor().get(&path).await.has("#body"), "only the author contests");
        let mut author = app.signed_in("author@example.org").await;
        let page = author.get(&path).await;
        assert!(page.has("#body"));
        let proposal = one.to_string();
        author.post(&format!("{path}/contest"), &[("proposal", &proposal), ("body", "Non.")]).await.assert_status(422).assert_says("Non.");
        let against = "La réponse parle d’un autre guichet que le mien.";
        author.post(&format!("{path}/contest"), &[("proposal", &proposal), ("body", against)]).await.assert_redirect();
        let mut agent = agent(app).await;
        agent.get("/admin/responses?show=contests").await.assert_says("La réponse parle");
        let page = agent.get(&path).await;
        let action = page.attributes("form[action$=reply]", "action").remove(0);
        agent.post(&action, &[("reply", "Vous avez raison, nous complétons la réponse.")]).await.assert_redirect();
        app.visitor().get(&path).await.assert_says(against).assert_says("Vous avez raison, nous complétons");
        author.post(&format!("{path}/contest"), &[("proposal", &proposal), ("body", against)]).await.assert_status(409);
    }

    async fn a_correction_is_read_word_by_word(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await;
        let id = bureau.published(app, &[one]).await;
        let mut coordinator = app.signed_in("coordinator@example.org").await;
        let form = coordinator.get(&format!("/admin/responses/{id}/correct")).await;
        assert!(form.assert_ok().body.contains(REASON));
        let words = REASON.replace("deux ans", "trois ans");
        let fields = [("version", "1"), ("decision", "postponed"), ("reason", words.as_str()), ("correction_note", "Le décret a changé.")];
        coordinator.post(&format!("/admin/responses/{id}/correct"), &fields).await.assert_redirect();
        let page = app.visitor().get(&format!("/responses/{id}")).await;
        page.assert_says("Le décret a changé.").assert_says("hors champ");
        assert!(page.text("ins").contains("trois") && page.text("del").contains("deux"));
        coordinator.post(&format!("/admin/responses/{id}/correct"), &fields).await.assert_status(422);
    }

    async fn the_desk_is_closed_to_others(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await;
        let id = bureau.draft(app, &[one]).await;
        let addresses = [
            "/admin/responses".to_owned(),
            format!("/admin/responses/new?proposals={one}"),
            format!("/admin/responses/{id}"),
            format!("/admin/responses/{id}/correct"),
        ];
        let mut author = app.signed_in("author@example.org").await;
        for address in addresses {
            let status = author.get(&address).await.status.as_u16();
            assert!(matches!(status, 403 | 404), "{address}: {status}");
            let page = app.visitor().get(&address).await;
            assert!(!page.status.is_success(), "{address}");
        }
        author.post(&format!("/admin/responses/{id}/publish"), &[("version", "1")]).await.assert_status(403);
        author.post(&format!("/admin/responses/{id}/publish"), &[("version", "x")]).await.assert_status(422);
    }
}
