//! The build, from entries to a snapshot that serves.

use std::path::Path;

use rayon::prelude::*;

use super::bins::{Bins, BinsWriter};
use super::completions::complete;
use super::dense::mark_dense;
use super::frequent::answer_frequent;
use super::merge::Lexicon;
use super::numbering::{Numbering, Survey};
use super::run::Run;
use crate::discover::{Vectors, learn};
use crate::error::{Error, Result};
use crate::snapshot::{BuildLock, ColumnsWriter, KeysWriter, Manifest, Snapshot, Tables, Writing, publish, small};
use crate::{Day, Entry};

/// How many documents a run has, about.
const RUN: u32 = 16_384;

/// What a build says of itself while it works: the step, how much of it is done, how much there is (nought when this
/// is not known).
pub type BuildWatch<'a> = &'a (dyn Fn(&'static str, u64, u64) + Sync);

/// What a build made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildReport {
    /// How many documents.
    pub documents: u32,
    /// How many different words, and how many stems they lead to.
    pub words: usize,
    /// How many stems.
    pub stems: usize,
    /// The files and their lengths in bytes.
    pub files: Vec<(String, u64)>,
}

/// Makes a snapshot of entries that come in order of their keys, and lets it serve.
///
/// # Errors
/// [`Error::Building`] while another process builds, [`Error::Disorder`] when keys do not come in order, each once,
/// [`Error::Io`] when the disk refuses, and whatever the entries give. The snapshot that served goes on serving.
pub fn build(
    home: &Path,
    entries: impl IntoIterator<Item = Result<Entry>>,
    today: Day,
    progress: BuildWatch<'_>,
) -> Result<BuildReport> {
    build_by(home, entries, today, &Vectors::Learnt, progress)
}

/// The same as [`build`], with what words mean from elsewhere.
///
/// # Errors
/// Those of [`build`].
pub fn build_by(
    home: &Path,
    entries: impl IntoIterator<Item = Result<Entry>>,
    today: Day,
    vectors: &Vectors,
    progress: BuildWatch<'_>,
) -> Result<BuildReport> {
    build_with(home, entries, today, progress, |snapshot, writing| learn(snapshot, writing, vectors, progress))
}

/// The same as [`build`]; before the snapshot serves, `more` may add files to it, reading what is already in it.
///
/// # Errors
/// Those of [`build`], and those of `more`.
pub fn build_with(
    home: &Path,
    entries: impl IntoIterator<Item = Result<Entry>>,
    today: Day,
    progress: BuildWatch<'_>,
    more: impl FnOnce(&Snapshot, &mut Writing) -> Result<()>,
) -> Result<BuildReport> {
    let lock = BuildLock::take(home, today)?;
    let mut writing = Writing::new(lock.next_folder(today)?)?;
    let (bins, numbering, documents) = spread(entries, &writing, progress)?;
    let lexicon = invert(&bins, numbering, documents, today, &mut writing, progress)?;
    bins.remove()?;
    lexicon.write(&mut writing)?;
    Manifest::write(&writing, today, documents)?;
    let snapshot = Snapshot::open(writing.folder())?;
    progress("completing", 0, 0);
    let parts = snapshot.parts()?;
    complete(&parts, &mut writing)?;
    mark_dense(&parts, &mut writing)?;
    answer_frequent(&parts, &mut writing)?;
    more(&snapshot, &mut writing)?;
    Manifest::write(&writing, today, documents)?;
    publish(home, writing.folder())?;
    let files = Snapshot::open(writing.folder())?.sizes();
    Ok(BuildReport { documents, words: lexicon.words(), stems: lexicon.stems(), files })
}

/// Spreads the entries over bins, and learns what is numbered.
fn spread(
    entries: impl IntoIterator<Item = Result<Entry>>,
    writing: &Writing,
    progress: BuildWatch<'_>,
) -> Result<(Bins, Numbering, u32)> {
    let (mut bins, mut survey) = (BinsWriter::new(writing.folder())?, Survey::default());
    let (mut count, mut previous) = (0_u32, String::new());
    for entry in entries {
        let entry = entry?;
        if count > 0 && entry.key <= previous {
            return Err(Error::Disorder { key: entry.key, previous });
        }
        survey.see(&entry);
        bins.push(count, &entry)?;
        previous = entry.key;
        count += 1;
        if count >= 1 << 24 {
            return Err(Error::TooMany("documents"));
        }
        if count.is_multiple_of(4096) {
            progress("reading", u64::from(count), 0);
        }
    }
    Ok((bins.finish()?, survey.number(), count))
}

/// Inverts the bins, run by run, some on each core, and writes all but the dictionary.
fn invert(
    bins: &Bins,
    numbering: Numbering,
    documents: u32,
    today: Day,
    writing: &mut Writing,
    progress: BuildWatch<'_>,
) -> Result<Lexicon> {
    let mut lexicon = Lexicon::new(writing.folder());
    let mut assembly = Assembly::new(writing, documents)?;
    for runs in bins.runs(RUN).chunks(rayon::current_num_threads() * 2) {
        let made: Result<Vec<Run>> =
            runs.par_iter().map(|run| Run::make(bins, run.clone(), &numbering, today)).collect();
        for run in made? {
            lexicon.add(&run)?;
            assembly.add(run)?;
        }
        progress("indexing", u64::from(assembly.count), u64::from(documents));
    }
    let dissolved = assembly.finish(writing, numbering.tables)?;
    lexicon.merge(writing, &dissolved, &|done, all| progress("merging", done, all))?;
    Ok(lexicon)
}

/// What is written in order of documents.
struct Assembly {
    columns: ColumnsWriter,
    keys: KeysWriter,
    /// Documents by the rank of their keys.
    order: Vec<u32>,
    aliases: Vec<(String, u32)>,
    texts: crate::snapshot::FileWriter,
    texts_starts: Vec<[u64; 2]>,
    count: u32,
}

impl Assembly {
    fn new(writing: &Writing, documents: u32) -> Result<Self> {
        Ok(Self {
            columns: ColumnsWriter::default(),
            keys: KeysWriter::new(writing, "keys", "keys-starts")?,
            order: vec![0; documents as usize],
            aliases: Vec::new(),
            texts: writing.create("texts")?,
            texts_starts: Vec::new(),
            count: 0,
        })
    }

    fn add(&mut self, mut run: Run) -> Result<()> {
        run.rows.iter().for_each(|(row, name)| self.columns.push(row, *name));
        for (document, (rank, key)) in (run.first..).zip(&run.keys) {
            self.keys.push(key)?;
            self.order[*rank as usize] = document;
        }
        for (first, block) in &run.texts {
            self.texts_starts.push([self.texts.length(), u64::from(*first)]);
            self.texts.put(block)?;
        }
        self.aliases.append(&mut run.aliases);
        self.count += run.rows.len() as u32;
        Ok(())
    }

    /// Writes the rest; gives which documents have ended.
    fn finish(mut self, writing: &mut Writing, tables: Tables) -> Result<Vec<bool>> {
        let dissolved = self.columns.dissolved();
        self.columns.write(writing)?;
        self.keys.finish(writing)?;
        let order: Vec<_> = self.order.iter().map(|document| small(*document)).collect();
        writing.write("keys-order", bytemuck::cast_slice(&order))?;
        self.texts_starts.push([self.texts.length(), u64::from(self.count)]);
        writing.keep(self.texts)?;
        writing.write("texts-starts", bytemuck::cast_slice(&self.texts_starts))?;
        let aliases = write_aliases(&mut self.aliases, writing)?;
        let tables = postcard::to_stdvec(&Tables { aliases, ..tables });
        writing.write("tables", &tables.map_err(|error| Error::damaged(writing.folder(), error.to_string()))?)?;
        Ok(dissolved)
    }
}

/// Writes the other names in order; one that two entries claim leads to the first.
fn write_aliases(aliases: &mut Vec<(String, u32)>, writing: &mut Writing) -> Result<u32> {
    aliases.sort_unstable();
    aliases.dedup_by(|one, other| one.0 == other.0);
    let mut keys = KeysWriter::new(writing, "aliases", "aliases-starts")?;
    aliases.iter().try_for_each(|(alias, _)| keys.push(alias))?;
    keys.finish(writing)?;
    let documents: Vec<u32> = aliases.iter().map(|(_, document)| *document).collect();
    writing.write("aliases-documents", bytemuck::cast_slice(&documents))?;
    u32::try_from(documents.len()).map_err(|_| Error::TooMany("aliases"))
}
