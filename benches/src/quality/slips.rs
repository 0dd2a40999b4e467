//! Questions as people mistype them, made from the names of real organisations.

use std::collections::HashMap;

use fabrique_directory::Entry;
use fastrand::Rng;

/// What happens to a name on its way to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    OneTypo,
    TwoTypos,
    Accents,
    Acronym,
    Glued,
    Inverted,
}

impl Slip {
    pub(super) const ALL: [Self; 6] =
        [Self::OneTypo, Self::TwoTypos, Self::Accents, Self::Acronym, Self::Glued, Self::Inverted];

    /// As it is printed.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::OneTypo => "one typo",
            Self::TwoTypos => "two typos",
            Self::Accents => "accents put or dropped",
            Self::Acronym => "acronym",
            Self::Glued => "glued words",
            Self::Inverted => "inverted words",
        }
    }
}

/// Words that nobody counts among those of a name.
const EMPTY: [&str; 26] = [
    "de", "la", "le", "les", "des", "du", "d", "l", "et", "en", "au", "aux", "a", "pour", "par", "sur", "dans", "un",
    "une", "the", "of", "s", "n", "avec", "sous", "y",
];

/// The words of a name in lower case and without accents, as the registers' own capitals are.
pub(super) fn words(name: &str) -> Vec<String> {
    let bare: String = name.chars().flat_map(char::to_lowercase).map(bare).collect();
    let words = bare.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words of a name that say something.
pub(super) fn telling(name: &str) -> Vec<String> {
    words(name).into_iter().filter(|word| !EMPTY.contains(&word.as_str())).collect()
}

const fn bare(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        other => other,
    }
}

/// What is known of all the names, so that questions have one answer.
pub(super) struct Names {
    /// How many different names have these initials.
    initials: HashMap<String, usize>,
    /// How a word is written with its accents, where it is.
    accents: HashMap<String, String>,
}

impl Names {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let standing = || entries.iter().filter(|entry| !entry.life.is_dissolved);
        let mut names: Vec<Vec<String>> = standing().map(|entry| telling(&entry.name)).collect();
        names.sort_unstable();
        names.dedup();
        let mut letters = HashMap::new();
        names.iter().for_each(|words| *letters.entry(initials(words)).or_default() += 1);
        let mut accents = HashMap::new();
        for word in standing().flat_map(|entry| entry.purpose.split(|letter: char| !letter.is_alphabetic())) {
            if !word.is_ascii() {
                let written = word.to_lowercase();
                accents.insert(written.chars().map(bare).collect::<String>(), written);
            }
        }
        Self { initials: letters, accents }
    }

    /// The question that a slip makes of a name; nothing where the name gives no occasion for it.
    pub(super) fn slipped(&self, name: &str, slip: Slip, random: &mut Rng) -> Option<String> {
        let (words, telling) = (words(name), telling(name));
        if !(2..=9).contains(&telling.len()) {
            return None;
        }
        match slip {
            Slip::OneTypo => mistyped(words, 1, random),
            Slip::TwoTypos => mistyped(words, 2, random),
            Slip::Accents => self.accented(&words, name),
            Slip::Acronym => {
                let letters = initials(&telling);
                (telling.len() >= 4 && self.initials.get(&letters) == Some(&1)).then_some(letters)
            }
            Slip::Glued => glued(words, random),
            Slip::Inverted => inverted(words, random),
        }
    }

    /// A name without its accents, or with those that it should have.
    fn accented(&self, words: &[String], name: &str) -> Option<String> {
        if !name.is_ascii() {
            return Some(words.join(" "));
        }
        let put: Vec<&String> = words.iter().map(|word| self.accents.get(word).unwrap_or(word)).collect();
        put.iter()
            .zip(words)
            .any(|(put, word)| *put != word)
            .then(|| put.into_iter().cloned().collect::<Vec<_>>().join(" "))
    }
}

fn initials(words: &[String]) -> String {
    words.iter().filter_map(|word| word.chars().next()).collect()
}

/// Slips of the hand in so many different words of five letters at least.
fn mistyped(mut words: Vec<String>, slips: usize, random: &mut Rng) -> Option<String> {
    let mut long: Vec<usize> = (0..words.len()).filter(|at| words[*at].len() > 4 && words[*at].is_ascii()).collect();
    random.shuffle(&mut long);
    if long.len() < slips {
        return None;
    }
    for at in long.into_iter().take(slips) {
        words[at] = slip_of_the_hand(&words[at], random);
    }
    Some(words.join(" "))
}

/// A letter left out, doubled by another, taken for another, or two that change places: anywhere in the word.
fn slip_of_the_hand(word: &str, random: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.usize(..letters.len());
    match random.u8(..4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, random.lowercase()),
        2 => letters[at] = random.lowercase(),
        _ => letters.swap(at.min(word.len() - 2), at.min(word.len() - 2) + 1),
    }
    letters.into_iter().collect()
}

/// Two words that follow each other written as one.
fn glued(mut words: Vec<String>, random: &mut Rng) -> Option<String> {
    let pairs: Vec<usize> = (1..words.len()).filter(|at| words[at - 1].len() > 2 && words[*at].len() > 2).collect();
    let at = *random.choice(&pairs)?;
    let second = words.remove(at);
    words[at - 1].push_str(&second);
    Some(words.join(" "))
}

/// The words in another order.
fn inverted(words: Vec<String>, random: &mut Rng) -> Option<String> {
    let mut turned = words.clone();
    random.shuffle(&mut turned);
    (turned != words).then(|| turned.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_changes_a_name_as_it_says() {
        let names = Names {
            initials: [("apdf".to_owned(), 1)].into(),
            accents: [("ecole".to_owned(), "école".to_owned())].into(),
        };
        let mut random = Rng::with_seed(1);
        let mut of = |name: &str, slip| names.slipped(name, slip, &mut random);
        let typo = of("LES JARDINS PARTAGES", Slip::OneTypo).unwrap();
        assert_ne!(typo, "les jardins partages");
        assert_eq!(of("AMIS DE L'ECOLE", Slip::Accents).as_deref(), Some("amis de l école"));
        assert_eq!(of("Amis de l'école", Slip::Accents).as_deref(), Some("amis de l ecole"));
        assert_eq!(of("ASSOCIATION PARALYSES DE FRANCE DEBOUT", Slip::Acronym), None, "apfd is nobody's");
        assert_eq!(of("ASSOCIATION DES PARALYSES D'ICI FRANCE", Slip::Acronym), None, "apif neither");
        assert_eq!(of("TOTAL ENERGIES", Slip::Glued).as_deref(), Some("totalenergies"));
        assert_eq!(of("VELO", Slip::Inverted), None);
    }
}
