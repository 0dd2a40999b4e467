//! The one moment at which a load changes anything: its files are put beside those of before, and the card is replaced.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use super::changes::{self, Changes};
use super::delivery::LoadedPart;
use super::report::{LoadOptions, LoadReport};
use crate::register::{REJECTIONS_KEPT, Rejection};
use crate::shelf::{Card, PartCard, RowsReader, Shelf, keep};
use crate::{Error, Source};

/// Puts the parts on the shelf and replaces its card.
pub(super) fn settle(
    shelf: &Shelf,
    room: &Path,
    before: Option<Card>,
    loaded: Vec<LoadedPart>,
    options: &LoadOptions,
) -> Result<LoadReport, Error> {
    let source = shelf.source();
    let mut report = LoadReport { already_loaded: false, ..LoadReport::unchanged(source) };
    report.changes = before.as_ref().map(|card| changed(shelf, room, card, &loaded)).transpose()?.flatten();
    let mut parts: BTreeMap<String, PartCard> =
        before.into_iter().flat_map(|card| card.parts).map(|part| (part.name.clone(), part)).collect();
    for part in loaded {
        let card = place(shelf, part, &mut report)?;
        parts.insert(card.name.clone(), card);
    }
    let suffix: String =
        parts.values().next_back().map(|part| part.digest.chars().take(16).collect()).unwrap_or_default();
    let card = Card {
        source,
        licence: options.licence.clone().unwrap_or_else(|| source.licence().to_owned()),
        address: options.address.clone().unwrap_or_else(|| source.address().to_owned()),
        parts: parts.into_values().collect(),
        changes: beside(shelf, room, "changes", &suffix)?,
        rejections: rejected(shelf, room, &report.rejections, &suffix)?,
    };
    shelf.replace(&card)?;
    report.card = Some(card);
    Ok(report)
}

/// What the parts loaded change in those of the same names; nothing when none was there, or in lists of grants, whose
/// rows are no organisations.
fn changed(shelf: &Shelf, room: &Path, card: &Card, loaded: &[LoadedPart]) -> Result<Option<Changes>, Error> {
    let mut before = Vec::new();
    let mut now = Vec::new();
    let mut taken = HashSet::new();
    for part in loaded {
        if let Some(old) = card.parts.iter().find(|old| old.name == part.card.name) {
            before.push(shelf.rows(old)?);
            now.push(RowsReader::open(&part.rows)?);
            if part.card.layout == "IMPORT" {
                taken.extend(changes::taken_over(RowsReader::open(&part.rows)?)?);
            }
        }
    }
    if before.is_empty() || shelf.source() == Source::Grants {
        return Ok(None);
    }
    changes::compare(before, now, &taken, &room.join("changes.jsonl")).map(Some)
}

/// Writes the rows that could not be used, one a line.
fn rejected(shelf: &Shelf, room: &Path, rejections: &[Rejection], suffix: &str) -> Result<Option<String>, Error> {
    if rejections.is_empty() {
        return Ok(None);
    }
    let path = room.join("rejections.jsonl");
    let mut file = BufWriter::new(File::create(&path).map_err(Error::io(&path))?);
    for rejection in rejections {
        serde_json::to_writer(&mut file, rejection)
            .map_err(std::io::Error::from)
            .and_then(|()| file.write_all(b"\n"))
            .map_err(Error::io(&path))?;
    }
    file.flush().map_err(Error::io(&path))?;
    beside(shelf, room, "rejections", suffix)
}

/// Moves a list from the workroom onto the shelf, and gives its name there; nothing when it was not written.
fn beside(shelf: &Shelf, room: &Path, list: &str, suffix: &str) -> Result<Option<String>, Error> {
    let path = room.join(format!("{list}.jsonl"));
    if !path.exists() {
        return Ok(None);
    }
    let name = format!("{list}.{suffix}.jsonl");
    fs::rename(&path, shelf.folder().join(&name)).map_err(Error::io(&path))?;
    Ok(Some(name))
}

/// Moves the rows of one part onto the shelf, under a name that no card gives to other rows.
fn place(shelf: &Shelf, part: LoadedPart, report: &mut LoadReport) -> Result<PartCard, Error> {
    let mut card = part.card;
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let name: String = card.name.chars().map(safe).take(80).collect();
    card.rows = format!("{name}.{}.rows", card.digest.get(..16).unwrap_or_default());
    let path = shelf.folder().join(&card.rows);
    // All files are written by now: what is waited for here has mostly been put on the disk meanwhile.
    keep(&part.rows)?;
    fs::rename(&part.rows, &path).map_err(Error::io(&path))?;
    report.parts.push(card.name.clone());
    report.read += card.read;
    report.kept += card.kept;
    report.left_out += card.left_out;
    report.rejected += card.rejected;
    let room = REJECTIONS_KEPT.saturating_sub(report.rejections.len());
    report.rejections.extend(part.rejections.into_iter().take(room));
    Ok(card)
}
