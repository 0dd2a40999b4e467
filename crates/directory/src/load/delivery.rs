//! The files of one delivery: told apart, read into rows, put on the shelf together.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::report::LoadOptions;
use crate::delivery::Document;
use crate::register::{self, Named, Record, Rejection, Sheet, Tally};
use crate::shelf::{PartCard, Shelf, Sorter};
use crate::{Error, Source};

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
    pub(super) options: &'a LoadOptions,
    pub(super) named: &'a Named,
    pub(super) tally: &'a Tally<'a>,
}

/// A part whose rows are written, in the workroom.
pub(super) struct LoadedPart {
    pub(super) card: PartCard,
    pub(super) rows: PathBuf,
    pub(super) rejections: Vec<Rejection>,
}

impl Delivery<'_> {
    /// Reads all parts, on all cores.
    pub(super) fn read_all(&self, groups: &[Vec<Document>]) -> Result<Vec<LoadedPart>, Error> {
        let parts = groups.par_iter().enumerate().map(|(number, group)| self.read(number, group)).collect();
        self.tally.tell();
        parts
    }

    /// Reads the documents of the part of this number into a file of rows.
    fn read(&self, number: usize, group: &[Document]) -> Result<LoadedPart, Error> {
        let document = &group[0];
        let name = format!("part-{number}");
        let mut sheet = Sheet::new(document.name().to_owned(), Sorter::new(self.room, name.as_str()), self.tally);
        sheet.giver.clone_from(&self.options.giver);
        let part = register::read(self.source, group, self.named, &self.tally.bytes, &mut sheet)?;
        let rows = self.room.join(format!("{name}.rows"));
        let named = self.options.edition.unwrap_or_else(|| document.edition());
        let card = PartCard {
            name: part.name,
            layout: part.layout,
            edition: if named.is_known() { named } else { sheet.newest() },
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
        self.tally.tell();
        Ok(LoadedPart { card, rows, rejections })
    }
}

/// The SIREN that the other shelves name: what the register of legal units is asked about.
pub(super) fn named(home: &Path, source: Source) -> Result<Named, Error> {
    let mut named = Named::new();
    if source == Source::Sirene {
        for source in [Source::Rna, Source::Amalia, Source::Hatvp, Source::Institutions] {
            let shelf = Shelf::of(home, source);
            for part in shelf.card()?.into_iter().flat_map(|card| card.parts) {
                let mut rows = shelf.rows(&part)?;
                while rows.advance()? {
                    named.extend(rows.decode::<Record>()?.siren.parse::<u32>());
                }
            }
        }
    }
    Ok(named)
}
