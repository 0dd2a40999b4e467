//! `GET /directory/compare?with=…&with=…`: organisations side by side, fact by fact, and what differs.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{
    address,
    directory::{self, Added, COMPARED, Portrait, Registers},
    markdown,
};
use fabrique_domain::directory::Fact;
use fabrique_storage::directory::known::Known;

use crate::{
    frame::Frame,
    pages::organisation::facts::{FactView, facts},
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How much of a text a cell shows, in characters.
const EXCERPT: usize = 280;

#[derive(Template)]
#[template(path = "directory/compare.html")]
struct ComparePage {
    frame: Frame,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// Names asked for that nobody has.
    missing: usize,
    /// Whether more were asked for than are compared.
    too_many: bool,
    unreadable: bool,
}

/// An organisation.
#[derive(Debug)]
struct Column {
    name: String,
    path: String,
    /// The comparison without it; nothing where too few would be left.
    without: String,
}

/// A fact.
#[derive(Debug)]
struct Row {
    name: String,
    cells: Vec<Cell>,
    differs: bool,
}

/// What is said of one organisation.
#[derive(Debug, Clone, Default)]
struct Cell {
    said: String,
    /// Who says it, or nothing.
    mark: String,
    contested: bool,
}

impl ComparePage {
    fn is_enough(&self) -> bool {
        COMPARED.contains(&self.columns.len())
    }

    fn most(&self) -> usize {
        *COMPARED.end()
    }
}

/// One organisation with all that is told of it.
struct Side {
    portrait: Portrait,
    facts: Vec<FactView>,
    added: Added,
    known: Option<Known>,
}

/// The rows: the facts of the registers, then what each did, received and says of itself.
fn rows(frame: &Frame, sides: &[Side]) -> Vec<Row> {
    let mut names: Vec<(Fact, String)> = Vec::new();
    for fact in sides.iter().flat_map(|side| &side.facts) {
        if !names.iter().any(|(_, name)| *name == fact.name) {
            names.push((fact.fact, fact.name.clone()));
        }
    }
    names.sort_by_key(|(fact, _)| *fact);
    let mut rows = vec![row(frame, "organisation-purpose", sides, purpose)];
    rows.extend(names.into_iter().map(|(_, name)| {
        let said = |side: &Side| side.facts.iter().find(|fact| fact.name == name).map(cell).unwrap_or_default();
        let cells = sides.iter().map(said).collect();
        settled(name, cells)
    }));
    rows.push(row(frame, "directory-lobbying", sides, |side| lobbying(frame, side)));
    rows.push(row(frame, "directory-funding", sides, |side| funding(frame, side)));
    rows.push(row(frame, "organisation-here", sides, |side| here(frame, side)));
    rows.push(row(frame, "card-causes", sides, |side| own(side, |card| &card.causes)));
    rows.push(row(frame, "card-audience", sides, |side| own(side, |card| &card.audience)));
    rows.push(row(frame, "card-goals", sides, |side| own(side, |card| &card.goals)));
    rows.retain(|row| row.cells.iter().any(|cell| !cell.said.is_empty()));
    rows
}

fn row(frame: &Frame, key: &str, sides: &[Side], say: impl Fn(&Side) -> String) -> Row {
    let cells = sides.iter().map(|side| Cell { said: say(side), ..Cell::default() });
    settled(frame.t.get(key).to_string(), cells.collect())
}

fn settled(name: String, cells: Vec<Cell>) -> Row {
    let differs = cells.windows(2).any(|pair| pair[0].said != pair[1].said);
    Row { name, cells, differs }
}

fn cell(fact: &FactView) -> Cell {
    let mark = fact.mark.as_ref().map(|mark| mark.label.clone()).unwrap_or_default();
    let contested = fact.contests.iter().any(|contest| contest.state == "owed");
    Cell { said: fact.said.clone(), mark, contested }
}

fn purpose(side: &Side) -> String {
    let told = side.portrait.entry.as_ref().map_or("", |entry| entry.purpose.as_str());
    let here = side.portrait.organisation.as_ref().map_or("", |own| own.purpose.as_str());
    shortened(if told.is_empty() { here } else { told })
}

/// The beginning of a text of a register, which is no Markdown.
fn shortened(text: &str) -> String {
    let cut: String = text.chars().take(EXCERPT).collect();
    if cut.len() < text.len() { format!("{}…", cut.trim_end()) } else { cut }
}

fn lobbying(frame: &Frame, side: &Side) -> String {
    let all = side.portrait.entry.as_ref().map(|entry| entry.lobbying.as_slice()).unwrap_or_default();
    let Some(last) = all.first() else { return String::new() };
    let count = frame.t.get("organisation-told-lobbying").with("count", all.len());
    format!("{count}{} {}", frame.t.get("form-colon"), shortened(&last.object))
}

fn funding(frame: &Frame, side: &Side) -> String {
    let all = side.portrait.entry.as_ref().map(|entry| entry.funding.as_slice()).unwrap_or_default();
    if all.is_empty() {
        return String::new();
    }
    let cents = all.iter().fold(0_i64, |sum, one| sum.saturating_add(one.cents));
    format!(
        "{}, {}\u{a0}€",
        frame.t.get("organisation-told-funding").with("count", all.len()),
        frame.number(&(cents / 100))
    )
}

fn here(frame: &Frame, side: &Side) -> String {
    let Some(known) = &side.known else { return String::new() };
    let told = [
        ("organisation-here-proposals", known.proposals),
        ("organisation-here-arguments", known.arguments),
        ("organisation-here-commitments", known.commitments),
        ("organisation-here-answers", known.answers),
    ];
    let told = told.into_iter().filter(|(_, count)| *count > 0);
    told.map(|(key, count)| frame.t.get(key).with("count", count).to_string()).collect::<Vec<_>>().join(", ")
}

fn own(side: &Side, text: impl Fn(&fabrique_domain::directory::Card) -> &String) -> String {
    side.added.card.as_ref().map(|card| markdown::excerpt(text(card), EXCERPT)).unwrap_or_default()
}

/// The address of the comparison of some organisations.
fn path(slugs: &[&str]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for slug in slugs {
        query.append_pair("with", slug);
    }
    format!("/directory/compare?{}", query.finish())
}

fn columns(sides: &[Side]) -> Vec<Column> {
    let slugs: Vec<&str> = sides.iter().map(|side| side.portrait.slug()).collect();
    let column = |(place, side): (usize, &Side)| {
        let others: Vec<&str> =
            slugs.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, slug)| *slug).collect();
        let without = if others.len() < *COMPARED.start() { String::new() } else { path(&others) };
        Column { name: side.portrait.name().to_owned(), path: address::organisation(side.portrait.slug()), without }
    };
    sides.iter().enumerate().map(column).collect()
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let query = visitor.uri.query().unwrap_or_default();
    let mut names: Vec<String> = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, value)| name == "with" && !value.is_empty())
        .map(|(_, value)| value.into_owned())
        .collect();
    names.dedup();
    let reader = &mut web.platform.store.read().await?;
    let portraits = directory::compared(&web.platform, reader, &names).await?;
    let known = directory::known(reader).await?;
    let frame = visitor.frame("directory");
    let unreadable = portraits.iter().any(|one| one.registers == Registers::Unreadable);
    let missing = names.len().min(*COMPARED.end()) - portraits.len();
    let mut sides = Vec::new();
    for portrait in portraits {
        let added = directory::added(reader, &portrait).await?;
        let id = portrait.organisation_id();
        let known = known.iter().find(|one| Some(one.known.id) == id).map(|one| one.known.clone());
        sides.push(Side { facts: facts(&frame, &portrait, &added), portrait, added, known });
    }
    visitor.page(&ComparePage {
        columns: columns(&sides),
        rows: rows(&frame, &sides),
        missing,
        too_many: names.len() > *COMPARED.end(),
        unreadable,
        frame,
    })
}
