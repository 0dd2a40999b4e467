//! What a snapshot that lost something does, and what a hostile question does.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::invented::{Invented, TODAY, association};
use fabrique_directory::{Directory, Error, Query, build, build_with};
use proptest::prelude::*;

fn some() -> Invented {
    let entries = (0..300).map(|at| {
        let mut entry =
            association(&format!("W{at:05}"), &format!("CLUB DE TENNIS {at}"), "Pratique du tennis et de l'amitié");
        entry.aliases = vec![format!("A{at}")];
        entry
    });
    Invented::of(entries.collect())
}

fn folder(home: &Path) -> PathBuf {
    home.join("snapshots").join(fs::read_to_string(home.join("snapshots/current")).unwrap())
}

fn files(home: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder(home)).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_file_cut_short_or_changed_is_recognised_and_the_way_on_is_said() {
    let invented = some();
    for path in files(invented.home.path()) {
        let whole = fs::read(&path).unwrap();
        if whole.is_empty() {
            continue;
        }
        let mut changed = whole.clone();
        changed[whole.len() / 2] ^= 0x40;
        for bytes in [&whole[..whole.len() - 1], &changed] {
            // A file that is mapped elsewhere is not written over.
            fs::remove_file(&path).unwrap();
            fs::write(&path, bytes).unwrap();
            let error = Directory::open(invented.home.path()).map(|_| ()).unwrap_err().to_string();
            assert!(error.contains("directory build"), "{path:?}: {error}");
        }
        fs::remove_file(&path).unwrap();
        assert!(Directory::open(invented.home.path()).is_err(), "{path:?}");
        fs::write(&path, &whole).unwrap();
    }
    Directory::open(invented.home.path()).unwrap();
}

#[test]
fn nothing_built_and_another_format_are_told_apart() {
    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(Directory::open(empty.path()), Err(Error::NoSnapshot(_))));
    let invented = some();
    let path = folder(invented.home.path()).join("manifest.json");
    let text = fs::read_to_string(&path).unwrap().replace("\"format\": 2", "\"format\": 3");
    fs::write(&path, text).unwrap();
    assert!(matches!(Directory::open(invented.home.path()), Err(Error::OtherFormat { found: 3, .. })));
}

#[test]
fn a_build_that_fails_leaves_the_directory_as_it_was() {
    let invented = some();
    let before = folder(invented.home.path());
    let broken = (0..10).map(|at| match at {
        9 => Err(Error::TooMany("storms")),
        _ => Ok(association(&format!("W{at}"), "Autre", "")),
    });
    assert!(build(invented.home.path(), broken, TODAY, &|_, _, _| {}).is_err());
    let late = build_with(invented.home.path(), [Ok(association("W1", "Autre", ""))], TODAY, &|_, _, _| {}, |_, _| {
        Err(Error::TooMany("storms"))
    });
    assert!(late.is_err());
    assert_eq!(folder(invented.home.path()), before);
    assert!(!invented.directory.refresh().unwrap());
    assert_eq!(Directory::open(invented.home.path()).unwrap().search(&Query::new("tennis")).total, 300);
}

#[test]
fn a_new_build_is_followed_and_a_search_under_way_ends_on_what_it_began_with() {
    let invented = some();
    let held = invented.directory.snapshot();
    let next = ["W1", "W2"].map(|key| Ok(association(key, "Tennis", "")));
    build(invented.home.path(), next, TODAY, &|_, _, _| {}).unwrap();
    assert_eq!(invented.directory.search(&Query::new("tennis")).total, 300);
    assert!(invented.directory.refresh().unwrap());
    assert_eq!(invented.directory.search(&Query::new("tennis")).total, 2);
    assert_eq!(held.entries().unwrap().block(0).unwrap()[0].key, "W00000");
}

#[test]
fn entries_out_of_order_or_twice_are_refused() {
    let home = tempfile::tempdir().unwrap();
    for keys in [["W2", "W1"], ["W1", "W1"]] {
        let entries = keys.map(|key| Ok(association(key, "Club", "")));
        assert!(matches!(build(home.path(), entries, TODAY, &|_, _, _| {}), Err(Error::Disorder { .. })));
    }
}

#[test]
fn nobody_is_a_directory_too() {
    let directory = Invented::of(Vec::new()).directory;
    assert_eq!(directory.search(&Query { facets: true, ..Query::new("tennis") }).total, 0);
    assert_eq!(directory.search(&Query { facets: true, ..Query::new("") }).total, 0);
    assert_eq!(directory.entry("W1").unwrap(), None);
}

