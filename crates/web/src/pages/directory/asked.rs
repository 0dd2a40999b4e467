//! What the address of a page of results asks for. What it does not understand narrows nothing.

use fabrique_app::directory::{FURTHEST_PAGE, PAGE};
use fabrique_directory::{Filters, Kind, Nature, Query, Size, Sort};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::narrowing;

/// The parts of the address.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// Words; a phrase between quotes; a word that is not wanted behind a hyphen.
    pub(crate) q: String,
    /// A theme family: the first three digits of a theme.
    family: String,
    /// A theme: six digits.
    theme: String,
    /// The code of a region.
    region: String,
    /// The code of a department.
    department: String,
    /// A commune of the department.
    commune: String,
    /// A kind.
    kind: String,
    /// A size band.
    size: String,
    /// The first year of a decade of creation.
    decade: String,
    /// One of `alive`, `recognised`, `lobbied`, `granted`, `employer`.
    mark: String,
    /// `organisations` or `institutions`.
    nature: String,
    /// `yes` shows those that have ended too.
    dissolved: String,
    /// `name`, `created` or `sign`; by relevance when left out.
    pub(crate) sort: String,
    /// The page, from one.
    page: String,
}

impl Asked {
    /// The question, with its counts.
    pub(crate) fn query(&self) -> Query {
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
    pub(crate) fn page(&self) -> usize {
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
            communes: self.communes(),
            regions: list(&self.region),
            kinds: Kind::ALL.into_iter().filter(|kind| kind.code() == self.kind).collect(),
            sizes: Size::ALL.into_iter().filter(|size| size.code() == self.size).collect(),
            years: number(&self.decade).filter(|decade| *decade < 9_990).map(|decade| (decade, decade + 9)),
            alive: marked("alive"),
            recognised: marked("recognised"),
            lobbied: marked("lobbied"),
            granted: marked("granted"),
            employer: marked("employer"),
            with_dissolved: self.dissolved == "yes",
            nature: nature(&self.nature),
        }
    }

    /// The family of themes that is chosen.
    pub(crate) fn family(&self) -> Option<u32> {
        self.family.parse().ok()
    }

    /// The department that is chosen.
    pub(crate) fn department(&self) -> Option<&str> {
        (!self.department.is_empty()).then_some(self.department.as_str())
    }

    /// The commune, which is nothing without its department.
    fn communes(&self) -> Vec<(String, String)> {
        let commune = self.department().filter(|_| !self.commune.is_empty());
        commune.map(|department| (department.to_owned(), self.commune.clone())).into_iter().collect()
    }

    /// The address, for the links that change one part of it. The page begins anew.
    pub(crate) fn address(&self) -> narrowing::Query<'_> {
        let pairs = vec![
            ("q", self.q.as_str()),
            ("nature", &self.nature),
            ("family", &self.family),
            ("theme", &self.theme),
            ("region", &self.region),
            ("department", &self.department),
            ("commune", &self.commune),
            ("kind", &self.kind),
            ("size", &self.size),
            ("decade", &self.decade),
            ("mark", &self.mark),
            ("dissolved", &self.dissolved),
            ("sort", &self.sort),
        ];
        narrowing::Query { path: "/directory", pairs }
    }

    /// The address of the same results as a file.
    pub(crate) fn file(&self, suffix: &str) -> String {
        let path = format!("/directory.{suffix}");
        narrowing::Query { path: &path, ..self.address() }.with("", "")
    }

    /// The parts of the address that the form of the search keeps.
    pub(crate) fn kept(&self) -> Vec<(&'static str, String)> {
        let pairs = self.address().pairs;
        let kept = pairs.into_iter().filter(|(name, value)| *name != "q" && !value.is_empty());
        kept.map(|(name, value)| (name, value.to_owned())).collect()
    }

    /// Whether ended organisations are shown too.
    pub(crate) fn with_dissolved(&self) -> bool {
        self.dissolved == "yes"
    }
}

/// A side of the table by its code in addresses.
pub(crate) fn nature(code: &str) -> Nature {
    match code {
        "institutions" => Nature::Institutions,
        "organisations" => Nature::Organisations,
        _ => Nature::Any,
    }
}
