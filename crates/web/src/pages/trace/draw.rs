//! From the thread of a use-case to the thread as it is drawn.

use fabrique_app::trace::{self, BeadKind, Says, When};
use fabrique_domain::Choice;

use crate::{
    frame::Frame,
    speaker,
    thread::{Bead, Size, Thread},
};

/// Draws a thread. The label says what the list is to those who hear it; it is different from those
/// of the other threads of the page.
pub(crate) fn draw(frame: &Frame, size: Size, label: String, thread: &trace::Thread) -> Thread {
    let beads = thread.beads.iter().enumerate().map(|(index, told)| {
        let gap = thread.gap(index + 1, frame.zone());
        Bead { gap: gap.map(|days| later(frame, days)).unwrap_or_default(), ..bead(frame, size, told) }
    });
    Thread { beads: beads.collect(), frame: frame.clone(), label, size }
}

fn later(frame: &Frame, days: i64) -> String {
    frame.t.get("trace-later").with("days", days).to_string()
}

fn bead(frame: &Frame, size: Size, told: &trace::Bead) -> Bead {
    let date = told.when.map(|when| written(frame, size, when));
    let state_name = state(frame, size, told, date.as_ref().map_or("", |(_, human)| human));
    // Beside an object, what is to come says its day once.
    let date = date.filter(|_| size != Size::Side || told.says != Says::Due);
    Bead {
        kind: told.kind.code(),
        state: told.state.code(),
        name: name(frame, told),
        state_name,
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

fn written(frame: &Frame, size: Size, when: When) -> (String, String) {
    let date = when.date(frame.zone());
    (date.to_string(), if size == Size::Page { frame.t.date(date) } else { frame.t.short_date(date) })
}

/// "Clause 3", "Action 12", "Réponse", "12 contributions".
fn name(frame: &Frame, told: &trace::Bead) -> String {
    if told.count > 0 {
        return frame.t.choice("trace-count", told.kind).with("count", told.count).to_string();
    }
    let word = match told.level {
        Some(level) => frame.t.choice("level-title", level),
        None => frame.t.choice("trace-kind", told.kind),
    };
    let is_numbered = matches!(told.kind, BeadKind::Clause | BeadKind::Commitment | BeadKind::Milestone);
    if is_numbered && !told.number.is_empty() { format!("{word}\u{a0}{}", told.number) } else { word.to_string() }
}

/// A contribution of a list was published, or it would not be there: only its kind is said. Of
/// things that are counted, only what is missing is said.
fn state(frame: &Frame, size: Size, told: &trace::Bead, date: &str) -> String {
    let is_plain = told.kind == BeadKind::Contribution && told.says == Says::Published;
    if told.count > 0 && told.says == Says::Awaited {
        return frame.t.get("trace-missing").with("count", told.count).to_string();
    } else if told.count > 0 || (size == Size::Inline && is_plain) {
        return String::new();
    }
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
    let names = told.who.iter().map(|who| frame.name(&who.name)).collect::<Vec<_>>().join(", ");
    let others = (told.others > 0).then(|| frame.t.get("trace-others").with("others", told.others).to_string());
    [names, others.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
