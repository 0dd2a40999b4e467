//! Plain links that narrow a list, with their counts: no form, no script, and each state has an address.

use askama::Template;

use crate::frame::Frame;

/// Links that narrow a list in one way.
pub(crate) struct Group {
    pub(crate) title: String,
    pub(crate) choices: Vec<Choosable>,
}

/// One of them: taken, it leads back to the list without it.
pub(crate) struct Choosable {
    pub(crate) word: String,
    pub(crate) path: String,
    pub(crate) count: i64,
    pub(crate) taken: bool,
}

/// The links that narrow a list. Written into a page with `{{ filters|safe }}`.
#[derive(Template)]
#[template(path = "components/narrowing.html")]
pub(crate) struct Filters {
    pub(crate) frame: Frame,
    groups: Vec<Group>,
    /// The list without any filter, when one is taken.
    everything: Option<String>,
}

impl Filters {
    /// A way of narrowing that leaves no choice is not offered.
    pub(crate) fn new(frame: &Frame, groups: Vec<Group>, query: &Query<'_>) -> Self {
        let is_narrowed = query.pairs.iter().any(|(_, value)| !value.is_empty());
        let offers = |group: &Group| group.choices.len() > 1 || group.choices.iter().any(|choice| choice.taken);
        Self {
            frame: frame.clone(),
            groups: groups.into_iter().filter(offers).collect(),
            everything: is_narrowed.then(|| query.path.to_owned()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether something narrows the list.
    pub(crate) const fn is_taken(&self) -> bool {
        self.everything.is_some()
    }
}

/// The parts of the address of a list, in order; an empty value narrows nothing.
#[derive(Debug, Clone)]
pub(crate) struct Query<'a> {
    pub(crate) path: &'a str,
    pub(crate) pairs: Vec<(&'static str, &'a str)>,
}

impl Query<'_> {
    /// The link to the list narrowed to `value` of `name`, or back from it where it is taken.
    pub(crate) fn narrowed(&self, name: &'static str, value: &str, word: &str, count: i64) -> Choosable {
        let taken = self.pairs.iter().any(|(known, now)| *known == name && *now == value);
        let path = self.with(name, if taken { "" } else { value });
        Choosable { word: word.to_owned(), path, count, taken }
    }

    /// The address of the list with `value` for `name`.
    pub(crate) fn with(&self, name: &str, value: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let changed = |known: &str, now| if known == name { value } else { now };
        for (known, value) in self.pairs.iter().map(|(known, now)| (known, changed(known, now))) {
            if !value.is_empty() {
                query.append_pair(known, value);
            }
        }
        if !self.pairs.iter().any(|(known, _)| *known == name) && !value.is_empty() {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { self.path.to_owned() } else { format!("{}?{query}", self.path) }
    }
}
