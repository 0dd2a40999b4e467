//! Words that are not quite those of the dictionary.

use fst::automaton::Automaton;
use fst::{IntoStreamer, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use std::sync::LazyLock;

use super::reading::{Alternative, Slot, alternative};
use crate::snapshot::{Form, Parts};

/// How many corrections of a word are looked for together.
const CORRECTIONS: usize = 8;

/// How much a correction counts, for each letter that differs.
const WEIGHT: f32 = 0.7;

/// From how many letters one is forgiven, and from how many two.
const FORGIVEN: [usize; 2] = [4, 8];

/// Longer words are not corrected: the automaton grows with them.
const LONGEST: usize = 24;

static BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [LevenshteinAutomatonBuilder::new(1, true), LevenshteinAutomatonBuilder::new(2, true)]);

/// The words within a distance that begin with the same letter.
struct Near {
    letters: DFA,
    first: u8,
}

impl Automaton for Near {
    /// The state within the word, or, before its first letter, nothing.
    type State = Option<u32>;

    fn start(&self) -> Self::State {
        None
    }

    fn is_match(&self, state: &Self::State) -> bool {
        state.is_some_and(|state| matches!(self.letters.distance(state), Distance::Exact(_)))
    }

    fn can_match(&self, state: &Self::State) -> bool {
        *state != Some(SINK_STATE)
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        match state {
            None if byte != self.first => Some(SINK_STATE),
            None => Some(self.letters.transition(self.letters.initial_state(), byte)),
            Some(state) => Some(self.letters.transition(*state, byte)),
        }
    }
}

/// Adds the nearest words to a slot, the nearest then the most frequent first, and gives them.
pub(crate) fn correct(word: &str, parts: &Parts, slot: &mut Slot) -> Vec<String> {
    let mut read = Vec::new();
    for (distance, known, form) in nearest(word, parts) {
        if let Some(found) = alternative(form.stem, WEIGHT.powi(i32::from(distance)), parts)
            && add(found, slot)
        {
            read.push(known);
        }
    }
    read
}

fn add(found: Alternative, slot: &mut Slot) -> bool {
    let is_new = !slot.alternatives.iter().any(|known| known.number == found.number);
    if is_new {
        slot.alternatives.push(found);
    }
    is_new
}

/// A word is doubtful when it is written so often at most.
const DOUBTFUL: u32 = 3;

/// A word is what was meant for a doubtful one when it is written so many times more often.
const SURER: u32 = 50;

/// The word that was probably meant for one that hardly anybody writes.
pub(crate) fn meant(word: &str, parts: &Parts) -> Option<String> {
    let typed = parts.dictionary.get(word).filter(|form| form.frequency <= DOUBTFUL)?;
    let others = nearest(word, parts).into_iter().filter(|(distance, ..)| *distance > 0);
    let (_, known, form) = others.max_by_key(|(_, _, form)| form.frequency)?;
    (form.frequency >= SURER * typed.frequency.max(1)).then_some(known)
}

/// The nearest words that are known, each with how many letters differ.
fn nearest(word: &str, parts: &Parts) -> Vec<(u8, String, Form)> {
    let letters = word.chars().count();
    let forgiven = FORGIVEN.iter().filter(|from| letters >= **from).count();
    let Some(first) = word.bytes().next().filter(|_| forgiven > 0 && letters <= LONGEST) else { return Vec::new() };
    let near = Near { letters: BUILDERS[forgiven - 1].build_dfa(word), first };
    let mut found = Vec::new();
    let mut stream = parts.dictionary.words().search_with_state(&near).into_stream();
    while let Some((known, rank, state)) = stream.next() {
        let distance = state.map(|state| near.letters.distance(state).to_u8());
        if let (Some(distance), Some(form), Ok(known)) =
            (distance, parts.dictionary.form(rank), std::str::from_utf8(known))
        {
            found.push((distance, known.to_owned(), form));
        }
    }
    found.extend(beginning_otherwise(word, parts));
    found.sort_by_key(|(distance, _, form)| (*distance, std::cmp::Reverse(form.frequency)));
    // A word at one letter is meant; one at two is a guess that is made when there is none.
    let best = found.iter().map(|(distance, ..)| *distance).find(|distance| *distance > 0).unwrap_or(0);
    found.retain(|(distance, ..)| *distance <= best);
    found.truncate(CORRECTIONS);
    found
}

/// The words that a slip on the first letter made this of: it is in no list of those that begin with the same.
fn beginning_otherwise(word: &str, parts: &Parts) -> Vec<(u8, String, Form)> {
    let letters: Vec<char> = word.chars().collect();
    let [first, second, ..] = letters.as_slice() else { return Vec::new() };
    let (rest, end) = (&word[first.len_utf8()..], &word[first.len_utf8() + second.len_utf8()..]);
    let others = ('a'..='z').filter(|letter| letter != first);
    let typed = others.flat_map(|letter| [format!("{letter}{rest}"), format!("{letter}{word}")]);
    let typed = typed.chain([rest.to_owned(), format!("{second}{first}{end}")]);
    typed.filter_map(|known| parts.dictionary.get(&known).map(|form| (1, known, form))).collect()
}

/// Two words that were written as one, as they should be.
pub(crate) fn parted(word: &str, parts: &Parts) -> Option<(String, Vec<Alternative>)> {
    let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= 3 && word.len() - at >= 3);
    let known = cuts.filter_map(|at| {
        let (one, other) = word.split_at(at);
        let [one_form, other_form] = [parts.dictionary.get(one)?, parts.dictionary.get(other)?];
        Some((one_form.frequency.min(other_form.frequency), format!("{one} {other}"), [one_form, other_form]))
    });
    let (_, parting, forms) = known.max_by_key(|(frequency, ..)| *frequency)?;
    Some((parting, forms.iter().filter_map(|form| alternative(form.stem, 1.0, parts)).collect()))
}

/// Adds the word that a word makes with the one before or after it: `total energies` as `totalenergies`.
pub(crate) fn glued(word: &str, others: &[String], parts: &Parts, slot: &mut Slot) {
    for pair in others.windows(2).filter(|pair| pair.iter().any(|one| one == word)) {
        if let Some(form) = parts.dictionary.get(&pair.concat())
            && let Some(found) = alternative(form.stem, 1.0, parts)
        {
            add(found, slot);
        }
    }
}
