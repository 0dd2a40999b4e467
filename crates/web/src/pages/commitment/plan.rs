//! `GET /plans/{slug}`: a plan by axis, narrowed by plain links with their counts, with its thread and
//! how far the answers to its consultations have come.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use fabrique_app::{
    address,
    commitment::{self, Facet, PlanFilter, PlanList},
    markdown::{self, Html},
    plan::{self, Brought, Overview},
    trace,
};
use fabrique_domain::{
    Choice,
    commitment::{Level, Part},
    content::Topic,
    id::{Id, PlanId},
    plan::{Plan, Theme},
};
use fabrique_storage::{Reader, commitment::carrier::NamedCarrier};
use serde::Deserialize;

use super::listed::{self, Item, Threads};
use crate::{
    frame::Frame,
    narrowing::{self, Filters, Group},
    pages::{plan::calendar::Calendar, trace::draw},
    problem::Problem,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

/// What the address narrows the plan to; what it does not understand narrows nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Narrowing {
    theme: String,
    level: String,
    organisation: String,
}

#[derive(Template)]
#[template(path = "commitment/plan.html")]
struct PlanPage {
    frame: Frame,
    plan: Plan,
    introduction: Html,
    calendar: Calendar,
    total: usize,
    shown: usize,
    axes: Vec<Axis>,
    filters: Filters,
    thread: Thread,
    brought: Brought,
}

struct Axis {
    slug: String,
    name: String,
    description: String,
    items: Vec<Item>,
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(narrowing): Query<Narrowing>,
) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let Overview { plan, themes, phases } = plan::find(&mut reader, &slug).await?;
    let list = narrowing.list(&mut reader, plan.id, &themes).await?;
    let told = trace::of_plan(&web.platform, &mut reader, &plan).await?;
    let entries = list.groups.iter().flat_map(|group| &group.entries);
    let cards: Vec<_> = entries.map(|entry| entry.card.clone()).collect();
    let threads = trace::of_listed_commitments(&web.platform, &mut reader, &cards).await?;
    let frame = visitor.frame("plans");
    let root = address::plan(&plan.slug);
    let query = narrowing.query(&root);
    let filters = Filters::new(&frame, groups(&frame, &query, &themes, &list), &query);
    let label = frame.t.get("trace-of").with("title", frame.text(&plan.national_label)).to_string();
    let page = PlanPage {
        introduction: markdown::to_html(frame.text(&plan.introduction)),
        calendar: Calendar::new(frame.clone(), phases),
        brought: plan::brought(&mut reader, plan.id).await?,
        total: list.total,
        shown: list.shown,
        axes: axes(&frame, &themes, list, &threads, filters.is_taken()),
        thread: draw(&frame, Size::Inline, label, &told),
        filters,
        plan,
        frame,
    };
    visitor.page_alike(&page, Some((Topic::Plan, page.plan.id.uuid())))
}

impl Narrowing {
    async fn list(&self, reader: &mut Reader, plan: PlanId, themes: &[Theme]) -> Result<PlanList, Problem> {
        let organisation = match self.organisation.as_str() {
            "" => None,
            slug => fabrique_app::organisation::by_slug(reader, slug).await?,
        };
        let filter = PlanFilter {
            theme_id: themes.iter().find(|theme| theme.slug == self.theme).map(|theme| theme.id),
            level: Level::from_code(&self.level).ok(),
            organisation_id: organisation.map(|found| found.id),
        };
        Ok(commitment::of_plan(reader, plan, filter).await?)
    }

    fn query<'a>(&'a self, path: &'a str) -> narrowing::Query<'a> {
        let (theme, level, organisation) = (self.theme.as_str(), self.level.as_str(), self.organisation.as_str());
        narrowing::Query { path, pairs: vec![("theme", theme), ("level", level), ("organisation", organisation)] }
    }
}

fn groups(frame: &Frame, query: &narrowing::Query<'_>, themes: &[Theme], list: &PlanList) -> Vec<Group> {
    let theme = |facet: &Facet<_>| {
        let theme = themes.iter().find(|theme| theme.id == facet.value)?;
        Some(query.narrowed("theme", &theme.slug, frame.text(&theme.name), facet.count))
    };
    let bearers = |wanted: Part| {
        let of_part = list.organisations.iter().filter(|facet| facet.value.part == wanted);
        let choice = |facet: &Facet<NamedCarrier>| {
            query.narrowed("organisation", &facet.value.slug, facet.value.short_name(), facet.count)
        };
        of_part.map(choice).collect()
    };
    let group = |key: &'static str, choices| Group { title: frame.t.get(key).to_string(), choices };
    vec![
        group("plan-page-axis", list.themes.iter().filter_map(theme).collect()),
        listed::levels(frame, query, list.levels.iter().map(|facet| (facet.value, facet.count))),
        group("plan-page-institution", bearers(Part::Lead)),
        group("plan-page-society", bearers(Part::CoCarrier)),
    ]
}

/// Every axis of the plan in its order, the empty ones too unless the list is narrowed; then what
/// has no axis.
fn axes(frame: &Frame, themes: &[Theme], list: PlanList, threads: &Threads, is_narrowed: bool) -> Vec<Axis> {
    let items =
        |entries: &[commitment::Entry]| entries.iter().map(|entry| Item::of(frame, entry, threads, "")).collect();
    let mut groups = list.groups;
    let mut axes = Vec::new();
    for theme in themes {
        let place = groups.iter().position(|group| group.theme_id == Some(theme.id));
        let entries = place.map(|place| groups.swap_remove(place).entries).unwrap_or_default();
        if entries.is_empty() && is_narrowed {
            continue;
        }
        axes.push(Axis {
            slug: theme.slug.clone(),
            name: frame.text(&theme.name).to_owned(),
            description: frame.text(&theme.description).to_owned(),
            items: items(&entries),
        });
    }
    let rest: Vec<_> = groups.into_iter().flat_map(|group| group.entries).collect();
    if !rest.is_empty() {
        let name = frame.t.get("plan-page-no-axis").to_string();
        axes.push(Axis { slug: "other".to_owned(), name, description: String::new(), items: items(&rest) });
    }
    axes
}

impl PlanPage {
    /// Whether it is a plan recalled from elsewhere, without its commitments.
    const fn is_elsewhere(&self) -> bool {
        self.total == 0 && !self.plan.source.is_empty()
    }

    /// Where the list is as data, without its suffix.
    fn data(&self) -> String {
        format!("/plans/{}/commitments", self.plan.slug)
    }

    /// "Du 1er janvier 2027 au 31 décembre 2029".
    fn dates(&self, start: &fabrique_domain::Date, end: &fabrique_domain::Date) -> String {
        let (from, to) = (self.frame.date(start), self.frame.date(end));
        self.frame.t.get("commitment-from-to").with("from", from).with("to", to).to_string()
    }
}
