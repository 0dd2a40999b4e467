//! What changes by the clock alone is right to the minute.

use fabrique_domain::time::{DAY, MINUTE};
use fabrique_testkit::stories;

use super::{Scene, watch::Watch};

stories! {
    async fn a_consultation_closes_by_the_clock(app) {
        Scene::set(app).await;
        let mut watch = Watch::begin(app).await;
        app.clock.pass(20 * DAY - MINUTE);
        watch.after("all days but the last minute pass", &["/"]).await;
        assert!(app.visitor().get("/consultations/ouvrir").await.body.contains("/propose"));
        app.clock.pass(MINUTE);
        watch.after("the last minute passes", &["/consultations/ouvrir", "/consultations", "/"]).await;
        assert!(!app.visitor().get("/consultations/ouvrir").await.body.contains("/propose"));
    }

    async fn what_awaits_an_answer_is_late_by_the_clock(app) {
        Scene::set(app).await;
        app.clock.pass(20 * DAY);
        let mut watch = Watch::begin(app).await;
        app.clock.pass(61 * DAY);
        watch.after("the day promised passes", &["/transparency"]).await;
        app.clock.pass(DAY);
        watch.after("another day passes", &["/transparency"]).await;
    }

    async fn within_a_minute_nothing_is_made_again(app) {
        Scene::set(app).await;
        let mut reader = app.visitor();
        let first = reader.get("/consultations/ouvrir").await;
        app.clock.pass(MINUTE / 2);
        let second = reader.get("/consultations/ouvrir").await;
        assert_eq!(first.headers["etag"], second.headers["etag"]);
    }
}
