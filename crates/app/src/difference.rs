//! What changed between two texts, word by word, in the order in which prose is read.

use std::time::Duration;

use fabrique_domain::choice;
use similar::{ChangeTag, TextDiff};

choice! {
    /// What became of some words.
    Kind("kind of difference") {
        /// They stand in both texts.
        Same = "same",
        /// They were taken out.
        Removed = "removed",
        /// They were put in.
        Added = "added",
    }
}

/// Some words in a row that met the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub kind: Kind,
    /// The words, with their spaces.
    pub text: String,
}

/// The time after which a coarser, still true difference is given.
const PATIENCE: Duration = Duration::from_millis(250);

/// The words that left and came between two texts. All but the added pieces make the old text;
/// all but the removed ones make the new one.
#[must_use]
pub fn between(old: &str, new: &str) -> Vec<Piece> {
    let difference = TextDiff::configure().timeout(PATIENCE).diff_unicode_words(old, new);
    let mut writer = Writer::default();
    for change in difference.iter_all_changes() {
        writer.word(change.tag(), change.value());
    }
    writer.finish()
}

/// Whether anything differs.
#[must_use]
pub fn changed(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.kind != Kind::Same)
}

/// Gathers words into pieces. A lone space or comma between two changed words joins both sides, so
/// that a reader sees one phrase replaced by another and not a dotted line.
#[derive(Default)]
struct Writer {
    pieces: Vec<Piece>,
    removed: String,
    added: String,
    /// What stands in both texts since the last change, while it is too little to be read alone.
    between: String,
}

impl Writer {
    fn word(&mut self, tag: ChangeTag, word: &str) {
        match tag {
            ChangeTag::Equal => {
                self.between.push_str(word);
                if word.chars().any(char::is_alphanumeric) {
                    self.settle();
                }
            }
            ChangeTag::Delete => {
                self.join();
                self.removed.push_str(word);
            }
            ChangeTag::Insert => {
                self.join();
                self.added.push_str(word);
            }
        }
    }

    /// Another change follows: what stood between belongs to both sides.
    fn join(&mut self) {
        let between = std::mem::take(&mut self.between);
        if between.is_empty() {
            return;
        }
        if self.removed.is_empty() || self.added.is_empty() {
            self.flush();
            self.push(Kind::Same, between);
        } else {
            self.removed.push_str(&between);
            self.added.push_str(&between);
        }
    }

    /// The change is over.
    fn settle(&mut self) {
        let between = std::mem::take(&mut self.between);
        self.flush();
        self.push(Kind::Same, between);
    }

    fn flush(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        self.push(Kind::Removed, removed);
        self.push(Kind::Added, added);
    }

    fn push(&mut self, kind: Kind, text: String) {
        if text.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(&text),
            _ => self.pieces.push(Piece { kind, text }),
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.settle();
        self.pieces
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[-removed-]` and `{+added+}`.
    fn told(old: &str, new: &str) -> String {
        between(old, new)
            .iter()
            .map(|piece| match piece.kind {
                Kind::Same => piece.text.clone(),
                Kind::Removed => format!("[-{}-]", piece.text),
                Kind::Added => format!("{{+{}+}}", piece.text),
            })
            .collect()
    }

    #[test]
    fn a_changed_word_is_told_as_a_word() {
        assert_eq!(
            told("Publier les agendas chaque mois.", "Publier les agendas chaque semaine."),
            "Publier les agendas chaque [-mois-]{+semaine+}."
        );
    }

    #[test]
    fn a_changed_phrase_is_told_as_a_phrase() {
        assert_eq!(
            told("L’État encourage la publication.", "L’État publie chaque trimestre."),
            "L’État [-encourage la publication-]{+publie chaque trimestre+}."
        );
    }

    #[test]
    fn equal_texts_do_not_differ() {
        assert!(!changed(&between("Rien", "Rien")));
        assert!(between("", "").is_empty());
        assert!(changed(&between("", "Tout")));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(old in "[a-c,. \n’é]{0,40}", new in "[a-c,. \n’é]{0,40}") {
            let pieces = between(&old, &new);
            let without = |kind| -> String {
                pieces.iter().filter(|piece| piece.kind != kind).map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(without(Kind::Added), old);
            prop_assert_eq!(without(Kind::Removed), new);
        }
    }
}
