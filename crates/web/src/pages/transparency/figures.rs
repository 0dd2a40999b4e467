//! `GET /transparency`: how many contributions were answered, how fast, what is late.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::transparency::{self, Coverage, Figures, Speed};

use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "transparency/figures.html")]
struct FiguresPage {
    frame: Frame,
    coverage: Bar,
    /// The median delay, and the sentence that says it.
    median: Option<(String, String)>,
    /// How many await an answer, and the oldest since when.
    oldest: Option<String>,
    late: i64,
    day: String,
    decisions: Vec<(String, i64)>,
    consultations: Vec<Row>,
    institutions: Vec<Row>,
    themes: Vec<Row>,
}

/// A row of a table of figures.
struct Row {
    name: String,
    path: String,
    bar: Bar,
    drawing: Drawing,
    late: i64,
    median: String,
    ninth: String,
}

/// A small bar, as it stands in a table.
#[derive(Template)]
#[template(path = "transparency/_bar.html")]
struct Drawing {
    title: String,
    end: String,
}

/// Answered out of all, as a bar and as words.
struct Bar {
    answered: i64,
    all: i64,
    /// Where the answered part ends, in per cent with one decimal: a coordinate of the drawing.
    end: String,
    share: String,
}

impl Bar {
    fn of(frame: &Frame, answered: i64, all: i64) -> Self {
        let tenths = if all > 0 { answered.clamp(0, all) * 1_000 / all } else { 0 };
        let end = format!("{}.{}%", tenths / 10, tenths % 10);
        Self { answered, all, end, share: frame.percentage(&answered, &all) }
    }

    fn awaiting(&self) -> i64 {
        self.all - self.answered
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let figures = transparency::overall(&mut reader).await?;
    let page = FiguresPage::of(visitor.frame("transparency"), &figures);
    visitor.page(&page)
}

impl FiguresPage {
    fn of(frame: Frame, figures: &Figures) -> Self {
        let Coverage { contributions, answered, late, oldest } = figures.coverage;
        Self {
            coverage: Bar::of(&frame, answered, contributions),
            median: figures.speed.median.map(|days| median(&frame, days)),
            oldest: oldest.map(|at| waiting(&frame, contributions - answered, frame.days_since(&at).max(0))),
            late,
            day: frame.day(&figures.at),
            decisions: decisions(&frame, figures),
            consultations: consultations(&frame, figures),
            institutions: institutions(&frame, figures),
            themes: themes(&frame, figures),
            frame,
        }
    }
}

fn median(frame: &Frame, days: i64) -> (String, String) {
    let say = |key: &'static str| frame.t.get(key).with("days", days).to_string();
    (say("transparency-days"), say("transparency-half-within"))
}

fn waiting(frame: &Frame, count: i64, days: i64) -> String {
    frame.t.get("transparency-oldest").with("count", count).with("days", days).to_string()
}

fn decisions(frame: &Frame, figures: &Figures) -> Vec<(String, i64)> {
    let word = |decision| frame.t.choice("decision", decision).to_string();
    figures.decisions.iter().map(|(decision, count)| (word(*decision), *count)).collect()
}

fn days(frame: &Frame, days: Option<i64>) -> String {
    days.map_or_else(|| "–".to_owned(), |days| frame.t.get("transparency-days").with("days", days).to_string())
}

fn row(frame: &Frame, name: String, path: String, answered: i64, all: i64, late: i64, speed: &Speed) -> Row {
    let (median, ninth) = (days(frame, speed.median), days(frame, speed.ninth_decile));
    let bar = Bar::of(frame, answered, all);
    let title = frame.t.get("transparency-of").with("answered", answered).with("all", all).to_string();
    let drawing = Drawing { title, end: bar.end.clone() };
    Row { name, path, bar, drawing, late, median, ninth }
}

fn consultations(frame: &Frame, figures: &Figures) -> Vec<Row> {
    let row = |one: &transparency::ConsultationFigures| {
        let name = frame.text(&one.title).to_owned();
        let path = fabrique_app::address::consultation(&one.slug);
        row(frame, name, path, one.coverage.answered, one.coverage.contributions, one.coverage.late, &one.speed)
    };
    figures.consultations.iter().map(row).collect()
}

fn institutions(frame: &Frame, figures: &Figures) -> Vec<Row> {
    let row = |one: &transparency::InstitutionFigures| {
        let path = format!("/responses?institution={}", one.id);
        row(frame, one.name.clone(), path, one.speed.answered, figures.speed.answered, 0, &one.speed)
    };
    figures.institutions.iter().map(row).collect()
}

fn themes(frame: &Frame, figures: &Figures) -> Vec<Row> {
    let none = || frame.t.get("transparency-no-theme").to_string();
    let row = |one: &transparency::ThemeFigures| {
        let name = one.name.as_ref().map_or_else(none, |name| frame.text(name).to_owned());
        row(frame, name, String::new(), one.answered, one.contributions, 0, &one.speed)
    };
    figures.themes.iter().map(row).collect()
}
