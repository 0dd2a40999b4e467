//! Answers as everybody reads them.

use fabrique_testkit::stories;

use super::bureau::{Bureau, REASON};

stories! {
    async fn a_published_answer_is_read_with_its_reason_and_its_thread(app) {
        let bureau = Bureau::open(app).await;
        let (one, two) = (bureau.proposal(app, "Publier les délais").await, bureau.proposal(app, "Publier les avis").await);
        let id = bureau.published(app, &[one, two]).await;
        let page = app.visitor().get(&format!("/responses/{id}")).await;
        page.assert_ok().assert_says(REASON).assert_says("Ministère des Essais");
        assert_eq!(page.text("h1"), "Publier les délais et une autre contribution");
        assert_eq!(page.text(".tag--large"), "Hors champ");
        assert_eq!(page.texts(".thread--side .bead").len(), 3);
        assert_eq!(page.texts(".thread--side [aria-current=true] .bead__kind"), ["Réponse"]);
        assert!(page.attributes("main a", "href").contains(&format!("/proposals/{two}")));
        assert!(!page.body.contains('⁇') && !page.body.contains("[response"), "every word is there");
    }

    async fn the_list_is_narrowed_by_links_that_say_where_one_is(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await;
        bureau.published(app, &[one]).await;
        let mut reader = app.visitor();
        let page = reader.get("/responses").await;
        assert_eq!(page.assert_ok().texts(".item__title"), ["Publier les délais"]);
        let page = reader.get(&format!("/responses?decision=out_of_scope&institution={}", bureau.institution)).await;
        assert_eq!(page.texts(".item__title").len(), 1);
        assert!(page.texts(".filters [aria-current=true]").contains(&"hors champ".to_owned()));
        let page = reader.get("/responses?decision=taken_up").await;
        page.assert_ok().assert_says("Aucune réponse ne correspond à ces filtres");
        reader.get("/responses?decision=nonsense&after=nonsense&institution=1").await.assert_ok();
    }

    async fn a_long_list_is_read_page_after_page(app) {
        let bureau = Bureau::open(app).await;
        for number in 0..23 {
            let proposal = bureau.proposal(app, &format!("Publier le délai {number}")).await;
            bureau.published(app, &[proposal]).await;
            app.clock.pass(1_000_000);
        }
        let mut reader = app.visitor();
        let first = reader.get("/responses").await;
        assert_eq!(first.texts(".item__title").len(), 20);
        let next = first.attributes("a[rel=next]", "href").remove(0);
        let second = reader.get(&next).await;
        assert_eq!(second.texts(".item__title"), ["Publier le délai 2", "Publier le délai 1", "Publier le délai 0"]);
        assert!(!second.has("a[rel=next]"));
    }

    async fn a_draft_and_nonsense_are_not_there(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await;
        let id = bureau.draft(app, &[one]).await;
        let mut reader = app.visitor();
        reader.get(&format!("/responses/{id}")).await.assert_status(404);
        reader.get("/responses/nonsense").await.assert_status(404);
        reader.get("/responses/018f0000-0000-7000-8000-000000000000").await.assert_status(404);
    }

    async fn the_figures_say_how_many_were_answered_and_how_fast(app) {
        let bureau = Bureau::open(app).await;
        let one = bureau.proposal(app, "Publier les délais").await;
        bureau.proposal(app, "Publier les avis").await;
        app.clock.pass_days(9);
        bureau.published(app, &[one]).await;
        let mut reader = app.visitor();
        let page = reader.get("/transparency").await;
        assert_eq!(page.assert_ok().text("h1"), "Une contribution sur 2 a reçu une réponse");
        page.assert_says("9 jours ou moins").assert_says("Ministère des Essais");
        assert!(!page.body.contains('⁇') && !page.body.contains("[transparency"), "every word is there");
        let table = reader.get("/transparency.csv").await;
        assert!(table.body.contains("all,\"\",2,1,0,9,9"), "{}", table.body);
        assert!(reader.get("/transparency?lang=en").await.text("h1").starts_with("One of 2"));
    }

    async fn the_figures_of_an_empty_platform_are_said_too(app) {
        app.visitor().get("/transparency").await.assert_ok().assert_says("Aucune contribution n’attend de réponse");
        app.visitor().get("/responses").await.assert_ok().assert_says("Aucune réponse n’est encore publiée");
    }
}
