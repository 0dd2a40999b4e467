//! Cutting a folded text into words.

use std::ops::Range;

use super::empty::is_elided;
use super::fold::{APOSTROPHE, fold_into};
use super::is_empty_word;

/// The longest word that is kept, in bytes: longer ones are addresses and accidents.
const LONGEST: usize = 40;

/// How many letters that stand alone, parted by spaces, make an acronym: `A P F`. Two do not, since `A L ECOLE` is a
/// lost apostrophe.
const SPACED: usize = 3;

/// A cutter that keeps its memory between texts.
#[derive(Debug, Default)]
pub(crate) struct Words {
    folded: String,
    tokens: Vec<Token>,
}

#[derive(Debug)]
struct Token {
    /// Where the word stands in the folded text.
    range: Range<usize>,
    kind: TokenKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TokenKind {
    Word,
    /// Cut off by an apostrophe: keeps a place, is no word.
    Elided,
}

impl Words {
    /// Gives each word of the text that says something, with its rank; a text of empty words alone gives them.
    ///
    /// Empty words and elisions are not given but keep their rank, so that a phrase keeps its gaps.
    pub(crate) fn each(&mut self, text: &str, mut give: impl FnMut(&str, u32)) {
        self.cut(text);
        let all_empty = !self.tokens.iter().any(|token| self.says_something(token));
        for (rank, token) in (0_u32..).zip(&self.tokens) {
            if token.kind == TokenKind::Word && (all_empty || self.says_something(token)) {
                give(&self.folded[token.range.clone()], rank);
            }
        }
    }

    /// Gives each word of the text, empty or not.
    pub(crate) fn each_even_empty(&mut self, text: &str, mut give: impl FnMut(&str)) {
        self.cut(text);
        let words = self.tokens.iter().filter(|token| token.kind == TokenKind::Word && token.range.len() <= LONGEST);
        words.for_each(|token| give(&self.folded[token.range.clone()]));
    }

    fn says_something(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word
            && token.range.len() <= LONGEST
            && !is_empty_word(&self.folded[token.range.clone()])
    }

    fn cut(&mut self, text: &str) {
        self.folded.clear();
        self.tokens.clear();
        fold_into(text, &mut self.folded);
        let end = self.folded.len();
        let mut start = 0;
        while start < end {
            let stop = self.folded[start..].find(' ').map_or(end, |length| start + length);
            self.cut_piece(start..stop);
            start = stop + 1;
        }
        self.join_spaced_letters();
    }

    /// Cuts what stands between two spaces at its apostrophes.
    fn cut_piece(&mut self, piece: Range<usize>) {
        let mut start = piece.start;
        while let Some(length) = self.folded[start..piece.end].find(APOSTROPHE) {
            let before = start..start + length;
            if is_elided(&self.folded[before.clone()]) {
                self.tokens.push(Token { range: before, kind: TokenKind::Elided });
            } else {
                self.cut_at_stops(before);
            }
            start += length + 1;
        }
        self.cut_at_stops(start..piece.end);
    }

    /// Cuts at full stops, unless they stand between the letters of an acronym.
    fn cut_at_stops(&mut self, piece: Range<usize>) {
        let text = self.folded[piece.clone()].trim_matches('.');
        if text.is_empty() {
            return;
        }
        if text.contains('.') && text.split('.').all(|part| part.chars().count() == 1) {
            let letters: String = text.split('.').collect();
            let range = self.append(&letters);
            self.tokens.push(Token { range, kind: TokenKind::Word });
            return;
        }
        let mut start = piece.start;
        for part in self.folded[piece].split('.') {
            if !part.is_empty() {
                self.tokens.push(Token { range: start..start + part.len(), kind: TokenKind::Word });
            }
            start += part.len() + 1;
        }
    }

    /// Keeps letters that stand in no contiguous place of the text, behind it.
    fn append(&mut self, letters: &str) -> Range<usize> {
        let start = self.folded.len();
        self.folded.push_str(letters);
        start..self.folded.len()
    }

    fn join_spaced_letters(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let alone = self.tokens[at..].iter().take_while(|token| self.is_letter_alone(token)).count();
            if alone >= SPACED {
                let letters: String =
                    self.tokens[at..at + alone].iter().map(|token| &self.folded[token.range.clone()]).collect();
                self.tokens[at].range = self.append(&letters);
                self.tokens.drain(at + 1..at + alone);
            }
            at += alone.max(1);
        }
    }

    fn is_letter_alone(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word
            && token.range.len() == 1
            && self.folded.as_bytes()[token.range.start].is_ascii_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text that say something, with their ranks.
    fn words(text: &str) -> Vec<(String, u32)> {
        let mut found = Vec::new();
        Words::default().each(text, |word, rank| found.push((word.to_owned(), rank)));
        found
    }

    fn bare(text: &str) -> Vec<String> {
        words(text).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn elisions_are_cut_whatever_the_apostrophe() {
        assert_eq!(bare("L'eau, jusqu’à l’océan; qu`importe"), ["eau", "ocean", "importe"]);
        assert_eq!(bare("presqu'île et grand'rue"), ["presqu", "ile", "grand", "rue"]);
    }

    #[test]
    fn an_acronym_with_stops_is_one_word() {
        for written in ["A.P.F.", "A.P.F", "APF", "l'A.P.F.", "A P F", "(A. P. F.)"] {
            assert_eq!(bare(written), ["apf"], "{written}");
        }
        assert_eq!(bare("amis de l ecole"), ["amis", "ecole"]);
    }

    #[test]
    fn stops_and_hyphens_part_words() {
        assert_eq!(bare("porte-parole.Fin. www.exemple.fr"), ["porte", "parole", "fin", "www", "exemple", "fr"]);
    }

    #[test]
    fn empty_words_keep_their_rank() {
        assert_eq!(words("maison du parc"), [("maison".to_owned(), 0), ("parc".to_owned(), 2)]);
        assert_eq!(words("l'eau")[0].1, 1);
    }

    #[test]
    fn a_text_of_empty_words_keeps_them() {
        assert_eq!(bare("Elles"), ["elles"]);
        assert_eq!(bare("Avec vous"), ["avec", "vous"]);
        assert_eq!(bare("l'"), Vec::<String>::new());
    }

    #[test]
    fn accidents_are_dropped() {
        assert_eq!(bare(&format!("{} fin", "a".repeat(41))), ["fin"]);
        assert_eq!(bare("😀 … ''' ..."), Vec::<String>::new());
    }
}
