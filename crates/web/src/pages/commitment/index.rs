//! `GET /commitments`: the commitments of all plans, the latest first, a page at a time.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use fabrique_app::{address, commitment, plan};
use fabrique_domain::{Choice, Instant, commitment::Level, plan::Plan};
use fabrique_storage::commitment::list::{Card, Filter, Mark};
use serde::Deserialize;

use super::plan::{Item, numbered};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// Commitments of a page.
const PAGE: usize = 20;

/// What the address asks for; what it does not understand narrows nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    plan: String,
    level: String,
    after: String,
}

#[derive(Template)]
#[template(path = "commitment/index.html")]
struct ListPage {
    frame: Frame,
    items: Vec<Item>,
    plans: Vec<(String, String, bool)>,
    levels: Vec<(String, String, bool)>,
    next: Option<String>,
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor, Query(asked): Query<Asked>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let plans = plan::list(&mut reader).await?;
    let filter = asked.filter(&plans);
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut cards = commitment::all(&mut reader, filter, asked.mark(), limit).await?;
    let more = cards.len() > PAGE;
    cards.truncate(PAGE);
    let frame = visitor.frame("commitments");
    visitor.page(&ListPage {
        next: cards.last().filter(|_| more).map(|last| asked.path(&[("after", &written(last))])),
        items: cards.iter().map(|card| item(&frame, &plans, card)).collect(),
        plans: plans.iter().map(|plan| asked.plan_link(&frame, plan)).collect(),
        levels: Level::ALL.iter().map(|level| asked.level_link(&frame, *level)).collect(),
        frame,
    })
}

impl Asked {
    fn filter(&self, plans: &[Plan]) -> Filter {
        Filter {
            plan_id: plans.iter().find(|plan| plan.slug == self.plan).map(|plan| plan.id),
            level: Level::from_code(&self.level).ok(),
            organisation_id: None,
        }
    }

    fn mark(&self) -> Option<Mark> {
        let (at, id) = self.after.split_once('.')?;
        Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    }

    /// The address of the list with other values for some of its parts; an empty one leaves it out.
    fn path(&self, changes: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, now) in [("plan", self.plan.as_str()), ("level", self.level.as_str()), ("after", "")] {
            let value = changes.iter().find(|(changed, _)| *changed == name).map_or(now, |(_, value)| *value);
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        if query.is_empty() { "/commitments".to_owned() } else { format!("/commitments?{query}") }
    }

    fn plan_link(&self, frame: &Frame, plan: &Plan) -> (String, String, bool) {
        let here = self.plan == plan.slug;
        let wanted = if here { "" } else { plan.slug.as_str() };
        (frame.text(&plan.national_label).to_owned(), self.path(&[("plan", wanted)]), here)
    }

    fn level_link(&self, frame: &Frame, level: Level) -> (String, String, bool) {
        let here = self.level == level.code();
        let wanted = if here { "" } else { level.code() };
        (frame.t.choice("level", level).to_string(), self.path(&[("level", wanted)]), here)
    }
}

fn written(last: &Card) -> String {
    format!("{}.{}", last.published_at.unwrap_or_default().micros(), last.id)
}

fn item(frame: &Frame, plans: &[Plan], card: &Card) -> Item {
    let plan = plans.iter().find(|plan| plan.id == card.plan_id);
    Item {
        path: address::commitment(card.id),
        title: numbered(&card.national_number, frame.text(&card.title)),
        summary: frame.text(&card.summary).to_owned(),
        level: frame.t.choice("level", card.level).to_string(),
        carriers: plan.map(|plan| frame.text(&plan.national_label).to_owned()).unwrap_or_default(),
        until: frame.date(&card.ends_on),
    }
}
