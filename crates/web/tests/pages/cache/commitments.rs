//! Commitments, clauses, what stands around them, and reasoned responses.

use fabrique_testkit::{TestVisitor, stories};

use super::{AGENT, AUTHOR, COLLEAGUE, COORDINATOR, Scene, watch::Watch};

const REASON: &str = "La loi le permet déjà depuis deux ans, et nous le ferons chaque mois.";

const BEGINNING: [(&str, &str); 5] = [
    ("plan", "plan-2027"),
    ("title", "Publier les avis et les réponses"),
    ("level", "initiative"),
    ("starts_on", "2027-01-01"),
    ("ends_on", "2028-12-31"),
];

/// Begins a commitment with a clause; the address of its room.
async fn begin(agent: &mut TestVisitor) -> String {
    let room = agent.post("/admin/commitments", &BEGINNING).await.assert_redirect().to_owned();
    let clause = [("text", "Chaque avis est publié avec sa réponse."), ("reason", "")];
    agent.post(&format!("{room}/clauses"), &clause).await.assert_redirect();
    let fields = [&BEGINNING[1..], &[("version", "1"), ("summary", "Chaque avis reçoit une réponse.")]].concat();
    agent.post(&room, &fields).await.assert_redirect();
    room
}

/// The version that the forms of a page carry.
async fn version(visitor: &mut TestVisitor, page: &str) -> String {
    visitor.get(page).await.attributes("input[name=version]", "value").remove(0)
}

