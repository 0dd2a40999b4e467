//! Runs merged stem by stem.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use super::inversion::StemPostings;
use super::run::Run;
use crate::error::{Error, Result};
use crate::snapshot::{Form, PostingsWriter, Writing, take_number, write_dictionary};

/// The words of all runs, and the files in which their postings wait.
#[derive(Debug)]
pub(crate) struct Lexicon {
    folder: PathBuf,
    stems: HashMap<Box<str>, u32>,
    forms: HashMap<Box<str>, Form>,
    waiting: Vec<(PathBuf, u32)>,
}

impl Lexicon {
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), stems: HashMap::new(), forms: HashMap::new(), waiting: Vec::new() }
    }

    /// How many different stems were met.
    pub(crate) fn stems(&self) -> usize {
        self.stems.len()
    }

    /// How many different words were met.
    pub(crate) fn words(&self) -> usize {
        self.forms.len()
    }

    /// Takes the words of a run, and puts its postings on the disk, in order of stems.
    pub(crate) fn add(&mut self, run: &Run) -> Result<()> {
        let mut numbers: Vec<(u32, usize)> = Vec::with_capacity(run.words.stems.len());
        for (local, stem) in run.words.stems.iter().enumerate() {
            let next =
                u32::try_from(self.stems.len()).ok().filter(|next| next >> 24 == 0).ok_or(Error::TooMany("words"))?;
            numbers.push((*self.stems.entry(stem.clone()).or_insert(next), local));
        }
        for (word, (local, frequency)) in &run.words.forms {
            let stem = numbers[*local as usize].0;
            self.forms.entry(word.clone()).or_insert(Form { stem, frequency: 0 }).frequency += frequency;
        }
        numbers.sort_unstable();
        let path = self.folder.join(format!("run-{}.part", self.waiting.len()));
        write_run(&path, &numbers, &run.postings).map_err(Error::io(&path))?;
        self.waiting.push((path, run.first));
        Ok(())
    }

    /// Merges what waits into the postings of a snapshot.
    pub(crate) fn merge(&self, writing: &mut Writing, dissolved: &[bool], progress: &dyn Fn(u64, u64)) -> Result<()> {
        let mut postings = PostingsWriter::new(writing)?;
        let mut runs =
            self.waiting.iter().map(|(path, first)| Waiting::open(path, *first)).collect::<Result<Vec<_>>>()?;
        let mut heads: BinaryHeap<Reverse<(u32, usize)>> =
            runs.iter().enumerate().filter_map(|(at, run)| Some(Reverse((run.stem?, at)))).collect();
        let all = self.stems.len() as u64;
        for stem in 0..self.stems.len() as u32 {
            while let Some(Reverse((next, at))) = heads.peek().copied()
                && next == stem
            {
                heads.pop();
                runs[at].give(&mut postings, dissolved)?;
                if let Some(next) = runs[at].stem {
                    heads.push(Reverse((next, at)));
                }
            }
            postings.end_stem()?;
            if stem.is_multiple_of(4096) {
                progress(u64::from(stem), all);
            }
        }
        postings.finish(writing)?;
        self.waiting.iter().try_for_each(|(path, _)| std::fs::remove_file(path).map_err(Error::io(path)))
    }

    /// Writes the dictionary.
    pub(crate) fn write(&self, writing: &mut Writing) -> Result<()> {
        let mut forms: Vec<(&str, Form)> = self.forms.iter().map(|(word, form)| (&**word, *form)).collect();
        forms.sort_unstable_by_key(|(word, _)| *word);
        write_dictionary(writing, &forms)
    }
}

/// A stem in a run: its number, how many documents, how many bytes of documents and of positions; then both.
fn write_run(path: &Path, numbers: &[(u32, usize)], postings: &[StemPostings]) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for (stem, local) in numbers {
        let stem_postings = &postings[*local];
        let lengths =
            [*stem, stem_postings.count, stem_postings.documents.len() as u32, stem_postings.positions.len() as u32];
        file.write_all(bytemuck::cast_slice(&lengths))?;
        file.write_all(&stem_postings.documents)?;
        file.write_all(&stem_postings.positions)?;
    }
    file.flush()
}

/// A run that is read back.
#[derive(Debug)]
struct Waiting {
    path: PathBuf,
    file: BufReader<File>,
    first: u32,
    /// The stem that comes next.
    stem: Option<u32>,
    lengths: [u32; 3],
    documents: Vec<u8>,
    positions: Vec<u8>,
}

impl Waiting {
    fn open(path: &Path, first: u32) -> Result<Self> {
        let file = BufReader::with_capacity(32 << 10, File::open(path).map_err(Error::io(path))?);
        let (stem, lengths, documents, positions) = (None, [0; 3], Vec::new(), Vec::new());
        let mut run = Self { path: path.to_owned(), file, first, stem, lengths, documents, positions };
        run.next()?;
        Ok(run)
    }

    fn next(&mut self) -> Result<()> {
        let mut head = [0_u32; 4];
        let read = self.file.read_exact(bytemuck::cast_slice_mut(&mut head));
        self.stem = match read {
            Ok(()) => Some(head[0]),
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => None,
            Err(error) => return Err(Error::io(&self.path)(error)),
        };
        self.lengths = [head[1], head[2], head[3]];
        Ok(())
    }

    /// Gives the postings of the stem at hand, and goes to the next.
    fn give(&mut self, postings: &mut PostingsWriter, dissolved: &[bool]) -> Result<()> {
        let [count, documents, positions] = self.lengths;
        self.documents.resize(documents as usize, 0);
        self.positions.resize(positions as usize, 0);
        self.file.read_exact(&mut self.documents).map_err(Error::io(&self.path))?;
        self.file.read_exact(&mut self.positions).map_err(Error::io(&self.path))?;
        let (mut documents, mut positions) = (self.documents.as_slice(), self.positions.as_slice());
        let mut document = self.first;
        for _ in 0..count {
            let torn = || Error::damaged(&self.path, "a run is torn");
            document += take_number(&mut documents).ok_or_else(torn)?;
            let (code, rest) = documents.split_first().ok_or_else(torn)?;
            documents = rest;
            let length = take_number(&mut documents).ok_or_else(torn)? as usize;
            let (ranks, rest) = positions.split_at_checked(length).ok_or_else(torn)?;
            positions = rest;
            let standing = !dissolved.get(document as usize).copied().unwrap_or(false);
            postings.push(document, *code, standing, ranks)?;
        }
        self.next()
    }
}
