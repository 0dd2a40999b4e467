//! The documents of very frequent stems, a bit each: asking whether a document holds one needs no unpacking.

use super::files::Writing;
use super::{Snapshot, Table};
use crate::error::Result;

/// A stem has bits of its own when it is in more than one document in so many: they are then no longer than its
/// postings.
pub(crate) const DENSE: u32 = 12;

/// The number that stands for the documents that have not ended.
pub(crate) const STANDING: u32 = u32::MAX;

/// Writes the bits of stems, in order of their numbers.
pub(crate) fn write_dense(writing: &mut Writing, stems: &[(u32, Vec<u64>)]) -> Result<()> {
    let mut bits = writing.create("dense")?;
    stems.iter().try_for_each(|(_, words)| bits.put(bytemuck::cast_slice(words)))?;
    writing.keep(bits)?;
    let numbers: Vec<u32> = stems.iter().map(|(number, _)| *number).collect();
    writing.write("dense-stems", bytemuck::cast_slice(&numbers))
}

/// The bits of frequent stems, read in place; none in a snapshot that is not finished.
#[derive(Debug, Clone)]
pub(crate) struct Dense(Option<(Table<u32>, Table<u64>, usize)>);

impl Dense {
    pub(crate) fn open(snapshot: &Snapshot, documents: usize) -> Result<Self> {
        if !snapshot.has("dense") {
            return Ok(Self(None));
        }
        let stems = snapshot.table::<u32>("dense-stems")?;
        let words = documents.div_ceil(64);
        let bits = snapshot.table_of("dense", stems.all().len() * words)?;
        Ok(Self(Some((stems, bits, words))))
    }

    /// The bits of a stem, when it is frequent.
    pub(crate) fn get(&self, stem: u32) -> Option<&[u64]> {
        let (stems, bits, words) = self.0.as_ref()?;
        let at = stems.all().binary_search(&stem).ok()?;
        bits.all().get(at * words..(at + 1) * words)
    }
}

/// Whether the bit of a document is set.
pub(crate) fn is_set(bits: &[u64], document: u32) -> bool {
    bits.get(document as usize / 64).is_some_and(|word| word >> (document % 64) & 1 == 1)
}
