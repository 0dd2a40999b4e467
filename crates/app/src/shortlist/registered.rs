//! What the registers say today of an entry that was put on a list one day.

use fabrique_directory::Entry;
use fabrique_domain::{shortlist::ShortlistEntry, territory};

use crate::Platform;

/// How the registers of today know an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Registered {
    /// It was written by hand.
    ByHand,
    /// They know it, perhaps under another number than the one it was added with.
    Known(Box<Entry>),
    /// They do not know it any more.
    Gone,
    /// They cannot be read now: nothing is said.
    NotAtHand,
}

impl Registered {
    /// What the registers know of an entry.
    #[must_use]
    pub fn of(platform: &Platform, entry: &ShortlistEntry) -> Self {
        let Some(key) = &entry.directory_key else { return Self::ByHand };
        match platform.directory.at_hand().and_then(|directory| directory.entry(key)) {
            Ok(Some(entry)) => Self::Known(Box::new(entry)),
            Ok(None) => Self::Gone,
            Err(error) => {
                if !matches!(error, fabrique_directory::Error::NoSnapshot(_)) {
                    tracing::error!(%error, "the directory cannot be used");
                }
                Self::NotAtHand
            }
        }
    }

    /// What they know, if they do.
    #[must_use]
    pub fn known(&self) -> Option<&Entry> {
        match self {
            Self::Known(entry) => Some(entry),
            _ => None,
        }
    }
}

/// How many characters of a purpose an entry keeps.
const ABOUT: usize = 300;

/// Where an organisation is and what it is for, as an entry keeps them.
pub(super) fn told(entry: &Entry) -> (String, String) {
    let department = territory::department(&entry.place.department).unwrap_or(&entry.place.department);
    let place = match (entry.place.commune.as_str(), department) {
        ("", department) => department.to_owned(),
        (commune, "") => commune.to_owned(),
        (commune, department) => format!("{commune} ({department})"),
    };
    (place, beginning(&entry.purpose))
}

/// The beginning of a purpose, cut between two words.
fn beginning(purpose: &str) -> String {
    match purpose.char_indices().nth(ABOUT) {
        None => purpose.to_owned(),
        Some((end, _)) => {
            let cut = purpose[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!("{}…", purpose[..cut].trim_end_matches(|sign: char| sign.is_whitespace() || ",;:".contains(sign)))
        }
    }
}

/// Every name of an entry: its key, and the numbers that it took over.
pub(super) fn names(entry: &Entry) -> Vec<String> {
    std::iter::once(&entry.key).chain(&entry.aliases).cloned().collect()
}
