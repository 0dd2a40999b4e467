//! `GET` and `POST /shortlists/entries`: put organisations of the directory on a list.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error, directory,
    shortlist::{self, Added, Addition, Description},
};
use fabrique_domain::{
    Choice,
    account::Actor,
    id::ShortlistId,
    shortlist::{self as rules, Aim, Found, Origin, ShortlistTitle},
    text::Fault,
};
use fabrique_storage::{Tx, shortlist::ListedShortlist, transact};

use super::told;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// The value of the choice of a list that is still to be made.
const NEW: &str = "new";

#[derive(Template)]
#[template(path = "shortlist/add.html")]
struct Add {
    frame: Frame,
    form: FormState,
    lists: Vec<ListedShortlist>,
    /// The organisations: key and name.
    organisations: Vec<(String, String)>,
    refused: Option<String>,
}

impl Add {
    async fn read(web: &Web, visitor: &Visitor, form: FormState) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let lists = shortlist::writable(&visitor.actor, &mut reader).await?;
        let mut organisations = Vec::new();
        for key in form.values("key").iter().take(MOST) {
            match directory::entry(&web.platform, key) {
                Ok(entry) => organisations.push((entry.key, entry.name)),
                Err(Error::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if organisations.is_empty() {
            return Err(Problem::NotFound);
        }
        // What was used last is proposed; without a list, a new one.
        let proposed = lists.first().map_or(NEW.to_owned(), |one| one.list.id.to_string());
        let form = if form.value("list").is_empty() { form.with("list", proposed) } else { form };
        Ok(Self { frame: visitor.frame("directory"), form, lists, organisations, refused: None })
    }

    fn choices(&self) -> Vec<(String, String)> {
        let mut choices: Vec<_> =
            self.lists.iter().map(|one| (one.list.id.to_string(), one.list.title.clone())).collect();
        choices.push((NEW.to_owned(), self.frame.t.get("shortlist-new").to_string()));
        choices
    }

    /// What was sought, as it will stand on the list.
    fn found(&self) -> Found {
        found(&self.form)
    }
}

/// The most organisations that are added at once.
const MOST: usize = 100;

fn found(form: &FormState) -> Found {
    // By hand and by column have pages of their own.
    let origin = Origin::from_code(form.value("origin")).ok();
    let origin = origin.filter(|origin| matches!(origin, Origin::Search | Origin::Text)).unwrap_or(Origin::Page);
    Found::new(origin, form.value("sought"))
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let keys = form_urlencoded::parse(visitor.uri.query().unwrap_or_default().as_bytes());
    let keys = keys.filter(|(name, _)| name == "key").map(|(_, value)| value.replace('\0', ""));
    let form = FormState::default()
        .with_all("key", keys)
        .with("origin", visitor.query("origin"))
        .with("sought", visitor.query("sought").replace('\0', ""))
        .with("list", visitor.query("list"));
    visitor.page(&Add::read(&web, &visitor, form).await?)
}

/// What a person asks for, past the form.
struct Wanted {
    list: Option<ShortlistId>,
    /// The list to make first, when none is named.
    new: Option<Description>,
    addition: Addition,
}

fn wanted(form: &mut FormState) -> Option<Wanted> {
    let found = found(form);
    let is_new = matches!(form.value("list"), "" | NEW);
    let why = form.read("why", |why| rules::reason(why, &found));
    let list =
        if is_new { Some(None) } else { form.read("list", |id| id.parse().map(Some).map_err(|_| Fault::Unknown)) };
    let new = if is_new { form.read("title", ShortlistTitle::parse).map(Some) } else { Some(None) };
    let aim = Aim::parse("").ok()?;
    let new = new?.map(|title| Description { title, aim });
    Some(Wanted { list: list?, new, addition: Addition { keys: form.values("key").to_vec(), why: why?, found } })
}

/// Makes the list if need be, and puts the organisations on it, all in one.
async fn put(web: &Web, actor: &Actor, tx: &mut Tx, wanted: &Wanted) -> Result<(ShortlistId, Added), Error> {
    let list = match (&wanted.new, wanted.list) {
        (Some(description), _) => shortlist::create(actor, tx, description).await?,
        (None, list) => list.ok_or(Error::NotFound)?,
    };
    Ok((list, shortlist::add(&web.platform, actor, tx, list, &wanted.addition).await?))
}

pub(super) async fn add(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let mut refused = None;
    if let Some(wanted) = wanted(&mut form) {
        match transact!(web.platform.store, |tx| put(&web, &visitor.actor, tx, &wanted).await) {
            Err(Error::Refused(rule)) => refused = Some(told(&visitor, rule)),
            Err(Error::Invalid(faults)) => form.add(faults),
            outcome => {
                let (list, added) = outcome?;
                let (what, entry) = match added.added.last() {
                    Some(entry) => ("added", entry),
                    None => ("already", added.already.last().ok_or(Problem::NotFound)?),
                };
                return Ok(Redirect::to(&format!("/shortlists/{list}?done={what}#e-{entry}")).into_response());
            }
        }
    }
    visitor.again(&Add { refused, ..Add::read(&web, &visitor, form).await? })
}
