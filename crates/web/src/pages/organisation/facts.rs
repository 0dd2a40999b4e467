//! What is known of an organisation, fact by fact, each with who says it and what is contested.

use fabrique_app::directory::{Added, Portrait, told_by};
use fabrique_directory::{Day, Entry, Provenance, Size};
use fabrique_domain::{
    Choice,
    directory::{Fact, Request, RequestKind, RequestState},
    organisation::{Organisation, Website},
};

use crate::{frame::Frame, pages::directory::words};

/// How many contests of one fact are shown: the latest.
const CONTESTS: usize = 3;

/// A fact.
#[derive(Debug, Clone)]
pub(in crate::pages) struct FactView {
    /// Which.
    pub(in crate::pages) fact: Fact,
    /// What it is called.
    pub(in crate::pages) name: String,
    /// What is said.
    pub(in crate::pages) said: String,
    /// Where it leads, when it is a page.
    pub(in crate::pages) path: String,
    /// Who says it.
    pub(in crate::pages) mark: Option<Mark>,
    /// What was contested of it.
    pub(in crate::pages) contests: Vec<ContestView>,
}

/// Who says a fact: a link to the source below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct Mark {
    /// The source, in the address of the link.
    pub(in crate::pages) anchor: &'static str,
    /// Its short name and its edition.
    pub(in crate::pages) label: String,
}

/// That a fact was contested, and what came of it.
#[derive(Debug, Clone)]
pub(in crate::pages) struct ContestView {
    /// How it is drawn.
    pub(in crate::pages) state: &'static str,
    /// What came of it, with the day.
    pub(in crate::pages) word: String,
    /// What is true, once the coordination agreed.
    pub(in crate::pages) truth: String,
    /// A page that shows it, once the coordination agreed.
    pub(in crate::pages) link: String,
    /// What was answered.
    pub(in crate::pages) answer: String,
}

impl ContestView {
    fn new(frame: &Frame, request: &Request) -> Self {
        let agreed = request.state == RequestState::Accepted;
        let (key, day) = match request.state {
            RequestState::Accepted => ("organisation-contest-accepted", request.handled_at),
            RequestState::Refused => ("organisation-contest-refused", request.handled_at),
            RequestState::Waiting | RequestState::TakenBack => ("organisation-contest-waiting", None),
        };
        let day = frame.day(&day.unwrap_or(request.asked_at));
        Self {
            state: match request.state {
                RequestState::Waiting => "owed",
                RequestState::Accepted => "done",
                RequestState::Refused | RequestState::TakenBack => "refused",
            },
            word: frame.t.get(key).with_text("day", day).to_string(),
            // What somebody claims is not shown for true before anybody looked at it.
            truth: if agreed { request.truth.clone() } else { String::new() },
            link: if agreed { request.link.clone() } else { String::new() },
            answer: request.answer.clone(),
        }
    }
}

/// What was contested of one fact, the latest first.
pub(in crate::pages) fn contests(frame: &Frame, added: &Added, fact: Fact) -> Vec<ContestView> {
    let of = |one: &&Request| {
        one.kind == RequestKind::Contest && one.fact == Some(fact) && one.state != RequestState::TakenBack
    };
    added.requests.iter().filter(of).take(CONTESTS).map(|one| ContestView::new(frame, one)).collect()
}

/// A day of a register, written out.
pub(in crate::pages) fn day(frame: &Frame, day: Day) -> String {
    let written = day.to_string();
    written.parse().map_or(written, |date| frame.date(&date))
}

/// The mark of a register.
pub(super) fn mark(frame: &Frame, provenance: &Provenance) -> Mark {
    let name = frame.t.get(format!("organisation-register-{}", provenance.source.name())).to_string();
    let label =
        if provenance.edition.is_known() { format!("{name}, {}", day(frame, provenance.edition)) } else { name };
    Mark { anchor: provenance.source.name(), label }
}

/// Gathers the facts of one portrait in the order of reading.
struct Facts<'a> {
    frame: &'a Frame,
    added: &'a Added,
    entry: Option<&'a Entry>,
    list: Vec<FactView>,
}

