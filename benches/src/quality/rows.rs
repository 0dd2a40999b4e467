//! The real rows, and how they are drawn.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fabrique_directory::{Day, Directory, Entry, LoadOptions, Source, Vectors, build_by, entries, load};

/// The day of the builds: that of the edition.
const TODAY: Day = Day(20_250_501);

/// What is read, from which file.
const FILES: [(Source, &str); 4] = [
    (Source::Rna, "rna_import_20250501.zip"),
    (Source::Rna, "rna_objet_social.csv"),
    (Source::Hatvp, "hatvp_vues_separees_2020.zip"),
    (Source::Institutions, "annuaire_national_2016.tsv"),
];

/// The folder of the real files.
#[expect(clippy::disallowed_methods, reason = "told by the command that runs it")]
pub(super) fn samples() -> Result<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("FABRIQUE_SAMPLES").map_or_else(beside, PathBuf::from);
    let what = "FABRIQUE_SAMPLES names no folder of real registers, and nothing is measured without them";
    folder.join(FILES[0].1).exists().then_some(folder).context(what)
}

/// Every entry of the real files, in order of keys.
pub(super) fn read(samples: &Path, home: &Path) -> Result<Vec<Entry>> {
    for (source, name) in FILES {
        load(home, source, &[samples.join(name)], &LoadOptions::default(), &|_| {})?;
    }
    Ok(entries(home)?.collect::<Result<Vec<_>, _>>()?)
}

/// A directory of some entries in a folder of its own, which goes with it.
pub(super) struct Built {
    pub(super) directory: Directory,
    _home: tempfile::TempDir,
}

impl Built {
    /// Builds it, with what words mean from somewhere.
    pub(super) fn of(entries: impl IntoIterator<Item = Entry>, vectors: &Vectors) -> Result<Self> {
        let home = tempfile::tempdir()?;
        build_by(home.path(), entries.into_iter().map(Ok), TODAY, vectors, &|_, _, _| {})?;
        Ok(Self { directory: Directory::open(home.path())?, _home: home })
    }
}

/// The entry as nothing but its purpose: no name, no theme, no place, nothing that it did.
pub(super) fn purpose_alone(entry: &Entry) -> Entry {
    Entry {
        name: String::new(),
        short_name: String::new(),
        themes: [0, 0],
        place: fabrique_directory::Place::default(),
        lobbying: Vec::new(),
        funding: Vec::new(),
        aliases: Vec::new(),
        ..entry.clone()
    }
}

/// So many of the entries that pass, drawn from a seed, in order of keys.
pub(super) fn drawn(entries: &[Entry], count: usize, seed: u64, passes: impl Fn(&Entry) -> bool) -> Vec<&Entry> {
    let mut passing: Vec<&Entry> = entries.iter().filter(|entry| passes(entry)).collect();
    fastrand::Rng::with_seed(seed).shuffle(&mut passing);
    passing.truncate(count);
    passing.sort_by(|one, other| one.key.cmp(&other.key));
    passing
}

/// How many words a text has, parted by spaces.
pub(super) fn length(text: &str) -> usize {
    text.split_whitespace().count()
}
