//! The acronym that a name would have.

use super::is_empty_word;
use super::words::Words;

/// The lengths of the acronyms that are kept, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=10;

/// The initials of the words of a name that say something: `apf` for *Association des paralysés de France*; nothing
/// when they are too few or too many to be an acronym.
pub(crate) fn initials(name: &str, words: &mut Words) -> Option<String> {
    let mut letters = String::new();
    let mut count = 0;
    words.each(name, |word, _| {
        if !is_empty_word(word)
            && let Some(letter) = word.chars().next()
        {
            letters.push(letter);
            count += 1;
        }
    });
    LENGTHS.contains(&count).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_the_initials_of_its_words() {
        let of = |name: &str| initials(name, &mut Words::default());
        assert_eq!(of("Association des paralysés de France").as_deref(), Some("apf"));
        assert_eq!(of("Agence nationale de lutte contre l'illettrisme").as_deref(), Some("anlci"));
        assert_eq!(of("Les amis de l'eau"), None);
        assert_eq!(of("deux trois quatre cinq six sept huit neuf dix onze douze treize"), None);
    }
}
