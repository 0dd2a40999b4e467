//! What is public, as data: the collections, their columns and their rows.

use serde_json::Value;

use crate::{Instant, LocalizedText};

crate::choice! {
    /// A collection of public data, under the name it has in addresses.
    Collection("collection") {
        /// National action plans.
        Plans = "plans",
        /// Themes (axes) of plans.
        Themes = "themes",
        /// Phases of the public calendars.
        Phases = "phases",
        /// Consultations that were announced.
        Consultations = "consultations",
        /// Published contributions.
        Proposals = "proposals",
        /// Arguments for and against.
        Arguments = "arguments",
        /// What was said elsewhere, neither for nor against.
        Remarks = "remarks",
        /// Other words proposed for contributions.
        Amendments = "amendments",
        /// Published reasoned responses.
        Responses = "responses",
        /// Which contributions a response answers.
        ResponseProposals = "response-proposals",
        /// Which clauses a response says it changed.
        ResponseClauses = "response-clauses",
        /// What authors say against an answer.
        Contests = "contests",
        /// What moderators decided.
        ModerationActs = "moderation-acts",
        /// Published commitments, actions and initiatives.
        Commitments = "commitments",
        /// What changed in them since they are public.
        CommitmentChanges = "commitment-changes",
        /// Who carries them.
        Carriers = "carriers",
        /// Their clauses as they stand.
        Clauses = "clauses",
        /// Every version of every clause.
        ClauseVersions = "clause-versions",
        /// Their milestones.
        Milestones = "milestones",
        /// Their indicators.
        Indicators = "indicators",
        /// What they continue, were split from, or absorbed.
        Lineage = "lineage",
        /// Organisations that take part.
        Organisations = "organisations",
    }
}

/// How a column is kept, and so how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// An identifier.
    Id,
    /// An identifier, or none.
    OptionalId,
    /// Words, a code or a date.
    Text,
    /// A whole number.
    Number,
    /// A moment, written in RFC 3339.
    Moment,
    /// A moment, or none.
    OptionalMoment,
    /// An official text: two columns, `name_fr` and `name_en`.
    Localized,
}

/// A column of a collection. Its description is the message `column-<name>` of the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, in the first line of a file and as a key of JSON.
    pub name: &'static str,
    /// How it is kept.
    pub kind: ColumnKind,
}

/// A value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl Cell {
    /// A moment as it is written in data.
    #[must_use]
    pub fn moment(instant: Instant) -> Self {
        Self::Text(instant.to_string())
    }

    /// The two cells of an official text.
    #[must_use]
    pub fn localized(text: LocalizedText) -> [Self; 2] {
        [Self::Text(text.fr), text.en.map_or(Self::Empty, Self::Text)]
    }

    /// The value in JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::Empty => Value::Null,
            Self::Text(text) => Value::from(text.as_str()),
            Self::Number(number) => Value::from(*number),
        }
    }
}

/// The names of the cells that columns make, in order.
#[must_use]
pub fn header(columns: &[Column]) -> Vec<String> {
    columns
        .iter()
        .flat_map(|column| match column.kind {
            ColumnKind::Localized => vec![format!("{}_fr", column.name), format!("{}_en", column.name)],
            _ => vec![column.name.to_owned()],
        })
        .collect()
}
