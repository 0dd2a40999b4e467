//! The plans, the earlier commitments and the calendar.

use serde::Deserialize;

use super::Text;

#[derive(Debug, Deserialize)]
pub(crate) struct Plans {
    pub(crate) plan: Vec<Plan>,
    pub(crate) earlier: Vec<Earlier>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Plan {
    pub(crate) slug: String,
    pub(crate) label: Text,
    pub(crate) ogp_label: String,
    pub(crate) national: [String; 2],
    pub(crate) ogp: [String; 2],
    pub(crate) state: String,
    pub(crate) published: Option<String>,
    pub(crate) announced: Option<i64>,
    pub(crate) source: String,
    pub(crate) introduction: Text,
    #[serde(default)]
    pub(crate) theme: Vec<Theme>,
    #[serde(default)]
    pub(crate) phase: Vec<Phase>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Theme {
    pub(crate) slug: String,
    pub(crate) name: Text,
    pub(crate) description: Text,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Phase {
    pub(crate) kind: String,
    pub(crate) days: [i64; 2],
    pub(crate) note: Text,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Earlier {
    pub(crate) key: String,
    pub(crate) plan: String,
    #[serde(default)]
    pub(crate) number: String,
    #[serde(default)]
    pub(crate) ogp_id: String,
    pub(crate) title: Text,
}
