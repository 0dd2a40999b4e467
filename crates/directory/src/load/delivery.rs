//! The files of one delivery: told apart, read into rows, put on the shelf together.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::report::{LoadOptions, LoadReport};
use crate::delivery::Document;
use crate::register::{self, REJECTIONS_KEPT, Rejection, Sheet, Tally};
use crate::shelf::{Card, PartCard, Shelf, Sorter};
use crate::{Day, Error, Source};

/// The SHA-256 of each file given.
pub(super) struct Digests(BTreeMap<PathBuf, String>);

impl Digests {
    /// The digest of a document, or of the archive it lies in.
    pub(super) fn of(&self, document: &Document) -> String {
        self.0.get(&document.path).cloned().unwrap_or_default()
    }
}

/// Computes the digest of each file that documents lie in.
pub(super) fn digests(documents: &[Document]) -> Result<Digests, Error> {
    let mut digests = BTreeMap::new();
    for document in documents {
        if !digests.contains_key(&document.path) {
            digests.insert(document.path.clone(), digest(&document.path)?);
        }
    }
    Ok(Digests(digests))
}

fn digest(path: &Path) -> Result<String, Error> {
    let mut file = File::open(path).map_err(Error::io(path))?;
    let mut context = ring::digest::Context::new(&ring::digest::SHA256);
    let mut block = vec![0; 256 * 1024];
    loop {
        match file.read(&mut block).map_err(Error::io(path))? {
            0 => break,
            read => context.update(&block[..read]),
        }
    }
    Ok(context.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Files being read.
pub(super) struct Delivery<'a> {
    pub(super) source: Source,
    pub(super) room: &'a Path,
    pub(super) digests: &'a Digests,
    pub(super) edition: Option<Day>,
    pub(super) tally: &'a Tally<'a>,
}

/// A part whose rows are written, in the workroom.
pub(super) struct LoadedPart {
    pub(super) card: PartCard,
    rows: PathBuf,
    rejections: Vec<Rejection>,
}

impl Delivery<'_> {
    /// Reads the documents of one part into a file of rows.
    pub(super) fn read(&self, group: &[Document]) -> Result<LoadedPart, Error> {
        let document = &group[0];
        let name = document.label().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let name = &name[name.len().saturating_sub(120)..];
        let mut sheet = Sheet::new(document.name().to_owned(), Sorter::new(self.room, name), self.tally);
        let part = register::read(self.source, group, &self.tally.bytes, &mut sheet)?;
        let rows = self.room.join(format!("{name}.rows"));
        let named = self.edition.unwrap_or_else(|| document.edition());
        let card = PartCard {
            name: part.name,
            layout: part.layout,
            edition: if named.is_known() { named } else { sheet.newest },
            file: document.name().to_owned(),
            digest: self.digests.of(document),
            read: sheet.read,
            kept: sheet.kept,
            left_out: sheet.left_out,
            rejected: sheet.rejected,
            missing: part.missing,
            unknown: part.unknown,
            bulk_days: sheet.bulk_days(),
            rows: String::new(),
        };
        let rejections = std::mem::take(&mut sheet.rejections);
        sheet.into_sorter().finish(&rows)?;
        Ok(LoadedPart { card, rows, rejections })
    }
}

/// Puts the parts on the shelf and replaces its card: the one moment at which anything changes.
pub(super) fn settle(
    shelf: &Shelf,
    before: Option<Card>,
    loaded: Vec<LoadedPart>,
    options: &LoadOptions,
) -> Result<LoadReport, Error> {
    let source = shelf.source();
    let mut report = LoadReport { already_loaded: false, ..LoadReport::unchanged(source) };
    let mut parts: BTreeMap<String, PartCard> =
        before.into_iter().flat_map(|card| card.parts).map(|part| (part.name.clone(), part)).collect();
    for part in loaded {
        let card = place(shelf, part, &mut report)?;
        parts.insert(card.name.clone(), card);
    }
    let card = Card {
        source,
        licence: options.licence.clone().unwrap_or_else(|| source.licence().to_owned()),
        address: options.address.clone().unwrap_or_else(|| source.address().to_owned()),
        parts: parts.into_values().collect(),
        changes: None,
        rejections: None,
    };
    shelf.replace(&card)?;
    report.card = Some(card);
    Ok(report)
}

/// Moves the rows of one part onto the shelf, under a name that no card gives yet.
fn place(shelf: &Shelf, part: LoadedPart, report: &mut LoadReport) -> Result<PartCard, Error> {
    let mut card = part.card;
    let safe: String =
        card.name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).take(80).collect();
    card.rows = format!("{safe}.{}.rows", card.digest.get(..16).unwrap_or_default());
    let path = shelf.folder().join(&card.rows);
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
