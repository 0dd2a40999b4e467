//! The names found beforehand for beginnings of words.

use fst::{Map, MapBuilder};
use tantivy::directory::OwnedBytes;

use super::files::Writing;
use super::{Snapshot, Table};
use crate::error::{Error, Result};

/// How many names a beginning has.
pub(crate) const COMPLETIONS: usize = 10;

/// The documents of a beginning; past the last one, [`u32::MAX`].
pub(crate) type Completed = [u32; COMPLETIONS];

/// Writes beginnings, in order, with their documents.
pub(crate) fn write_completions(writing: &mut Writing, completions: &[(String, Vec<u32>)]) -> Result<()> {
    let path = writing.folder().join("completions");
    let unordered = |error: fst::Error| Error::damaged(&path, error.to_string());
    let mut builder = MapBuilder::memory();
    let mut completed: Vec<Completed> = Vec::new();
    for (beginning, documents) in completions {
        builder.insert(beginning, completed.len() as u64).map_err(unordered)?;
        completed.push(std::array::from_fn(|at| documents.get(at).copied().unwrap_or(u32::MAX)));
    }
    let bytes = builder.into_inner().map_err(unordered)?;
    writing.write("completions", &bytes)?;
    writing.write("completed", bytemuck::cast_slice(&completed))
}

/// The names of beginnings, read in place; none in a snapshot that is not finished.
#[derive(Debug, Clone)]
pub(crate) struct Completions(Option<(Map<OwnedBytes>, Table<Completed>)>);

impl Completions {
    pub(crate) fn open(snapshot: &Snapshot) -> Result<Self> {
        if !snapshot.has("completions") {
            return Ok(Self(None));
        }
        let damaged = |error: fst::Error| Error::damaged(snapshot.folder().join("completions"), error.to_string());
        let beginnings = Map::new(snapshot.file("completions")?).map_err(damaged)?;
        let completed = snapshot.table_of("completed", beginnings.len())?;
        Ok(Self(Some((beginnings, completed))))
    }

    /// The documents of a beginning, the best first; nothing when they were not found beforehand.
    pub(crate) fn get(&self, beginning: &str) -> Option<Vec<u32>> {
        let (beginnings, completed) = self.0.as_ref()?;
        let documents = completed.get(usize::try_from(beginnings.get(beginning)?).ok()?)?;
        Some(documents.into_iter().filter(|document| *document != u32::MAX).collect())
    }
}
