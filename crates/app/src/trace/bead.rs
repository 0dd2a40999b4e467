//! Beads, and the words they stand for.

use fabrique_domain::{
    Choice, Date, Instant, LocalizedText, account::AuthorKind, choice, commitment::Level, response::Decision, time::DAY,
};
use jiff::tz::TimeZone;
use serde::Serialize;

choice! {
    /// What a bead stands for.
    BeadKind("kind of bead") {
        /// A contribution.
        Contribution = "contribution",
        /// The reasoned answer to it.
        Answer = "answer",
        /// The clause that it changed.
        Clause = "clause",
        /// The commitment, action or initiative.
        Commitment = "commitment",
        /// A milestone.
        Milestone = "milestone",
        /// The evidence that a milestone was reached.
        Evidence = "evidence",
        /// The evaluation of the plan.
        Evaluation = "evaluation",
        /// The consultation that contributions answer.
        Consultation = "consultation",
        /// The plan that commitments make.
        Plan = "plan",
    }
}

choice! {
    /// How a bead is drawn.
    BeadState("state of a bead") {
        /// Done, taken up, written, published.
        Done = "done",
        /// Limited progress.
        Limited = "limited",
        /// Taken up in part, under way.
        Partly = "partly",
        /// Substantial progress.
        Substantial = "substantial",
        /// Merged, already under way.
        Merged = "merged",
        /// Postponed.
        Postponed = "postponed",
        /// Not taken up, withdrawn.
        Refused = "refused",
        /// Out of scope.
        Outside = "outside",
        /// Awaited, in time or without a date.
        Owed = "owed",
        /// Awaited after its date.
        Late = "late",
        /// To come.
        Planned = "planned",
    }
}

choice! {
    /// The words that go with a state, where the decision of an answer does not give them.
    Says("words of a bead") {
        /// Published.
        Published = "published",
        /// Being written.
        BeingWritten = "being_written",
        /// Withdrawn.
        Withdrawn = "withdrawn",
        /// Hidden.
        Hidden = "hidden",
        /// Written.
        Written = "written",
        /// Written again since.
        Amended = "amended",
        /// Struck out.
        Repealed = "repealed",
        /// Decided, in the words of the decision.
        Decided = "decided",
        /// Awaited for so many days.
        Awaited = "awaited",
        /// Promised by a date that passed so many days ago.
        Overdue = "overdue",
        /// To come by a date.
        Due = "due",
        /// To open on a date.
        Announced = "announced",
        /// Open to all.
        Open = "open",
        /// Closed to new contributions.
        Closed = "closed",
    }
}

/// When a bead came or is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum When {
    /// A moment.
    At(Instant),
    /// A day.
    On(Date),
}

impl When {
    /// The day, where people live by `zone`.
    #[must_use]
    pub fn date(self, zone: &TimeZone) -> Date {
        match self {
            Self::At(instant) => instant.date(zone),
            Self::On(date) => date,
        }
    }
}

/// Who a bead comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Who {
    /// The kind.
    pub kind: AuthorKind,
    /// The name shown.
    pub name: String,
}

/// One thing on the thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bead {
    /// What it stands for.
    pub kind: BeadKind,
    /// How it is drawn.
    pub state: BeadState,
    /// The words that go with it.
    pub says: Says,
    /// The decision, for an answer given.
    pub decision: Option<Decision>,
    /// The level, for a commitment, an action or an initiative.
    pub level: Option<Level>,
    /// Its number: of the clause, of the commitment; or nothing.
    pub number: String,
    /// Its title, or nothing.
    pub title: LocalizedText,
    /// Where it is, from the root of the site; nothing when it does not exist yet.
    pub path: String,
    /// When it came or is due.
    pub when: Option<When>,
    /// Who it comes from.
    pub who: Vec<Who>,
    /// For how many whole days it has been awaited.
    pub awaited_days: Option<i64>,
    /// How many things it stands for, where it gathers several; zero where it is one.
    pub count: i64,
    /// How many others like it are not told one by one.
    pub others: i64,
    /// Whether the page shown is this thing.
    pub current: bool,
    /// Its first words.
    pub excerpt: LocalizedText,
}

impl Bead {
    /// A bead with nothing told of it yet.
    pub(super) fn new(kind: BeadKind, state: BeadState, says: Says) -> Self {
        Self {
            kind,
            state,
            says,
            decision: None,
            level: None,
            number: String::new(),
            title: LocalizedText::default(),
            path: String::new(),
            when: None,
            who: Vec::new(),
            awaited_days: None,
            count: 0,
            others: 0,
            current: false,
            excerpt: LocalizedText::default(),
        }
    }

