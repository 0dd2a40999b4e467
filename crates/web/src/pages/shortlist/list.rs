//! `GET` and `POST /shortlists`: one's lists, and a new one.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{
    Error,
    shortlist::{self, Description},
};
use fabrique_domain::shortlist::{Aim, ShortlistTitle};
use fabrique_storage::{shortlist::ListedShortlist, transact};

use super::{done, told};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/list.html")]
struct Lists {
    frame: Frame,
    form: FormState,
    lists: Vec<ListedShortlist>,
    /// Why a rule said no, if one did.
    refused: Option<String>,
    /// Whether a list was just erased.
    erased: bool,
}

impl Lists {
    async fn read(web: &Web, visitor: &Visitor) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let lists = shortlist::list(&visitor.actor, &mut reader).await?;
        let erased = visitor.query("done") == "erased";
        Ok(Self { frame: visitor.frame("account"), form: FormState::default(), lists, refused: None, erased })
    }

    /// How the reader stands to a list: the end of the key that says so.
    fn standing(&self, one: &ListedShortlist) -> String {
        match one.access {
            None => self.frame.t.get("shortlist-standing-keeper").to_string(),
            Some(access) => self.frame.t.choice("shortlist-standing", access).to_string(),
        }
    }

    fn is_kept(&self, one: &ListedShortlist) -> bool {
        one.access.is_none()
    }
}

/// Reads what a list is called and what it is for.
pub(super) fn description(form: &mut FormState) -> Option<Description> {
    let (title, aim) = (form.read("title", ShortlistTitle::parse), form.read("aim", Aim::parse));
    Some(Description { title: title?, aim: aim? })
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    visitor.page(&Lists::read(&web, &visitor).await?)
}

pub(super) async fn make(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let mut refused = None;
    if let Some(description) = description(&mut form) {
        match transact!(web.platform.store, |tx| shortlist::create(&visitor.actor, tx, &description).await) {
            Err(Error::Refused(rule)) => refused = Some(told(&visitor, rule)),
            outcome => return Ok(done(outcome?, "made")),
        }
    }
    visitor.again(&Lists { form, refused, erased: false, ..Lists::read(&web, &visitor).await? })
}
