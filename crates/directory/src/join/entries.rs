//! Entries, one at a time.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::Path;

use super::facts::{self, Fact, Facts};
use super::index::hash;
use super::merging::{self, Origin};
use crate::register::{Record, Standing};
use crate::shelf::{Merge, PartCard, RowsReader, Shelf};
use crate::themes::{Nomenclature, nomenclature};
use crate::{Entry, Error, Provenance, Source};

/// The registers that give organisations their keys.
const BASES: [Source; 3] = [Source::Rna, Source::Amalia, Source::Institutions];

/// The entries of a directory in the order of their keys, read as they are asked for.
pub struct Entries {
    rows: Merge,
    parts: Vec<(Source, PartCard)>,
    themes: Nomenclature,
    taken_over: HashSet<u64>,
    has_waldec: bool,
    facts: Option<Facts>,
    next: Option<Entry>,
    ended: bool,
}

/// All that is loaded at `home`, joined, in the order of the keys (of their bytes).
///
/// # Errors
///
/// When a shelf cannot be read. A damaged row comes later, as an error of the iterator, which then ends.
pub fn entries(home: &Path) -> Result<Entries, Error> {
    for _ in 0..3 {
        match open(home) {
            // A load replaced the shelf between the reading of its card and of its rows.
            Err(Error::Io { reason, .. }) if reason.kind() == ErrorKind::NotFound => {}
            opened => return opened,
        }
    }
    open(home)
}

fn open(home: &Path) -> Result<Entries, Error> {
    let facts = facts::gather(home)?;
    let mut entries = based(home)?;
    let files = entries.parts.iter().map(|(source, part)| Shelf::of(home, *source).rows(part));
    let all = files.chain(facts.iter().map(Facts::rows)).collect::<Result<Vec<RowsReader>, Error>>()?;
    entries.rows = Merge::new(all)?;
    entries.facts = facts;
    Ok(entries)
}

/// The entries of the registers that give keys, before the others say anything.
pub(super) fn based(home: &Path) -> Result<Entries, Error> {
    let mut parts = Vec::new();
    for source in BASES {
        let card = Shelf::of(home, source).card()?;
        parts.extend(card.into_iter().flat_map(|card| card.parts).map(|part| (source, part)));
    }
    let files = parts.iter().map(|(source, part)| Shelf::of(home, *source).rows(part)).collect::<Result<_, _>>()?;
    Ok(Entries {
        rows: Merge::new(files)?,
        taken_over: taken_over(home, &parts)?,
        has_waldec: parts.iter().any(|(_, part)| part.layout == "WALDEC"),
        themes: nomenclature(home)?,
        parts,
        facts: None,
        next: None,
        ended: false,
    })
}

/// The numbers of IMPORT records that WALDEC says it took over, while IMPORT may not know yet.
fn taken_over(home: &Path, parts: &[(Source, PartCard)]) -> Result<HashSet<u64>, Error> {
    let mut taken = HashSet::new();
    if parts.iter().any(|(_, part)| part.layout == "IMPORT") {
        for (source, part) in parts.iter().filter(|(_, part)| part.layout == "WALDEC") {
            let mut rows = Shelf::of(home, *source).rows(part)?;
            while rows.advance()? {
                let record: Record = rows.decode()?;
                taken.extend(record.former.iter().map(|number| hash(number.as_bytes())));
            }
        }
    }
    Ok(taken)
}

impl Entries {
    /// How many records of grants no entry answered to, so that they are in none.
    #[must_use]
    pub fn unjoined(&self) -> u64 {
        self.facts.as_ref().map_or(0, |facts| facts.unjoined)
    }

    /// How many rows the registers hold at most.
    pub(super) fn rows_at_most(&self) -> usize {
        self.parts.iter().map(|(_, part)| part.kept as usize).sum()
    }

    fn advance(&mut self) -> Result<Option<Entry>, Error> {
        while self.rows.advance()? {
            let Some((record, origin)) = self.record()? else { continue };
            match &mut self.next {
                Some(entry) if entry.key == record.id => merging::add(entry, record, origin),
                next => {
                    let before = next.replace(merging::entry(record, origin));
                    if before.is_some() {
                        return Ok(before.map(merging::settled));
                    }
                }
            }
        }
        Ok(self.next.take().map(merging::settled))
    }

    /// The record at which the files stand; nothing when it is told elsewhere.
    fn record(&self) -> Result<Option<(Record, Origin)>, Error> {
        let Some((index, row)) = self.rows.current() else { return Ok(None) };
        let Some((source, part)) = self.parts.get(index) else {
            let Fact { provenance, record } = row.decode()?;
            return Ok(Some((record, Origin { provenance, touched_by_hand: false })));
        };
        let mut record: Record = row.decode()?;
        record.themes = record.themes.map(|code| self.themes.known(code));
        let provenance = Provenance { source: *source, edition: part.edition, confidence: 100 };
        let by_machine = part.bulk_days.binary_search(&record.updated).is_ok();
        let told = !self.is_elsewhere(part, &record);
        Ok(told.then_some((record, Origin { provenance, touched_by_hand: !by_machine && *source == Source::Rna })))
    }

    /// Whether another record tells of the organisation: the one that took it over, named or not.
    fn is_elsewhere(&self, part: &PartCard, record: &Record) -> bool {
        let unnamed = record.standing == Standing::TakenOver && record.former.is_empty();
        let taken = || part.layout == "IMPORT" && self.taken_over.contains(&hash(record.id.as_bytes()));
        (self.has_waldec && unnamed) || taken()
    }
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
