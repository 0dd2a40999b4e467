//! Responses, their corrections and what authors say to them.

use serde::Deserialize;

use super::Text;

#[derive(Debug, Deserialize)]
pub(super) struct Responses {
    pub(super) response: Vec<Response>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Response {
    pub(crate) by: String,
    pub(crate) drafted: i64,
    pub(crate) day: i64,
    pub(crate) answers: Vec<String>,
    pub(crate) decision: String,
    pub(crate) into: Option<String>,
    #[serde(default)]
    pub(crate) clauses: Vec<String>,
    pub(crate) reason: Text,
    pub(crate) correction: Option<Correction>,
    pub(crate) contest: Option<Contest>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Correction {
    pub(crate) day: i64,
    pub(crate) by: String,
    pub(crate) note: String,
    pub(crate) reason: Text,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Contest {
    pub(crate) day: i64,
    pub(crate) by: String,
    pub(crate) text: String,
    pub(crate) replied: i64,
    pub(crate) reply_by: String,
    pub(crate) reply: String,
}
