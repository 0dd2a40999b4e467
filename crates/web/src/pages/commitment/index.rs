//! `GET /commitments`: the commitments of all plans, the latest first, a page at a time, narrowed by
//! plain links with their counts.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use fabrique_app::{
    commitment::{self, Listing},
    organisation, plan, trace,
};
use fabrique_domain::{Choice, Instant, commitment::Level, id::PlanId, organisation::OrganisationKind, plan::Plan};
use fabrique_storage::{
    Reader,
    commitment::search::{Filter, Mark},
};
use serde::Deserialize;

use super::listed::{self, Item};
use crate::{
    frame::Frame,
    narrowing::{self, Filters, Group},
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// What the address asks for; what it does not understand narrows nothing, but for a theme: one that
/// no plan has leaves nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    plan: String,
    level: String,
    theme: String,
    organisation: String,
    after: String,
}

#[derive(Template)]
#[template(path = "commitment/index.html")]
struct ListPage {
    frame: Frame,
    items: Vec<Item>,
    filters: Filters,
    first: Option<String>,
    next: Option<String>,
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor, Query(asked): Query<Asked>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let plans = plan::list(&mut reader).await?;
    let filter = asked.filter(&mut reader, &plans).await?;
    let listing = commitment::all(&mut reader, &filter, asked.mark()).await?;
    let cards: Vec<_> = listing.entries.iter().map(|entry| entry.card.clone()).collect();
    let threads = trace::of_listed_commitments(&web.platform, &mut reader, &cards).await?;
    let frame = visitor.frame("commitments");
    let item = |entry: &_| Item::of(&frame, entry, &threads, label(&frame, &plans, entry));
    let query = asked.query();
    visitor.page(&ListPage {
        items: listing.entries.iter().map(item).collect(),
        filters: Filters::new(&frame, asked.groups(&frame, &plans, &listing), &query),
        first: asked.mark().map(|_| query.with("after", "")),
        next: listing.next.map(|(at, id)| query.with("after", &format!("{}.{id}", at.micros()))),
        frame,
    })
}

fn label<'f>(frame: &Frame, plans: &'f [Plan], entry: &commitment::Entry) -> &'f str {
    plans.iter().find(|plan| plan.id == entry.card.plan_id).map_or("", |plan| frame.text(&plan.national_label))
}

impl Asked {
    /// What narrows the list. A short name that names nothing narrows nothing.
    async fn filter(&self, reader: &mut Reader, plans: &[Plan]) -> Result<Filter, Problem> {
        let organisation_id = match self.organisation.as_str() {
            "" => None,
            slug => organisation::by_slug(reader, slug).await?.map(|found| found.id),
        };
        Ok(Filter {
            plan_id: plans.iter().find(|plan| plan.slug == self.plan).map(|plan| plan.id),
            level: Level::from_code(&self.level).ok(),
            organisation_id,
            theme: Some(self.theme.clone()).filter(|theme| !theme.is_empty()),
        })
    }

    fn mark(&self) -> Option<Mark> {
        let (at, id) = self.after.split_once('.')?;
        Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    }

    fn query(&self) -> narrowing::Query<'_> {
        let pairs = vec![
            ("plan", self.plan.as_str()),
            ("theme", self.theme.as_str()),
            ("level", self.level.as_str()),
            ("organisation", self.organisation.as_str()),
        ];
        narrowing::Query { path: "/commitments", pairs }
    }

    fn groups(&self, frame: &Frame, plans: &[Plan], listing: &Listing) -> Vec<Group> {
        let query = self.query();
        let count = |id: PlanId| listing.plans.iter().find(|(plan, _)| *plan == id).map(|(_, count)| *count);
        let plan =
            |plan: &Plan| Some(query.narrowed("plan", &plan.slug, frame.text(&plan.national_label), count(plan.id)?));
        let themes = listing.themes.iter();
        let theme = |theme: &_| {
            let fabrique_storage::commitment::search::ThemeCount { slug, name, commitments } = theme;
            query.narrowed("theme", slug, frame.text(name), *commitments)
        };
        let group = |key: &'static str, choices| Group { title: frame.t.get(key).to_string(), choices };
        vec![
            group("commitment-list-plan", plans.iter().filter_map(plan).collect()),
            group("plan-page-axis", themes.map(theme).collect()),
            listed::levels(frame, &query, listing.levels.iter().copied()),
            group("plan-page-institution", bearers(&query, listing, |kind| kind == OrganisationKind::Institution)),
            group("plan-page-society", bearers(&query, listing, |kind| kind != OrganisationKind::Institution)),
        ]
    }
}

fn bearers(
    query: &narrowing::Query<'_>,
    listing: &Listing,
    wanted: impl Fn(OrganisationKind) -> bool,
) -> Vec<narrowing::Choosable> {
    let of_kind = listing.bearers.iter().filter(|bearer| wanted(bearer.kind));
    of_kind
        .map(|bearer| query.narrowed("organisation", &bearer.slug, bearer.short_name(), bearer.commitments))
        .collect()
}
