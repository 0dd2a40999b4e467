//! What those who write commitments do.

use fabrique_domain::commitment::Level;
use fabrique_testkit::{Page, stories};

use super::workshop::{AGENT, CLAUSE, COORDINATOR, Workshop};

fn assert_every_word_is_there(page: &Page) {
    let marks = ["⁇", "[trace-", "[commitment-", "[clause-", "[level-", "[part-", "[form-"];
    assert!(marks.iter().all(|mark| !page.body.contains(mark)), "{}", page.body);
}

const BEGINNING: [(&str, &str); 5] = [
    ("plan", "plan-2027"),
    ("title", "Publier les avis et les réponses"),
    ("level", "initiative"),
    ("starts_on", "2027-01-01"),
    ("ends_on", "2028-12-31"),
];

stories! {
    async fn an_agent_begins_writes_and_submits_and_the_coordinator_publishes(app) {
        Workshop::open(app).await;
        let mut agent = app.signed_in(AGENT).await;
        agent.get("/admin/commitments").await.assert_ok().assert_says("Aucun engagement n’est commencé");
        let room = agent.post("/admin/commitments", &BEGINNING).await.assert_redirect().to_owned();
        let page = agent.get(&room).await;
        page.assert_ok().assert_says("une phrase qui dit ce qui change");
        assert_every_word_is_there(&page);
        let clause = [("text", CLAUSE), ("reason", "")];
        agent.post(&format!("{room}/clauses"), &clause).await.assert_redirect();
        let page = agent.get(&format!("{room}/parts")).await;
        page.assert_ok().assert_says(CLAUSE).assert_says("Ministère des essais, pilote");
        assert_every_word_is_there(&page);
        let fields = [&BEGINNING[1..], &[("version", "1"), ("summary", "Chaque avis reçoit une réponse.")]].concat();
        agent.post(&room, &fields).await.assert_redirect();
        agent.post(&format!("{room}/submit"), &[("version", "2")]).await.assert_redirect();
        agent.post(&format!("{room}/publish"), &[("version", "3")]).await.assert_status(403);
        let mut coordinator = app.signed_in(COORDINATOR).await;
        coordinator.post(&format!("{room}/publish"), &[("version", "3")]).await.assert_redirect();
        let public = room.replace("/admin", "");
        app.visitor().get(&public).await.assert_ok().assert_says("Chaque avis reçoit une réponse.");
    }

    async fn what_is_wrong_is_said_beside_the_field_and_what_was_typed_is_kept(app) {
        Workshop::open(app).await;
        let mut agent = app.signed_in(AGENT).await;
        let wrong = [("plan", "plan-2027"), ("title", "Court"), ("level", "action"), ("starts_on", "hier"), ("ends_on", "")];
        let page = agent.post("/admin/commitments", &wrong).await;
        page.assert_status(422);
        assert!(page.has(".error-summary") && page.has("#title-error") && page.has("#starts_on-error"));
        assert_eq!(page.attributes("#title", "value"), ["Court"]);
        assert_every_word_is_there(&page);
    }

    async fn a_milestone_is_changed_on_its_own_page_and_everybody_reads_why(app) {
        let workshop = Workshop::open(app).await;
        let (id, _) = workshop.published(app, Level::Initiative, "Publier les avis").await;
        let mut coordinator = app.signed_in(COORDINATOR).await;
        let parts = coordinator.get(&format!("/admin/commitments/{id}/parts")).await;
        let path = parts.assert_ok().attributes("#milestones + .items a", "href").remove(0);
        let page = coordinator.get(&path).await;
        assert_eq!(page.assert_ok().attributes("#due_on", "value"), ["2027-06-30"]);
        assert_every_word_is_there(&page);
        let version = page.attributes("input[name=version]", "value").remove(0);
        let fields = |due, reason| {
            [("version", version.as_str()), ("milestone", "Premier jeu"), ("due_on", due), ("milestone_reason", reason)]
        };
        let silent = coordinator.post(&path, &fields("2028-01-31", "")).await;
        silent.assert_status(422);
        assert!(silent.has("#milestone_reason-error"), "{}", silent.body);
        assert_eq!(silent.attributes("#due_on", "value"), ["2028-01-31"]);
        coordinator.post(&path, &fields("2028-01-31", "Le marché est attribué plus tard.")).await.assert_redirect();
        let late = coordinator.post(&path, &fields("2028-02-29", "Encore.")).await;
        late.assert_status(422).assert_says("ce que vous avez écrit est resté");
        let history = app.visitor().get(&format!("/commitments/{id}/history")).await;
        history.assert_ok().assert_says("Le marché est attribué plus tard.").assert_says("La coordination");
        assert!(history.texts(".diff ins").join(" ").contains("2028"), "{:?}", history.texts(".diff"));
        assert_every_word_is_there(&history);
    }

    async fn what_leaves_a_published_commitment_leaves_with_a_reason(app) {
        let workshop = Workshop::open(app).await;
        let (id, _) = workshop.published(app, Level::Commitment, "Publier les avis").await;
        let mut coordinator = app.signed_in(COORDINATOR).await;
        let at = format!("/admin/commitments/{id}");
        for (place, name) in [("milestones", "milestone"), ("indicators", "indicator"), ("carriers", "carrier")] {
            let page = coordinator.get(&format!("{at}/parts")).await;
            let version = page.attributes("input[name=version]", "value").remove(0);
            let row = format!("form[action$='{place}/remove']");
            let gone = page.attributes(&format!("{row} input[name=gone]"), "value").remove(0);
            let field = format!("{name}_gone_reason");
            let with = |reason| [("version", version.as_str()), ("gone", gone.as_str()), (field.as_str(), reason)];
            let silent = coordinator.post(&format!("{at}/{place}/remove"), &with("")).await;
            silent.assert_status(422);
            assert!(silent.has(&format!("{row} details[open] #{field}-error")), "{}", silent.body);
            assert_eq!(silent.attributes(".error-summary a", "href"), [format!("#{field}")]);
            assert_every_word_is_there(&silent);
            let why = with("Repris par un autre engagement.");
            coordinator.post(&format!("{at}/{place}/remove"), &why).await.assert_redirect();
        }
        let history = app.visitor().get(&format!("/commitments/{id}/history")).await;
        assert_eq!(history.body.matches("Repris par un autre engagement.").count(), 3, "{}", history.body);
    }

    async fn a_commitment_is_linked_to_the_one_it_continues_and_the_link_is_taken_back(app) {
        let workshop = Workshop::open(app).await;
        let (earlier, _) = workshop.published(app, Level::Initiative, "Publier les avis").await;
        let id = workshop.draft(app, Level::Initiative, "Publier les réponses").await;
        let mut agent = app.signed_in(AGENT).await;
        let at = format!("/admin/commitments/{id}");
        let earlier = earlier.to_string();
        let link = [("version", "1"), ("earlier", earlier.as_str()), ("descent", "continues")];
        agent.post(&format!("{at}/lineage"), &link).await.assert_redirect();
        agent.get(&format!("/commitments/{id}")).await.assert_ok().assert_says("Poursuit Publier les avis");
        let wrong = agent.post(&format!("{at}/lineage"), &[("version", "2"), ("earlier", earlier.as_str())]).await;
        wrong.assert_status(422);
        assert!(wrong.has("#descent-error"));
        assert_every_word_is_there(&wrong);
        let gone = [("version", "2"), ("gone", earlier.as_str())];
        agent.post(&format!("{at}/lineage/remove"), &gone).await.assert_redirect();
        assert!(!agent.get(&format!("/commitments/{id}")).await.body.contains("Poursuit"));
    }

    async fn of_two_people_who_save_the_second_sees_both_texts(app) {
        let workshop = Workshop::open(app).await;
        let id = workshop.draft(app, Level::Initiative, "Publier les avis").await;
        let room = format!("/admin/commitments/{id}");
        let save = |summary| [&BEGINNING[1..], &[("version", "1"), ("summary", summary)]].concat();
        let (mut agent, mut coordinator) = (app.signed_in(AGENT).await, app.signed_in(COORDINATOR).await);
        agent.post(&room, &save("Chaque avis reçoit une réponse.")).await.assert_redirect();
        let page = coordinator.post(&room, &save("Tout est public.")).await;
        page.assert_status(422).assert_says("Quelqu’un d’autre a écrit entre-temps");
        assert_eq!(page.attributes("#summary", "value"), ["Tout est public."]);
        assert!(page.texts(".diff del").join(" ").contains("reçoit"), "{:?}", page.texts(".diff del"));
        assert_every_word_is_there(&page);
        let again = [&BEGINNING[1..], &[("version", "2"), ("summary", "Tout est public.")]].concat();
        coordinator.post(&room, &again).await.assert_redirect();
    }

    async fn of_two_people_who_amend_a_clause_the_second_sees_both_texts(app) {
        let workshop = Workshop::open(app).await;
        let (id, _) = workshop.published(app, Level::Initiative, "Publier les avis").await;
        let path = format!("/admin/commitments/{id}/clauses/1");
        let mut coordinator = app.signed_in(COORDINATOR).await;
        let page = coordinator.get(&path).await;
        assert_every_word_is_there(page.assert_ok());
        let silent = [("version", "1"), ("text", "Chaque avis est publié."), ("reason", "")];
        let page = coordinator.post(&path, &silent).await;
        assert!(page.assert_status(422).has("#reason-error"));
        let first = [("version", "1"), ("text", "Chaque avis est publié."), ("reason", "Plus court.")];
        coordinator.post(&path, &first).await.assert_redirect();
        let second = [("version", "1"), ("text", "Tous les avis sont publiés."), ("reason", "Plus clair.")];
        let page = coordinator.post(&path, &second).await;
        page.assert_status(422).assert_says("Chaque avis est publié.").assert_says("Tous les avis sont publiés.");
        assert_eq!(page.attributes("input[name=version]", "value"), ["2"]);
        coordinator.post(&path, &[("version", "2"), second[1], second[2]]).await.assert_redirect();
        coordinator.post(&format!("{path}/repeal"), &[("version", "3"), ("reason", "Reprise par la loi.")]).await.assert_redirect();
        app.visitor().get(&format!("/commitments/{id}/clauses/1")).await.assert_says("abrogée le");
    }

    async fn carriers_milestones_and_indicators_are_added_and_taken_away(app) {
        let workshop = Workshop::open(app).await;
        let id = workshop.draft(app, Level::Commitment, "Publier les avis").await;
        let room = format!("/admin/commitments/{id}");
        let mut agent = app.signed_in(AGENT).await;
        let association = workshop.association.to_string();
        let wrong = [("version", "1"), ("organisation", association.as_str()), ("part", "lead")];
        agent.post(&format!("{room}/carriers"), &wrong).await.assert_status(422);
        let carrier = [("version", "1"), ("organisation", association.as_str()), ("part", "co_carrier")];
        agent.post(&format!("{room}/carriers"), &carrier).await.assert_redirect();
        let milestone = [("version", "2"), ("milestone", "Premier jeu de données"), ("due_on", "2027-06-30")];
        agent.post(&format!("{room}/milestones"), &milestone).await.assert_redirect();
        let indicator = [("version", "3"), ("indicator", "Part des avis publiés"), ("baseline", "12"), ("target", "100")];
        agent.post(&format!("{room}/indicators"), &indicator).await.assert_redirect();
        let page = agent.get(&format!("{room}/parts")).await;
        page.assert_says("Collectif des essais").assert_says("30 juin 2027").assert_says("Part des avis publiés");
        let gone = page.attributes("form[action$='milestones/remove'] input[name=gone]", "value").remove(0);
        let taken = [("version", "4"), ("gone", gone.as_str())];
        agent.post(&format!("{room}/milestones/remove"), &taken).await.assert_redirect();
        assert!(!agent.get(&format!("{room}/parts")).await.body.contains("30 juin 2027"));
        let again = agent.post(&format!("{room}/milestones/remove"), &taken).await;
        again.assert_status(422).assert_says("Quelqu’un d’autre a écrit entre-temps");
    }

    async fn a_commitment_that_lacks_something_is_handed_back_with_a_reason_or_withdrawn(app) {
        let workshop = Workshop::open(app).await;
        let id = workshop.draft(app, Level::Commitment, "Publier les avis").await;
        let room = format!("/admin/commitments/{id}");
        let mut coordinator = app.signed_in(COORDINATOR).await;
        coordinator.post(&format!("{room}/submit"), &[("version", "1")]).await.assert_redirect();
        let page = coordinator.post(&format!("{room}/publish"), &[("version", "2")]).await;
        page.assert_status(422).assert_says("un jalon daté");
        let page = coordinator.post(&format!("{room}/hand-back"), &[("version", "2"), ("reason", "")]).await;
        assert!(page.assert_status(422).has("#reason-error"));
        let reason = [("version", "2"), ("reason", "Il manque un jalon daté.")];
        coordinator.post(&format!("{room}/hand-back"), &reason).await.assert_redirect();
        coordinator.get(&room).await.assert_says("Il manque un jalon daté.");
        let reason = [("version", "3"), ("reason", "Repris par la loi de mars.")];
        coordinator.post(&format!("{room}/withdraw"), &reason).await.assert_redirect();
        coordinator.get(&format!("/commitments/{id}")).await.assert_says("Repris par la loi de mars.");
    }

    async fn nobody_else_enters(app) {
        let workshop = Workshop::open(app).await;
        let id = workshop.draft(app, Level::Commitment, "Publier les avis").await;
        for path in ["/admin/commitments".to_owned(), format!("/admin/commitments/{id}"), format!("/admin/commitments/{id}/parts")] {
            let page = app.visitor().get(&path).await;
            assert!(!page.status.is_success(), "{path}: {}", page.status);
        }
    }
}
