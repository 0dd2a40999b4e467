//! Why an organisation is suggested.

use super::learning::{Meaning, words_of};
use crate::Entry;
use crate::analysis::{Words, stem};

/// How near two words must be for one to stand for the other.
pub(super) const LEAST_NEAR: f32 = 0.5;

/// How many reasons of one sort are given.
const MOST: usize = 4;

/// A reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It has a word of the text.
    SharedWord {
        /// As the organisation writes it, folded.
        word: String,
    },
    /// It has a word that stands near a word of the text in the registers.
    NearWord {
        /// As the organisation writes it, folded.
        word: String,
        /// The word of the text.
        near: String,
    },
    /// It declared that it lobbied about it.
    Lobbied {
        /// The object that it declared.
        object: String,
    },
    /// It was paid for it with public money.
    Granted {
        /// The object of the grant.
        object: String,
    },
}

/// The reasons for an organisation, from the words of a text and their stems.
pub(super) fn reasons(entry: &Entry, words: &[String], stems: &[String], meaning: &Meaning) -> Vec<Reason> {
    let own = words_of(entry);
    let mut shared: Vec<&String> = own.iter().filter(|word| stems.contains(&stem(word))).collect();
    shared.sort_unstable();
    shared.dedup();
    let shared = shared.into_iter().take(MOST).map(|word| Reason::SharedWord { word: word.clone() });
    let near = near(&own, words, stems, meaning).into_iter().take(MOST);
    let near = near.map(|(near, word)| Reason::NearWord { word: word.to_owned(), near: near.to_owned() });
    let lobbied = entry.lobbying.iter().map(|one| &one.object).filter(|object| shares(object, stems)).take(2);
    let granted = entry.funding.iter().map(|one| &one.object).filter(|object| shares(object, stems)).take(2);
    let lobbied = lobbied.map(|object| Reason::Lobbied { object: object.clone() });
    let granted = granted.map(|object| Reason::Granted { object: object.clone() });
    shared.chain(near).chain(lobbied).chain(granted).collect()
}

/// The words of an organisation that are near to words of the text, each with the latter.
fn near<'w>(own: &'w [String], words: &'w [String], stems: &[String], meaning: &Meaning) -> Vec<(&'w str, &'w str)> {
    let here: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut there: Vec<&str> = own.iter().map(String::as_str).filter(|word| !stems.contains(&stem(word))).collect();
    there.sort_unstable();
    there.dedup();
    let related = meaning.model.related(&here, &there, LEAST_NEAR);
    related.into_iter().map(|(near, word, _)| (near, word)).collect()
}

/// Whether a text has one of the stems.
pub(super) fn shares(text: &str, stems: &[String]) -> bool {
    let mut found = false;
    Words::default().each(text, |word, _| found |= stems.contains(&stem(word)));
    found
}
