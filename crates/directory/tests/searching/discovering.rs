//! Whom a text could concern, on organisations that are invented for it.

use fabrique_directory::{Discovery, Distance, Entry, Reason};

use crate::invented::{Invented, association};

/// What three sorts of organisations say, in words that the sorts do not share.
const SORTS: [(u32, [&str; 12]); 3] = [
    (
        24_000,
        [
            "riviere", "berges", "poissons", "zones", "humides", "crues", "saumons", "frayeres", "amont", "aval",
            "etiage", "bassin",
        ],
    ),
    (
        11_000,
        [
            "velo",
            "pistes",
            "cyclables",
            "peloton",
            "selle",
            "guidon",
            "cadres",
            "roues",
            "sprint",
            "cols",
            "grimpeurs",
            "etapes",
        ],
    ),
    (
        6_000,
        [
            "violon",
            "orchestre",
            "partitions",
            "choeur",
            "concerts",
            "solfege",
            "archet",
            "pupitres",
            "symphonie",
            "quatuor",
            "harmonie",
            "fanfare",
        ],
    ),
];

/// Enough organisations that words can be learnt: each says six of the words of its sort, and one that is only its own.
fn organisations() -> Vec<Entry> {
    let mut random = fastrand::Rng::with_seed(11);
    let mut entries = Vec::new();
    for number in 0..1800_u32 {
        let (theme, words) = SORTS[number as usize % SORTS.len()];
        let mut said: Vec<String> = (0..6).map(|_| (*random.choice(words).unwrap()).to_owned()).collect();
        said.push(format!("propre{}", number % 220));
        let key = format!("W{number:09}");
        entries
            .push(Entry { themes: [theme, 0], ..association(&key, &format!("Collectif {number}"), &said.join(" ")) });
    }
    entries
}

fn asked(text: &str) -> Discovery {
    Discovery { text: text.to_owned(), limit: 30, ..Discovery::default() }
}

#[test]
fn what_shares_only_the_meaning_has_places_of_its_own_and_says_why() {
    let Invented { directory, home: _home } = Invented::of(organisations());
    let found = directory.discover(&asked("Les saumons et les frayères")).unwrap();
    assert_eq!(found.suggestions.len(), 30);
    let unexpected: Vec<_> =
        found.suggestions.iter().filter(|suggestion| suggestion.distance == Distance::Unexpected).collect();
    assert_eq!(unexpected.len(), 10);
    for suggestion in unexpected {
        let entry = directory.entry(&suggestion.key).unwrap().unwrap();
        assert!(!entry.purpose.contains("saumons") && !entry.purpose.contains("frayeres"), "{}", entry.purpose);
        assert_eq!(entry.themes[0], 24_000, "{}", entry.purpose);
        assert!(suggestion.reasons.iter().any(|reason| matches!(reason, Reason::NearWord { .. })), "{suggestion:?}");
    }
    for suggestion in found.suggestions.iter().filter(|suggestion| suggestion.distance == Distance::Near) {
        assert!(suggestion.reasons.iter().any(|reason| matches!(reason, Reason::SharedWord { .. })), "{suggestion:?}");
    }
}

#[test]
fn who_is_known_is_said_to_be_and_who_withdrew_is_not_suggested() {
    let Invented { directory, home: _home } = Invented::of(organisations());
    let before = directory.discover(&asked("concerts de violon")).unwrap();
    let known = before.suggestions[0].key.clone();
    let withdrawn = before.suggestions[1].key.clone();
    let discovery = Discovery {
        known: vec![known.clone()],
        withdrawn: vec![withdrawn.clone(), "W999".to_owned()],
        ..asked("concerts de violon")
    };
    let after = directory.discover(&discovery).unwrap();
    assert_eq!((after.suggestions[0].key.clone(), after.suggestions[0].distance), (known, Distance::Known));
    assert!(after.suggestions.iter().all(|suggestion| suggestion.key != withdrawn));
}

#[test]
fn what_nobody_on_the_list_covers_is_told() {
    let Invented { directory, home: _home } = Invented::of(organisations());
    let coverage = directory.discover(&asked("saumons")).unwrap().coverage;
    assert_eq!(coverage.families.first().map(|(family, _)| *family), Some(24));
    assert!(coverage.families.iter().all(|(family, _)| !coverage.missing_families.contains(family)));
}

#[test]
fn a_text_that_says_nothing_finds_nobody() {
    let Invented { directory, home: _home } = Invented::of(organisations());
    for text in ["", "et de la", "🦊 ???", "mots jamais vus ici nulle part"] {
        let found = directory.discover(&asked(text)).unwrap();
        assert_eq!(found.suggestions, [], "{text}");
    }
}

#[test]
fn a_text_without_end_is_answered() {
    let Invented { directory, home: _home } = Invented::of(organisations());
    let found = directory.discover(&asked(&"violon orchestre 🎻 ".repeat(50_000))).unwrap();
    assert!(found.suggestions.len() >= 20, "{}", found.suggestions.len());
}
