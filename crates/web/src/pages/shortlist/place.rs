//! `GET` and `POST /shortlists/{id}/grid/edit`: some entries at a time, a mark and a reason on each axis, then who is
//! absent.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    shortlist::{self, Grid, Placed, Placement, Placing},
};
use fabrique_domain::{
    Choice,
    id::{EntryId, ShortlistId},
    shortlist::{Absence, AbsentName, AbsentReason, Axis, Mark, Stake, StakeReason},
    text::Fault,
};
use fabrique_storage::transact;

use super::{head::Head, identifier};
use crate::{
    form::{FormState, Typed, message},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many entries are placed at once.
const PAGE: usize = 10;

/// A question of the form: an entry on an axis.
struct Question {
    axis: Axis,
    /// What the fields of this question are called: `interest-<entry>`, and with `-why` and `-seen`.
    name: String,
    /// The mark in the form, or nothing.
    mark: String,
    reason: String,
    seen: String,
    /// What to do about it, when it is wrong.
    error: String,
    /// What somebody else said in between.
    now: Option<Stake>,
}

/// An entry to place.
struct Row {
    number: usize,
    id: EntryId,
    name: String,
    place: String,
    questions: Vec<Question>,
}

#[derive(Template)]
#[template(path = "shortlist/place.html")]
struct PlacePage {
    frame: Frame,
    head: Head,
    form: FormState,
    rows: Vec<Row>,
    /// Where the entries before and after these are placed.
    before: Option<usize>,
    after: Option<usize>,
    changed: bool,
    /// What was answered last, for recall.
    last: Option<String>,
}

impl PlacePage {
    fn new(frame: Frame, grid: &Grid, from: usize) -> Self {
        let rows = (1..).zip(&grid.entries).skip(from).take(PAGE).map(|(number, one)| Row {
            number,
            id: one.entry.id,
            name: one.entry.name.clone(),
            place: one.entry.place.clone(),
            questions: Axis::ALL.iter().map(|axis| question(one, *axis)).collect(),
        });
        let last = grid.absents.first().map(|absent| {
            let said = frame.t.get("shortlist-absence-last").with("day", frame.day(&absent.created_at));
            let who = absent.who.clone().unwrap_or_else(|| frame.t.get("shortlist-absence-nobody").to_string());
            said.with_text("who", who).with_text("name", frame.name(&absent.author_name)).to_string()
        });
        Self {
            head: Head::new(&grid.access, "place"),
            form: FormState::default(),
            rows: rows.collect(),
            before: (from > 0).then(|| from.saturating_sub(PAGE)),
            after: (from + PAGE < grid.entries.len()).then_some(from + PAGE),
            changed: false,
            last,
            frame,
        }
    }

    /// The same with what was typed over what stands.
    fn with_typed(mut self, form: FormState, errors: &BTreeMap<String, String>) -> Self {
        for question in self.rows.iter_mut().flat_map(|row| &mut row.questions) {
            let typed = |end: &str| form.value(&format!("{}{end}", question.name)).to_owned();
            let (mark, reason, seen) = (typed(""), typed("-why"), typed("-seen"));
            if seen == question.seen {
                question.now = None;
            }
            (question.mark, question.reason) = (mark, reason);
            question.error = errors.get(&question.name).cloned().unwrap_or_default();
        }
        Self { form, ..self }
    }

    fn marks(&self) -> [i64; 4] {
        Mark::ALL.map(Mark::number)
    }

    fn is_marked(&self, question: &Question, mark: &i64) -> bool {
        question.mark == mark.to_string()
    }

    fn axis(&self, question: &Question) -> &'static str {
        match question.axis {
            Axis::Interest => "shortlist-interest",
            Axis::Influence => "shortlist-influence",
        }
    }

    fn help(&self, question: &Question) -> &'static str {
        match question.axis {
            Axis::Interest => "shortlist-interest-help",
            Axis::Influence => "shortlist-influence-help",
        }
    }

    /// What somebody else said in between.
    fn now(&self, stake: &Stake) -> String {
        let told = self.frame.t.get("shortlist-mark-now").with("mark", stake.mark.number());
        told.with_text("reason", stake.reason.clone())
            .with_text("name", self.frame.name(&stake.author_name))
            .to_string()
    }

    fn from(&self) -> usize {
        self.rows.first().map_or(0, |row| row.number - 1)
    }

    fn absences(&self) -> Vec<(&'static str, String)> {
        let word = |key: &str| self.frame.t.get(key).to_string();
        vec![("somebody", word("shortlist-absence-somebody")), ("nobody", word("shortlist-absence-nobody"))]
    }

    fn is_wrong(&self) -> bool {
        self.form.is_faulty() || self.rows.iter().flat_map(|row| &row.questions).any(|one| !one.error.is_empty())
    }
}

