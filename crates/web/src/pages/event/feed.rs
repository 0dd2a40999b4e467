//! `GET /changes.atom`: the latest news, in the reader's language.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::IntoResponse,
};
use fabrique_app::event;
use fabrique_documents::atom::{self, Item, News};
use fabrique_domain::{Choice, content::Event};

use crate::{
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many pieces of news the feed tells.
const NEWS: i64 = 50;

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let events = event::list(&mut reader, None, None, NEWS).await?;
    let updated = events.first().map_or_else(|| reader.now(), |latest| latest.happened_at);
    let (site, language) = (&web.platform.site, visitor.language());
    let news = News {
        title: visitor.texts.get("event-feed").with("site", site.name.get(language)).to_string(),
        author: site.operator.get(language).to_owned(),
        language: language.code().to_owned(),
        home: site.url("/"),
        address: site.url("/changes.atom"),
        updated: updated.to_string(),
        items: events.iter().map(|event| item(&web, &visitor, event)).collect(),
    };
    let xml = atom::write(&news).map_err(|error| {
        tracing::error!(%error, "the feed cannot be written");
        Problem::Internal
    })?;
    let media_type = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, media_type)], xml).into_response())
}

fn item(web: &Web, visitor: &Visitor, event: &Event) -> Item {
    let word = visitor.texts.choice("event", event.kind).to_string();
    let title = visitor
        .texts
        .get("event-title")
        .with("kind", word.as_str())
        .with("title", event.title.get(visitor.language()))
        .to_string();
    Item {
        id: format!("urn:uuid:{}", event.id),
        title,
        kind: (event.kind.code().to_owned(), word),
        address: web.platform.site.url(&event.path),
        happened: event.happened_at.to_string(),
    }
}