impl Facts<'_> {
    /// Adds what a register says.
    fn told(&mut self, fact: Fact, key: &str, said: String, path: String) {
        let mark = self.entry.and_then(|entry| told_by(entry, fact)).map(|one| mark(self.frame, one));
        self.add(fact, key, said, path, mark);
    }

    /// Adds what is kept here.
    fn here(&mut self, fact: Fact, key: &str, said: String, path: String) {
        let label = self.frame.t.get("organisation-register-here").to_string();
        self.add(fact, key, said, path, Some(Mark { anchor: "here", label }));
    }

    fn add(&mut self, fact: Fact, key: &str, said: String, path: String, mark: Option<Mark>) {
        if said.is_empty() {
            return;
        }
        let again = self.list.iter().any(|other| other.fact == fact);
        let contests = if again { Vec::new() } else { contests(self.frame, self.added, fact) };
        let name = self.frame.t.get(key).to_string();
        self.list.push(FactView { fact, name, said, path, mark, contests });
    }

    fn registers(&mut self, entry: &Entry, name_here: Option<&str>) {
        let (frame, t) = (self.frame, self.frame.t);
        let known = |known: Day| if known.is_known() { day(frame, known) } else { String::new() };
        if name_here.is_some_and(|name| name != entry.name) {
            self.told(Fact::Name, "organisation-name-told", entry.name.clone(), String::new());
        }
        let kind = t.get(format!("directory-kind-{}", entry.kind.code())).to_string();
        self.told(Fact::Kind, "organisation-kind", kind, String::new());
        self.told(Fact::Name, "directory-short-name", entry.short_name.clone(), String::new());
        self.told(Fact::Themes, "directory-families", words::families(frame, entry).join(", "), String::new());
        self.told(Fact::Seat, "directory-seat", words::place(entry), String::new());
        self.told(Fact::Created, "directory-created", known(entry.life.created), String::new());
        let ended = if entry.life.is_dissolved && !entry.life.dissolved.is_known() {
            t.get("organisation-ended-unknown").to_string()
        } else {
            known(entry.life.dissolved)
        };
        self.told(Fact::Dissolved, "directory-ended", ended, String::new());
        if !entry.life.is_dissolved {
            self.add(Fact::Dissolved, "directory-last-sign", known(entry.life.last_sign), String::new(), None);
        }
        let size = t.get(format!("directory-size-{}", entry.size.code())).to_string();
        let size = if entry.size == Size::Unknown { String::new() } else { size };
        self.told(Fact::Size, "directory-sizes", size, String::new());
        let recognised = if entry.recognised { t.get("directory-yes").to_string() } else { String::new() };
        self.told(Fact::Recognised, "directory-mark-recognised", recognised, String::new());
        self.told(Fact::Website, "directory-website", entry.contact.website.clone(), linked(&entry.contact.website));
        self.told(Fact::Numbers, "directory-numbers", numbers(entry), String::new());
    }

    fn platform(&mut self, organisation: &Organisation) {
        let kind = self.frame.t.choice("organisation-kind", organisation.kind).to_string();
        self.here(Fact::Kind, "organisation-kind", kind, String::new());
        self.here(Fact::Name, "organisation-acronym", organisation.acronym.clone(), String::new());
        self.here(Fact::Website, "organisation-website", organisation.website.clone(), linked(&organisation.website));
        self.here(Fact::Numbers, "organisation-register-number", organisation.register_number.clone(), String::new());
    }
}

/// The address to follow, when it is one of the web.
pub(in crate::pages) fn linked(address: &str) -> String {
    Website::parse(address).map(|site| site.to_string()).unwrap_or_default()
}

fn numbers(entry: &Entry) -> String {
    let siren = (!entry.siren.is_empty()).then(|| format!("SIREN\u{a0}{}", entry.siren));
    let told = |name: &&String| name.strip_prefix("siren-") != Some(&entry.siren);
    let names = std::iter::once(&entry.key).chain(&entry.aliases).filter(told).cloned();
    names.chain(siren).collect::<Vec<_>>().join(", ")
}

/// The facts of a portrait: what the registers say, or else what is kept here.
pub(in crate::pages) fn facts(frame: &Frame, portrait: &Portrait, added: &Added) -> Vec<FactView> {
    let entry = portrait.entry.as_ref();
    let mut facts = Facts { frame, added, entry, list: Vec::new() };
    match (entry, &portrait.organisation) {
        (Some(entry), organisation) => {
            facts.registers(entry, organisation.as_ref().map(|one| one.name.as_str()));
        }
        (None, Some(organisation)) => facts.platform(organisation),
        (None, None) => {}
    }
    facts.list
}

/// A source, whole: its name, edition, licence and address.
#[derive(Debug, Clone)]
pub(super) struct SourceView {
    pub(super) anchor: &'static str,
    pub(super) name: String,
    /// Edition and licence.
    pub(super) detail: String,
    pub(super) address: String,
    /// How sure it is that it speaks of this organisation; nothing when an identifier says so.
    pub(super) guess: String,
}

/// The sources of an entry.
pub(super) fn sources(frame: &Frame, entry: &Entry, shelves: &[fabrique_directory::Card]) -> Vec<SourceView> {
    let told = |one: &Provenance| {
        let shelf = shelves.iter().find(|card| card.source == one.source);
        let licence = shelf.map_or(one.source.licence(), |card| card.licence.as_str());
        let edition = day(frame, one.edition);
        let detail = frame.t.get("organisation-source-detail").with_text("day", edition).with_text("licence", licence);
        let guess = frame.t.get("directory-source-guess").with("percent", u64::from(one.confidence));
        SourceView {
            anchor: one.source.name(),
            name: frame.t.get(format!("directory-source-{}", one.source.name())).to_string(),
            detail: detail.to_string(),
            address: linked(shelf.map_or(one.source.address(), |card| card.address.as_str())),
            guess: if one.confidence >= 100 { String::new() } else { guess.to_string() },
        }
    };
    entry.provenance.iter().map(told).collect()
}

/// The word of a fact, for those who choose one.
pub(in crate::pages) fn choices(frame: &Frame) -> Vec<(&'static str, String)> {
    Fact::ALL.iter().map(|fact| (fact.code(), frame.t.choice("fact", *fact).to_string())).collect()
}
