//! Commitments, clause by clause.

use serde::Deserialize;

use super::Text;

#[derive(Debug, Deserialize)]
pub(super) struct Commitments {
    pub(super) commitment: Vec<Commitment>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Commitment {
    pub(crate) key: String,
    pub(crate) level: String,
    pub(crate) parent: Option<String>,
    pub(crate) theme: String,
    pub(crate) by: String,
    #[serde(default)]
    pub(crate) number: String,
    pub(crate) drafted: i64,
    pub(crate) submitted: Option<i64>,
    pub(crate) published: Option<i64>,
    pub(crate) dates: [String; 2],
    pub(crate) leads: Vec<String>,
    #[serde(default)]
    pub(crate) co_carriers: Vec<String>,
    #[serde(default)]
    pub(crate) supporting: Vec<String>,
    #[serde(default)]
    pub(crate) continues: Vec<String>,
    #[serde(default)]
    pub(crate) merges: Vec<String>,
    pub(crate) title: Text,
    pub(crate) summary: Text,
    #[serde(default)]
    pub(crate) problem: Text,
    #[serde(default)]
    pub(crate) causes: Text,
    #[serde(default)]
    pub(crate) done: Text,
    #[serde(default)]
    pub(crate) solution: Text,
    #[serde(default)]
    pub(crate) results: Text,
    #[serde(default)]
    pub(crate) transparency: Text,
    #[serde(default)]
    pub(crate) accountability: Text,
    #[serde(default)]
    pub(crate) participation: Text,
    #[serde(default)]
    pub(crate) budget: String,
    #[serde(default)]
    pub(crate) goals: String,
    #[serde(default)]
    pub(crate) contact: String,
    pub(crate) clause: Vec<Clause>,
    #[serde(default)]
    pub(crate) milestone: Vec<Milestone>,
    #[serde(default)]
    pub(crate) indicator: Vec<Indicator>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Clause {
    pub(crate) text: Text,
    #[serde(default)]
    pub(crate) change: Vec<Change>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Change {
    pub(crate) day: i64,
    pub(crate) reason: String,
    pub(crate) text: Text,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Milestone {
    pub(crate) title: Text,
    pub(crate) output: Text,
    pub(crate) due: String,
    pub(crate) lead: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Indicator {
    pub(crate) name: Text,
    pub(crate) unit: String,
    pub(crate) baseline: String,
    pub(crate) target: String,
    #[serde(default)]
    pub(crate) latest: String,
}
