//! What the texts of a snapshot mean, learnt when it is built.

use std::path::PathBuf;

use rayon::prelude::*;

use crate::Entry;
use crate::analysis::Words;
use crate::build::BuildWatch;
use crate::error::{Error, Result};
use crate::meaning::{Corpus, Folder, Learning, Model, Near, Writer};
use crate::snapshot::{EntryBlocks, Snapshot, Writing};

const MODEL: &str = "meaning";
const NEAR: &str = "meaning-near";

/// How many organisations speak for all when words are learnt.
const TEACHERS: usize = 500_000;

/// How many organisations say where the cells are.
const VOICES: usize = 60_000;

/// How few words mean nothing yet.
const LEAST_WORDS: usize = 200;

/// How many words there must be for each number of a direction.
const WORDS_A_NUMBER: usize = 16;

/// How many objects of lobbying or grants say what an organisation is about.
const OBJECTS: usize = 20;

/// Where what words mean comes from.
#[derive(Debug, Clone, Default)]
pub enum Vectors {
    /// From the texts of the snapshot itself.
    #[default]
    Learnt,
    /// From other texts, learnt before: [`crate::Directory::model`].
    Given(Box<Model>),
    /// From the folder of a static model, in the layout of model2vec.
    Folder(PathBuf),
}

/// What the words of a snapshot mean, and its documents.
#[derive(Debug, Clone)]
pub(crate) struct Meaning {
    pub(crate) model: Model,
    pub(crate) near: Near,
}

impl Meaning {
    /// What was learnt of a snapshot; nothing where its texts were too few to learn from.
    pub(crate) fn open(snapshot: &Snapshot) -> Result<Option<Self>> {
        if !snapshot.has(MODEL) {
            return Ok(None);
        }
        let damaged = |name: &str| Error::damaged(snapshot.folder().join(name), "it is not what was learnt");
        Ok(Some(Self {
            model: Model::open(&snapshot.file(MODEL)?).ok_or_else(|| damaged(MODEL))?,
            near: Near::open(&snapshot.file(NEAR)?).ok_or_else(|| damaged(NEAR))?,
        }))
    }
}

/// Learns from the texts of a snapshot, and adds what was learnt to it.
pub(crate) fn learn(
    snapshot: &Snapshot,
    writing: &mut Writing,
    vectors: &Vectors,
    progress: BuildWatch<'_>,
) -> Result<()> {
    let (blocks, documents) = (snapshot.entries()?, snapshot.documents() as usize);
    let model = match vectors {
        Vectors::Learnt => learnt(&blocks, documents, None, progress)?,
        Vectors::Given(model) => Some(model.as_ref().clone()),
        Vectors::Folder(path) => learnt(&blocks, documents, Some(&Folder::open(path)?), progress)?,
    };
    let Some(model) = model else { return Ok(()) };
    let near = place(&blocks, documents, &model, progress)?;
    writing.write(MODEL, &model.to_bytes())?;
    writing.write(NEAR, &near)
}

/// What the words of some documents mean, by a folder where there is one; nothing when they are too few.
fn learnt(
    blocks: &EntryBlocks,
    documents: usize,
    folder: Option<&Folder>,
    progress: BuildWatch<'_>,
) -> Result<Option<Model>> {
    progress("learning what words mean", 0, 0);
    let teachers = every(blocks.len(), documents, TEACHERS);
    let corpus = Corpus::of(&teachers, |block| Ok(blocks.block(*block)?.iter().map(words_of).collect()))?;
    let enough = corpus.words().len() >= LEAST_WORDS;
    Ok(enough.then(|| match folder {
        Some(folder) => folder.model(&corpus),
        None => Model::learn(&corpus, Learning { width: width(corpus.words().len()) }),
    }))
}

/// How many numbers a direction has: few words leave nothing to generalise from in many.
fn width(words: usize) -> usize {
    (words / WORDS_A_NUMBER).clamp(8, Learning::default().width).next_multiple_of(4)
}

/// Some of the blocks, as far apart as leaves about so many documents.
fn every(blocks: usize, documents: usize, wanted: usize) -> Vec<usize> {
    (0..blocks).step_by(documents.div_ceil(wanted.max(1)).max(1)).collect()
}

fn place(blocks: &EntryBlocks, documents: usize, model: &Model, progress: BuildWatch<'_>) -> Result<Vec<u8>> {
    let sampled = every(blocks.len(), documents, VOICES);
    let sample: Result<Vec<Vec<f32>>> = sampled
        .par_iter()
        .map(|block| Ok(directions(blocks, *block, model)?.into_iter().flat_map(|one| one.1).collect()))
        .collect();
    let mut writer = Writer::new(&sample?.concat(), model.width(), documents);
    let numbers: Vec<usize> = (0..blocks.len()).collect();
    for some in numbers.chunks(256) {
        let placed: Result<Vec<_>> = some.par_iter().map(|block| directions(blocks, *block, model)).collect();
        writer.place(&placed?.concat());
        let done = some.last().map_or(0, |block| blocks.documents(*block).end);
        progress("placing by meaning", done as u64, documents as u64);
    }
    Ok(writer.finish())
}

fn directions(blocks: &EntryBlocks, block: usize, model: &Model) -> Result<Vec<(u32, Vec<f32>)>> {
    let direction = |entry: &Entry| model.text(words_of(entry).iter().map(String::as_str));
    let entries = blocks.block(block)?;
    Ok(blocks.documents(block).map(|document| document as u32).zip(entries.iter().map(direction)).collect())
}

/// The words that say what an organisation is about, in order.
pub(crate) fn words_of(entry: &Entry) -> Vec<String> {
    let objects = entry.lobbying.iter().map(|one| &one.object).chain(entry.funding.iter().map(|one| &one.object));
    let texts = [&entry.name, &entry.purpose].into_iter().chain(objects.take(OBJECTS));
    let (mut cutter, mut words) = (Words::default(), Vec::new());
    for text in texts {
        cutter.each(text, |word, _| words.push(word.to_owned()));
    }
    words
}