stories! {
    async fn what_becomes_of_a_commitment_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let mut agent = app.signed_in(AGENT).await;
        let mut cora = app.signed_in(COORDINATOR).await;
        let mut watch = Watch::begin(app).await;
        let room = begin(&mut agent).await;
        watch.after("a commitment is begun", &[]).await;
        agent.post(&format!("{room}/submit"), &[("version", "2")]).await.assert_redirect();
        watch.after("a commitment is submitted", &[]).await;
        cora.post(&format!("{room}/publish"), &[("version", "3")]).await.assert_redirect();
        watch.after("a commitment is published", &["/commitments", "/plans/plan-2027", "/api/v1/commitments"]).await;
        let public = room.replace("/admin", "");
        let clause = format!("{public}/clauses/1");
        let words = [("version", "1"), ("text", "Chaque avis est publié dans le mois."), ("reason", "Plus précis.")];
        cora.post(&format!("{room}/clauses/1"), &words).await.assert_redirect();
        watch.after("a clause is amended", &[&public, &clause]).await;
        let more = [("text", "Le service compte les avis reçus."), ("reason", "Il manquait le compte.")];
        cora.post(&format!("{room}/clauses"), &more).await.assert_redirect();
        watch.after("a clause is added", &[&public]).await;
        let why = ("change_reason", "On le dit plus simplement.");
        let fields = [&BEGINNING[1..], &[("summary", "Chacun lit la réponse."), why]].concat();
        let held = version(&mut cora, &room).await;
        cora.post(&room, &[fields.as_slice(), &[("version", held.as_str())]].concat()).await.assert_redirect();
        watch.after("a commitment is edited", &[&public, "/plans/plan-2027"]).await;
        let association = scene.association.to_string();
        let parts = format!("{room}/parts");
        let held = version(&mut cora, &parts).await;
        let why = ("carrier_reason", "Il suit le sujet depuis l’atelier.");
        let carrier = [("version", held.as_str()), ("organisation", &association), ("part", "co_carrier"), why];
        cora.post(&format!("{room}/carriers"), &carrier).await.assert_redirect();
        watch.after("a carrier joins", &[&public, "/organisations/collectif-des-essais"]).await;
        let held = version(&mut cora, &parts).await;
        let gone = [("version", held.as_str()), ("gone", &association), ("carrier_gone_reason", "Il change de sujet.")];
        cora.post(&format!("{room}/carriers/remove"), &gone).await.assert_redirect();
        watch.after("a carrier leaves", &[&public, "/organisations/collectif-des-essais"]).await;
        for (path, name, day) in [("milestones", "milestone", "due_on"), ("indicators", "indicator", "unit")] {
            let held = version(&mut cora, &parts).await;
            let value = if day == "due_on" { "2027-06-30" } else { "%" };
            let why = format!("{name}_reason");
            let fields = [
                ("version", held.as_str()),
                (name, "Premier jeu de données"),
                (day, value),
                ("baseline", "12"),
                ("target", "100"),
                (&why, "Il manquait pour suivre."),
            ];
            cora.post(&format!("{room}/{path}"), &fields).await.assert_redirect();
            watch.after("a milestone or an indicator is added", &[&public]).await;
            let page = cora.get(&parts).await;
            let gone = page.attributes(&format!("form[action$='{path}/remove'] input[name=gone]"), "value").remove(0);
            let held = page.attributes("input[name=version]", "value").remove(0);
            let why = format!("{name}_gone_reason");
            let gone = [("version", held.as_str()), ("gone", &gone), (&why, "Il fait double emploi.")];
            cora.post(&format!("{room}/{path}/remove"), &gone).await.assert_redirect();
            watch.after("a milestone or an indicator is removed", &[&public]).await;
        }
        cora.post(&format!("{room}/clauses/1/repeal"), &[("version", "2"), ("reason", "Reprise par la loi.")]).await.assert_redirect();
        watch.after("a clause is repealed", &[&public, &clause]).await;
        let held = version(&mut cora, &room).await;
        let reason = [("version", held.as_str()), ("reason", "Repris par la loi de mars.")];
        cora.post(&format!("{room}/withdraw"), &reason).await.assert_redirect();
        watch.after("a commitment is withdrawn", &[&public, "/plans/plan-2027"]).await;
    }

    async fn what_becomes_of_a_response_is_read_at_once(app) {
        let scene = Scene::set(app).await;
        let (first, proposal) = (scene.first.to_string(), format!("/proposals/{}", scene.first));
        let mut agent = app.signed_in(AGENT).await;
        let mut colleague = app.signed_in(COLLEAGUE).await;
        let mut cora = app.signed_in(COORDINATOR).await;
        let mut ada = app.signed_in(AUTHOR).await;
        let room = begin(&mut agent).await;
        agent.post(&format!("{room}/submit"), &[("version", "2")]).await.assert_redirect();
        cora.post(&format!("{room}/publish"), &[("version", "3")]).await.assert_redirect();
        let mut watch = Watch::begin(app).await;
        watch.meet(&format!("{proposal}/thread")).await;
        let form = agent.get(&format!("/admin/responses/new?proposals={}&proposals={first}", scene.second)).await;
        let clause = form.attributes("input[name=clauses]", "value").remove(0);
        let names = form.attributes("form.form input[type=hidden]", "name");
        let values = form.attributes("form.form input[type=hidden]", "value");
        let mut fields: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
        fields.extend([("contributions", first.as_str()), ("decision", "taken_up"), ("reason", REASON)]);
        fields.extend([("clauses", clause.as_str()), ("then", "submit")]);
        let path = agent.post("/admin/responses/new", &fields).await.assert_redirect().to_owned();
        watch.after("a response is drafted", &[]).await;
        let held = version(&mut colleague, &path).await;
        let public = colleague.post(&format!("{path}/publish"), &[("version", &held)]).await.assert_redirect().to_owned();
        let public = public.split('#').next().unwrap().to_owned();
        let (commitment, thread) = (room.replace("/admin", ""), format!("{proposal}/thread"));
        let clause = format!("{commitment}/clauses/1");
        watch
            .after("a response is published", &[&proposal, &thread, &clause, "/responses", "/transparency", "/consultations/ouvrir"])
            .await;
        let body = "La réponse parle d’un autre guichet que le mien.";
        ada.post(&format!("{public}/contest"), &[("proposal", &first), ("body", body)]).await.assert_redirect();
        watch.after("a response is contested", &[&public]).await;
        let reply = agent.get(&public).await.attributes("form[action$=reply]", "action").remove(0);
        agent.post(&reply, &[("reply", "Vous avez raison, nous complétons la réponse.")]).await.assert_redirect();
        watch.after("a contest is replied to", &[&public]).await;
        let held = version(&mut cora, &format!("{path}/correct")).await;
        let words = REASON.replace("deux", "trois");
        let fields = [("version", held.as_str()), ("decision", "postponed"), ("reason", &words), ("correction_note", "Le décret a changé.")];
        cora.post(&format!("{path}/correct"), &fields).await.assert_redirect();
        watch.after("a response is corrected", &[&public, &proposal, "/responses", "/transparency"]).await;
    }
}
