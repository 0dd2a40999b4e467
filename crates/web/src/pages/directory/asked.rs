//! What the address of a page of results asks for. What it does not understand narrows nothing.

use fabrique_app::directory::{FURTHEST_PAGE, PAGE};
use fabrique_directory::{Filters, Nature, Query, Sort};
use serde::Deserialize;

use super::words::{KINDS, SIZES};
use crate::narrowing;

/// The parts of the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) q: String,
    family: String,
    theme: String,
    region: String,
    department: String,
    kind: String,
    size: String,
    decade: String,
    /// One of `alive`, `recognised`, `lobbied`, `granted`, `employer`.
    mark: String,
    nature: String,
    dissolved: String,
    pub(super) sort: String,
    page: String,
}

impl Asked {
    /// The question, with its counts.
    pub(super) fn query(&self) -> Query {
        Query {
            text: self.q.clone(),
            filters: self.filters(),
            sort: match self.sort.as_str() {
                "name" => Sort::Name,
                "created" => Sort::Created,
                "sign" => Sort::LastSign,
                _ => Sort::Relevance,
            },
            offset: self.page() * PAGE,
            limit: PAGE,
            facets: true,
        }
    }

    /// The page, from nought.
    pub(super) fn page(&self) -> usize {
        self.page.parse::<usize>().unwrap_or_default().saturating_sub(1).min(FURTHEST_PAGE)
    }

    fn filters(&self) -> Filters {
        let list = |value: &str| (!value.is_empty()).then(|| value.to_owned()).into_iter().collect();
        let number = |value: &str| value.parse::<u32>().ok();
        let marked = |name: &str| (self.mark == name).then_some(true);
        Filters {
            families: number(&self.family).into_iter().collect(),
            themes: number(&self.theme).into_iter().collect(),
            departments: list(&self.department),
            regions: list(&self.region),
            kinds: KINDS.iter().filter(|(code, _)| *code == self.kind).map(|(_, kind)| *kind).collect(),
            sizes: SIZES.iter().filter(|(code, _)| *code == self.size).map(|(_, size)| *size).collect(),
            years: number(&self.decade).filter(|decade| *decade < 9_990).map(|decade| (decade, decade + 9)),
            alive: marked("alive"),
            recognised: marked("recognised"),
            lobbied: marked("lobbied"),
            granted: marked("granted"),
            employer: marked("employer"),
            with_dissolved: self.dissolved == "yes",
            nature: match self.nature.as_str() {
                "institutions" => Nature::Institutions,
                "organisations" => Nature::Organisations,
                _ => Nature::Any,
            },
            ..Filters::default()
        }
    }

    /// The address, for the links that change one part of it. The page begins anew.
    pub(super) fn address(&self) -> narrowing::Query<'_> {
        let pairs = vec![
            ("q", self.q.as_str()),
            ("nature", &self.nature),
            ("family", &self.family),
            ("theme", &self.theme),
            ("region", &self.region),
            ("department", &self.department),
            ("kind", &self.kind),
            ("size", &self.size),
            ("decade", &self.decade),
            ("mark", &self.mark),
            ("dissolved", &self.dissolved),
            ("sort", &self.sort),
        ];
        narrowing::Query { path: "/directory", pairs }
    }

    /// The parts of the address that the form of the search keeps.
    pub(super) fn kept(&self) -> Vec<(&'static str, String)> {
        let pairs = self.address().pairs;
        let kept = pairs.into_iter().filter(|(name, value)| *name != "q" && !value.is_empty());
        kept.map(|(name, value)| (name, value.to_owned())).collect()
    }

    /// Whether ended organisations are shown too.
    pub(super) fn with_dissolved(&self) -> bool {
        self.dissolved == "yes"
    }
}
