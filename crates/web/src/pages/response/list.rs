//! `GET /responses`: every published answer, the latest first, by decision, institution, consultation.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{
    address, markdown,
    response::{self, Narrowing},
    trace,
};
use fabrique_domain::{
    Choice,
    id::{ConsultationId, OrganisationId, ResponseId},
    response::Decision,
};
use fabrique_storage::response::{PublicFilter, ResponseRow};

use super::{ROWS, after, drawn, mark, query_choice, query_id, with_query};
use crate::{
    frame::Frame,
    pages::trace::draw,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "response/list.html")]
struct ListPage {
    frame: Frame,
    groups: Vec<Group>,
    items: Vec<Item>,
    first: Option<String>,
    next: Option<String>,
    is_narrowed: bool,
}

/// Links that narrow the list in one way.
struct Group {
    name: String,
    links: Vec<Link>,
}

struct Link {
    path: String,
    name: String,
    current: bool,
}

/// An answer in the list.
struct Item {
    path: String,
    title: String,
    class: &'static str,
    decision: String,
    institution: String,
    consultation: String,
    date: Option<(String, String)>,
    excerpt: String,
    thread: Thread,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let filter = PublicFilter {
        decision: query_choice(&visitor, "decision"),
        institution: query_id(&visitor, "institution"),
        consultation: query_id(&visitor, "consultation"),
    };
    let after = after::<ResponseId>(&visitor);
    let mut reader = web.platform.store.read().await?;
    let rows = response::published(&mut reader, &filter, after, ROWS + 1).await?;
    let narrowing = response::narrowing(&mut reader).await?;
    let frame = visitor.frame("responses");
    let page = ListPage {
        groups: groups(&frame, &filter, &narrowing),
        next: next(&filter, &rows),
        first: after.map(|_| path(&filter, "")),
        items: rows.iter().take(usize::try_from(ROWS).unwrap_or_default()).map(|row| Item::of(&frame, row)).collect(),
        is_narrowed: filter != PublicFilter::default(),
        frame,
    };
    visitor.page(&page)
}

fn path(filter: &PublicFilter, after: &str) -> String {
    let fields = [
        ("decision", filter.decision.map_or("", Choice::code).to_owned()),
        ("institution", filter.institution.map(|id| id.to_string()).unwrap_or_default()),
        ("consultation", filter.consultation.map(|id| id.to_string()).unwrap_or_default()),
        ("after", after.to_owned()),
    ];
    with_query("/responses", &fields)
}

/// One more row than a page shows was asked for: it says whether there is a next page.
fn next(filter: &PublicFilter, rows: &[ResponseRow]) -> Option<String> {
    let last = usize::try_from(ROWS).ok().filter(|most| rows.len() > *most).and_then(|most| rows.get(most - 1))?;
    Some(path(filter, &mark(last.published_at?, last.id)))
}

fn groups(frame: &Frame, filter: &PublicFilter, narrowing: &Narrowing) -> Vec<Group> {
    let all = || frame.t.get("response-filter-all").to_string();
    let link =
        |name: String, narrowed: PublicFilter| Link { path: path(&narrowed, ""), name, current: narrowed == *filter };
    let decision = |decision: Option<Decision>| PublicFilter { decision, ..*filter };
    let institution = |institution: Option<OrganisationId>| PublicFilter { institution, ..*filter };
    let consultation = |consultation: Option<ConsultationId>| PublicFilter { consultation, ..*filter };
    let decisions =
        Decision::ALL.iter().map(|one| (frame.t.choice("decision", *one).to_string(), decision(Some(*one))));
    let institutions = narrowing.institutions.iter().map(|one| (one.name.clone(), institution(Some(one.id))));
    let consultations =
        narrowing.consultations.iter().map(|one| (frame.text(&one.title).to_owned(), consultation(Some(one.id))));
    let group = |key: &'static str, none: PublicFilter, links: Vec<(String, PublicFilter)>| Group {
        name: frame.t.get(key).to_string(),
        links: std::iter::once((all(), none)).chain(links).map(|(name, narrowed)| link(name, narrowed)).collect(),
    };
    vec![
        group("response-filter-decision", decision(None), decisions.collect()),
        group("response-filter-institution", institution(None), institutions.collect()),
        group("response-filter-consultation", consultation(None), consultations.collect()),
    ]
}

impl Item {
    fn of(frame: &Frame, row: &ResponseRow) -> Self {
        Self {
            path: address::response(row.id),
            title: title(frame, row),
            class: drawn(row.decision),
            decision: frame.t.choice("decision", row.decision).to_string(),
            institution: row.institution_name.clone(),
            consultation: frame.text(&row.consultation_title).to_owned(),
            date: row.published_at.map(|at| (frame.iso(&at), frame.day(&at))),
            excerpt: markdown::excerpt(frame.text(&row.reason), 220),
            thread: thread(frame, row),
        }
    }
}

/// What the answer is about: its first contribution, and how many others.
pub(super) fn title(frame: &Frame, row: &ResponseRow) -> String {
    let first = row.first_title.clone().unwrap_or_else(|| frame.t.get("response-untitled").to_string());
    match row.contributions - 1 {
        others if others > 0 => {
            frame.t.get("response-title-and-others").with("title", first).with("others", others).to_string()
        }
        _ => first,
    }
}

fn thread(frame: &Frame, row: &ResponseRow) -> Thread {
    let label = frame.t.get("response-thread-of").with("title", title(frame, row)).to_string();
    draw(frame, Size::Inline, label, &trace::of_listed_response(row))
}
