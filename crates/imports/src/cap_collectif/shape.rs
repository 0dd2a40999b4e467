//! The JSON of one line, with room for fields that nobody told us about.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::journal::Journal;

/// State of the original site's pages, of its reader or of its settings: nothing a person said.
const IGNORED: [&str; 8] = [
    "isContribuable",
    "has_user_reported",
    "has_user_voted",
    "user_vote",
    "arguments_yes_count",
    "arguments_no_count",
    "opinionTerm",
    "rankingThreshold",
];

/// Fields that no shape names.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Unknown(BTreeMap<String, IgnoredAny>);

impl Unknown {
    /// Counts each of them under its path, in the record `place`.
    pub(super) fn report(&self, path: &str, place: &str, journal: &mut Journal) {
        let unknown = self.0.keys().filter(|key| !IGNORED.contains(&key.as_str()));
        for field in unknown {
            journal.unknown(path, field, place);
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Line {
    pub(super) opinion: Option<Opinion>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Debug, Deserialize)]
pub(super) struct Opinion {
    pub(super) id: Option<Identifier>,
    pub(super) title: Option<String>,
    pub(super) body: Option<String>,
    pub(super) created_at: Option<String>,
    pub(super) updated_at: Option<String>,
    pub(super) author: Option<Author>,
    #[serde(rename = "type")]
    pub(super) section: Option<Section>,
    pub(super) url: Option<String>,
    pub(super) is_trashed: Option<bool>,
    pub(super) votes_ok: Option<u64>,
    pub(super) votes_mitige: Option<u64>,
    pub(super) votes_nok: Option<u64>,
    pub(super) votes_total: Option<u64>,
    pub(super) votes: Option<Vec<IgnoredAny>>,
    pub(super) arguments: Option<Vec<Value>>,
    pub(super) arguments_count: Option<u64>,
    pub(super) sources: Option<Vec<Value>>,
    pub(super) sources_count: Option<u64>,
    pub(super) appendices: Option<Vec<Appendix>>,
    pub(super) modals: Option<Vec<IgnoredAny>>,
    pub(super) ranking: Option<IgnoredAny>,
    pub(super) versions_count: Option<u64>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Debug, Deserialize)]
pub(super) struct Argument {
    pub(super) id: Option<Identifier>,
    /// 1 for, 0 against.
    #[serde(rename = "type")]
    pub(super) side: Option<i64>,
    pub(super) body: Option<String>,
    pub(super) author: Option<Author>,
    pub(super) created_at: Option<String>,
    #[serde(rename = "updated_at")]
    pub(super) _updated_at: Option<IgnoredAny>,
    pub(super) votes_count: Option<u64>,
    pub(super) is_enabled: Option<bool>,
    pub(super) is_trashed: Option<bool>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Debug, Deserialize)]
pub(super) struct Source {
    pub(super) id: Option<Identifier>,
    pub(super) title: Option<String>,
    pub(super) link: Option<String>,
    pub(super) body: Option<String>,
    pub(super) category: Option<String>,
    pub(super) author: Option<Author>,
    pub(super) created_at: Option<String>,
    #[serde(rename = "updated_at")]
    pub(super) _updated_at: Option<IgnoredAny>,
    pub(super) votes_count: Option<u64>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

/// Only the name shown is read: an import has no use for more about a person.
#[derive(Debug, Deserialize)]
pub(super) struct Author {
    #[serde(rename = "displayName")]
    pub(super) display_name: Option<String>,
}

/// A section of the consultation. Titles such as "Section 1" repeat from one part of the bill to the
/// next; the subtitle is the subject.
#[derive(Debug, Deserialize)]
pub(super) struct Section {
    pub(super) id: Option<Identifier>,
    pub(super) title: Option<String>,
    pub(super) subtitle: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Appendix {
    pub(super) body: Option<String>,
    #[serde(rename = "type")]
    pub(super) heading: Option<Heading>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Heading {
    pub(super) title: Option<String>,
}

/// An identifier: a number in 2015, text in later versions.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Identifier {
    Number(u64),
    Text(String),
}

impl Identifier {
    /// The identifier as text, unless it is blank.
    pub(super) fn text(&self) -> Option<String> {
        let text = match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.trim().to_owned(),
        };
        (!text.is_empty()).then_some(text)
    }
}
