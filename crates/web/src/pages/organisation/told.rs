//! The time line of an organisation: when it was created, what it defended and received, what it did here.

use fabrique_app::address;
use fabrique_directory::{Day, Entry};
use fabrique_domain::Choice;
use fabrique_storage::{commitment::list::Carried, proposal::ProposalItem, response::ResponseRow};

use super::facts::day;
use crate::{frame::Frame, thread::Bead};

/// What an organisation did here.
pub(super) struct Here<'a> {
    pub(super) carried: &'a [Carried],
    pub(super) answers: &'a [ResponseRow],
    pub(super) contributions: &'a [ProposalItem],
}

/// A bead and the day that places it, as `2026-11-23`.
type Placed = (String, Bead);

/// The time line, the oldest first. What was defended or received is told once a year.
pub(super) fn beads(frame: &Frame, entry: Option<&Entry>, here: &Here<'_>) -> Vec<Bead> {
    let mut placed = Vec::new();
    if let Some(entry) = entry {
        registers(frame, entry, &mut placed);
    }
    placed.extend(
        here.contributions
            .iter()
            .map(|one| {
                let path = address::proposal(one.id);
                at(
                    frame.iso(&one.published_at),
                    frame.day(&one.published_at),
                    "contribution",
                    "organisation-told-proposal",
                    frame,
                )
                .leading(one.title.clone(), path)
            })
            .map(Step::placed),
    );
    for one in here.carried {
        let Some(published) = one.published_at else { continue };
        let step =
            at(frame.iso(&published), frame.day(&published), "commitment", "organisation-told-commitment", frame);
        placed.push(step.leading(frame.text(&one.title).to_owned(), address::commitment(one.id)).placed());
    }
    for one in here.answers {
        let Some(published) = one.published_at else { continue };
        let title = one.first_title.clone().unwrap_or_else(|| frame.text(&one.consultation_title).to_owned());
        let decision = frame.t.get(format!("decision-{}", one.decision.code().replace('_', "-"))).to_string();
        let step = at(frame.iso(&published), frame.day(&published), "answer", "organisation-told-answer", frame);
        placed.push(step.leading(title, address::response(one.id)).noting(decision).placed());
    }
    placed.sort_by(|one, other| one.0.cmp(&other.0));
    placed.into_iter().map(|(_, bead)| bead).collect()
}

fn registers(frame: &Frame, entry: &Entry, placed: &mut Vec<Placed>) {
    let lasting = [
        (entry.life.created, "organisation-told-created", "done"),
        (entry.life.dissolved, "organisation-told-ended", "outside"),
    ];
    for (on, key, state) in lasting {
        if on.is_known() {
            let Step { when, bead } = at(on.to_string(), day(frame, on), "milestone", key, frame);
            placed.push((when, Bead { state, ..bead }));
        }
    }
    let told = |on: Day| entry.lobbying.iter().any(|one| one.on == on) || entry.funding.iter().any(|one| one.on == on);
    let sign = entry.life.last_sign;
    if sign.is_known() && sign != entry.life.created && !entry.life.is_dissolved && !told(sign) {
        placed.push(at(sign.to_string(), day(frame, sign), "milestone", "directory-last-sign", frame).placed());
    }
    let lobbying = entry.lobbying.iter().map(|one| (one.on, one.object.as_str(), 0));
    yearly(frame, lobbying, "organisation-told-lobbying", placed);
    let funding = entry.funding.iter().map(|one| (one.on, one.object.as_str(), one.cents));
    yearly(frame, funding, "organisation-told-funding", placed);
}

/// One bead a year: how many, for how much, and the first object.
fn yearly<'e>(frame: &Frame, all: impl Iterator<Item = (Day, &'e str, i64)>, key: &str, placed: &mut Vec<Placed>) {
    let mut years = std::collections::BTreeMap::<u32, (i64, i64, &str)>::new();
    for (on, object, cents) in all.filter(|(on, _, _)| on.is_known()) {
        let year = years.entry(on.year()).or_insert((0, 0, object));
        *year = (year.0 + 1, year.1.saturating_add(cents), if year.2.is_empty() { object } else { year.2 });
    }
    // The same object declared again each year is told once.
    let mut said = Vec::new();
    for (year, (count, cents, object)) in years {
        let name = frame.t.get(key).with("count", count).to_string();
        let note = if cents > 0 { frame.number(&(cents / 100)) + "\u{a0}€" } else { String::new() };
        let title = if said.contains(&object) { String::new() } else { fabrique_app::markdown::excerpt(object, 140) };
        said.push(object);
        let date = Some((format!("{year:04}"), year.to_string()));
        placed.push((
            format!("{year:04}-12-31"),
            Bead { kind: "evidence", state: "done", name, title, note, date, ..Bead::default() },
        ));
    }
}

struct Step {
    when: String,
    bead: Bead,
}

fn at(when: String, written: String, kind: &'static str, key: &str, frame: &Frame) -> Step {
    let name = frame.t.get(key).to_string();
    let date = Some((when.clone(), written));
    Step { when, bead: Bead { kind, state: "done", name, date, ..Bead::default() } }
}

impl Step {
    fn leading(mut self, title: String, path: String) -> Self {
        (self.bead.title, self.bead.path) = (title, path);
        self
    }

    fn noting(mut self, note: String) -> Self {
        self.bead.note = note;
        self
    }

    fn placed(self) -> Placed {
        (self.when, self.bead)
    }
}
