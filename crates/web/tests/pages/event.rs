//! The news feed.

use fabrique_domain::{LocalizedText, content::EventKind};
use fabrique_storage::transact;
use fabrique_testkit::stories;

stories! {
    async fn the_feed_tells_the_news_in_the_readers_language(app) {
        let mut reader = app.visitor();
        reader.get("/changes.atom").await.assert_ok();
        let title = LocalizedText::both("Ouvrir <les> données", "Opening <the> data");
        transact!(app.platform.store, |tx| {
            fabrique_app::event::record(tx, EventKind::ConsultationOpened, &title, "/consultations/x", None).await
        })
        .unwrap();
        let feed = reader.get("/changes.atom").await;
        assert_eq!(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
        assert!(feed.body.contains("Consultation ouverte\u{a0}: Ouvrir &lt;les&gt; données"), "{}", feed.body);
        assert!(feed.body.contains("http://fabrique.example/consultations/x"), "{}", feed.body);
        let english = reader.get("/changes.atom?lang=en").await;
        assert!(english.body.contains("Consultation opened: Opening &lt;the&gt; data"), "{}", english.body);
    }
}
