//! `GET /organisations/{name}`: one organisation from all sides: what the registers say, what it does here, what it says
//! of itself. The name is its short name here, or its key in the directory.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    address,
    directory::{self, Lineage, Portrait, Registers, Way},
};
use fabrique_directory::{Entry, Funding, Lobbying};
use fabrique_domain::{
    Choice,
    directory::Fact,
    organisation::{Organisation, OrganisationKind},
    shortlist::Origin,
};
use fabrique_storage::{Reader, commitment::list::Carried, response::ResponseRow};

use super::{
    around::AlikeView,
    facts::{ContestView, FactView, SourceView, contests, day, facts, linked, sources},
    parts::{CardView, May, Own},
    told::{Here, beads},
};
use crate::{
    frame::Frame,
    pages::{
        directory::words::{Written, texts},
        shortlist::AddTo,
    },
    problem::Problem,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

/// How many lobbying objects and grants the page shows at once: the latest. The others are folded.
const SHOWN: usize = 5;
/// How many of the others are folded.
const FOLDED: usize = 100;
/// How many of those it addressed are named.
const ADDRESSED: usize = 4;

#[derive(Template)]
#[template(path = "organisation/show.html")]
struct OrganisationPage {
    frame: Frame,
    portrait: Portrait,
    facts: Vec<FactView>,
    sources: Vec<SourceView>,
    lineage: Lineage,
    here: Own,
    card: Option<CardView>,
    withdrawn_since: Option<String>,
    /// Contests of what is no line of the facts: lobbying, grants, what it did here.
    contests: Vec<(Fact, Vec<ContestView>)>,
    story: Option<Thread>,
    alike: Vec<AlikeView>,
    /// Puts it on a list; nothing while no register knows it.
    add: Option<AddTo>,
    may: May,
}

impl OrganisationPage {
    async fn read(web: &Web, visitor: &Visitor, portrait: Portrait) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let frame = visitor.frame("directory");
        let added = directory::added(&mut reader, &portrait).await?;
        let here = match &portrait.organisation {
            Some(own) => Own::read(web, &frame, &mut reader, own).await?,
            None => Own::default(),
        };
        let shelves = if portrait.entry.is_some() { web.platform.directory.shelves() } else { Vec::new() };
        let apart = [Fact::Purpose, Fact::Parent, Fact::Lobbying, Fact::Funding, Fact::Here];
        let (lineage, alike) = around(web, &mut reader, portrait.entry.as_ref()).await;
        // Its purpose is the subject that the others are near to.
        let own = Written::of(portrait.entry.iter().flat_map(texts));
        let alike = alike.iter().map(|one| AlikeView::new(&frame, one, &own)).collect();
        Ok(Self {
            facts: facts(&frame, &portrait, &added),
            sources: portrait.entry.as_ref().map(|entry| sources(&frame, entry, &shelves)).unwrap_or_default(),
            card: added.card.as_ref().map(|card| CardView::new(&frame, card)),
            withdrawn_since: added.withdrawal.as_ref().map(|one| frame.day(&one.since)),
            contests: apart.map(|fact| (fact, contests(&frame, &added, fact))).into(),
            story: story(&frame, &portrait, &here),
            alike,
            add: portrait.entry.as_ref().map(|entry| AddTo::new(&entry.key, "", Origin::Page, "")),
            may: May::of(&visitor.actor, &portrait, &added),
            lineage,
            here,
            portrait,
            frame,
        })
    }

    fn purpose(&self) -> &str {
        let told = self.portrait.entry.as_ref().map_or("", |entry| entry.purpose.as_str());
        let here = self.portrait.organisation.as_ref().map_or("", |own| own.purpose.as_str());
        if told.is_empty() { here } else { told }
    }

    fn kind(&self) -> String {
        match (&self.portrait.entry, &self.portrait.organisation) {
            (Some(entry), _) => self.frame.t.get(format!("directory-kind-{}", entry.kind.code())).to_string(),
            (None, Some(own)) => self.frame.t.choice("organisation-kind", own.kind).to_string(),
            (None, None) => String::new(),
        }
    }

    fn is_dissolved(&self) -> bool {
        self.portrait.entry.as_ref().is_some_and(|entry| entry.life.is_dissolved)
    }

    fn is_here(&self) -> bool {
        self.portrait.organisation.is_some()
    }

    fn answers_for(&self) -> Option<&Organisation> {
        let own = self.portrait.organisation.as_ref()?;
        (own.kind == OrganisationKind::Institution || !self.here.answers.is_empty()).then_some(own)
    }

    /// What to say when the registers say nothing.
    fn registers(&self) -> &'static str {
        let numbered = self.portrait.organisation.as_ref().is_some_and(|own| !own.register_number.is_empty());
        match (self.portrait.registers, numbered) {
            (Registers::Told, _) => "",
            (Registers::Silent, true) => "organisation-registers-silent",
            (Registers::Silent, false) => "organisation-registers-unnumbered",
            (Registers::NotLoaded, _) => "organisation-registers-not-loaded",
            (Registers::Unreadable, _) => "organisation-registers-unreadable",
        }
    }

    /// Its site: the one it says itself, else the one it asked a register to publish, else the one kept here.
    fn website(&self) -> String {
        let said = self.card.as_ref().map(|card| card.website.clone()).unwrap_or_default();
        let told = self.portrait.entry.as_ref().map(|entry| linked(&entry.contact.website)).unwrap_or_default();
        let here = self.portrait.organisation.as_ref().map(|own| linked(&own.website)).unwrap_or_default();
        [said, told, here].into_iter().find(|site| !site.is_empty()).unwrap_or_default()
    }

    /// Whether it published a way to reach it.
    fn is_reached(&self) -> bool {
        !self.website().is_empty() || self.card.as_ref().is_some_and(|card| !card.reach.is_empty())
    }

    /// What it defended, what is shown at once and what is folded.
    fn lobbying(&self) -> (&[Lobbying], &[Lobbying]) {
        parted(self.portrait.entry.as_ref().map(|entry| entry.lobbying.as_slice()).unwrap_or_default())
    }

    /// What it was paid for, alike.
    fn funding(&self) -> (&[Funding], &[Funding]) {
        parted(self.portrait.entry.as_ref().map(|entry| entry.funding.as_slice()).unwrap_or_default())
    }

    /// Whom it addressed, each once: a declaration names kinds of bodies, bodies, and then both together.
    fn addressed(&self, one: &Lobbying) -> String {
        let mut named: Vec<&str> = Vec::new();
        for name in one.addressed.iter().filter(|name| !name.contains(" - ")) {
            if !named.contains(&name.as_str()) {
                named.push(name);
            }
        }
        let others = named.len().saturating_sub(ADDRESSED);
        named.truncate(ADDRESSED);
        let told = named.join("\u{a0}; ");
        if others == 0 {
            return told;
        }
        format!("{told} {}", self.frame.t.get("organisation-addressed-others").with("count", others))
    }

    fn day(&self, on: &fabrique_directory::Day) -> String {
        day(&self.frame, *on)
    }

    /// Whole euros, grouped.
    fn euros(&self, funding: &Funding) -> String {
        self.frame.number(&(funding.cents / 100))
    }

    /// The contests of a fact that has a section of its own.
    fn contests_of(&self, code: &str) -> &[ContestView] {
        self.contests.iter().find(|(fact, _)| fact.code() == code).map(|(_, all)| all.as_slice()).unwrap_or_default()
    }

    fn part(&self, carried: &Carried) -> String {
        self.frame.t.choice("organisation-part", carried.part).to_string()
    }

    fn commitment_path(&self, carried: &Carried) -> String {
        address::commitment(carried.id)
    }

    fn answer_path(&self, answer: &ResponseRow) -> String {
        address::response(answer.id)
    }

    fn decision(&self, answer: &ResponseRow) -> String {
        self.frame.t.get(format!("decision-{}", answer.decision.code().replace('_', "-"))).to_string()
    }
}

