//! `/directory/discover`: whom a subject could concern, from a text that is pasted, a proposal or a commitment.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
};
use fabrique_app::directory::{self, Asked, Subject, SubjectText, Suggested, Suggestions};
use fabrique_directory::{Distance, Filters};
use fabrique_domain::{shortlist::Origin, territory::REGIONS, text::Fault};
use fabrique_storage::directory::known::Known;
use serde::Deserialize;

use super::{
    asked,
    coverage::{Gaps, gaps},
    missing,
    reason::reasons,
    words::{self, Written, excerpt},
};
use crate::{
    frame::Frame,
    pages::shortlist::AddTo,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// What the address or the form asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    text: String,
    proposal: String,
    commitment: String,
    /// `institutions`, `organisations`, or both.
    nature: String,
    region: String,
}

impl Sent {
    /// What the discovery begins with; nothing while nothing was said.
    fn subject(&self) -> Result<Option<Subject>, Problem> {
        if !self.proposal.is_empty() {
            return Ok(Some(Subject::Proposal(self.proposal.parse().map_err(|_| Problem::NotFound)?)));
        }
        if !self.commitment.is_empty() {
            return Ok(Some(Subject::Commitment(self.commitment.parse().map_err(|_| Problem::NotFound)?)));
        }
        match SubjectText::parse(&self.text) {
            Ok(text) => Ok(Some(Subject::Text(text))),
            Err(Fault::Missing) => Ok(None),
            Err(_) => Err(Problem::Invalid("text")),
        }
    }

    fn filters(&self) -> Filters {
        let regions = (!self.region.is_empty()).then(|| self.region.clone());
        Filters { nature: asked::nature(&self.nature), regions: regions.into_iter().collect(), ..Filters::default() }
    }
}

#[derive(Template)]
#[template(path = "directory/discover.html")]
struct DiscoverPage {
    frame: Frame,
    sent: Sent,
    regions: [(&'static str, &'static str); 18],
    found: Option<Found>,
}

/// What was found, as shown.
struct Found {
    title: String,
    /// The words that were looked for.
    words: String,
    /// Each word that was added, with the one of the text.
    near_words: Vec<String>,
    /// The known, the near and the unexpected, each with its words.
    groups: Vec<Group>,
    /// What nobody on the list covers, with a link to who would.
    gaps: Vec<Gaps>,
    /// The names of those that many people asked lately.
    often: Vec<String>,
    /// How many nobody asked.
    never: i64,
}

/// Those at one distance.
struct Group {
    code: &'static str,
    suggestions: Vec<SuggestionView>,
}

/// An organisation, as shown.
struct SuggestionView {
    key: String,
    name: String,
    short_name: String,
    kind: String,
    purpose: String,
    family: Option<String>,
    place: String,
    reasons: Vec<String>,
    /// To put it on a list.
    add: AddTo,
}

impl SuggestionView {
    fn new(frame: &Frame, found: &Suggested, subject: &Written<'_>, sought: &str) -> Self {
        let entry = &found.entry;
        Self {
            key: entry.key.clone(),
            name: entry.name.clone(),
            short_name: entry.short_name.clone(),
            kind: frame.t.get(format!("directory-kind-{}", entry.kind.code())).to_string(),
            purpose: excerpt(&entry.purpose),
            family: words::family(frame, entry.themes[0] / 1000),
            place: words::place(entry),
            add: AddTo::new(&entry.key, &entry.name, Origin::Text, sought),
            reasons: found
                .known
                .iter()
                .map(|known| here(frame, known))
                .chain(reasons(frame, &found.suggestion.reasons, entry, subject))
                .collect(),
        }
    }
}

/// What an organisation did here: “Ici : 3 propositions, 1 engagement porté”.
fn here(frame: &Frame, known: &Known) -> String {
    let acts = [
        ("directory-here-proposals", known.proposals),
        ("directory-here-arguments", known.arguments),
        ("directory-here-commitments", known.commitments),
        ("directory-here-answers", known.answers),
    ];
    let done = acts.into_iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = done.map(|(key, count)| frame.t.get(key).with("count", count).to_string()).collect();
    frame.t.get("directory-here").with_text("acts", told.join(", ")).to_string()
}

impl Found {
    fn new(frame: &Frame, suggestions: &Suggestions) -> Self {
        let all = || suggestions.found.iter();
        let subject = Written::of([suggestions.text.as_str()]);
        let group = |(code, distance)| {
            let here = suggestions.found.iter().filter(|one| one.suggestion.distance == distance);
            Group {
                code,
                suggestions: here.map(|one| SuggestionView::new(frame, one, &subject, &suggestions.text)).collect(),
            }
        };
        let distances = [("known", Distance::Known), ("near", Distance::Near), ("unexpected", Distance::Unexpected)];
        let near = |(near, word): &(String, String)| {
            let told = frame.t.get("directory-near-word").with_text("near", near);
            told.with_text("word", subject.word(word)).to_string()
        };
        let words: Vec<String> = suggestions.words.iter().map(|word| subject.word(word)).collect();
        Self {
            title: suggestions.title.clone(),
            words: words.join(", "),
            near_words: suggestions.near_words.iter().map(near).collect(),
            groups: distances.map(group).into_iter().filter(|group| !group.suggestions.is_empty()).collect(),
            often: all()
                .filter(|one| suggestions.asked.too_often(&one.entry.key))
                .map(|one| one.entry.name.clone())
                .collect(),
            never: i64::try_from(all().filter(|one| suggestions.asked.never(&one.entry.key)).count())
                .unwrap_or(i64::MAX),
            gaps: gaps(frame, &suggestions.coverage, &suggestions.words),
        }
    }

    fn count(&self) -> i64 {
        let all: usize = self.groups.iter().map(|group| group.suggestions.len()).sum();
        i64::try_from(all).unwrap_or(i64::MAX)
    }
}

/// `GET`: the form, or what a link asks for.
pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Query(sent): Query<Sent>) -> PageResult {
    answer(&web, &visitor, sent).await
}

/// `POST`: a text too long for an address. Nothing is kept of it.
pub(super) async fn find(State(web): State<Arc<Web>>, visitor: Visitor, Form(sent): Form<Sent>) -> PageResult {
    answer(&web, &visitor, sent).await
}

async fn answer(web: &Web, visitor: &Visitor, sent: Sent) -> PageResult {
    let frame = visitor.frame("directory");
    let suggestions = match sent.subject()? {
        Some(subject) => {
            let mut reader = web.platform.store.read().await?;
            let asked = Asked { subject, filters: sent.filters() };
            match directory::discover(&web.platform, &visitor.actor, &mut reader, &asked).await {
                Err(error) => return missing::page(visitor, error),
                Ok(suggestions) => Some(suggestions),
            }
        }
        None => None,
    };
    let found = suggestions.as_ref().map(|suggestions| Found::new(&frame, suggestions));
    visitor.page(&DiscoverPage { frame, sent, regions: REGIONS, found })
}
