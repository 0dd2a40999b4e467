//! The bits of very frequent stems.

use rayon::prelude::*;

use crate::error::Result;
use crate::search::{Cursor, END};
use crate::snapshot::{DENSE, Flags, Parts, STANDING, Stem, Writing, write_dense};

/// Finds the frequent stems and writes their bits.
pub(crate) fn mark_dense(parts: &Parts, writing: &mut Writing) -> Result<()> {
    let documents = parts.columns.flags().len() as u32;
    let frequent = parts.postings.all().filter(|(_, stem)| stem.count > documents / DENSE);
    let frequent: Vec<(u32, Stem)> = frequent.collect();
    let mut bits: Vec<(u32, Vec<u64>)> =
        frequent.into_par_iter().map(|(number, stem)| (number, bits(stem, documents, parts))).collect();
    bits.push((STANDING, standing(parts)));
    write_dense(writing, &bits)
}

/// The bits of the documents that have not ended.
fn standing(parts: &Parts) -> Vec<u64> {
    let words = parts.columns.flags().chunks(64).map(|flags| {
        let standing = flags.iter().enumerate().filter(|(_, flags)| !Flags(**flags).has(Flags::DISSOLVED));
        standing.fold(0, |word, (at, _)| word | 1 << at)
    });
    words.collect()
}

fn bits(stem: Stem, documents: u32, parts: &Parts) -> Vec<u64> {
    let mut words = vec![0_u64; documents.div_ceil(64) as usize];
    let mut cursor = Cursor::new(&parts.postings, stem);
    while cursor.document() != END {
        if let Some(word) = words.get_mut(cursor.document() as usize / 64) {
            *word |= 1 << (cursor.document() % 64);
        }
        cursor.next();
    }
    words
}
