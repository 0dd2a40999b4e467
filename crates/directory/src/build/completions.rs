//! Finding beforehand the names for the beginnings that would take long to walk through.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::error::Result;
use crate::search::{Slot, ending_slot, walk};
use crate::snapshot::{COMPLETIONS, Form, Parts, Writing, write_completions};

/// The beginnings up to so many letters are all found beforehand.
const SHORT: usize = 3;

/// Longer ones are, when their words are in so many documents.
const MANY: u64 = 4_000;

/// How many words a beginning stands for.
const ENDINGS: usize = 12;

/// The longest beginning.
const LONGEST: usize = 24;

/// A beginning, and its most frequent words.
type Beginning = (String, Vec<Form>);

/// Finds and writes the names of beginnings.
pub(crate) fn complete(parts: &Parts, writing: &mut Writing) -> Result<()> {
    let beginnings = beginnings(parts);
    let best = best_of_stems(&beginnings, parts);
    let mut completions: Vec<(String, Vec<u32>)> = beginnings
        .par_iter()
        .map(|(beginning, forms)| (beginning.clone(), best_of(&ending_slot(beginning, forms, parts), &best)))
        .collect();
    completions.sort_unstable();
    write_completions(writing, &completions)
}

/// The beginnings that are short, or frequent. Words come in order: a beginning ends when the next word has another.
fn beginnings(parts: &Parts) -> Vec<Beginning> {
    let (mut done, mut open): (Vec<Beginning>, Vec<Beginning>) = (Vec::new(), Vec::new());
    let mut before = String::new();
    parts.dictionary.each(|word, form| {
        if !word.starts_with(char::is_alphanumeric) {
            return;
        }
        let shared = word.chars().zip(before.chars()).take_while(|(one, other)| one == other).count();
        close(&mut open, shared, parts, &mut done);
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(LONGEST);
        for end in ends.skip(open.len()) {
            open.push((word[..end].to_owned(), Vec::new()));
        }
        open.iter_mut().for_each(|(_, forms)| insert(forms, form));
        before.clear();
        before.push_str(word);
    });
    close(&mut open, 0, parts, &mut done);
    done
}

fn close(open: &mut Vec<Beginning>, kept: usize, parts: &Parts, done: &mut Vec<Beginning>) {
    while open.len() > kept {
        if let Some((beginning, forms)) = open.pop()
            && (open.len() < SHORT || documents(&forms, parts) > MANY)
        {
            done.push((beginning, forms));
        }
    }
}

fn documents(forms: &[Form], parts: &Parts) -> u64 {
    forms.iter().filter_map(|form| parts.postings.stem(form.stem)).map(|stem| u64::from(stem.count)).sum()
}

/// Keeps the most frequent words, in order.
fn insert(forms: &mut Vec<Form>, form: Form) {
    let at = forms.partition_point(|known| known.frequency >= form.frequency);
    if at < ENDINGS {
        forms.insert(at, form);
        forms.truncate(ENDINGS);
    }
}

/// The best documents of each stem that a beginning stands for, as if it was asked for alone.
fn best_of_stems(beginnings: &[Beginning], parts: &Parts) -> HashMap<u32, Vec<(u32, f32)>> {
    let slots = beginnings.iter().map(|(beginning, forms)| ending_slot(beginning, forms, parts));
    let mut alone: Vec<_> = slots.flat_map(|slot| slot.alternatives).collect();
    alone.sort_unstable_by_key(|alternative| alternative.number);
    alone.dedup_by_key(|alternative| alternative.number);
    let best = alone.into_par_iter().map(|alternative| {
        let slot = Slot { alternatives: vec![crate::search::Alternative { weight: 1.0, ..alternative }] };
        (alternative.number, walk(&[slot], COMPLETIONS, usize::MAX, parts))
    });
    best.collect()
}

/// The best documents of the stems of a slot, each once.
fn best_of(slot: &Slot, best: &HashMap<u32, Vec<(u32, f32)>>) -> Vec<u32> {
    let weighed = slot.alternatives.iter().flat_map(|alternative| {
        let best = best.get(&alternative.number).into_iter().flatten();
        best.map(|(document, score)| (*score * alternative.weight, *document))
    });
    let mut weighed: Vec<(f32, u32)> = weighed.collect();
    weighed.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let mut documents: Vec<u32> = Vec::new();
    for (_, document) in weighed {
        if documents.len() < COMPLETIONS && !documents.contains(&document) {
            documents.push(document);
        }
    }
    documents
}
