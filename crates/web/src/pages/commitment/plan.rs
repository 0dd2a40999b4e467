//! `GET /plans/{slug}`: a plan by axis, narrowed by plain links with their counts.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use fabrique_app::{
    address,
    commitment::{self, Entry, Facet, PlanFilter, PlanList},
    markdown::{self, Html},
    plan,
};
use fabrique_domain::{
    Choice,
    commitment::{Level, Part},
    content::Topic,
    id::Id,
    plan::{Plan, Theme},
};
use fabrique_storage::commitment::carrier::NamedCarrier;
use serde::Deserialize;

use crate::{
    frame::Frame,
    state::Web,
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
    national: (String, String),
    ogp: (String, String),
    total: usize,
    shown: usize,
    axes: Vec<Axis>,
    filters: Vec<Filter>,
    is_narrowed: bool,
}

struct Axis {
    slug: String,
    name: String,
    description: String,
    items: Vec<Item>,
}

/// A commitment in a list.
pub(super) struct Item {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) level: String,
    pub(super) carriers: String,
    pub(super) until: String,
}

struct Filter {
    title: String,
    options: Vec<Choosable>,
}

struct Choosable {
    word: String,
    path: String,
    count: usize,
    here: bool,
}

impl PlanPage {
    /// Where the list is as data, without its suffix.
    fn data(&self) -> String {
        format!("/plans/{}/commitments", self.plan.slug)
    }
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(narrowing): Query<Narrowing>,
) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let overview = plan::find(&mut reader, &slug).await?;
    let all = commitment::of_plan(&mut reader, overview.plan.id, PlanFilter::default()).await?;
    let filter = narrowing.filter(&overview.themes, &all);
    let list = commitment::of_plan(&mut reader, overview.plan.id, filter).await?;
    let frame = visitor.frame("plans");
    let plan = overview.plan;
    let page = PlanPage {
        introduction: markdown::to_html(frame.text(&plan.introduction)),
        national: (frame.date(&plan.national_start), frame.date(&plan.national_end)),
        ogp: (frame.date(&plan.ogp_start), frame.date(&plan.ogp_end)),
        total: list.total,
        shown: list.shown,
        filters: filters(&frame, &plan.slug, &overview.themes, &list, filter),
        axes: axes(&frame, &overview.themes, list, filter),
        is_narrowed: filter != PlanFilter::default(),
        plan,
        frame,
    };
    visitor.page_alike(&page, Some((Topic::Plan, page.plan.id.uuid())))
}

impl Narrowing {
    fn filter(&self, themes: &[Theme], all: &PlanList) -> PlanFilter {
        let carrier = all.organisations.iter().find(|facet| facet.value.slug == self.organisation);
        PlanFilter {
            theme_id: themes.iter().find(|theme| theme.slug == self.theme).map(|theme| theme.id),
            level: Level::from_code(&self.level).ok(),
            organisation_id: carrier.map(|facet| facet.value.organisation_id),
        }
    }
}

/// Every axis of the plan in its order, the empty ones too unless the list is narrowed; then what
/// has no axis.
fn axes(frame: &Frame, themes: &[Theme], list: PlanList, filter: PlanFilter) -> Vec<Axis> {
    let mut groups = list.groups;
    let mut axes = Vec::new();
    for theme in themes {
        let place = groups.iter().position(|group| group.theme_id == Some(theme.id));
        let entries = place.map(|place| groups.swap_remove(place).entries).unwrap_or_default();
        if entries.is_empty() && filter != PlanFilter::default() {
            continue;
        }
        axes.push(Axis {
            slug: theme.slug.clone(),
            name: frame.text(&theme.name).to_owned(),
            description: frame.text(&theme.description).to_owned(),
            items: entries.iter().map(|entry| item(frame, entry)).collect(),
        });
    }
    let rest: Vec<_> = groups.iter().flat_map(|group| &group.entries).map(|entry| item(frame, entry)).collect();
    if !rest.is_empty() {
        let name = frame.t.get("plan-page-no-axis").to_string();
        axes.push(Axis { slug: "other".to_owned(), name, description: String::new(), items: rest });
    }
    axes
}

fn item(frame: &Frame, entry: &Entry) -> Item {
    let card = &entry.card;
    let bearing = entry.carriers.iter().filter(|carrier| carrier.part != Part::Supporting);
    Item {
        path: address::commitment(card.id),
        title: numbered(&card.national_number, frame.text(&card.title)),
        summary: frame.text(&card.summary).to_owned(),
        level: frame.t.choice("level", card.level).to_string(),
        carriers: bearing.map(NamedCarrier::short_name).collect::<Vec<_>>().join(", "),
        until: frame.date(&card.ends_on),
    }
}

/// "12. Publier les avis", or the title alone.
pub(super) fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number}. {title}") }
}

fn filters(frame: &Frame, slug: &str, themes: &[Theme], list: &PlanList, now: PlanFilter) -> Vec<Filter> {
    let at = |filter| path(slug, themes, list, filter);
    let titled = |key: &'static str, options| Filter { title: frame.t.get(key).to_string(), options };
    let themes_of = |facet: &Facet<_>| {
        let theme = themes.iter().find(|theme| theme.id == facet.value)?;
        let here = now.theme_id == Some(facet.value);
        let path = at(PlanFilter { theme_id: (!here).then_some(facet.value), ..now });
        Some(Choosable { word: frame.text(&theme.name).to_owned(), path, count: facet.count, here })
    };
    let levels_of = |facet: &Facet<Level>| {
        let here = now.level == Some(facet.value);
        let path = at(PlanFilter { level: (!here).then_some(facet.value), ..now });
        Choosable { word: frame.t.choice("level", facet.value).to_string(), path, count: facet.count, here }
    };
    let organisations_of = |facet: &Facet<NamedCarrier>| {
        let here = now.organisation_id == Some(facet.value.organisation_id);
        let path = at(PlanFilter { organisation_id: (!here).then_some(facet.value.organisation_id), ..now });
        Choosable { word: facet.value.short_name().to_owned(), path, count: facet.count, here }
    };
    [
        titled("plan-page-axis", list.themes.iter().filter_map(themes_of).collect()),
        titled("plan-page-level", list.levels.iter().map(levels_of).collect()),
        titled("plan-page-organisation", list.organisations.iter().map(organisations_of).collect()),
    ]
    .into_iter()
    .filter(|filter| filter.options.len() > 1)
    .collect()
}

/// The address of the plan narrowed by `filter`.
fn path(slug: &str, themes: &[Theme], list: &PlanList, filter: PlanFilter) -> String {
    let theme = themes.iter().find(|theme| Some(theme.id) == filter.theme_id).map(|theme| theme.slug.as_str());
    let carrier = list.organisations.iter().find(|facet| Some(facet.value.organisation_id) == filter.organisation_id);
    let pairs = [
        ("theme", theme),
        ("level", filter.level.map(Choice::code)),
        ("organisation", carrier.map(|facet| facet.value.slug.as_str())),
    ];
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs {
        if let Some(value) = value {
            query.append_pair(name, value);
        }
    }
    let (root, query) = (address::plan(slug), query.finish());
    if query.is_empty() { root } else { format!("{root}?{query}") }
}
