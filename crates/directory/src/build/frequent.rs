//! Answering beforehand what is asked most, and would take longest.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::error::Result;
use crate::search::answer_stem;
use crate::snapshot::{EVERYTHING, Known, Parts, Writing, write_frequent};

/// How many stems are answered beforehand.
const STEMS: usize = 200;

/// Answers the question without words, and those of the most frequent stems.
pub(crate) fn answer_frequent(parts: &Parts, writing: &mut Writing) -> Result<()> {
    let filed: HashSet<u32> =
        parts.dictionary.beginning("#", usize::MAX).into_iter().map(|(_, form)| form.stem).collect();
    let asked = parts.postings.all().filter(|(number, _)| !filed.contains(number));
    let mut stems: Vec<(u32, u32)> = asked.map(|(number, stem)| (stem.count, number)).collect();
    stems.sort_unstable_by_key(|(count, number)| (std::cmp::Reverse(*count), *number));
    let mut numbers: Vec<u32> = stems.into_iter().take(STEMS).map(|(_, number)| number).chain([EVERYTHING]).collect();
    numbers.sort_unstable();
    let known: Vec<(u32, Known)> = numbers.into_par_iter().map(|number| (number, answer_stem(number, parts))).collect();
    write_frequent(writing, &known)
}
