//! Words that say nothing alone.

/// Folded French words, in order: articles, what an elision leaves, prepositions, pronouns, auxiliaries.
const FRENCH: &[&str] = &[
    "a", "afin", "ai", "ainsi", "alors", "au", "aucun", "aussi", "autre", "autres", "aux", "avec", "avoir", "c", "ca",
    "car", "ce", "cela", "celle", "celles", "celui", "ces", "cet", "cette", "ceux", "chaque", "chez", "ci", "comme",
    "d", "dans", "de", "des", "dont", "du", "elle", "elles", "en", "entre", "es", "est", "et", "etaient", "etait",
    "etant", "etc", "ete", "etre", "eu", "eux", "fait", "faut", "il", "ils", "j", "je", "jusqu", "jusque", "l", "la",
    "le", "les", "leur", "leurs", "lors", "lorsqu", "lorsque", "lui", "m", "ma", "mais", "me", "meme", "mes", "moi",
    "mon", "n", "ne", "ni", "nos", "notre", "nous", "on", "ont", "ou", "par", "pas", "pour", "puisqu", "puisque", "qu",
    "que", "quel", "quelle", "quelles", "quels", "qui", "quoi", "quoiqu", "s", "sa", "sans", "se", "sera", "ses", "si",
    "soit", "son", "sont", "sous", "sur", "t", "ta", "te", "tel", "telle", "telles", "tels", "tes", "toi", "ton",
    "tous", "tout", "toute", "toutes", "tres", "tu", "un", "une", "vos", "votre", "vous", "y",
];

/// The few English words that the names of organisations are full of, in order.
const ENGLISH: &[&str] = &["an", "and", "by", "for", "in", "of", "the", "to", "with"];

/// What an apostrophe cuts off: it is no word of its own.
const ELIDED: &[&str] =
    &["c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quelqu", "quoiqu", "s", "t"];

/// Whether a folded word says nothing alone.
pub(crate) fn is_empty_word(word: &str) -> bool {
    FRENCH.binary_search(&word).is_ok() || ENGLISH.binary_search(&word).is_ok()
}

/// Whether what stands before an apostrophe is an elision.
pub(super) fn is_elided(word: &str) -> bool {
    ELIDED.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order_so_that_words_can_be_found() {
        for words in [FRENCH, ENGLISH, ELIDED] {
            assert!(words.is_sorted());
        }
    }

    #[test]
    fn words_with_a_sense_are_kept() {
        for word in ["eau", "art", "sida", "ile", "or"] {
            assert!(!is_empty_word(word), "{word}");
        }
    }
}