#[test]
fn files_may_be_added_before_the_snapshot_serves() {
    let home = tempfile::tempdir().unwrap();
    build_with(home.path(), [Ok(association("W1", "Club", ""))], TODAY, &|_, _, _| {}, |snapshot, writing| {
        assert_eq!(snapshot.entries()?.block(0)?[0].key, "W1");
        writing.write("vectors", b"more")
    })
    .unwrap();
    let snapshot = Directory::open(home.path()).unwrap().snapshot();
    assert_eq!(&*snapshot.file("vectors").unwrap(), b"more");
    assert!(!snapshot.has("cells") && snapshot.file("cells").is_err());
}

#[test]
fn a_long_file_is_measured_when_it_is_opened_and_compared_when_it_is_asked() {
    let home = tempfile::tempdir().unwrap();
    let long = vec![7_u8; 17 << 20];
    build_with(home.path(), [Ok(association("W1", "Club", ""))], TODAY, &|_, _, _| {}, |_, writing| {
        writing.write("vectors", &long)
    })
    .unwrap();
    let path = folder(home.path()).join("vectors");
    let mut changed = long.clone();
    changed[9 << 20] = 8;
    fs::write(&path, changed).unwrap();
    let snapshot = Directory::open(home.path()).unwrap().snapshot();
    assert!(matches!(snapshot.verify(), Err(Error::Damaged { path, .. }) if path.ends_with("vectors")));
    fs::remove_file(&path).unwrap();
    fs::write(&path, &long[1..]).unwrap();
    assert!(matches!(Directory::open(home.path()), Err(Error::Damaged { .. })));
}

#[test]
fn hostile_questions_are_answered_at_once() {
    let directory = some().directory;
    let long = "tennis amitié zyxw ".repeat(600);
    for text in [
        long.as_str(),
        "le la les de",
        "😀🎾",
        "-",
        "--",
        "\"",
        "\"\"",
        "« »",
        "-tennis",
        "\"tennis",
        "\u{0}\u{200b}",
        "' ' '",
        ". . .",
        "=",
        "=cdt",
        "a",
        "AND OR NOT ( ) * ~ ^ : /",
        "\"le la\"",
        "tennis\ttennis\ntennis",
    ] {
        let answer = directory.search(&Query { facets: true, ..Query::new(text) });
        assert!(answer.total <= 300, "{text:?}");
    }
    assert!(directory.search(&Query::new(&long)).understood.shortened);
    for text in ["😀🎾", "« »", "' ' '", "()"] {
        assert!(directory.search(&Query::new(text)).understood.nothing, "{text:?}");
    }
    let far = Query { offset: usize::MAX, limit: usize::MAX, ..Query::new("tennis") };
    assert_eq!(directory.search(&far).hits, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn bytes_that_change_under_a_search_bring_nothing_down(seed in 0..u64::MAX) {
        let invented = some();
        let folder = folder(invented.home.path());
        for (at, name) in (0..).zip(["postings", "positions", "texts", "blocks", "stems", "keys", "rows", "dense"]) {
            // Written into the file itself, which is mapped: what was checked when it was opened is not what is read.
            let mut random = fastrand::Rng::with_seed(seed.wrapping_add(at));
            let length = usize::try_from(fs::metadata(folder.join(name)).unwrap().len()).unwrap();
            let bytes: Vec<u8> = (0..length).map(|_| random.u8(..)).collect();
            fs::OpenOptions::new().write(true).open(folder.join(name)).unwrap().write_all(&bytes).unwrap();
            for text in ["tennis", "club tennis", "\"club de tennis\"", "club -tennis", "clob", "tennis amitié paris", ""] {
                for limit in [20, 500] {
                    let query = Query { facets: true, limit, ..Query::new(text) };
                    let answer = invented.directory.search(&query);
                    for hit in answer.hits.iter().take(3) {
                        let _ = invented.directory.entry_of(hit.document);
                        let _ = invented.directory.explain(&query, &hit.key);
                    }
                }
                let _ = invented.directory.suggest(text, 5);
            }
            let _ = invented.directory.entry("W00007");
        }
    }

    #[test]
    fn no_text_brings_a_search_down(text in "\\PC{0,60}") {
        thread_local!(static DIRECTORY: Invented = some());
        DIRECTORY.with(|invented| {
            let answer = invented.directory.search(&Query::new(&text));
            prop_assert!(answer.total <= 300);
            Ok(())
        })?;
    }
}
