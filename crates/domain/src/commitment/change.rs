//! What changed in a commitment since it is public: append-only, field by field.

use serde::Serialize;

use super::Commitment;
use crate::{Choice, LocalizedText};

crate::choice! {
    /// What of a commitment changed.
    Field("field of a commitment") {
        /// Where it is in its life, by the code of its state.
        State = "state",
        /// Its level, by its code.
        Level = "level",
        /// The commitment that an action belongs to, by its title.
        Parent = "parent",
        /// Its theme, by its name.
        Theme = "theme",
        /// Its number in the plan.
        NationalNumber = "national_number",
        /// Its OGP identifier.
        OgpId = "ogp_id",
        /// Its title.
        Title = "title",
        /// What changes, in one sentence.
        Summary = "summary",
        /// The problem.
        Problem = "problem",
        /// Its causes.
        Causes = "causes",
        /// What was done so far.
        DoneSoFar = "done_so_far",
        /// The solution.
        Solution = "solution",
        /// The results wanted.
        ResultsWanted = "results_wanted",
        /// How it promotes transparency.
        Transparency = "transparency",
        /// How it fosters accountability.
        Accountability = "accountability",
        /// How it improves participation.
        Participation = "participation",
        /// Its budget.
        Budget = "budget",
        /// The sustainable development goals.
        DevelopmentGoals = "development_goals",
        /// The service to write to.
        Contact = "contact",
        /// Its first day, as `2027-01-01`.
        StartsOn = "starts_on",
        /// Its last day.
        EndsOn = "ends_on",
        /// Who carries it.
        Carriers = "carriers",
        /// A milestone: its title, its day and its output.
        Milestone = "milestone",
        /// An indicator: its name, where it starts, where it should end.
        Indicator = "indicator",
        /// The commitment that it descends from.
        Lineage = "lineage",
    }
}

/// A field before and after; nothing before what was added, nothing after what was taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which field.
    pub field: Field,
    /// What it said.
    pub before: LocalizedText,
    /// What it says.
    pub after: LocalizedText,
}

impl Change {
    /// A change of `field`, none when both are the same.
    #[must_use]
    pub fn of(field: Field, before: LocalizedText, after: LocalizedText) -> Option<Self> {
        (before != after).then_some(Self { field, before, after })
    }

    /// The same where both languages read alike: a date, a number, a code.
    #[must_use]
    pub fn plain(field: Field, before: impl ToString, after: impl ToString) -> Option<Self> {
        Self::of(field, LocalizedText::french(before.to_string()), LocalizedText::french(after.to_string()))
    }
}

/// What differs between two states of a commitment, but for its theme and its parent, which the
/// commitment knows by their identifiers only.
#[must_use]
pub fn changes(before: &Commitment, after: &Commitment) -> Vec<Change> {
    let texts = [
        (Field::Title, &before.title, &after.title),
        (Field::Summary, &before.summary, &after.summary),
        (Field::Problem, &before.problem, &after.problem),
        (Field::Causes, &before.causes, &after.causes),
        (Field::DoneSoFar, &before.done_so_far, &after.done_so_far),
        (Field::Solution, &before.solution, &after.solution),
        (Field::ResultsWanted, &before.results_wanted, &after.results_wanted),
        (Field::Transparency, &before.transparency, &after.transparency),
        (Field::Accountability, &before.accountability, &after.accountability),
        (Field::Participation, &before.participation, &after.participation),
    ];
    let plain = [
        Change::plain(Field::State, before.state.code(), after.state.code()),
        Change::plain(Field::Level, before.level.code(), after.level.code()),
        Change::plain(Field::NationalNumber, &before.national_number, &after.national_number),
        Change::plain(Field::OgpId, &before.ogp_id, &after.ogp_id),
        Change::plain(Field::StartsOn, before.starts_on, after.starts_on),
        Change::plain(Field::EndsOn, before.ends_on, after.ends_on),
        Change::plain(Field::Budget, &before.budget, &after.budget),
        Change::plain(Field::DevelopmentGoals, &before.development_goals, &after.development_goals),
        Change::plain(Field::Contact, &before.contact, &after.contact),
    ];
    let texts = texts.into_iter().filter_map(|(field, before, after)| Change::of(field, before.clone(), after.clone()));
    texts.chain(plain.into_iter().flatten()).collect()
}
