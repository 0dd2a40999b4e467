//! What the address of a list asks for, and the links that ask for something else.

use fabrique_app::proposal::{PAGE, Place, Query};
use fabrique_domain::{Choice, account::AuthorKind, plan::Theme, proposal::ProposalSort, time::MINUTE};
use fabrique_storage::proposal::{AnswerState, FacetCount, Filter};

use crate::{frame::Frame, problem::Problem, visitor::Visitor};

/// What the list is asked for.
pub(super) struct Asked {
    path: String,
    /// What was searched for; nothing when nothing was.
    pub(super) words: String,
    theme: Option<Theme>,
    kind: Option<AuthorKind>,
    answer: Option<AnswerState>,
    sort: ProposalSort,
    /// Whether the address itself says the order.
    sort_is_asked: bool,
    seed: u32,
    place: Option<Place>,
    /// The page of a search, from nought.
    pub(super) page: usize,
}

/// A choice of a filter or of an order.
pub(super) struct Choosable {
    pub(super) name: String,
    pub(super) count: Option<i64>,
    pub(super) path: String,
    pub(super) taken: bool,
}

/// A filter.
pub(super) struct Group {
    pub(super) heading: String,
    pub(super) choices: Vec<Choosable>,
}

impl Asked {
    /// Reads the address.
    pub(super) fn read(
        visitor: &Visitor,
        frame: &Frame,
        themes: &[Theme],
        usual: ProposalSort,
    ) -> Result<Self, Problem> {
        let query = visitor.uri.query().unwrap_or_default();
        let value = |name: &str| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(key, value)| key == name && !value.is_empty())
                .map(|(_, value)| value.into_owned())
        };
        let theme = match value("theme") {
            Some(slug) => {
                let found = themes.iter().find(|theme| theme.slug == slug);
                Some(found.cloned().ok_or(Problem::Invalid("theme"))?)
            }
            None => None,
        };
        let sort = choice::<ProposalSort>("sort", value("sort"))?;
        Ok(Self {
            path: visitor.uri.path().to_owned(),
            words: value("q").unwrap_or_default(),
            theme,
            kind: choice("kind", value("kind"))?,
            answer: choice("answer", value("answer"))?,
            sort: sort.unwrap_or(usual),
            sort_is_asked: sort.is_some(),
            seed: read("seed", value("seed"))?.unwrap_or_else(|| seed_of_the_hour(frame)),
            place: read("at", value("at"))?,
            page: read("page", value("page"))?.unwrap_or(0),
        })
    }

    /// The query for the use-case.
    pub(super) fn query(&self) -> Query {
        let filter = Filter {
            themes: self.theme.iter().map(|theme| theme.id).collect(),
            author_kind: self.kind,
            answer: self.answer,
            among: None,
        };
        Query { filter, sort: self.sort, seed: self.seed, place: self.place, limit: PAGE }
    }

    /// Whether anything is left out.
    pub(super) const fn is_narrowed(&self) -> bool {
        self.theme.is_some() || self.kind.is_some() || self.answer.is_some()
    }

    /// Whether the best are shown first: what was searched for says the order, and nothing else does.
    pub(super) fn is_by_relevance(&self) -> bool {
        !self.words.trim().is_empty() && !self.sort_is_asked
    }

    /// What the form of the search carries along: the filters and the order, without the words.
    pub(super) fn carried(&self) -> Vec<(&'static str, String)> {
        let mut asked = self.asked();
        asked.retain(|(name, value)| *name != "q" && !value.is_empty());
        asked
    }

    fn asked(&self) -> Vec<(&'static str, String)> {
        let theme = self.theme.as_ref().map_or("", |theme| theme.slug.as_str());
        let asked = [
            ("q", self.words.as_str()),
            ("theme", theme),
            ("kind", self.kind.map_or("", Choice::code)),
            ("answer", self.answer.map_or("", Choice::code)),
            ("sort", if self.sort_is_asked { self.sort.code() } else { "" }),
        ];
        asked.map(|(name, value)| (name, value.to_owned())).to_vec()
    }

    /// The address of the same list with one thing changed, from its first page; without it when
    /// `value` is empty.
    fn with(&self, name: &'static str, value: &str) -> String {
        let kept = self.asked().into_iter().filter(|(key, _)| *key != name).chain([(name, value.to_owned())]);
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (key, value) in kept.filter(|(_, value)| !value.is_empty()) {
            query.append_pair(key, &value);
        }
        let query = query.finish();
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }

    /// The address of another page of the list. The random order keeps its seed all along.
    pub(super) fn at(&self, place: Place) -> String {
        let page = self.with("at", &place.to_string());
        if self.sort == ProposalSort::Random { format!("{page}&sort=random&seed={}", self.seed) } else { page }
    }

    /// The address of another page of the search.
    pub(super) fn page_of_search(&self, page: usize) -> String {
        self.with("page", &if page == 0 { String::new() } else { page.to_string() })
    }

    /// The address of everything.
    pub(super) fn everything(&self) -> &str {
        &self.path
    }

    /// The orders.
    pub(super) fn sorts(&self, frame: &Frame) -> Vec<Choosable> {
        let sort = |sort: &ProposalSort| Choosable {
            name: frame.t.choice("proposal-sort", *sort).to_string(),
            count: None,
            path: self.with("sort", sort.code()),
            taken: *sort == self.sort && !self.is_by_relevance(),
        };
        let best = Choosable {
            name: frame.t.get("proposal-sort-relevance").to_string(),
            count: None,
            path: self.with("sort", ""),
            taken: self.is_by_relevance(),
        };
        let best = (!self.words.trim().is_empty()).then_some(best);
        best.into_iter().chain(ProposalSort::ALL.iter().map(sort)).collect()
    }

    /// The filters, each choice with how many it would leave.
    pub(super) fn groups(&self, frame: &Frame, themes: &[Theme], facets: &[FacetCount]) -> Vec<Group> {
        let mut groups = vec![self.answers(frame, facets), self.kinds(frame, facets)];
        if !themes.is_empty() {
            groups.push(self.themes(frame, themes, facets));
        }
        groups
    }

    fn answers(&self, frame: &Frame, facets: &[FacetCount]) -> Group {
        let count = |answer: Option<AnswerState>| {
            total(facets, |facet| self.fits_theme(facet) && self.fits_kind(facet) && fits(answer, facet.answer))
        };
        let each = AnswerState::ALL.iter().map(|answer| {
            let name = frame.t.choice("proposal-answer", *answer).to_string();
            self.choosable(name, "answer", answer.code(), count(Some(*answer)), self.answer == Some(*answer))
        });
        self.group(frame, "answer", self.answer.is_none(), count(None), each.collect())
    }

    fn kinds(&self, frame: &Frame, facets: &[FacetCount]) -> Group {
        let count = |kind: Option<AuthorKind>| {
            total(facets, |facet| {
                self.fits_theme(facet) && fits(self.answer, facet.answer) && fits(kind, facet.author_kind)
            })
        };
        let each = AuthorKind::ALL.iter().map(|kind| {
            let name = frame.t.choice("proposal-by", *kind).to_string();
            self.choosable(name, "kind", kind.code(), count(Some(*kind)), self.kind == Some(*kind))
        });
        self.group(frame, "kind", self.kind.is_none(), count(None), each.collect())
    }

    fn themes(&self, frame: &Frame, themes: &[Theme], facets: &[FacetCount]) -> Group {
        let count = |theme: Option<&Theme>| {
            total(facets, |facet| {
                let fits_theme = theme.is_none_or(|theme| facet.theme_id == Some(theme.id));
                fits_theme && self.fits_kind(facet) && fits(self.answer, facet.answer)
            })
        };
        let each = themes.iter().map(|theme| {
            let taken = self.theme.as_ref().is_some_and(|taken| taken.id == theme.id);
            self.choosable(frame.text(&theme.name).to_owned(), "theme", &theme.slug, count(Some(theme)), taken)
        });
        self.group(frame, "theme", self.theme.is_none(), count(None), each.collect())
    }

    fn group(&self, frame: &Frame, filter: &'static str, all_taken: bool, all: i64, mut each: Vec<Choosable>) -> Group {
        let everything = frame.t.get("proposal-filter-all").to_string();
        each.insert(0, self.choosable(everything, filter, "", all, all_taken));
        Group { heading: frame.t.get(format!("proposal-filter-{filter}")).to_string(), choices: each }
    }

    fn choosable(&self, name: String, filter: &'static str, code: &str, count: i64, taken: bool) -> Choosable {
        Choosable { name, count: Some(count), path: self.with(filter, code), taken }
    }

    fn fits_theme(&self, facet: &FacetCount) -> bool {
        self.theme.as_ref().is_none_or(|theme| facet.theme_id == Some(theme.id))
    }

    fn fits_kind(&self, facet: &FacetCount) -> bool {
        fits(self.kind, facet.author_kind)
    }
}

fn fits<C: PartialEq>(asked: Option<C>, value: C) -> bool {
    asked.is_none_or(|asked| asked == value)
}

fn total(facets: &[FacetCount], of: impl Fn(&FacetCount) -> bool) -> i64 {
    facets.iter().filter(|facet| of(facet)).map(|facet| facet.proposals).sum()
}

fn choice<C: Choice>(name: &'static str, value: Option<String>) -> Result<Option<C>, Problem> {
    value.map(|code| C::from_code(&code).map_err(|_| Problem::Invalid(name))).transpose()
}

fn read<T: std::str::FromStr>(name: &'static str, value: Option<String>) -> Result<Option<T>, Problem> {
    value.map(|typed| typed.parse().map_err(|_| Problem::Invalid(name))).transpose()
}

/// Where the random order begins for whoever arrives now: the same for everybody within an hour, so
/// that the page can be kept ready, and carried along by the links of the pages that follow.
fn seed_of_the_hour(frame: &Frame) -> u32 {
    let hour = frame.now().micros() / (60 * MINUTE);
    // Fibonacci hashing (Knuth, 6.4): neighbouring hours begin far apart.
    u32::try_from(hour & i64::from(u32::MAX)).unwrap_or_default().wrapping_mul(2_654_435_769)
}
