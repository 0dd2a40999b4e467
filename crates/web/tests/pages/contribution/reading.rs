//! Reading consultations and proposals.

use fabrique_domain::proposal::{Proposal, ProposalState};
use fabrique_storage::{proposal, transact};
use fabrique_testkit::stories;

use super::{AUTHOR, plant};

stories! {
    async fn a_consultation_shows_its_guarantees_and_its_proposals(app) {
        plant(app, &["Publier les agendas", "Ouvrir les marchés de l’eau"]).await;
        let mut reader = app.visitor();
        let index = reader.get("/consultations").await;
        index.assert_ok().assert_says("Ouvrir les décisions").assert_says("2 propositions");
        let page = reader.get("/consultations/ouvrir").await;
        page.assert_ok();
        assert_eq!(page.texts(".gate__name"), ["Règles publiées", "Information utile", "Délai raisonnable", "Suites données"]);
        assert_eq!(page.texts(".gate--done").len(), 3);
        assert_eq!(page.texts("ol.items > li h3").len(), 2);
        assert!(page.has("ol.thread--inline .bead--planned"), "each line says by when it is answered");
        let about = reader.get("/consultations/ouvrir/about").await;
        about.assert_ok().assert_says("Chaque contribution reçoit une réponse.").assert_says("promise sous 60 jours");
        reader.get("/consultations/ouvrir?lang=en").await.assert_ok().assert_says("Rules published");
    }

    async fn the_list_is_sorted_filtered_and_turned_page_by_page(app) {
        let titles: Vec<String> = (1..=23).map(|number| format!("Proposition numéro {number}")).collect();
        plant(app, &titles.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let mut reader = app.visitor();
        let first = reader.get("/consultations/ouvrir?sort=recent").await;
        assert_eq!(first.texts("ol.items > li h3")[0], "Proposition numéro 23");
        let next = first.attributes("a[rel=next]", "href").remove(0);
        let second = reader.get(&next).await;
        assert_eq!(second.texts("ol.items > li h3"), ["Proposition numéro 3", "Proposition numéro 2", "Proposition numéro 1"]);
        let back = reader.get(&second.attributes("a[rel=prev]", "href").remove(0)).await;
        assert_eq!(back.texts("ol.items > li h3"), first.texts("ol.items > li h3"));
        let random = reader.get("/consultations/ouvrir").await;
        let rest = reader.get(&random.attributes("a[rel=next]", "href").remove(0)).await;
        let mut all = [random.texts("ol.items > li h3"), rest.texts("ol.items > li h3")].concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 23, "the random order shows each once");
        let agents = reader.get("/consultations/ouvrir?kind=agent").await;
        agents.assert_ok().assert_says("Aucune proposition ne correspond à ces filtres.");
        let theme = reader.get("/consultations/ouvrir?theme=donnees&sort=supported").await;
        theme.assert_ok().assert_says("Aucune proposition");
        for wrong in ["sort=alphabet", "kind=robot", "answer=maybe", "theme=none", "at=zzz", "seed=-1", "page=x"] {
            reader.get(&format!("/consultations/ouvrir?{wrong}")).await.assert_status(422);
        }
    }

    async fn a_search_forgives_accents_and_mistakes_and_a_broken_index_says_so(app) {
        plant(app, &["Publier les agendas", "Ouvrir les marchés de l’eau"]).await;
        app.run_jobs().await;
        let mut reader = app.visitor();
        let found = reader.get("/consultations/ouvrir?q=marche+eau").await;
        assert_eq!(found.assert_ok().texts("ol.items > li h3"), ["Ouvrir les marchés de l’eau"]);
        assert_eq!(reader.get("/consultations/ouvrir?q=agednas").await.texts("ol.items > li h3"), ["Publier les agendas"]);
        reader.get("/consultations/ouvrir?q=licorne").await.assert_ok().assert_says("Aucune proposition ne contient ces mots");
        reader.get("/consultations/ouvrir?q=%22%3Cscript%3E").await.assert_ok();
        let found = reader.get("/consultations/ouvrir?q=marche+eau").await;
        let data = reader.get(&found.attributes("main a[href*='.csv']", "href").remove(0)).await;
        assert_eq!(data.assert_ok().body.lines().count(), 2, "the data hold what the search found: {}", data.body);
        assert!(data.body.contains("Ouvrir les marchés de l’eau"), "{}", data.body);
        let none = reader.get("/consultations/ouvrir/proposals.csv?q=licorne").await;
        assert_eq!(none.assert_ok().body.lines().count(), 1);
        let near = reader.get("/consultations/ouvrir/similar.json?text=publier+tous+les+agendas").await;
        assert!(near.assert_ok().body.contains("Publier les agendas"), "{}", near.body);
    }

    async fn a_search_is_narrowed_and_sorted_and_keeps_what_was_asked(app) {
        let titles: Vec<String> = (1..=23).map(|number| format!("Publier l’agenda numéro {number}")).collect();
        plant(app, &titles.iter().map(String::as_str).collect::<Vec<_>>()).await;
        app.run_jobs().await;
        let mut reader = app.visitor();
        let found = reader.get("/consultations/ouvrir?q=agenda").await;
        assert!(found.assert_ok().text(".sort [aria-current]").starts_with("Les plus proches"));
        assert_eq!(found.texts(".filters [aria-current] .count"), ["23", "23", "23"], "the filters count what was found");
        let second = reader.get(&found.attributes("a[rel=next]", "href").remove(0)).await;
        assert_eq!(second.texts("ol.items > li h3").len(), 3);
        let agents = reader.get("/consultations/ouvrir?q=agenda&kind=agent").await;
        agents.assert_ok().assert_says("Aucune proposition ne correspond à ces filtres.");
        let recent = reader.get("/consultations/ouvrir?q=agenda&kind=citizen&sort=recent").await;
        assert_eq!(recent.assert_ok().texts("ol.items > li h3")[0], "Publier l’agenda numéro 23");
        assert_eq!(recent.attributes("form[role=search] input[type=hidden]", "name"), ["kind", "sort"]);
        let rest = reader.get(&recent.attributes("a[rel=next]", "href").remove(0)).await;
        assert_eq!(rest.texts("ol.items > li h3").last().unwrap(), "Publier l’agenda numéro 1");
        let back = reader.get(&rest.attributes("a[rel=prev]", "href").remove(0)).await;
        assert_eq!(back.texts("ol.items > li h3"), recent.texts("ol.items > li h3"));
    }

    async fn a_proposal_shows_its_words_its_author_and_its_thread(app) {
        let (_, planted) = plant(app, &["Publier les agendas"]).await;
        let mut reader = app.visitor();
        let page = reader.get(&format!("/proposals/{}", planted[0].id)).await;
        assert_eq!(page.assert_ok().text("h1"), "Publier les agendas");
        page.assert_says("Publier les données de chaque décision");
        assert!(page.has("article .who--citizen"));
        assert!(page.has(".thread--side .bead--contribution[aria-current=true]"));
        assert!(page.has(".thread--side .bead--answer"), "the answer is owed and drawn");
        reader.get("/proposals/00000000-0000-0000-0000-000000000009").await.assert_status(404);
        reader.get("/proposals/not-an-identifier").await.assert_status(404);
    }

    async fn what_somebody_left_behind_is_signed_in_the_readers_language(app) {
        let (_, planted) = plant(app, &["Publier les agendas"]).await;
        app.signed_in(AUTHOR).await.post("/account/erase", &[("email", AUTHOR)]).await.assert_redirect();
        let path = format!("/proposals/{}", planted[0].id);
        let mut reader = app.visitor();
        assert_eq!(reader.get(&path).await.text("article .author__name"), "Compte supprimé");
        let english = reader.get(&format!("{path}?lang=en")).await;
        assert_eq!(english.text("article .author__name"), "Deleted account");
        assert!(english.text(".thread--side .bead--contribution").contains("Deleted account"), "on the thread too");
        reader.get("/consultations/ouvrir").await.assert_ok().assert_says("Deleted account");
    }

    async fn one_button_follows_and_the_same_place_stops(app) {
        let (_, planted) = plant(app, &["Publier les agendas"]).await;
        let proposal = format!("/proposals/{}", planted[0].id);
        for address in [proposal.as_str(), "/consultations/ouvrir"] {
            let page = app.visitor().get(address).await;
            let ask = page.assert_ok().attributes("a[href^='/subscriptions/new']", "href").remove(0);
            app.visitor().get(&ask).await.assert_ok();
            let mut camille = app.signed_in("camille@example.org").await;
            for (word, then) in [("Suivre", "Ne plus suivre"), ("Ne plus suivre", "Suivre")] {
                let page = camille.get(address).await;
                assert_eq!(page.text("form[action='/follows'] button"), word);
                let names = page.attributes("form[action='/follows'] input", "name");
                let values = page.attributes("form[action='/follows'] input", "value");
                let fields: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
                let back = camille.post_and_follow("/follows", &fields).await;
                assert_eq!((back.path.as_str(), back.text("form[action='/follows'] button").as_str()), (address, then));
            }
        }
    }

    async fn what_was_withdrawn_or_hidden_says_so_at_its_address(app) {
        let (_, planted) = plant(app, &["Publier les agendas", "Insulter les ministres"]).await;
        for (number, state) in [ProposalState::Withdrawn, ProposalState::Hidden].into_iter().enumerate() {
            let before = planted[number].clone();
            let after = Proposal { state, state_reason: "Une raison publique".into(), ..before.clone() };
            transact!(app.platform.store, |tx| proposal::update(tx, &before, &after).await).unwrap();
        }
        let mut reader = app.visitor();
        let withdrawn = reader.get(&format!("/proposals/{}", planted[0].id)).await;
        withdrawn.assert_ok().assert_says("a retiré cette proposition").assert_says("Une raison publique");
        let hidden = reader.get(&format!("/proposals/{}", planted[1].id)).await;
        hidden.assert_ok().assert_says("Proposition masquée").assert_says("Une raison publique");
        assert!(!hidden.body.contains("Insulter"), "its words are gone");
        reader.get(&format!("/proposals/{}/versions/1", planted[1].id)).await.assert_status(404);
        reader.get("/consultations/ouvrir").await.assert_says("Aucune proposition");
    }
}
