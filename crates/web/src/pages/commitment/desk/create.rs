//! `GET` and `POST /admin/commitments`: what is being written, and a beginning.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use fabrique_app::{
    Error,
    commitment::{self, Draft},
    error::need,
    plan,
};
use fabrique_domain::{
    Choice,
    account::{Actor, Permission},
    commitment::{CommitmentTitle, Level},
    plan::Plan,
};
use fabrique_storage::{commitment::list::Card, transact};
use serde::Deserialize;

use super::{super::listed::numbered, to_room};
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// The plan asked for; the latest otherwise.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    plan: String,
}

#[derive(Template)]
#[template(path = "commitment/desk/list.html")]
struct ListPage {
    frame: Frame,
    form: FormState,
    plans: Vec<Plan>,
    plan: Option<Plan>,
    cards: Vec<Card>,
    actor: Actor,
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor, Query(asked): Query<Asked>) -> PageResult {
    need(&visitor.actor, Permission::DraftCommitments)?;
    let page = ListPage::read(&web, &visitor, &asked.plan, FormState::default()).await?;
    visitor.page(&page)
}

pub(super) async fn create(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    need(&visitor.actor, Permission::DraftCommitments)?;
    let mut form = FormState::from(typed);
    let slug = form.value("plan").to_owned();
    if let Some(done) = begin(&web, &visitor, &mut form).await? {
        return Ok(done);
    }
    let page = ListPage::read(&web, &visitor, &slug, form).await?;
    visitor.again(&page)
}

async fn begin(web: &Web, visitor: &Visitor, form: &mut FormState) -> Result<Option<Response>, Problem> {
    let plan = plan::find(&mut web.platform.store.read().await?, form.value("plan")).await?.plan;
    let title = form.read_localized("title", "title_en", CommitmentTitle::parse);
    let level = form.read_choice::<Level>("level");
    let parent_id = form.read_optional("parent", parsed);
    let starts_on = form.read("starts_on", parsed);
    let ends_on = form.read("ends_on", parsed);
    let (Some(title), Some(level), Some(parent_id), Some(starts_on), Some(ends_on)) =
        (title, level, parent_id, starts_on, ends_on)
    else {
        return Ok(None);
    };
    let input = Draft { plan_id: plan.id, level, parent_id, theme_id: None, title, starts_on, ends_on };
    match transact!(web.platform.store, |tx| commitment::draft(&visitor.actor, tx, &input).await) {
        Ok(id) => Ok(Some(to_room(id))),
        Err(Error::Invalid(faults)) => {
            form.add(faults);
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

impl ListPage {
    async fn read(web: &Web, visitor: &Visitor, slug: &str, form: FormState) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let plans = plan::list(&mut reader).await?;
        let plan = plans.iter().find(|plan| plan.slug == slug).or(plans.first()).cloned();
        let cards = match &plan {
            Some(plan) => commitment::being_written(&visitor.actor, &mut reader, plan.id).await?,
            None => Vec::new(),
        };
        Ok(Self { frame: visitor.frame("admin"), form, plans, plan, cards, actor: visitor.actor.clone() })
    }

    fn levels(&self) -> Vec<(&'static str, String)> {
        Level::ALL.iter().map(|level| (level.code(), self.frame.t.choice("level-title", *level).to_string())).collect()
    }

    fn parents(&self) -> Vec<(String, String)> {
        let parents = self.cards.iter().filter(|card| card.level == Level::Commitment);
        parents.map(|card| (card.id.to_string(), self.title_of(card))).collect()
    }

    /// Where it is written by those who may, and read by the others.
    fn address(&self, card: &Card) -> String {
        let room = if commitment::opens_in_its_room(&self.actor, card) { "/admin" } else { "" };
        format!("{room}/commitments/{}", card.id)
    }

    fn title_of(&self, card: &Card) -> String {
        numbered(&card.national_number, self.frame.text(&card.title))
    }
}
