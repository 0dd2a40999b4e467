//! The time line of a plan: what is over, what is under way, what comes.

use askama::Template;
use fabrique_domain::{
    Date,
    plan::{Moment, Phase},
};

use crate::frame::Frame;

/// A time line as it is drawn. Written into a page with `{{ calendar|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "plan/calendar.html")]
pub(crate) struct Calendar {
    frame: Frame,
    phases: Vec<Phase>,
}

impl Calendar {
    /// The time line of `phases`, in the order of their dates.
    pub(crate) const fn new(frame: Frame, phases: Vec<Phase>) -> Self {
        Self { frame, phases }
    }

    /// Whether no date is known yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.phases.is_empty()
    }

    /// The phase under way that ends first, with its note.
    pub(crate) fn under_way(&self) -> Option<&Phase> {
        let today = self.frame.today();
        self.phases.iter().filter(|phase| phase.moment(today) == Moment::Present).min_by_key(|phase| phase.ends_on)
    }

    /// The phase that begins next.
    pub(crate) fn next(&self) -> Option<&Phase> {
        let today = self.frame.today();
        self.phases.iter().find(|phase| phase.moment(today) == Moment::Future)
    }

    /// What the plan is at today, in one sentence.
    pub(crate) fn sentence(&self) -> String {
        let texts = self.frame.t;
        let today = self.frame.today();
        if let Some(phase) = self.under_way() {
            let days = phase.ends_on.days_since(today);
            let sentence = texts.get("phase-sentence-present").with_text("date", texts.date(phase.ends_on));
            return sentence.with("days", days).with_text("phase", texts.choice("phase", phase.kind)).to_string();
        }
        match self.next() {
            Some(phase) => texts
                .get("phase-sentence-future")
                .with_text("date", texts.date(phase.starts_on))
                .with_text("phase", texts.choice("phase", phase.kind))
                .to_string(),
            None => texts.get("phase-sentence-none").to_string(),
        }
    }

    fn moment(&self, phase: &Phase) -> Moment {
        phase.moment(self.frame.today())
    }

    /// "du 1er septembre 2026 au 31 octobre 2026", or a single day.
    fn dates(&self, phase: &Phase) -> String {
        dates(&self.frame, phase.starts_on, phase.ends_on)
    }
}

/// Two dates as people say them, or one when they are the same.
pub(crate) fn dates(frame: &Frame, start: Date, end: Date) -> String {
    let texts = frame.t;
    if start == end {
        texts.short_date(start)
    } else {
        let between = texts.get("plan-from-to").with_text("start", texts.short_date(start));
        between.with_text("end", texts.short_date(end)).to_string()
    }
}
