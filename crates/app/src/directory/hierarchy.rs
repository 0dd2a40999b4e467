//! Which institution stands under which.
//!
//! The entries know the one above them; those below are gathered once a snapshot, from the institutions alone: some
//! thousands of the millions.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use fabrique_directory::{Directory, Entry, Error, Filters, Nature, Query, Sort};

/// More institutions than any register of them holds.
const MOST: usize = 200_000;

/// An institution, named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// Those under each institution, by its key.
type Children = HashMap<String, Vec<Named>>;

/// What was gathered of the last snapshot that was asked about.
#[derive(Debug, Default)]
pub(super) struct Hierarchy(Mutex<Option<(PathBuf, Arc<Children>)>>);

impl Hierarchy {
    /// The institutions right under the one that has `key`, by name.
    pub(super) fn under(&self, directory: &Directory, key: &str) -> Result<Vec<Named>, Error> {
        let snapshot = directory.snapshot();
        // Held while gathering: whoever comes meanwhile waits, and does not gather again.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|(folder, _)| folder != snapshot.folder()) {
            *kept = Some((snapshot.folder().to_owned(), Arc::new(gathered(directory)?)));
        }
        Ok(kept.as_ref().and_then(|(_, children)| children.get(key)).cloned().unwrap_or_default())
    }
}

fn gathered(directory: &Directory) -> Result<Children, Error> {
    let filters = Filters { nature: Nature::Institutions, ..Filters::default() };
    let query = Query { filters, sort: Sort::Name, limit: MOST, ..Query::default() };
    let mut children = Children::new();
    for hit in directory.search(&query).hits {
        let Some(Entry { key, name, parent, .. }) = directory.entry_of(hit.document)? else { continue };
        if !parent.is_empty() && parent != key {
            children.entry(parent).or_default().push(Named { key, name });
        }
    }
    Ok(children)
}
