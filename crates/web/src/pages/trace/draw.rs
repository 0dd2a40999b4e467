//! From the thread of a use-case to the thread as it is drawn.

use fabrique_app::trace::{self, BeadKind, Says, When};
use fabrique_domain::Choice;
use jiff::tz::TimeZone;

use crate::{
    frame::Frame,
    speaker,
    thread::{Bead, Size, Thread},
};

/// How a thread is to be drawn.
pub(crate) struct Drawing<'a> {
    /// What surrounds the page.
    pub(crate) frame: &'a Frame,
    /// The clock people live by.
    pub(crate) zone: &'a TimeZone,
    /// What the list is, for those who hear it.
    pub(crate) label: String,
    /// Its size.
    pub(crate) size: Size,
}

/// Draws a thread.
pub(crate) fn draw(drawing: Drawing<'_>, thread: &trace::Thread) -> Thread {
    let beads = thread.beads.iter().enumerate().map(|(index, told)| {
        let gap = thread.gap(index + 1, drawing.zone);
        Bead { gap: gap.map(|days| later(drawing.frame, days)).unwrap_or_default(), ..bead(&drawing, told) }
    });
    Thread { beads: beads.collect(), frame: drawing.frame.clone(), label: drawing.label, size: drawing.size }
}

fn later(frame: &Frame, days: i64) -> String {
    frame.t.get("trace-later").with("days", days).to_string()
}

fn bead(drawing: &Drawing<'_>, told: &trace::Bead) -> Bead {
    let frame = drawing.frame;
    let date = told.when.map(|when| written(drawing, when));
    Bead {
        kind: told.kind.code(),
        state: told.state.code(),
        name: name(frame, told),
        state_name: state(frame, told, date.as_ref().map_or("", |(_, human)| human)),
        title: frame.text(&told.title).to_owned(),
        path: told.path.clone(),
        date,
        who: told.who.first().map(|who| speaker::who(frame.t, who.kind)),
        note: note(frame, told),
        excerpt: frame.text(&told.excerpt).to_owned(),
        gap: String::new(),
        here: told.current,
    }
}

fn written(drawing: &Drawing<'_>, when: When) -> (String, String) {
    let date = when.date(drawing.zone);
    let t = drawing.frame.t;
    (date.to_string(), if drawing.size == Size::Page { t.date(date) } else { t.short_date(date) })
}

/// "Clause 3", "Action 12", "Réponse".
fn name(frame: &Frame, told: &trace::Bead) -> String {
    let word = match told.level {
        Some(level) => frame.t.choice("level-title", level),
        None => frame.t.choice("trace-kind", told.kind),
    };
    let is_numbered = matches!(told.kind, BeadKind::Clause | BeadKind::Commitment | BeadKind::Milestone);
    if is_numbered && !told.number.is_empty() { format!("{word}\u{a0}{}", told.number) } else { word.to_string() }
}

fn state(frame: &Frame, told: &trace::Bead, date: &str) -> String {
    if let (Says::Decided, Some(decision)) = (told.says, told.decision) {
        return frame.t.choice("decision", decision).to_string();
    }
    let kind = told.level.map_or_else(|| told.kind.code(), Choice::code);
    frame
        .t
        .choice("trace-says", told.says)
        .with("kind", kind)
        .with("days", told.awaited_days.unwrap_or_default())
        .with("date", date)
        .to_string()
}

/// Who, by name, and how many others.
fn note(frame: &Frame, told: &trace::Bead) -> String {
    let names = told.who.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join(", ");
    let others = (told.others > 0).then(|| frame.t.get("trace-others").with("others", told.others).to_string());
    [names, others.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
