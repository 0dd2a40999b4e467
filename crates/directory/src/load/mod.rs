//! Loading: published files become the shelf of their source, whole or not at all.

mod changes;
mod delivery;
mod report;
mod settling;

use std::path::{Path, PathBuf};

pub use changes::{Change, ChangeKind, Changes, changes};
pub use report::{LoadOptions, LoadReport, Progress, Watch};

use self::delivery::{Delivery, Digests, LoadedPart};
use crate::delivery::{Document, documents};
use crate::register::{self, Tally};
use crate::shelf::{Card, Shelf};
use crate::{Error, Source, themes};

/// Loads the files, folders or archives at `paths` as what `source` publishes. The parts that they hold replace those of
/// the same names; the others stay. Nothing changes unless all of it can be read.
///
/// # Errors
///
/// When a file is damaged, unsafe, not of this source or older than what is loaded, or when somebody else is loading.
pub fn load(
    home: &Path,
    source: Source,
    paths: &[PathBuf],
    options: &LoadOptions,
    watch: Watch<'_>,
) -> Result<LoadReport, Error> {
    let shelf = Shelf::of(home, source);
    let _lock = shelf.lock()?;
    let documents = without_nomenclatures(home, documents(paths)?)?;
    if documents.is_empty() {
        return Ok(LoadReport { already_loaded: false, ..LoadReport::unchanged(source) });
    }
    let digests = delivery::digests(&documents)?;
    let groups = register::groups(source, documents);
    if groups.is_empty() {
        return Err(Error::NothingToRead { path: paths.first().cloned().unwrap_or_default() });
    }
    let before = shelf.card()?;
    if before.as_ref().is_some_and(|card| is_loaded(card, &groups, &digests)) && !options.replace {
        return Ok(LoadReport::unchanged(source));
    }
    let (room, named) = (shelf.workroom()?, delivery::named(home, source)?);
    let tally = Tally::new(groups.iter().flatten().map(|document| document.size).sum(), watch);
    let reading = Delivery { source, room: &room, digests: &digests, options, named: &named, tally: &tally };
    let parts = reading.read_all(&groups)?;
    refuse_same_part(&parts)?;
    if let Some(card) = &before
        && !options.replace
    {
        refuse_going_back(card, &parts)?;
    }
    settling::settle(&shelf, &room, before, parts, options)
}

/// The documents that are no nomenclature of themes; those that are, are kept at once.
fn without_nomenclatures(home: &Path, documents: Vec<Document>) -> Result<Vec<Document>, Error> {
    let mut others = Vec::with_capacity(documents.len());
    for document in documents {
        if register::themes::is_nomenclature(&document)? {
            themes::keep(home, &register::themes::read(&document)?)?;
        } else {
            others.push(document);
        }
    }
    Ok(others)
}

/// Whether every part is loaded already, by what its file holds.
fn is_loaded(card: &Card, groups: &[Vec<Document>], digests: &Digests) -> bool {
    groups.iter().filter_map(|group| group.first()).all(|document| {
        let digest = digests.of(document);
        card.parts.iter().any(|part| part.digest == digest && part.file == document.name())
    })
}

fn refuse_same_part(parts: &[LoadedPart]) -> Result<(), Error> {
    for (index, part) in parts.iter().enumerate() {
        if let Some(other) = parts[..index].iter().find(|other| other.card.name == part.card.name) {
            let (first, second) = (other.card.file.clone(), part.card.file.clone());
            return Err(Error::SamePart { part: part.card.name.clone(), first, second });
        }
    }
    Ok(())
}

/// Refuses what is older than what is loaded, or has less than half its rows.
fn refuse_going_back(card: &Card, parts: &[LoadedPart]) -> Result<(), Error> {
    for part in parts.iter().map(|part| &part.card) {
        let Some(before) = card.parts.iter().find(|before| before.name == part.name) else { continue };
        if part.edition.is_known() && part.edition < before.edition {
            return Err(Error::Older { part: part.name.clone(), given: part.edition, loaded: before.edition });
        }
        if part.kept < before.kept / 2 || (part.kept == 0 && before.kept > 0) {
            return Err(Error::Shrunk { part: part.name.clone(), given: part.kept, loaded: before.kept });
        }
    }
    Ok(())
}
