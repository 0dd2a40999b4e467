//! From what somebody typed to a query.

use tantivy::{
    Term,
    query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery},
    schema::{Field, IndexRecordOption},
};
use uuid::Uuid;

use crate::{
    Language,
    analysis::{is_empty_word, stemmed, terms, words},
    document::{Fields, PARTS, key},
};

/// The most words of a search that are looked at.
const MOST_WORDS: usize = 12;
/// The most words of a text that are looked at to find its neighbours.
const MOST_WORDS_OF_A_TEXT: usize = 40;

/// How what is found must hold the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// Every word, in some form.
    All,
    /// One word at least.
    Any,
}

/// The query of a search, or nothing when no word was typed.
pub(crate) fn search(
    fields: &Fields,
    typed: &str,
    consultation: Option<Uuid>,
    strictness: Strictness,
) -> Option<Box<dyn Query>> {
    let words = telling_words(typed, MOST_WORDS);
    let last = words.len().checked_sub(1)?;
    let open = !typed.ends_with(char::is_whitespace);
    let forms = words.iter().enumerate().map(|(index, word)| any_form(fields, word, open && index == last));
    let occur = if strictness == Strictness::All { Occur::Must } else { Occur::Should };
    let wanted = BooleanQuery::new(forms.map(|form| (occur, form)).collect());
    Some(within(fields, Box::new(wanted), consultation))
}

/// The query of the neighbours of a text: a third of its telling words, two at least where it has two.
pub(crate) fn neighbours(fields: &Fields, text: &str, consultation: Uuid) -> Option<Box<dyn Query>> {
    let words = telling_words(text, MOST_WORDS_OF_A_TEXT);
    if words.is_empty() {
        return None;
    }
    let least = (words.len() / 3).clamp(1, 4).max(words.len().min(2));
    let forms: Vec<Box<dyn Query>> = words.iter().map(|word| stems(fields, word)).collect();
    let close = BooleanQuery::union_with_minimum_required_clauses(forms, least);
    Some(within(fields, Box::new(close), Some(consultation)))
}

/// The different words that say something; all of them when none does.
fn telling_words(typed: &str, most: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in terms(words(), typed) {
        if !all.contains(&word) && all.len() < most * 4 {
            all.push(word);
        }
    }
    let telling: Vec<String> = all.iter().filter(|word| !is_empty_word(word)).cloned().collect();
    let mut kept = if telling.is_empty() { all } else { telling };
    kept.truncate(most);
    kept
}

fn within(fields: &Fields, query: Box<dyn Query>, consultation: Option<Uuid>) -> Box<dyn Query> {
    let Some(consultation) = consultation else { return query };
    let place =
        TermQuery::new(Term::from_field_text(fields.consultation, &key(consultation)), IndexRecordOption::Basic);
    // Weighs nothing: every document of the consultation has it.
    let place = BoostQuery::new(Box::new(place), 0.0);
    Box::new(BooleanQuery::new(vec![(Occur::Must, query), (Occur::Must, Box::new(place))]))
}

/// A word as a stem, as it is, misspelt, and half typed when it is the last.
fn any_form(fields: &Fields, word: &str, half_typed: bool) -> Box<dyn Query> {
    let mut forms = vec![stems(fields, word), exact(fields.words, word, 1.0), exact(fields.title_words, word, 2.0)];
    if let Some(distance) = tolerance(word) {
        forms.push(misspelt(fields.words, word, distance));
    }
    if half_typed && word.len() >= 2 {
        let begun = FuzzyTermQuery::new_prefix(Term::from_field_text(fields.words, word), 0, true);
        forms.push(Box::new(BoostQuery::new(Box::new(begun), 0.5)));
    }
    Box::new(DisjunctionMaxQuery::with_tie_breaker(forms, 0.1))
}

/// How many letters may be wrong: one from five letters on, two from nine on.
fn tolerance(word: &str) -> Option<u8> {
    match word.chars().count() {
        0..=4 => None,
        5..=8 => Some(1),
        _ => Some(2),
    }
}

fn exact(field: Field, word: &str, weight: f32) -> Box<dyn Query> {
    let term = TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::Basic);
    Box::new(BoostQuery::new(Box::new(term), weight))
}

fn misspelt(field: Field, word: &str, distance: u8) -> Box<dyn Query> {
    let near = FuzzyTermQuery::new(Term::from_field_text(field, word), distance, true);
    Box::new(BoostQuery::new(Box::new(near), 0.3))
}

/// The stem of a word in each part, in each language, by weight.
fn stems(fields: &Fields, word: &str) -> Box<dyn Query> {
    let mut forms: Vec<Box<dyn Query>> = Vec::new();
    for language in Language::ALL {
        for stem in terms(stemmed(language), word) {
            for (field, (_, weight)) in fields.of(language).iter().zip(PARTS) {
                let term = TermQuery::new(Term::from_field_text(*field, &stem), IndexRecordOption::WithFreqs);
                forms.push(Box::new(BoostQuery::new(Box::new(term), weight)));
            }
        }
    }
    Box::new(DisjunctionMaxQuery::with_tie_breaker(forms, 0.2))
}
