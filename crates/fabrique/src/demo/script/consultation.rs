//! Consultations, and what people propose there.

use serde::Deserialize;

use super::Text;

#[derive(Debug, Deserialize)]
pub(super) struct Consultations {
    pub(super) consultation: Vec<Consultation>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Consultation {
    pub(crate) slug: String,
    pub(crate) title: Text,
    pub(crate) summary: Text,
    pub(crate) rules: Text,
    pub(crate) information: Text,
    pub(crate) days: [i64; 2],
    pub(crate) announced: i64,
    pub(crate) approved: Option<i64>,
    pub(crate) answer_within_days: i64,
    pub(crate) ballot: String,
    pub(crate) follow_up: Option<FollowUp>,
    pub(crate) outcome: Option<String>,
    pub(crate) ended: Option<i64>,
    #[serde(default)]
    pub(crate) outcome_reason: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FollowUp {
    pub(crate) day: i64,
    #[serde(flatten)]
    pub(crate) text: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct Proposals {
    pub(super) proposal: Vec<Proposal>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Proposal {
    pub(crate) key: String,
    pub(crate) consultation: String,
    pub(crate) by: String,
    pub(crate) capacity: Option<String>,
    pub(crate) day: i64,
    pub(crate) theme: String,
    #[serde(default)]
    pub(crate) language: Option<String>,
    #[serde(default)]
    pub(crate) supports: usize,
    #[serde(default)]
    pub(crate) mixed: usize,
    #[serde(default)]
    pub(crate) against: usize,
    pub(crate) title: String,
    pub(crate) problem: String,
    pub(crate) change: String,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) arguments: Vec<Argument>,
    #[serde(default)]
    pub(crate) amendments: Vec<Amendment>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Further {
    pub(super) on: Vec<On>,
}

#[derive(Debug, Deserialize)]
pub(super) struct On {
    pub(super) proposal: String,
    pub(super) arguments: Vec<Argument>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Argument {
    pub(crate) by: String,
    pub(crate) side: String,
    #[serde(default)]
    pub(crate) useful: usize,
    pub(crate) text: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Amendment {
    pub(crate) by: String,
    pub(crate) day: i64,
    pub(crate) field: String,
    pub(crate) passage: String,
    pub(crate) replacement: String,
    pub(crate) reason: String,
    pub(crate) decision: Option<String>,
    pub(crate) decided: Option<i64>,
    #[serde(default)]
    pub(crate) note: String,
}
