//! Whatever is public can be taken away as data.

use axum::http::header;
use fabrique_domain::{Choice, open_data::Collection};
use fabrique_testkit::stories;

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
}
