//! The database goes away in the middle of requests, and comes back.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, header},
};
use fabrique_app::{
    Platform,
    account::{NewToken, TokenName, create_token},
};
use fabrique_domain::{account::Actor, id::ProposalId};
use fabrique_storage::{position, proposal, transact};
use fabrique_testkit::{
    Engine, Line, Page, TestStore, TestVisitor,
    contribution::{open_consultation, person, published_proposal},
};
use fabrique_web::{Settings, Web};

/// A site whose database is at the end of a line, with a proposal and somebody's token.
struct Scene {
    near: TestStore,
    site: TestVisitor,
    line: Line,
    proposal: ProposalId,
    token: String,
}

impl Scene {
    async fn set() -> Self {
        let near = TestStore::fresh(Engine::Postgres).await;
        let consultation = open_consultation(&near, "ouvrir").await;
        let author = person(&near, "Ada Auteur", &[]).await;
        let proposal = published_proposal(&near, &consultation, &author, "Publier chaque décision").await.id;
        let camille = Actor::Person(person(&near, "Camille", &[]).await);
        let (far, line) = near.over_a_line().await;
        let platform = Arc::new(Platform { store: far, ..near.platform() });
        let name = NewToken { name: TokenName::parse("essai").unwrap(), days: 30 };
        let token: fabrique_app::Result<_> =
            transact!(near.store, |tx| create_token(&platform, &camille, tx, &name).await);
        let settings = Settings { unlimited: true, ..Settings::default() };
        let site = TestVisitor::of(fabrique_web::router(Web::new(platform, settings)));
        Self { near, site, line, proposal, token: token.unwrap().reveal() }
    }

    async fn say(&self, position: &str) -> Page {
        let request = Request::put(format!("/api/v1/proposals/{}/position", self.proposal))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        self.site.clone().send(request, Body::from(format!("{{\"position\": \"{position}\"}}"))).await
    }

    /// The counters of the proposal, which are those of what people said.
    async fn counted(&self) -> (i64, i64) {
        let reader = &mut self.near.read().await.unwrap();
        let kept = proposal::find(reader, self.proposal).await.unwrap().unwrap();
        let there = position::recount(reader, self.proposal).await.unwrap().unwrap();
        assert_eq!((kept.supports, kept.against), (there.supports, there.against));
        (kept.supports, kept.against)
    }
}

fn assert_away(page: &Page) {
    page.assert_status(503);
    assert!(page.headers.contains_key(header::RETRY_AFTER), "{}: when to come back is told", page.path);
    assert!(!page.body.contains("sqlx") && !page.body.contains("postgres"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_database_is_away_everything_says_so_and_goes_on_once_it_is_back() {
    let mut scene = Scene::set().await;
    scene.say("support").await.assert_ok();
    scene.site.get("/consultations/ouvrir").await.assert_ok();
    scene.line.cut().await;

    let page = scene.site.get("/consultations?lang=fr").await;
    assert_away(&page);
    page.assert_says("momentanément");
    // What was kept ready is still right: nothing can have changed.
    scene.site.get("/consultations/ouvrir").await.assert_ok();
    let (vote, health, list, alive) = {
        let [mut one, mut two, mut three] = [scene.site.clone(), scene.site.clone(), scene.site.clone()];
        tokio::join!(scene.say("against"), one.get("/readyz"), two.get("/api/v1/proposals"), three.get("/livez"),)
    };
    assert_away(&vote);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&vote.body).unwrap()["error"], "unavailable");
    health.assert_status(503);
    assert_away(&list);
    alive.assert_ok();
    assert_eq!(scene.counted().await, (1, 0), "what was acknowledged is there, what was refused is not");

    scene.line.mend().await.unwrap();
    scene.site.get("/readyz").await.assert_ok();
    scene.site.get("/consultations").await.assert_ok();
    scene.say("against").await.assert_ok();
    assert_eq!(scene.counted().await, (0, 1));
    scene.near.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_cut_in_the_middle_of_a_vote_acknowledges_nothing_and_breaks_no_counter() {
    let scene = Scene::set().await;
    scene.say("support").await.assert_ok();
    // Somebody holds the row, so that the vote is under way, and waits, when the line is cut.
    let held: Result<(), fabrique_storage::Error> = transact!(scene.near.store, |tx| {
        position::count(tx, scene.proposal, position::Tally::one(None)).await?;
        let vote = scene.say("against");
        tokio::pin!(vote);
        tokio::select! {
            answer = &mut vote => panic!("the vote did not wait: {}", answer.status),
            () = waits_for_a_lock(&scene) => {}
        }
        scene.line.cut().await;
        assert_away(&vote.await);
        Err(fabrique_storage::Error::NotCommitted("the row is let go".to_owned()))
    });
    held.unwrap_err();
    assert_eq!(scene.counted().await, (1, 0));
    scene.line.mend().await.unwrap();
    scene.say("against").await.assert_ok();
    assert_eq!(scene.counted().await, (0, 1));
    scene.near.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_too_long_is_told_to_come_back_and_is_not_counted() {
    let scene = Scene::set().await;
    let held: Result<(), fabrique_storage::Error> = transact!(scene.near.store, |tx| {
        position::count(tx, scene.proposal, position::Tally::one(None)).await?;
        // Twenty seconds of real time: the limit is the router's own.
        assert_away(&scene.say("support").await);
        Err(fabrique_storage::Error::NotCommitted("the row is let go".to_owned()))
    });
    held.unwrap_err();
    assert_eq!(scene.counted().await, (0, 0));
    scene.say("support").await.assert_ok();
    assert_eq!(scene.counted().await, (1, 0));
    scene.near.finish().await;
}

/// Resolves once some transaction of the database waits for another one.
async fn waits_for_a_lock(scene: &Scene) {
    loop {
        let waiting = transact!(scene.near.store, |tx| fabrique_storage::testing::waiting_for_locks(tx).await);
        if waiting.unwrap() > 0 {
            return;
        }
    }
}
