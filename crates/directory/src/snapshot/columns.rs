//! What is counted, filtered and sorted by: one or two bytes a document.

use rayon::prelude::*;

use super::files::{Small, Writing, number, small};
use super::{Flags, Row, Snapshot, Table};
use crate::analysis::fold;
use crate::error::Result;

/// What is counted of a document, side by side, so that one document is one place of the memory: the number of its
/// themes, of its place, the code of its date, its traits (and its prior on the high byte).
pub(crate) type Packed = [u16; 4];

/// The columns, in memory for the build.
#[derive(Debug, Default)]
pub(crate) struct ColumnsWriter {
    packed: Vec<Packed>,
    last_signs: Vec<u16>,
    flags: Vec<u8>,
    name_words: Vec<u8>,
    names: Vec<(NameStart, u32)>,
}

/// The beginning of a folded name, as much as tells most names apart.
pub(crate) type NameStart = [u8; 32];

/// The beginning of a name, folded, with single spaces.
pub(crate) fn name_start(name: &str) -> NameStart {
    let folded = fold(name);
    let spaced = folded.split_whitespace().flat_map(|word| word.bytes().chain([b' ']));
    let mut start = [0; 32];
    start.iter_mut().zip(spaced).for_each(|(to, from)| *to = from);
    start
}

const PACKED: &str = "rows";
const LAST_SIGNS: &str = "column-last-sign";
const FLAGS: &str = "column-flags";
const NAMES: &str = "column-names";
const NAME_WORDS: &str = "column-name-words";

impl ColumnsWriter {
    pub(crate) fn push(&mut self, row: &Row, name: NameStart) {
        self.names.push((name, self.names.len() as u32));
        self.packed.push([row.themes, row.place, row.created, u16::from_le_bytes([row.traits, row.prior])]);
        self.last_signs.push(row.last_sign);
        self.flags.push(row.flags.0);
        self.name_words.push(row.name_words);
    }

    /// Which documents have ended.
    pub(crate) fn dissolved(&self) -> Vec<bool> {
        self.flags.iter().map(|flags| Flags(*flags).has(Flags::DISSOLVED)).collect()
    }

    pub(crate) fn write(self, writing: &mut Writing) -> Result<()> {
        writing.write(PACKED, bytemuck::cast_slice(&self.packed))?;
        writing.write(LAST_SIGNS, bytemuck::cast_slice(&self.last_signs))?;
        writing.write(FLAGS, &self.flags)?;
        writing.write(NAME_WORDS, &self.name_words)?;
        writing.write(NAMES, bytemuck::cast_slice(&name_ranks(self.names)))
    }
}

/// The rank of each document among names in order.
fn name_ranks(mut names: Vec<(NameStart, u32)>) -> Vec<Small> {
    names.par_sort_unstable();
    let mut ranks = vec![Small::default(); names.len()];
    (0..).zip(&names).for_each(|(rank, (_, document))| ranks[*document as usize] = small(rank));
    ranks
}

/// The columns, read in place.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    packed: Table<Packed>,
    last_signs: Table<u16>,
    flags: Table<u8>,
    name_words: Table<u8>,
    names: Table<Small>,
}

impl Columns {
    /// The columns of a snapshot; damaged when one is not of its length.
    pub(crate) fn open(snapshot: &Snapshot, documents: usize) -> Result<Self> {
        Ok(Self {
            packed: snapshot.table_of(PACKED, documents)?,
            last_signs: snapshot.table_of(LAST_SIGNS, documents)?,
            flags: snapshot.table_of(FLAGS, documents)?,
            name_words: snapshot.table_of(NAME_WORDS, documents)?,
            names: snapshot.table_of(NAMES, documents)?,
        })
    }

    /// What is counted of each document.
    pub(crate) fn packed(&self) -> &[Packed] {
        self.packed.all()
    }

    /// When each document was last heard of.
    pub(crate) fn last_signs(&self) -> &[u16] {
        self.last_signs.all()
    }

    /// What is true of each document.
    pub(crate) fn flags(&self) -> &[u8] {
        self.flags.all()
    }

    /// How many different words the name of a document has.
    pub(crate) fn name_words(&self, document: u32) -> u8 {
        self.name_words.get(document as usize).unwrap_or_default()
    }

    /// The evidence that moves the score of a document.
    pub(crate) fn prior(&self, document: u32) -> u8 {
        self.packed.get(document as usize).map_or(0, |[.., traits]| traits.to_le_bytes()[1])
    }

    /// The rank of a document among names in order.
    pub(crate) fn name_rank(&self, document: usize) -> Option<u32> {
        self.names.get(document).map(number)
    }
}
