//! What the most frequent questions are answered: counted and ranked at the build.

use serde::{Deserialize, Serialize};
use tantivy::directory::OwnedBytes;

use super::files::Writing;
use super::{Snapshot, Table};
use crate::error::{Error, Result};
use crate::search::Facets;

/// The number that stands for the question without words.
pub(crate) const EVERYTHING: u32 = u32::MAX;

/// The answer to a question of one word, or of none, when nothing is filtered but what has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Known {
    /// How many organisations answer.
    pub(crate) total: u64,
    /// The best, with their scores.
    pub(crate) best: Vec<(u32, f32)>,
    /// The counts.
    pub(crate) facets: Facets,
}

/// Writes answers, in order of stems.
pub(crate) fn write_frequent(writing: &mut Writing, known: &[(u32, Known)]) -> Result<()> {
    let mut bytes = Vec::new();
    let mut places: Vec<[u32; 3]> = Vec::new();
    for (stem, known) in known {
        let start = bytes.len();
        let encoded = postcard::to_extend(known, bytes);
        bytes = encoded.map_err(|error| Error::damaged(writing.folder().join("frequent"), error.to_string()))?;
        places.push([*stem, start as u32, bytes.len() as u32]);
    }
    writing.write("frequent", &bytes)?;
    writing.write("frequent-stems", bytemuck::cast_slice(&places))
}

/// The known answers, read in place; none in a snapshot that is not finished.
#[derive(Debug, Clone)]
pub(crate) struct Frequent(Option<(Table<[u32; 3]>, OwnedBytes)>);

impl Frequent {
    pub(crate) fn open(snapshot: &Snapshot) -> Result<Self> {
        if !snapshot.has("frequent") {
            return Ok(Self(None));
        }
        Ok(Self(Some((snapshot.table("frequent-stems")?, snapshot.file("frequent")?))))
    }

    /// The answer for a stem, when it is known.
    pub(crate) fn get(&self, stem: u32) -> Option<Known> {
        let (places, bytes) = self.0.as_ref()?;
        let at = places.all().binary_search_by_key(&stem, |[stem, ..]| *stem).ok()?;
        let [_, start, end] = places.get(at)?;
        postcard::from_bytes(bytes.get(start as usize..end as usize)?).ok()
    }
}
