//! Why an organisation is suggested.

use std::collections::BTreeMap;

use super::learning::{Meaning, words_of};
use super::subject::Subject;
use crate::Entry;

/// How near two words must be for one to stand for the other.
pub(super) const LEAST_NEAR: f32 = 0.5;

/// How many reasons of one sort are given.
const MOST: usize = 4;

/// How many acts of one sort are told.
const ACTS: usize = 2;

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

/// The reasons for an organisation, from the words of a text and what these weigh: the most telling first.
pub(super) fn reasons(entry: &Entry, words: &[String], subject: &Subject, meaning: &Meaning) -> Vec<Reason> {
    let own = words_of(entry);
    // One word for each stem, in the order of the stems.
    let shared: BTreeMap<usize, &String> =
        own.iter().rev().filter_map(|word| Some((subject.rank(word)?, word))).collect();
    let shared = shared.into_values().take(MOST).map(|word| Reason::SharedWord { word: word.clone() });
    let near = near(&own, words, subject, meaning).into_iter().take(MOST);
    let near = near.map(|(near, word)| Reason::NearWord { word: word.to_owned(), near: near.to_owned() });
    let lobbied = telling(entry.lobbying.iter().map(|one| &one.object), subject);
    let granted = telling(entry.funding.iter().map(|one| &one.object), subject);
    let lobbied = lobbied.into_iter().map(|object| Reason::Lobbied { object: object.clone() });
    let granted = granted.into_iter().map(|object| Reason::Granted { object: object.clone() });
    shared.chain(near).chain(lobbied).chain(granted).collect()
}

/// The acts that say most of the subject: as much at least as its most telling word alone.
fn telling<'e>(acts: impl Iterator<Item = &'e String>, subject: &Subject) -> Vec<&'e String> {
    let weighed = acts.map(|act| (subject.weight_in(act), act));
    let mut weighed: Vec<_> =
        weighed.filter(|(weight, _)| *weight > 0.0 && *weight >= subject.most_telling()).collect();
    weighed.sort_by(|one, other| other.0.total_cmp(&one.0));
    weighed.into_iter().map(|(_, act)| act).take(ACTS).collect()
}

/// The words of an organisation that are near to words of the text, each with the latter.
fn near<'w>(own: &'w [String], words: &'w [String], subject: &Subject, meaning: &Meaning) -> Vec<(&'w str, &'w str)> {
    // Those that tell least are near to everything.
    let here: Vec<&str> = words.iter().map(String::as_str).take(words.len().div_ceil(2).max(MOST)).collect();
    let mut there: Vec<&str> = own.iter().map(String::as_str).filter(|word| subject.rank(word).is_none()).collect();
    there.sort_unstable();
    there.dedup();
    let related = meaning.model.related(&here, &there, LEAST_NEAR);
    related.into_iter().map(|(near, word, _)| (near, word)).collect()
}
