//! The link that puts an organisation on a list, for any page that shows one.

use fabrique_domain::{Choice, shortlist::Origin};

/// A link that puts an organisation of the directory on one of the reader's lists. It leads to a page that asks which
/// list and why, and comes back after signing in; so the page that shows it stays the same for everybody.
///
/// In a template, with `frame` at hand and a value of this type called `add`:
///
/// ```text
/// {% let add = one.add %}{% include "shortlist/_add.html" %}
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AddTo {
    /// Where the link leads.
    pub(crate) path: String,
    /// The name of the organisation, for those who hear the link alone; nothing where it goes without saying.
    pub(crate) name: String,
}

/// The most characters of a search or a text that an address carries.
const SOUGHT: usize = 300;

impl AddTo {
    /// For the organisation that has `key`, found by `origin` with `sought`: the words of the search, or the beginning
    /// of the text.
    #[must_use]
    pub(crate) fn new(key: &str, name: &str, origin: Origin, sought: &str) -> Self {
        Self::several(&[key], name, origin, sought)
    }

    /// The same for several at once: those of a comparison.
    #[must_use]
    pub(crate) fn several(keys: &[&str], name: &str, origin: Origin, sought: &str) -> Self {
        let sought: String = sought.chars().take(SOUGHT).collect();
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(keys.iter().map(|key| ("key", *key)));
        query.append_pair("origin", origin.code());
        if !sought.trim().is_empty() {
            query.append_pair("sought", sought.trim());
        }
        Self { path: format!("/shortlists/entries?{}", query.finish()), name: name.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_what_was_sought_whatever_it_is() {
        let add = AddTo::new("W751234567", "Les Données", Origin::Search, "eau & \"forêt\"");
        assert_eq!(add.path, "/shortlists/entries?key=W751234567&origin=search&sought=eau+%26+%22for%C3%AAt%22");
        let long = AddTo::several(&["a", "b"], "", Origin::Text, &"é".repeat(10_000));
        assert!(long.path.starts_with("/shortlists/entries?key=a&key=b&origin=text&sought="));
        assert!(long.path.len() < 2_000);
    }
}