/// The first of a list, and those that are folded.
fn parted<T>(all: &[T]) -> (&[T], &[T]) {
    all[..all.len().min(SHOWN + FOLDED)].split_at(all.len().min(SHOWN))
}

/// What stands around an entry. A register that cannot be read leaves a page without it.
async fn around(web: &Web, reader: &mut Reader, entry: Option<&Entry>) -> (Lineage, Vec<directory::Alike>) {
    let Some(entry) = entry else { return (Lineage::default(), Vec::new()) };
    let lineage = directory::lineage(&web.platform, entry);
    let alike = directory::alike(&web.platform, reader, entry).await;
    if let Some(error) = lineage.as_ref().err().or(alike.as_ref().err()) {
        tracing::error!(%error, "what stands around an organisation cannot be read");
    }
    (lineage.unwrap_or_default(), alike.unwrap_or_default())
}

fn story(frame: &Frame, portrait: &Portrait, own: &Own) -> Option<Thread> {
    let contributions: Vec<_> = own.contributions.iter().map(|(item, _)| item.clone()).collect();
    let here = Here { carried: &own.carried, answers: &own.answers, contributions: &contributions };
    let beads = beads(frame, portrait.entry.as_ref(), &here);
    let label = frame.t.get("organisation-story").to_string();
    (!beads.is_empty()).then(|| Thread { frame: frame.clone(), label, size: Size::Side, beads })
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(name): Path<String>) -> PageResult {
    let found = directory::portrait(&web.platform, &mut web.platform.store.read().await?, &name).await?;
    match found {
        Way::Here(portrait) => visitor.page(&OrganisationPage::read(&web, &visitor, *portrait).await?),
        Way::Moved(path) => Ok(Redirect::permanent(&path).into_response()),
        Way::Elsewhere(path) => Ok(Redirect::temporary(&path).into_response()),
    }
}

/// `GET /directory/{key}`: the page of an entry is that of its organisation.
pub(super) async fn of_entry(State(web): State<Arc<Web>>, Path(key): Path<String>) -> PageResult {
    let entry = directory::entry(&web.platform, &key)?;
    Ok(Redirect::permanent(&address::organisation(&entry.key)).into_response())
}
