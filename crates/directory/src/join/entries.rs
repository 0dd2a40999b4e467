//! Entries, one at a time.

use std::path::Path;

use super::merging::{self, Origin};
use crate::register::{Record, Standing};
use crate::shelf::{Merge, PartCard, Shelf};
use crate::{Entry, Error, Provenance, Source};

/// The entries of a directory in the order of their keys, read as they are asked for.
pub struct Entries {
    rows: Merge,
    parts: Vec<PartCard>,
    has_waldec: bool,
    next: Option<Entry>,
    ended: bool,
}

/// All that is loaded at `home`, joined, in the order of the keys (of their bytes).
///
/// # Errors
///
/// When a shelf cannot be read. A damaged row comes later, as an error of the iterator, which then ends.
pub fn entries(home: &Path) -> Result<Entries, Error> {
    let shelf = Shelf::of(home, Source::Rna);
    let parts = shelf.card()?.map(|card| card.parts).unwrap_or_default();
    let files = parts.iter().map(|part| shelf.rows(part)).collect::<Result<_, _>>()?;
    let has_waldec = parts.iter().any(|part| part.layout == "WALDEC");
    Ok(Entries { rows: Merge::new(files)?, parts, has_waldec, next: None, ended: false })
}

impl Entries {
    fn advance(&mut self) -> Result<Option<Entry>, Error> {
        while self.rows.advance()? {
            let Some((index, row)) = self.rows.current() else { break };
            let record: Record = row.decode()?;
            let origin = origin(&self.parts[index], &record);
            let elsewhere = self.is_elsewhere(&record);
            match &mut self.next {
                Some(entry) if entry.key == record.id => merging::add(entry, record, origin),
                _ if elsewhere => {}
                next => {
                    let before = next.replace(merging::entry(record, origin));
                    if before.is_some() {
                        return Ok(before);
                    }
                }
            }
        }
        Ok(self.next.take())
    }

    /// Whether a record says that another has taken it over, and not which: that other one is loaded.
    fn is_elsewhere(&self, record: &Record) -> bool {
        self.has_waldec && record.standing == Standing::TakenOver && record.former.is_empty()
    }
}

fn origin(part: &PartCard, record: &Record) -> Origin {
    let provenance = Provenance { source: Source::Rna, edition: part.edition, confidence: 100 };
    let by_machine = part.bulk_days.binary_search(&record.updated).is_ok();
    Origin { provenance, touched_by_hand: !by_machine }
}

impl Iterator for Entries {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.advance().transpose();
        self.ended = !matches!(next, Some(Ok(_)));
        next
    }
}
