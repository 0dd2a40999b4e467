//! A run: some thousands of consecutive documents, made ready on one core.

use std::collections::HashSet;

use super::bins::Bins;
use super::inversion::{Inversion, StemPostings};
use super::numbering::Numbering;
use crate::analysis::{Words, stem};
use crate::error::{Error, Result};
use crate::snapshot::{Flags, NameStart, Row, TEXTS_IN_A_BLOCK, compress_texts, date_code, name_start, prior, traits};
use crate::{Day, Entry};

/// What a run gives, all in order of documents.
#[derive(Debug)]
pub(crate) struct Run {
    /// Its first document.
    pub(crate) first: u32,
    /// The ranks of its documents among the keys, and their keys.
    pub(crate) keys: Vec<(u32, String)>,
    /// The other names of its documents.
    pub(crate) aliases: Vec<(String, u32)>,
    /// Its columns.
    pub(crate) rows: Vec<(Row, NameStart)>,
    /// Its texts, in blocks, each with its first document.
    pub(crate) texts: Vec<(u32, Vec<u8>)>,
    /// Its words.
    pub(crate) words: Inversion,
    /// The postings of its stems.
    pub(crate) postings: Vec<StemPostings>,
}

impl Run {
    /// Makes a run from the pieces of its bins.
    pub(crate) fn make(
        bins: &Bins,
        (first, pieces): (u32, std::ops::Range<usize>),
        numbering: &Numbering,
        today: Day,
    ) -> Result<Self> {
        let entries = bins.read(pieces)?;
        let mut words = Inversion::default();
        for (_, entry) in &entries {
            words.push(entry, &numbering.tables.means);
        }
        let postings = words.postings();
        let texts = (first..).step_by(TEXTS_IN_A_BLOCK).zip(entries.chunks(TEXTS_IN_A_BLOCK));
        let texts = texts.map(|(document, block)| Ok((document, pack(block)?))).collect::<Result<_>>()?;
        let rows = entries.iter().map(|(_, entry)| (row(entry, numbering, today), name_start(&entry.name))).collect();
        let aliases = (first..)
            .zip(&entries)
            .flat_map(|(document, (_, entry))| entry.aliases.iter().map(move |alias| (alias.clone(), document)));
        let aliases = aliases.collect();
        let keys = entries.into_iter().map(|(rank, entry)| (rank, entry.key)).collect();
        Ok(Self { first, keys, aliases, rows, texts, words, postings })
    }
}

fn pack(block: &[(u32, Entry)]) -> Result<Vec<u8>> {
    let encoded: std::result::Result<Vec<_>, _> = block.iter().map(|(_, entry)| postcard::to_stdvec(entry)).collect();
    let packed = encoded.map_err(std::io::Error::other).and_then(|encoded| compress_texts(&encoded));
    packed.map_err(Error::io("texts"))
}

fn row(entry: &Entry, numbering: &Numbering, today: Day) -> Row {
    Row {
        themes: numbering.themes(entry),
        place: numbering.place(entry),
        created: date_code(entry.life.created),
        last_sign: date_code(entry.life.last_sign),
        traits: traits(entry.kind, entry.size),
        flags: Flags::of(entry, today),
        prior: prior(entry, today),
        name_words: name_words(&entry.name),
    }
}

/// How many different words a name has, kin being one; 255 at most.
fn name_words(name: &str) -> u8 {
    let mut stems = HashSet::new();
    Words::default().each(name, |word, _| {
        stems.insert(stem(word));
    });
    u8::try_from(stems.len()).unwrap_or(u8::MAX)
}
