//! From a text to the terms it is found by.

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language as StemmerLanguage, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer,
    StopWordFilter, TextAnalyzer, TokenizerManager,
};

use crate::Language;

/// The longest word that is kept, in bytes: longer ones are addresses and accidents.
const LONGEST: usize = 60;

/// The name of the analysis that keeps bare words.
pub(crate) const WORDS: &str = "words";

/// The name of the analysis that keeps the stems of a language.
pub(crate) const fn stems(language: Language) -> &'static str {
    match language {
        Language::French => "stems_fr",
        Language::English => "stems_en",
    }
}

/// Words that say nothing alone, folded: articles, what an elision leaves (`l’`, `d’`, `qu’`),
/// prepositions, pronouns, auxiliaries.
const EMPTY_FR: &[&str] = &[
    "a", "ai", "ainsi", "alors", "au", "aucun", "aussi", "autre", "aux", "avec", "avoir", "c", "ca", "car", "ce",
    "cela", "ces", "cet", "cette", "ceux", "chez", "ci", "comme", "d", "dans", "de", "des", "donc", "du", "elle",
    "elles", "en", "es", "est", "et", "etaient", "etait", "etant", "ete", "etre", "eu", "eux", "fait", "faut", "il",
    "ils", "j", "je", "jusqu", "l", "la", "le", "les", "leur", "leurs", "lorsqu", "lui", "m", "ma", "mais", "me",
    "meme", "mes", "moi", "mon", "n", "ne", "ni", "nos", "notre", "nous", "on", "ont", "ou", "par", "pas", "pour",
    "puisqu", "qu", "que", "quel", "quelle", "qui", "quoiqu", "s", "sa", "sans", "se", "sera", "ses", "si", "soit",
    "son", "sont", "sous", "sur", "t", "ta", "te", "tes", "ton", "tous", "tout", "toute", "toutes", "tres", "tu", "un",
    "une", "vos", "votre", "vous", "y",
];

const EMPTY_EN: &[&str] = &[
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "do",
    "does", "for", "from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "may", "more",
    "no", "not", "of", "on", "or", "our", "s", "shall", "should", "so", "such", "t", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "to", "was", "we", "were", "what", "when", "which", "who", "will",
    "with", "would", "you", "your",
];

/// Whether a folded word says nothing alone, in either language.
pub(crate) fn is_empty_word(word: &str) -> bool {
    EMPTY_FR.binary_search(&word).is_ok() || EMPTY_EN.binary_search(&word).is_ok()
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Bare words: apostrophes part them, then lower case, then no accents.
pub(crate) fn words() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build()
}

/// Stems. Accents go first, so that a query typed without them meets the same stem.
pub(crate) fn stemmed(language: Language) -> TextAnalyzer {
    let (empty, stemmer) = match language {
        Language::French => (EMPTY_FR, StemmerLanguage::French),
        Language::English => (EMPTY_EN, StemmerLanguage::English),
    };
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(StopWordFilter::remove(owned(empty)))
        .filter(Stemmer::new(stemmer))
        .build()
}

/// The analyses under their names.
pub(crate) fn register(manager: &TokenizerManager) {
    manager.register(WORDS, words());
    for language in Language::ALL {
        manager.register(stems(language), stemmed(language));
    }
}

/// The terms of a text.
pub(crate) fn terms(mut analyzer: TextAnalyzer, text: &str) -> Vec<String> {
    let mut stream = analyzer.token_stream(text);
    let mut terms = Vec::new();
    while stream.advance() {
        terms.push(stream.token().text.clone());
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french(text: &str) -> Vec<String> {
        terms(stemmed(Language::French), text)
    }

    #[test]
    fn the_empty_words_are_in_order_so_that_they_can_be_found() {
        for words in [EMPTY_FR, EMPTY_EN] {
            assert!(words.is_sorted());
        }
    }

    #[test]
    fn elisions_are_cut_whatever_the_apostrophe() {
        assert_eq!(french("L'eau"), french("l’eau"));
        assert_eq!(french("qu’il s'agit d’eau"), french("agit eau"));
    }

    #[test]
    fn accents_and_endings_make_no_difference() {
        assert_eq!(french("Décisions publiées"), french("decision publiee"));
        assert_eq!(french("ÉCOLES"), french("école"));
        assert_eq!(french("œuvres"), french("oeuvre"));
    }

    #[test]
    fn each_language_has_its_own_endings() {
        assert_eq!(terms(stemmed(Language::English), "The meetings"), terms(stemmed(Language::English), "meeting"));
    }
}
