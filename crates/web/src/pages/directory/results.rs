//! `GET /directory`: the search, and who answers.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use fabrique_app::directory::{self, FURTHEST_PAGE, Found, PAGE, ROWS};
use fabrique_directory::{Explanation, MatchedWord, Understood};
use fabrique_domain::shortlist::Origin;

use super::{
    asked::Asked,
    map::Map,
    missing, narrowed,
    words::{self, Written, excerpt},
};
use crate::{
    frame::Frame,
    narrowing::Filters,
    pages::shortlist::AddTo,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "directory/results.html")]
struct ResultsPage {
    frame: Frame,
    /// Names while one types.
    script: String,
    asked: Asked,
    /// The same results as files.
    files: [(&'static str, String); 3],
    total: i64,
    understood: Understood,
    results: Vec<ResultView>,
    filters: Filters,
    map: Map,
    orders: Vec<(&'static str, String, bool)>,
    before: Option<String>,
    after: Option<String>,
}

/// An organisation that answers, as shown.
struct ResultView {
    key: String,
    name: String,
    short_name: String,
    purpose: String,
    family: Option<String>,
    place: String,
    year: u32,
    is_dissolved: bool,
    recognised: bool,
    /// Each word that it holds, and where.
    why: Vec<String>,
    /// To put it on a list.
    add: AddTo,
    /// What evidence of life, size and recognition adds to its place, in hundredths.
    evidence: i64,
}

impl ResultView {
    fn new(frame: &Frame, found: &Found, sought: &str) -> Self {
        let entry = &found.entry;
        let written = Written::of(words::texts(entry));
        Self {
            key: entry.key.clone(),
            name: entry.name.clone(),
            short_name: entry.short_name.clone(),
            purpose: excerpt(&entry.purpose),
            family: words::family(frame, entry.themes[0] / 1000),
            place: words::place(entry),
            year: entry.life.created.year(),
            is_dissolved: entry.life.is_dissolved,
            recognised: entry.recognised,
            why: why(frame, &found.why, &written),
            add: AddTo::new(&entry.key, &entry.name, Origin::Search, sought),
            evidence: (found.why.evidence * 100.0).round() as i64,
        }
    }
}

/// Each word that it holds, and where; then what else lifts it.
fn why(frame: &Frame, why: &Explanation, written: &Written<'_>) -> Vec<String> {
    let words = why.words.iter().map(|word| reason(frame, word, written));
    let lifts = [("directory-why-name", why.name > 0.0), ("directory-why-together", why.together > 0.0)];
    let lifts = lifts.into_iter().filter(|(_, lifted)| *lifted).map(|(key, _)| frame.t.get(key).to_string());
    words.chain(lifts).collect()
}

/// “« jardins » : nom, objet”.
fn reason(frame: &Frame, word: &MatchedWord, texts: &Written<'_>) -> String {
    let places: Vec<String> = word.fields.iter().map(|field| frame.t.get(words::field(*field)).to_string()).collect();
    let written: Vec<String> = word.written.iter().map(|one| texts.word(one)).collect();
    frame
        .t
        .get("directory-why-word")
        .with_text("word", written.join(", "))
        .with_text("places", places.join(", "))
        .to_string()
}

impl ResultsPage {
    fn has_words(&self) -> bool {
        !self.asked.q.trim().is_empty()
    }

    /// The search without its last filters: what is offered when nothing answers.
    fn suggested(&self) -> Option<(String, String)> {
        let suggestion = self.understood.suggestion.clone()?;
        Some((self.asked.address().with("q", &suggestion), suggestion))
    }

    /// The words that were read as others, “ilettrisme, lu illettrisme”.
    fn corrected(&self) -> Vec<String> {
        let other = self.understood.words.iter().filter(|word| !word.read.is_empty());
        let told = |word: &fabrique_directory::Reading| {
            let read = self.frame.t.get("directory-read-as").with_text("typed", &word.typed);
            read.with_text("read", word.read.join(", ")).to_string()
        };
        other.map(told).collect()
    }

    fn unknown(&self) -> Vec<&str> {
        self.understood.words.iter().filter(|word| !word.known).map(|word| word.typed.as_str()).collect()
    }

    fn other_state(&self) -> String {
        self.asked.address().with("dissolved", if self.asked.with_dissolved() { "" } else { "yes" })
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Query(asked): Query<Asked>) -> PageResult {
    let frame = visitor.frame("directory");
    let results = match directory::search(&web.platform, &asked.query()) {
        Ok(results) => results,
        Err(error) => return missing::page(&visitor, error),
    };
    let facets = results.answer.facets.unwrap_or_default();
    let nomenclature = directory::nomenclature(&web.platform, asked.family())?;
    let address = asked.address();
    let pages = usize::try_from(results.answer.total).unwrap_or(usize::MAX).div_ceil(PAGE).min(FURTHEST_PAGE);
    let page = |number: usize| address.with("page", &(number + 1).to_string());
    let (here, sort) = (asked.page(), asked.sort.clone());
    let order = |(code, key): (&str, &'static str)| (key, address.with("sort", code), sort == code);
    let orders = [
        ("", "directory-sort-relevance"),
        ("name", "directory-sort-name"),
        ("created", "directory-sort-created"),
        ("sign", "directory-sort-sign"),
    ];
    let view = ResultsPage {
        total: i64::try_from(results.answer.total).unwrap_or(i64::MAX),
        understood: results.answer.understood,
        results: results.found.iter().map(|found| ResultView::new(&frame, found, &asked.q)).collect(),
        filters: narrowed::filters(&frame, &asked, &facets, &nomenclature),
        map: Map::new(&frame, &facets.departments, &address),
        orders: orders.into_iter().map(order).collect(),
        before: (here > 0).then(|| page(here - 1)),
        after: (here + 1 < pages).then(|| page(here + 1)),
        files: [("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json")].map(|(name, suffix)| (name, asked.file(suffix))),
        script: visitor.asset("suggest.js"),
        asked: asked.clone(),
        frame,
    };
    visitor.page(&view)
}