fn question(one: &Placed, axis: Axis) -> Question {
    let stake = one.on(axis);
    Question {
        axis,
        name: format!("{}-{}", axis.code(), one.entry.id),
        mark: stake.map(|stake| stake.mark.number().to_string()).unwrap_or_default(),
        reason: stake.map(|stake| stake.reason.clone()).unwrap_or_default(),
        seen: stake.map(|stake| stake.id.to_string()).unwrap_or_default(),
        error: String::new(),
        now: stake.cloned(),
    }
}

/// Where the form begins: at an entry that is named, at a place that is told, else at the first that is not placed.
fn beginning(visitor: &Visitor, grid: &Grid) -> usize {
    let named = grid.entries.iter().position(|one| one.entry.id.to_string() == visitor.query("entry"));
    let told = visitor.query("from").parse::<usize>().ok().filter(|from| *from < grid.entries.len());
    let first = grid.entries.iter().position(|one| one.place().is_none());
    named.or(told).or(first.map(|at| at / PAGE * PAGE)).unwrap_or_default()
}

async fn read(web: &Web, visitor: &Visitor, id: ShortlistId) -> Result<Grid, Problem> {
    let mut reader = web.platform.store.read().await?;
    let grid = shortlist::grid(&visitor.actor, &mut reader, id).await?;
    if grid.access.standing.writes() { Ok(grid) } else { Err(Problem::Refused("shortlist-read-only")) }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let grid = read(&web, &visitor, identifier(&id)?).await?;
    let page = PlacePage::new(visitor.frame("account"), &grid, beginning(&visitor, &grid));
    let rows =
        page.rows.into_iter().map(|row| Row { questions: row.questions.into_iter().map(settled).collect(), ..row });
    visitor.page(&PlacePage { rows: rows.collect(), ..page })
}

/// A question whose mark in force is the one in the form.
fn settled(question: Question) -> Question {
    Question { now: None, ..question }
}

/// Reads the marks of some entries; what is wrong with each, by the name of its question.
fn placements(form: &FormState, grid: &Grid) -> Result<Vec<Placement>, BTreeMap<String, Fault>> {
    let (mut read, mut wrong) = (Vec::new(), BTreeMap::new());
    for entry in form.values("entry").iter().filter_map(|id| id.parse::<EntryId>().ok()) {
        if !grid.entries.iter().any(|one| one.entry.id == entry) {
            continue;
        }
        for axis in Axis::ALL {
            let name = format!("{}-{entry}", axis.code());
            match placement(form, entry, *axis, &name) {
                Ok(placement) => read.extend(placement),
                Err(fault) => drop(wrong.insert(name, fault)),
            }
        }
    }
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

fn placement(form: &FormState, entry: EntryId, axis: Axis, name: &str) -> Result<Option<Placement>, Fault> {
    let (mark, why) = (form.value(name), form.value(&format!("{name}-why")));
    if mark.is_empty() && why.trim().is_empty() {
        return Ok(None);
    }
    let seen = form.value(&format!("{name}-seen"));
    let seen = if seen.is_empty() { None } else { Some(seen.parse().map_err(|_| Fault::Malformed)?) };
    Ok(Some(Placement { entry, axis, mark: Mark::parse(mark)?, reason: StakeReason::parse(why)?, seen }))
}

fn absence(form: &mut FormState) -> Option<Absence> {
    match form.value("absence") {
        "nobody" => Some(Absence::NobodyKnown),
        "somebody" => {
            let (who, why) = (form.read("who", AbsentName::parse), form.read("absent_why", AbsentReason::parse));
            Some(Absence::Somebody { who: who?, why: why? })
        }
        _ => {
            form.fault("absence", Fault::Missing);
            None
        }
    }
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let id = identifier(&id)?;
    let grid = read(&web, &visitor, id).await?;
    let mut form = FormState::from(typed);
    let (placements, absence) = (placements(&form, &grid), absence(&mut form));
    let mut wrong = BTreeMap::new();
    let mut changed = false;
    match (placements, absence) {
        (Ok(placements), Some(absence)) => {
            let placing = Placing { placements, absence };
            match transact!(web.platform.store, |tx| shortlist::place(&visitor.actor, tx, id, &placing).await) {
                Err(Error::Changed) => changed = true,
                outcome => {
                    outcome?;
                    return Ok(Redirect::to(&format!("/shortlists/{id}/grid?done=placed")).into_response());
                }
            }
        }
        (Err(faults), _) => wrong = faults,
        (Ok(_), None) => {}
    }
    let grid = if changed { read(&web, &visitor, id).await? } else { grid };
    let from = form.value("from").parse().unwrap_or_default();
    let errors = wrong.into_iter().map(|(name, fault)| (name, message(visitor.texts, fault).to_string())).collect();
    let page = PlacePage::new(visitor.frame("account"), &grid, from).with_typed(form, &errors);
    visitor.again(&PlacePage { changed, ..page })
}
