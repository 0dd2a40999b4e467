//! The pieces that words are cut into.

use std::collections::HashMap;

use serde_json::Value;

use crate::analysis::fold;

/// What begins a word in vocabularies that mark beginnings.
const BEGINNING: char = '▁';

/// What begins a piece within a word in those that mark the rest.
const WITHIN: &str = "##";

/// The longest piece, in bytes.
const LONGEST: usize = 40;

/// What a piece that is not of the vocabulary costs, beside the logarithms of probabilities.
const UNKNOWN: f64 = -30.0;

/// A vocabulary, folded.
#[derive(Debug)]
pub(super) struct Pieces {
    /// Pieces that begin a word.
    beginnings: HashMap<String, (usize, f64)>,
    /// Pieces within a word.
    within: HashMap<String, (usize, f64)>,
    /// Whether a word is one piece or nothing.
    whole: bool,
    /// One more than the highest number.
    count: usize,
}

impl Pieces {
    /// Reads `tokenizer.json`.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        let file: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        let model = &file["model"];
        let sort = model["type"].as_str().unwrap_or("nothing");
        let pieces = match (sort, &model["vocab"]) {
            ("WordLevel" | "WordPiece", Value::Object(numbers)) => {
                // The frequent ones come first: their order stands for probabilities.
                let scored = numbers.iter().map(|(piece, number)| Some((piece.as_str(), number.as_u64()? as usize)));
                let scored = scored.collect::<Option<Vec<_>>>().ok_or("a piece without a number")?;
                scored.into_iter().map(|(piece, number)| (piece, number, -(2.0 + number as f64).ln())).collect()
            }
            ("Unigram", Value::Array(rows)) => {
                let row =
                    |(number, row): (usize, &'_ Value)| Some((row[0].as_str()?.to_owned(), number, row[1].as_f64()?));
                let rows: Option<Vec<_>> = rows.iter().enumerate().map(row).collect();
                return Ok(Self::of(rows.ok_or("a piece without a probability")?, BEGINNING.len_utf8(), false));
            }
            _ => {
                return Err(format!(
                    "its vocabulary is of the sort {sort}; WordLevel, WordPiece and Unigram are known"
                ));
            }
        };
        let pieces: Vec<(&str, usize, f64)> = pieces;
        let owned = pieces.into_iter().map(|(piece, number, score)| (piece.to_owned(), number, score)).collect();
        Ok(Self::of(owned, 0, sort == "WordLevel"))
    }

    /// The vocabulary of pieces; where beginnings are marked, the mark has a length.
    fn of(mut pieces: Vec<(String, usize, f64)>, mark: usize, whole: bool) -> Self {
        pieces.sort_by(|one, other| other.2.total_cmp(&one.2).then(one.1.cmp(&other.1)));
        let mut vocabulary = Self {
            beginnings: HashMap::new(),
            within: HashMap::new(),
            whole,
            count: pieces.iter().map(|(_, number, _)| number + 1).max().unwrap_or(0),
        };
        for (piece, number, score) in pieces {
            let begins = if mark > 0 { piece.starts_with(BEGINNING) } else { !piece.starts_with(WITHIN) };
            let text = piece.trim_start_matches(BEGINNING);
            let folded = fold(text.strip_prefix(WITHIN).unwrap_or(text));
            let into = if begins { &mut vocabulary.beginnings } else { &mut vocabulary.within };
            if !folded.trim().is_empty() && folded.len() <= LONGEST {
                // Of pieces that fold to the same, the likeliest came first.
                into.entry(folded).or_insert((number, score));
            }
        }
        vocabulary
    }

    /// How many directions there must be.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The numbers of the pieces that a folded word is most likely made of; letters that no piece has are left out.
    pub(super) fn cut(&self, word: &str) -> Vec<usize> {
        if let Some((number, _)) = self.beginnings.get(word) {
            return vec![*number];
        }
        if self.whole { Vec::new() } else { self.likeliest(word) }
    }

    /// The likeliest cutting (A. Viterbi, 1967), from the end of the word back.
    fn likeliest(&self, word: &str) -> Vec<usize> {
        let ends: Vec<usize> = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
        // For each end: how likely the best cutting up to it is, where its last piece begins, and which piece it is.
        let mut best: HashMap<usize, (f64, usize, Option<usize>)> = HashMap::from([(0, (0.0, 0, None))]);
        for (reached, end) in ends.iter().enumerate() {
            let starts = std::iter::once(0).chain(ends[..reached].iter().copied());
            let cuttings = starts.filter_map(|start| {
                let (before, ..) = best.get(&start)?;
                let pieces = if start == 0 { &self.beginnings } else { &self.within };
                let is_letter = reached == 0 || start == ends[reached - 1];
                match pieces.get(&word[start..*end]) {
                    Some((number, score)) => Some((before + score, start, Some(*number))),
                    None if is_letter => Some((before + UNKNOWN, start, None)),
                    None => None,
                }
            });
            if let Some(cutting) = cuttings.max_by(|one, other| one.0.total_cmp(&other.0)) {
                best.insert(*end, cutting);
            }
        }
        let (mut at, mut numbers) = (word.len(), Vec::new());
        while at > 0
            && let Some((_, start, number)) = best.get(&at)
        {
            numbers.extend(number);
            at = *start;
        }
        numbers.reverse();
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(model: &str, word: &str) -> Vec<usize> {
        Pieces::read(format!("{{\"model\":{model}}}").as_bytes()).unwrap().cut(word)
    }

    #[test]
    fn words_are_cut_into_the_likeliest_pieces_whatever_their_accents() {
        let marked = r#"{"type":"Unigram","vocab":[["<unk>",0.0],["▁École",-4.0],["▁éco",-6.0],["le",-3.0],["s",-2.0],["▁ecole",-9.0]]}"#;
        assert_eq!(cut(marked, "ecole"), [1], "the likelier of two that fold to the same");
        assert_eq!(cut(marked, "ecoles"), [1, 4]);
        assert_eq!(cut(marked, "ecozles"), [2, 3, 4], "a letter of no piece is left out");
        let within = r###"{"type":"WordPiece","vocab":{"[UNK]":0,"vélo":1,"##s":2,"s":3,"ve":4,"##los":5}}"###;
        assert_eq!(cut(within, "velos"), [1, 2]);
        assert_eq!(cut(within, "s"), [3]);
        let whole = r#"{"type":"WordLevel","vocab":{"velo":0,"s":1}}"#;
        assert_eq!(cut(whole, "velo"), [0]);
        assert_eq!(cut(whole, "velos"), Vec::<usize>::new());
    }

    #[test]
    fn a_vocabulary_of_another_sort_is_refused() {
        for (file, said) in [
            (r#"{"model":{"type":"BPE","vocab":{"a":0}}}"#, "BPE"),
            (r#"{"model":{"type":"Unigram","vocab":{"a":0}}}"#, "Unigram"),
            (r#"{"model":{"type":"WordLevel","vocab":{"a":"b"}}}"#, "number"),
            (r#"{"model":{"type":"Unigram","vocab":[["a"]]}}"#, "probability"),
            ("{}", "nothing"),
            ("[", "EOF"),
        ] {
            let refused = Pieces::read(file.as_bytes()).unwrap_err();
            assert!(refused.contains(said), "{file}: {refused}");
        }
    }
}