    /// A bead that is to come by `due`, or late since.
    pub(super) fn due(kind: BeadKind, due: Date, today: Date) -> Self {
        let (state, says) =
            if today > due { (BeadState::Late, Says::Awaited) } else { (BeadState::Planned, Says::Due) };
        let late = days_between(due, today);
        Self { when: Some(When::On(due)), awaited_days: (late > 0).then_some(late), ..Self::new(kind, state, says) }
    }

    /// A bead that gathers `count` things of a kind; none where there is nothing to gather.
    pub(super) fn gathered(kind: BeadKind, count: i64) -> Option<Self> {
        (count > 0).then(|| Self { count, ..Self::new(kind, BeadState::Done, Says::Published) })
    }

    /// Whether it is owed and missing.
    #[must_use]
    pub const fn is_awaited(&self) -> bool {
        matches!(self.state, BeadState::Owed | BeadState::Late)
    }
}

/// Whole days from `from` to `to`; negative when it lies before.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    let utc = TimeZone::UTC;
    (to.start(&utc).micros() - from.start(&utc).micros()) / DAY
}

impl BeadState {
    /// How an answer that decides so is drawn, wherever it is.
    #[must_use]
    pub const fn of(decision: Decision) -> Self {
        match decision {
            Decision::TakenUp => Self::Done,
            Decision::PartlyTakenUp => Self::Partly,
            Decision::Merged | Decision::UnderWay => Self::Merged,
            Decision::Postponed => Self::Postponed,
            Decision::NotTakenUp => Self::Refused,
            Decision::OutOfScope => Self::Outside,
        }
    }
}

/// The beads of one object, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Thread {
    /// The beads.
    pub beads: Vec<Bead>,
}

impl Thread {
    /// The first bead of each kind: what a reader needs to see where an idea went.
    #[must_use]
    pub fn gist(mut self) -> Self {
        let mut told = Vec::new();
        self.beads.retain(|bead| {
            let is_new = !told.contains(&bead.kind);
            told.push(bead.kind);
            is_new
        });
        self
    }

    /// The first thing that is owed and missing, if any.
    #[must_use]
    pub fn awaited(&self) -> Option<&Bead> {
        self.beads.iter().find(|bead| bead.is_awaited())
    }

    /// Whole days between the bead at `index` and the one before it, where both have a date and
    /// the second one came.
    #[must_use]
    pub fn gap(&self, index: usize, zone: &TimeZone) -> Option<i64> {
        let (before, bead) = (self.beads.get(index.checked_sub(1)?)?, self.beads.get(index)?);
        let came = |bead: &Bead| matches!(bead.when, Some(When::At(_))).then_some(bead.when).flatten();
        let days = days_between(came(before)?.date(zone), came(bead)?.date(zone));
        (days > 0).then_some(days)
    }

    /// The codes of kinds and states in order, for tests and logs: `contribution:done`.
    #[must_use]
    pub fn outline(&self) -> Vec<String> {
        self.beads
            .iter()
            .map(|bead| format!("{}{}:{}", if bead.current { "*" } else { "" }, bead.kind.code(), bead.state.code()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_due_is_planned_until_its_day_has_passed_and_then_late_by_whole_days() {
        let due = date("2026-11-23");
        let on_the_day = Bead::due(BeadKind::Milestone, due, due);
        assert_eq!((on_the_day.state, on_the_day.awaited_days), (BeadState::Planned, None));
        let after = Bead::due(BeadKind::Evidence, due, date("2026-12-05"));
        assert_eq!((after.state, after.awaited_days), (BeadState::Late, Some(12)));
    }

    #[test]
    fn every_decision_has_a_bead_of_its_own_family() {
        let awaited = [BeadState::Owed, BeadState::Late, BeadState::Planned];
        assert!(Decision::ALL.iter().all(|decision| !awaited.contains(&BeadState::of(*decision))));
        assert_ne!(BeadState::of(Decision::NotTakenUp), BeadState::of(Decision::OutOfScope));
    }

    #[test]
    fn a_gap_is_told_only_between_things_that_came() {
        let at = |text: &str| Some(When::At(text.parse().unwrap()));
        let bead = |when| Bead { when, ..Bead::new(BeadKind::Answer, BeadState::Done, Says::Published) };
        let due = Bead::due(BeadKind::Evaluation, date("2027-01-01"), date("2026-01-01"));
        let thread = Thread { beads: vec![bead(at("2026-09-07T09:00:00Z")), bead(at("2026-09-16T08:00:00Z")), due] };
        let gaps: Vec<_> = (0..4).map(|index| thread.gap(index, &TimeZone::UTC)).collect();
        assert_eq!(gaps, [None, Some(9), None, None]);
    }
}
