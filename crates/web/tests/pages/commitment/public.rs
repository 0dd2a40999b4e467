//! What everybody reads.

use fabrique_app::commitment::{self, ClauseChange, Repeal};
use fabrique_domain::{commitment::Level, localized::Localized, text::Markdown};
use fabrique_storage::transact;
use fabrique_testkit::{Page, stories};

use super::workshop::{CLAUSE, COORDINATOR, Workshop, line};

fn assert_every_word_is_there(page: &Page) {
    let marks = ["⁇", "[trace-", "[commitment-", "[clause-", "[plan-page", "[level-", "[part-"];
    assert!(marks.iter().all(|mark| !page.body.contains(mark)), "{}", page.body);
}

stories! {
    async fn a_plan_is_read_by_axis_and_narrowed_by_links_that_count(app) {
        let workshop = Workshop::open(app).await;
        workshop.published(app, Level::Commitment, "Publier les avis").await;
        workshop.published(app, Level::Initiative, "Ouvrir les ateliers").await;
        workshop.draft(app, Level::Commitment, "Un brouillon que personne ne lit").await;
        let mut reader = app.visitor();
        let page = reader.get("/plans/plan-2027").await;
        page.assert_ok().assert_says("1er janvier 2027");
        assert_eq!(page.texts(".item__title"), ["Publier les avis", "Ouvrir les ateliers"]);
        assert_every_word_is_there(&page);
        let narrowed = reader.get("/plans/plan-2027?level=initiative").await;
        assert_eq!(narrowed.assert_ok().texts(".item__title"), ["Ouvrir les ateliers"]);
        assert_eq!(narrowed.texts(".filters [aria-current=true]"), ["initiative 1"]);
        reader.get("/plans/plan-2027?level=x&theme=y&organisation=z").await.assert_ok();
        reader.get("/plans/nowhere").await.assert_status(404);
    }

    async fn the_list_of_all_plans_is_narrowed_by_links_that_count_and_tells_each_thread_in_one_line(app) {
        let workshop = Workshop::open(app).await;
        let (_, clause) = workshop.published(app, Level::Commitment, "Publier les avis").await;
        workshop.published(app, Level::Initiative, "Ouvrir les ateliers").await;
        workshop.taken_up(app, &clause, "Une réponse à chacun").await;
        let mut reader = app.visitor();
        let page = reader.get("/commitments").await;
        assert_eq!(page.assert_ok().texts(".item__title"), ["Ouvrir les ateliers", "Publier les avis"]);
        assert_eq!(page.texts(".filters h3"), ["Niveau"], "one plan, no axis, one institution: nothing to choose");
        let beads = page.texts(".item:nth-child(2) .thread--inline .bead");
        assert_eq!(beads, ["Une contribution", "Une clause", "Engagement publié", "Jalon au plus tard le 30 juin 2027"]);
        assert_every_word_is_there(&page);
        let narrowed = reader.get("/commitments?level=commitment&organisation=ministere-des-essais").await;
        assert_eq!(narrowed.assert_ok().texts(".item__title"), ["Publier les avis"]);
        assert_eq!(narrowed.texts(".filters [aria-current=true]"), ["engagement 1", "Ministère des essais 1"]);
        reader.get("/commitments?theme=nowhere").await.assert_ok().assert_says("Retirez-en un");
    }

    async fn a_plan_and_an_organisation_show_their_place_on_the_thread(app) {
        let workshop = Workshop::open(app).await;
        let (_, clause) = workshop.published(app, Level::Commitment, "Publier les avis").await;
        workshop.taken_up(app, &clause, "Une réponse à chacun").await;
        let mut reader = app.visitor();
        let plan = reader.get("/plans/plan-2027").await;
        assert_eq!(
            plan.assert_ok().texts("main section .thread .bead__kind")[..6],
            ["Une consultation", "Une contribution", "Une réponse", "Une clause", "Un engagement", "Plan"]
        );
        plan.assert_says("Une contribution sur 1 a reçu une réponse argumentée.");
        let institution = reader.get("/organisations/ministere-des-essais").await;
        let beads = institution.assert_ok().texts(".thread .bead__kind");
        assert_eq!(beads[..4], ["Une réponse", "Une clause", "Un engagement", "Jalon"]);
        let answers = institution.attributes(".thread a", "href").remove(0);
        let listed = reader.get(&answers).await;
        assert_eq!(listed.assert_ok().texts(".filters [aria-current=true]")[1], "Ministère des essais");
        assert_every_word_is_there(&institution);
        assert_every_word_is_there(&reader.get("/plans/plan-2027?lang=en").await);
    }

    async fn a_commitment_says_first_what_changes_who_when_and_the_proof(app) {
        let workshop = Workshop::open(app).await;
        let (id, clause) = workshop.published(app, Level::Commitment, "Publier les avis").await;
        workshop.taken_up(app, &clause, "Une réponse à chacun").await;
        let mut reader = app.visitor();
        let page = reader.get(&format!("/commitments/{id}")).await;
        page.assert_ok();
        let facts = page.texts(".facts dd");
        assert_eq!(facts[0], "Chaque avis reçoit une réponse publique.");
        assert!(facts[1].contains("Ministère des essais") && facts[1].contains("Collectif des essais"), "{facts:?}");
        assert!(facts[2].contains("31 décembre 2028") && facts[3].contains("Part des avis publiés"), "{facts:?}");
        assert_eq!(page.texts(".clause .clause__text"), [CLAUSE]);
        page.assert_says("Une contribution derrière cette clause");
        assert_eq!(page.texts(".thread--side [aria-current=true] .bead__kind"), ["Engagement"]);
        assert_every_word_is_there(&page);
        let english = reader.get(&format!("/commitments/{id}?lang=en")).await;
        english.assert_ok().assert_says("Every opinion gets an answer.").assert_says("What changes");
        assert_every_word_is_there(&english);
    }

    async fn a_clause_leads_to_the_contributions_behind_it_and_tells_how_its_words_changed(app) {
        let workshop = Workshop::open(app).await;
        let (id, clause) = workshop.published(app, Level::Commitment, "Publier les avis").await;
        let proposal = workshop.taken_up(app, &clause, "Une réponse à chacun").await;
        let change = ClauseChange {
            clause_id: clause.id,
            version: 1,
            text: Localized::french(Markdown::parse("Chaque avis est publié dans le mois avec sa réponse.").unwrap()),
            reason: line("Demandé au comité de mars."),
        };
        let coordinator = &workshop.coordinator;
        transact!(app.platform.store, |tx| commitment::amend_clause(coordinator, tx, &change).await).unwrap();
        let page = app.visitor().get(&format!("/commitments/{id}/clauses/1")).await;
        page.assert_ok().assert_says("Demandé au comité de mars.");
        assert_eq!(page.texts(".item__title"), ["Une réponse à chacun"]);
        assert_eq!(page.attributes(".item__title a", "href"), [format!("/proposals/{proposal}")]);
        assert_eq!(page.texts(".diff ins"), ["ajouté : dans le mois"]);
        assert_every_word_is_there(&page);
        app.visitor().get(&format!("/commitments/{id}/clauses/9")).await.assert_status(404);
        app.visitor().get(&format!("/commitments/{id}/clauses/x")).await.assert_status(404);
    }

    async fn a_clause_struck_out_keeps_its_address(app) {
        let workshop = Workshop::open(app).await;
        let (id, clause) = workshop.published(app, Level::Commitment, "Publier les avis").await;
        let repeal = Repeal { clause_id: clause.id, version: 1, reason: line("Reprise par la loi.") };
        let coordinator = &workshop.coordinator;
        transact!(app.platform.store, |tx| commitment::repeal_clause(coordinator, tx, &repeal).await).unwrap();
        let page = app.visitor().get(&format!("/commitments/{id}/clauses/1")).await;
        page.assert_ok().assert_says("abrogée le 23 novembre 2026").assert_says("Reprise par la loi.");
        assert_eq!(page.texts(".quote del"), [CLAUSE]);
    }

    async fn the_story_of_an_idea_is_read_from_the_contribution_and_from_the_commitment(app) {
        let workshop = Workshop::open(app).await;
        let (id, clause) = workshop.published(app, Level::Commitment, "Publier les avis").await;
        let proposal = workshop.taken_up(app, &clause, "Une réponse à chacun").await;
        let mut reader = app.visitor();
        let forth = reader.get(&format!("/proposals/{proposal}/thread")).await;
        forth.assert_ok();
        assert_eq!(
            forth.texts(".thread--page .bead__kind"),
            ["Contribution", "Réponse", "Clause 1", "Engagement", "Jalon 1", "Évaluation"]
        );
        assert!(forth.attributes(".thread a", "href").contains(&format!("/commitments/{id}/clauses/1")));
        assert_every_word_is_there(&forth);
        let back = reader.get(&format!("/commitments/{id}/thread")).await;
        assert!(back.assert_ok().attributes(".thread a", "href").contains(&format!("/proposals/{proposal}")));
        reader.get("/proposals/nonsense/thread").await.assert_status(404);
    }

    async fn a_draft_is_nobodys_business_but_its_authors(app) {
        let workshop = Workshop::open(app).await;
        let id = workshop.draft(app, Level::Commitment, "Un brouillon").await;
        for path in [format!("/commitments/{id}"), format!("/commitments/{id}/thread")] {
            app.visitor().get(&path).await.assert_status(404);
        }
        let mut coordinator = app.signed_in(COORDINATOR).await;
        coordinator.get(&format!("/commitments/{id}")).await.assert_ok().assert_says("Brouillon");
    }

    async fn the_list_of_all_plans_is_read_page_after_page(app) {
        let workshop = Workshop::open(app).await;
        for number in 0..22 {
            app.clock.pass(1);
            workshop.published(app, Level::Initiative, &format!("Initiative {number}")).await;
        }
        let mut reader = app.visitor();
        let first = reader.get("/commitments?level=initiative").await;
        assert_eq!(first.assert_ok().texts(".item__title").len(), 20);
        assert_every_word_is_there(&first);
        let next = first.attributes("a[rel=next]", "href").remove(0);
        let second = reader.get(&next).await;
        assert_eq!(second.texts(".item__title"), ["Initiative 1", "Initiative 0"]);
        reader.get("/commitments?after=nonsense&plan=x&level=y").await.assert_ok();
    }
}
