//! What a new edition changes: the rows of before and those of now, both in order of their identifiers, read side by side.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::register::{Record, Standing, name_form};
use crate::shelf::{Merge, RowsReader, Shelf};
use crate::{Error, Source};

/// How many changes of a load are in its report; the file beside the card has all.
const SHOWN: usize = 1_000;

/// What happened to an organisation between two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It was not in the edition before.
    New,
    /// It has another name.
    Renamed,
    /// Its seat is in another commune.
    Moved,
    /// It ended.
    Dissolved,
    /// Its record was taken over by another, which has another number.
    TakenOver,
    /// It is no longer in the register.
    Gone,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// The identifier of the record.
    pub id: String,
    /// The name of the organisation now, or the last known.
    pub name: String,
    /// The name, commune or number of before, where that is what changed.
    pub from: String,
    /// The name, commune or number of now.
    pub to: String,
}

/// What a load changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Changes {
    /// Organisations that were not there.
    pub new: u64,
    /// Other names.
    pub renamed: u64,
    /// Other communes.
    pub moved: u64,
    /// Organisations that ended.
    pub dissolved: u64,
    /// Records taken over by others.
    pub taken_over: u64,
    /// Records no longer there.
    pub gone: u64,
    /// The first of them.
    pub first: Vec<Change>,
}

/// Where changes are put.
struct Log {
    file: BufWriter<File>,
    changes: Changes,
}

impl Log {
    fn put(&mut self, path: &Path, change: Change) -> Result<(), Error> {
        let count = match change.kind {
            ChangeKind::New => &mut self.changes.new,
            ChangeKind::Renamed => &mut self.changes.renamed,
            ChangeKind::Moved => &mut self.changes.moved,
            ChangeKind::Dissolved => &mut self.changes.dissolved,
            ChangeKind::TakenOver => &mut self.changes.taken_over,
            ChangeKind::Gone => &mut self.changes.gone,
        };
        *count += 1;
        let line = serde_json::to_vec(&change)
            .map_err(|reason| Error::Shelf { path: path.to_path_buf(), reason: reason.to_string() })?;
        self.file.write_all(&line).and_then(|()| self.file.write_all(b"\n")).map_err(Error::io(path))?;
        if self.changes.first.len() < SHOWN {
            self.changes.first.push(change);
        }
        Ok(())
    }
}

/// Compares files of rows, and writes what changed to `path`, one change a line.
pub(super) fn compare(
    before: Vec<RowsReader>,
    now: Vec<RowsReader>,
    taken: &HashSet<String>,
    path: &Path,
) -> Result<Changes, Error> {
    let mut log =
        Log { file: BufWriter::new(File::create(path).map_err(Error::io(path))?), changes: Changes::default() };
    let (mut before, mut now) = (Organisations::new(before)?, Organisations::new(now)?);
    loop {
        let order = match (&before.current, &now.current) {
            (None, None) => break,
            (Some(old), Some(new)) => old.id.cmp(&new.id),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
        };
        for change in told(order, &before.current, &now.current, taken) {
            log.put(path, change)?;
        }
        if order.is_le() {
            before.advance()?;
        }
        if order.is_ge() {
            now.advance()?;
        }
    }
    log.file.flush().map_err(Error::io(path))?;
    Ok(log.changes)
}

/// What two records say, of which the first in order is told: one alone is gone or new.
fn told(order: Ordering, old: &Option<Record>, new: &Option<Record>, taken: &HashSet<String>) -> Vec<Change> {
    match (order, old, new) {
        (Ordering::Equal, Some(old), Some(new)) => differences(old, new).collect(),
        (Ordering::Less, Some(old), _) if !taken.contains(&old.id) => vec![change(ChangeKind::Gone, old, "", "")],
        (Ordering::Greater, _, Some(new)) => vec![arrival(new)],
        _ => Vec::new(),
    }
}

/// A record that was not there: new, or the one that took another over.
fn arrival(new: &Record) -> Change {
    match new.former.first() {
        Some(former) if new.standing == Standing::TakenOver => change(ChangeKind::TakenOver, new, former, &new.id),
        _ => change(ChangeKind::New, new, "", ""),
    }
}

/// The numbers of the records that those of `rows` say they took over.
pub(super) fn taken_over(mut rows: RowsReader) -> Result<HashSet<String>, Error> {
    let mut taken = HashSet::new();
    while rows.advance()? {
        let record: Record = rows.decode()?;
        if record.standing == Standing::TakenOver {
            taken.extend(record.former);
        }
    }
    Ok(taken)
}

fn change(kind: ChangeKind, record: &Record, from: &str, to: &str) -> Change {
    Change { kind, id: record.id.clone(), name: record.name.clone(), from: from.to_owned(), to: to.to_owned() }
}

/// What differs between two records of one organisation. Case, accents and punctuation are no change of name.
fn differences(old: &Record, new: &Record) -> impl Iterator<Item = Change> {
    let renamed = name_form(&old.name) != name_form(&new.name);
    let (left, came) = (&old.place.commune, &new.place.commune);
    let moved = !left.is_empty() && !came.is_empty() && name_form(left) != name_form(came);
    let ended = old.standing != Standing::Dissolved && new.standing == Standing::Dissolved;
    [
        renamed.then(|| change(ChangeKind::Renamed, new, &old.name, &new.name)),
        moved.then(|| change(ChangeKind::Moved, new, left, came)),
        ended.then(|| change(ChangeKind::Dissolved, new, "", "")),
    ]
    .into_iter()
    .flatten()
}

/// The first record of each identifier.
struct Organisations {
    rows: Merge,
    current: Option<Record>,
}

impl Organisations {
    fn new(files: Vec<RowsReader>) -> Result<Self, Error> {
        let mut organisations = Self { rows: Merge::new(files)?, current: None };
        organisations.advance()?;
        Ok(organisations)
    }

    fn advance(&mut self) -> Result<(), Error> {
        let before = self.current.take().map(|record| record.id);
        while self.rows.advance()? {
            let Some((_, row)) = self.rows.current() else { break };
            let same = before
                .as_ref()
                .is_some_and(|id| row.key().strip_prefix(id.as_bytes()).is_some_and(|rest| rest.first() == Some(&0)));
            if !same {
                self.current = Some(row.decode()?);
                break;
            }
        }
        Ok(())
    }
}

/// The first `limit` changes of the last load of `source`, in order of their identifiers; none after a first load.
///
/// # Errors
///
/// When the shelf cannot be read.
pub fn changes(home: &Path, source: Source, limit: usize) -> Result<Vec<Change>, Error> {
    let shelf = Shelf::of(home, source);
    let Some(name) = shelf.card()?.and_then(|card| card.changes) else { return Ok(Vec::new()) };
    let path = shelf.folder().join(name);
    let file = fs::File::open(&path).map_err(Error::io(&path))?;
    let lines = BufReader::new(file).lines().take(limit);
    lines
        .map(|line| {
            let line = line.map_err(Error::io(&path))?;
            serde_json::from_str(&line)
                .map_err(|reason| Error::Shelf { path: path.clone(), reason: reason.to_string() })
        })
        .collect()
}
