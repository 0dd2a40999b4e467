//! Whom a text could concern, on organisations that are invented for it.

use std::fs;
use std::path::Path;

use fabrique_directory::{Directory, Discovery, Distance, Entry, Reason, Vectors, build_by};

use crate::invented::{Invented, TODAY, association};

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

/// A folder with a static model of two numbers: water, bicycles, music.
fn folder_of(model: &str, numbers: &[f32]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    let (rows, end) = (numbers.len() / 4, data.len());
    let heading = format!(r#"{{"embeddings":{{"dtype":"F32","shape":[{rows},4],"data_offsets":[0,{end}]}}}}"#);
    let file = [&(heading.len() as u64).to_le_bytes()[..], heading.as_bytes(), &data].concat();
    fs::write(folder.path().join("model.safetensors"), file).unwrap();
    fs::write(folder.path().join("tokenizer.json"), model).unwrap();
    folder
}

/// A vocabulary of all the words of the sorts, with what the model says of each: its sort.
fn static_model() -> tempfile::TempDir {
    let words = SORTS.iter().enumerate().flat_map(|(sort, (_, words))| words.iter().map(move |word| (sort, word)));
    let rows: Vec<(usize, String)> =
        words.enumerate().map(|(at, (sort, word))| (sort, format!("{word:?}:{at}"))).collect();
    let vocabulary: Vec<&str> = rows.iter().map(|(_, row)| row.as_str()).collect();
    let numbers: Vec<f32> =
        rows.iter().flat_map(|(sort, _)| (0..4).map(|at| if at == *sort { 1.0 } else { 0.1 })).collect();
    folder_of(&format!(r#"{{"model":{{"type":"WordLevel","vocab":{{{}}}}}}}"#, vocabulary.join(",")), &numbers)
}

fn built_by(folder: &Path) -> fabrique_directory::Result<(tempfile::TempDir, Directory)> {
    let home = tempfile::tempdir().unwrap();
    let vectors = Vectors::Folder(folder.to_path_buf());
    build_by(home.path(), organisations().into_iter().map(Ok), TODAY, &vectors, &|_, _, _| {})?;
    let directory = Directory::open(home.path())?;
    Ok((home, directory))
}

#[test]
fn a_static_model_says_what_words_mean_when_its_folder_is_named() {
    let folder = static_model();
    let (_home, directory) = built_by(folder.path()).unwrap();
    assert_eq!(directory.model().unwrap().width(), 4);
    let found = directory.discover(&asked("Les saumons et les frayères")).unwrap();
    let unexpected = found.suggestions.iter().filter(|suggestion| suggestion.distance == Distance::Unexpected);
    let themes: Vec<u32> = unexpected.map(|one| directory.entry(&one.key).unwrap().unwrap().themes[0]).collect();
    assert_eq!(themes, [24_000; 10]);
}

#[test]
fn a_folder_that_is_no_static_model_is_refused_and_says_which_file() {
    let refused = |folder: &Path| built_by(folder).map(|_| ()).unwrap_err().to_string();
    let empty = tempfile::tempdir().unwrap();
    assert!(refused(empty.path()).contains("tokenizer.json"), "{}", refused(empty.path()));
    let other = folder_of(r#"{"model":{"type":"BPE","vocab":{}}}"#, &[1.0; 4]);
    assert!(refused(other.path()).contains("BPE"), "{}", refused(other.path()));
    let short = folder_of(r#"{"model":{"type":"WordLevel","vocab":{"eau":0,"velo":1}}}"#, &[1.0; 4]);
    assert!(refused(short.path()).contains("1 directions for 2 pieces"), "{}", refused(short.path()));
    let cut = static_model();
    let path = cut.path().join("model.safetensors");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() - 9]).unwrap();
    assert!(refused(cut.path()).contains("not where they should be"), "{}", refused(cut.path()));
}
