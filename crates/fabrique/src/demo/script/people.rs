//! Organisations and people.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Organisations {
    pub(super) organisation: Vec<Organisation>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Organisation {
    pub(crate) slug: String,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) acronym: String,
    pub(crate) purpose: String,
    #[serde(default)]
    pub(crate) website: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct People {
    pub(crate) person: Vec<Person>,
    pub(crate) citizens: Citizens,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Person {
    pub(crate) key: String,
    #[serde(default)]
    pub(crate) persona: bool,
    pub(crate) name: String,
    pub(crate) organisation: Option<String>,
    #[serde(default)]
    pub(crate) roles: Vec<String>,
    #[serde(default)]
    pub(crate) evidence: String,
    #[serde(default)]
    pub(crate) language: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Citizens {
    pub(crate) names: Vec<(String, String)>,
    pub(crate) english: Vec<(String, String)>,
}
