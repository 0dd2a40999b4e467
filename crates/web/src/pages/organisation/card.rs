//! `GET` and `POST /organisations/{slug}/card`: an organisation says what it acts for; `…/card/versions`: what it said
//! before.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error, address, directory,
    markdown::{self, Html},
};
use fabrique_domain::{
    directory::{Card, CardInput, Cause, Reach},
    organisation::{Organisation, Website},
};
use fabrique_storage::transact;

use super::facts::linked;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many versions a page has.
const PAGE: usize = 20;

#[derive(Template)]
#[template(path = "organisation/card.html")]
struct CardPage {
    frame: Frame,
    organisation: Organisation,
    form: FormState,
    /// The card in force; none before the first.
    card: Option<Card>,
    /// What somebody else wrote in between, to be read before writing over it.
    other: Option<VersionView>,
}

impl CardPage {
    fn goals_are_stale(&self) -> bool {
        self.card.as_ref().is_some_and(|card| card.goals_are_stale(self.frame.now()))
    }
}

/// A version, drawn.
#[derive(Debug)]
struct VersionView {
    version: i64,
    author: String,
    moment: String,
    /// What it says: the key of the name of a field, and its text.
    said: Vec<(&'static str, Html)>,
    website: String,
}

impl VersionView {
    fn new(frame: &Frame, card: &Card) -> Self {
        let said = [
            ("card-causes", &card.causes),
            ("card-audience", &card.audience),
            ("card-goals", &card.goals),
            ("card-reach", &card.reach),
        ];
        let said = said.into_iter().filter(|(_, text)| !text.is_empty());
        Self {
            version: card.version,
            author: frame.name(&card.author_name),
            moment: frame.moment(&card.written_at),
            said: said.map(|(key, text)| (key, markdown::to_html(text))).collect(),
            website: linked(&card.website),
        }
    }
}

fn form_of(card: Option<&Card>) -> FormState {
    let Some(card) = card else { return FormState::default().with("seen", "0") };
    FormState::default()
        .with("seen", card.version.to_string())
        .with("causes", card.causes.clone())
        .with("audience", card.audience.clone())
        .with("goals", card.goals.clone())
        .with("reach", card.reach.clone())
        .with("website", card.website.clone())
}

fn read(form: &mut FormState) -> Option<CardInput> {
    let goals_still_hold = form.has("goals_still_hold", "yes");
    // Nobody types it: what cannot be read was never seen.
    let seen = form.value("seen").parse().unwrap_or(0_i64).clamp(0, i64::MAX - 1);
    let causes = form.read("causes", Cause::parse);
    let (audience, goals) = (form.read("audience", Cause::parse), form.read("goals", Cause::parse));
    let (reach, website) = (form.read("reach", Reach::parse), form.read("website", Website::parse));
    Some(CardInput {
        seen,
        causes: causes?,
        audience: audience?,
        goals: goals?,
        goals_still_hold,
        reach: reach?,
        website: website?,
    })
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let (organisation, card) = directory::card::to_write(&visitor.actor, &mut reader, &slug).await?;
    let form = form_of(card.as_ref());
    visitor.page(&CardPage { frame: visitor.frame("directory"), organisation, form, card, other: None })
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let (organisation, _) = directory::card::to_write(&visitor.actor, &mut reader, &slug).await?;
    drop(reader);
    let mut form = FormState::from(typed);
    let mut changed = false;
    if let Some(input) = read(&mut form) {
        let written =
            transact!(web.platform.store, |tx| directory::card::write(&visitor.actor, tx, organisation.id, &input)
                .await);
        match written {
            Err(Error::Changed) => changed = true,
            outcome => {
                outcome?;
                return Ok(Redirect::to(&format!("{}#card", address::organisation(&slug))).into_response());
            }
        }
    }
    let frame = visitor.frame("directory");
    let mut reader = web.platform.store.read().await?;
    let (organisation, card) = directory::card::to_write(&visitor.actor, &mut reader, &slug).await?;
    let other = card.as_ref().filter(|_| changed).map(|card| VersionView::new(&frame, card));
    if changed {
        // Sent again, it is written over what the person has now been shown.
        form = form.with("seen", card.as_ref().map_or(0, |card| card.version).to_string());
    }
    visitor.again(&CardPage { frame, organisation, form, card, other })
}

#[derive(Template)]
#[template(path = "organisation/card_versions.html")]
struct VersionsPage {
    frame: Frame,
    organisation: Organisation,
    versions: Vec<VersionView>,
    is_first: bool,
    next: Option<i64>,
}

pub(super) async fn versions(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let organisation = fabrique_app::organisation::find(&mut reader, &slug).await?;
    let before = visitor.query("after").parse::<i64>().ok();
    let limit = PAGE as i64 + 1;
    let mut versions = directory::card::versions(&mut reader, organisation.id, before, limit).await?;
    let has_more = versions.len() > PAGE;
    versions.truncate(PAGE);
    let frame = visitor.frame("directory");
    visitor.page(&VersionsPage {
        next: versions.last().filter(|_| has_more).map(|card| card.version),
        versions: versions.iter().map(|card| VersionView::new(&frame, card)).collect(),
        is_first: before.is_none(),
        organisation,
        frame,
    })
}
