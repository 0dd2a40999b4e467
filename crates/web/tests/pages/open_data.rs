//! Whatever is public can be taken away as data.

use axum::http::header;
use fabrique_domain::{Choice, open_data::Collection};
use fabrique_testkit::{contribution, stories};

stories! {
    async fn every_collection_is_there_in_both_forms(app) {
        let mut reader = app.visitor();
        for collection in Collection::ALL {
            let csv = reader.get(&format!("/open-data/{}.csv", collection.code())).await;
            csv.assert_ok();
            assert_eq!(csv.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8; header=present");
            let first = csv.body.lines().next().unwrap();
            assert!(first.contains(','), "{first}");
            let json = reader.get(&format!("/open-data/{}.json", collection.code())).await;
            let rows: serde_json::Value = serde_json::from_str(&json.assert_ok().body).unwrap();
            assert!(rows.is_array());
        }
    }

    async fn the_dictionary_explains_every_column_in_both_languages(app) {
        let mut reader = app.visitor();
        for language in ["fr", "en"] {
            let page = reader.get(&format!("/open-data?lang={language}")).await;
            page.assert_ok();
            let untold: Vec<_> = page.texts("td").into_iter().filter(|text| text.starts_with('[')).collect();
            assert!(untold.is_empty(), "{untold:?}");
        }
    }

    async fn what_does_not_exist_is_said_so_as_data(app) {
        let mut reader = app.visitor();
        for path in ["/open-data/secrets.csv", "/plans/nowhere/commitments.json", "/consultations/none/proposals.csv"] {
            reader.get(path).await.assert_status(404);
        }
        reader.get("/proposals/not-an-id/arguments.json").await.assert_status(404);
    }

    async fn every_public_list_leads_to_itself_as_data_with_its_filters(app) {
        let open = contribution::open_consultation(&app.platform.store, "ouvrir").await;
        let author = contribution::person(&app.platform.store, "Camille", &[]).await;
        let proposal = contribution::published_proposal(&app.platform.store, &open, &author, "Publier les agendas").await;
        let mut reader = app.visitor();
        let lists = [
            "/consultations".to_owned(),
            "/consultations/ouvrir?kind=citizen&sort=recent".to_owned(),
            "/plans".to_owned(),
            "/plans/plan-ouvrir?level=action".to_owned(),
            "/responses?decision=taken_up".to_owned(),
            "/commitments?level=action".to_owned(),
            "/organisations?kind=institution".to_owned(),
            "/moderation".to_owned(),
            format!("/proposals/{}/arguments/for", proposal.id),
            format!("/proposals/{}/remarks", proposal.id),
            format!("/proposals/{}/amendments", proposal.id),
        ];
        for list in lists {
            let page = reader.get(&list).await;
            for suffix in ["csv", "json"] {
                let links = page.assert_ok().attributes(&format!("main a[href*='.{suffix}']"), "href");
                assert_eq!(links.len(), 1, "{list}: {links:?}");
                assert_eq!(links[0].contains('?'), list.contains('?') || list.contains("arguments"), "{list}: {links:?}");
                reader.get(&links[0]).await.assert_ok();
            }
        }
    }

    async fn data_are_narrowed_as_their_page_is(app) {
        let open = contribution::open_consultation(&app.platform.store, "ouvrir").await;
        let author = contribution::person(&app.platform.store, "Camille", &[]).await;
        contribution::published_proposal(&app.platform.store, &open, &author, "Publier les agendas").await;
        let mut reader = app.visitor();
        for (asked, rows) in [("", 1), ("?kind=citizen&answer=awaiting&sort=recent", 1), ("?kind=agent", 0), ("?answer=answered", 0), ("?theme=none", 0)] {
            let csv = reader.get(&format!("/consultations/ouvrir/proposals.csv{asked}")).await;
            assert_eq!(csv.assert_ok().body.lines().count(), 1 + rows, "{asked}");
        }
        reader.get("/responses.csv?institution=nobody").await.assert_status(422);
        reader.get("/responses.csv?institution=00000000-0000-0000-0000-000000000001&decision=taken_up").await.assert_ok();
        reader.get("/commitments.json?plan=plan-ouvrir&theme=x&level=action&organisation=y").await.assert_ok();
        let api = reader.get("/api/v1/proposals?consultation=ouvrir&kind=agent").await;
        assert_eq!(api.assert_ok().body, "{\"items\":[],\"next\":null}");
    }
}
