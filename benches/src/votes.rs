//! Durable positions a second, against a bare loop that inserts the same row and commits.
//!
//! Both write to the same disk in the same run with the same guarantee: `synchronous = FULL`, one
//! acknowledgement a commit that is on the disk. Ours also authorises, applies the rules and keeps
//! three counters; waiting transactions share a commit.

use std::{sync::Arc, time::Instant};

use anyhow::{Context, Result};
use axum::http::{Method, Request, header};
use fabrique_app::position;
use fabrique_domain::{account::Actor, id::ProposalId, proposal::Position};
use fabrique_storage::{Location, Store, Surroundings, testing, transact};
use fabrique_testkit::contribution;
use futures_util::{StreamExt, stream};
use http_body_util::Full;
use hyper::body::Bytes;
use tempfile::TempDir;
use tokio::{sync::Mutex, task::JoinSet};

use crate::{
    load::{self, Asked, CONNECTIONS as AT_ONCE},
    platform::{Instance, Server},
    report::{Line, float},
};

pub(crate) async fn run(quick: bool) -> Result<()> {
    let people = if quick { 500 } else { 5_000 };
    let folder = TempDir::new()?;
    let bare = testing::bare_commits(folder.path(), people).await?;
    for (case, at_once) in [("one after the other", 1), ("fifty at once", AT_ONCE)] {
        let folder = TempDir::new()?;
        let ours = positions(&folder, people, at_once).await?;
        Line::print("votes", case, ours, "durable commits/s", bare);
    }
    let (ours, bare) = (through_the_api(people).await?, testing::bare_commits(TempDir::new()?.path(), people).await?);
    Line::print("votes", "through the API, fifty connections", ours, "durable commits/s", bare);
    Ok(())
}

/// Positions taken a second through the API of the release binary, each by somebody else.
async fn through_the_api(people: usize) -> Result<f64> {
    let instance = Instance::filled(2 * people as u64, 10, 0, 0).await?;
    let tokens = instance.tokens()?;
    let server = instance.serve().await?;
    let path = format!("/api/v1{}/position", a_proposal(&server).await?);
    let count = tokens.len();
    let waiting = Arc::new(Mutex::new(tokens));
    let started = Instant::now();
    let mut clients = JoinSet::new();
    for _ in 0..AT_ONCE {
        clients.spawn(support(server.address, path.clone(), Arc::clone(&waiting)));
    }
    while let Some(client) = clients.join_next().await {
        client??;
    }
    Ok(float(count as u64) / started.elapsed().as_secs_f64())
}

async fn a_proposal(server: &Server) -> Result<String> {
    let text = Asked::of(server.address, "/consultations/load-1").text().await?;
    let path = text.split('"').find(|part| part.starts_with("/proposals/"));
    Ok(path.context("a list without proposals")?.to_owned())
}

/// A client that supports in the name of one person after the other, until nobody is left.
async fn support(address: std::net::SocketAddr, path: String, waiting: Arc<Mutex<Vec<String>>>) -> Result<()> {
    let mut connection = load::connect(address).await?;
    loop {
        let Some(token) = waiting.lock().await.pop() else { return Ok(()) };
        let request = Request::builder()
            .method(Method::PUT)
            .uri(&path)
            .header(header::HOST, address.to_string())
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Full::from(Bytes::from_static(br#"{"position": "support"}"#)))?;
        connection.ready().await?;
        load::drain(connection.send_request(request).await?).await?;
    }
}

/// Positions taken a second.
async fn positions(folder: &TempDir, people: usize, at_once: usize) -> Result<f64> {
    let location = Location::Folder { path: folder.path().to_owned(), holder: "a benchmark".to_owned() };
    let store = Store::open(&location, Surroundings::system()).await?;
    store.migrate().await?;
    let (proposal, actors) = scene(&store, people).await;
    let started = Instant::now();
    let taken = stream::iter(&actors).map(|actor| take(&store, actor, proposal)).buffer_unordered(at_once);
    let outcomes: Vec<Result<()>> = taken.collect().await;
    let elapsed = started.elapsed().as_secs_f64();
    for outcome in outcomes {
        outcome?;
    }
    store.close().await?;
    Ok(float(people as u64) / elapsed)
}

async fn take(store: &Store, actor: &Actor, proposal: ProposalId) -> Result<()> {
    let taken: fabrique_app::Result<_> =
        transact!(*store, |tx| position::take(actor, tx, proposal, Position::Support).await);
    taken.map(|_| ()).map_err(Into::into)
}

/// A published proposal in an open consultation, and people who have said nothing of it yet.
async fn scene(store: &Store, people: usize) -> (ProposalId, Vec<Actor>) {
    let consultation = contribution::open_consultation(store, "votes").await;
    let author = contribution::person(store, "auteur", &[]).await;
    let proposal = contribution::published_proposal(store, &consultation, &author, "Publier les délais réels").await;
    let person =
        |number: usize| async move { Actor::Person(contribution::person(store, &format!("p{number}"), &[]).await) };
    let actors = stream::iter(0..people).map(person).buffered(AT_ONCE).collect().await;
    (proposal.id, actors)
}
