//! What the registers without keys of their own say, in the order of the keys of the entries they speak of.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::entries::based;
use super::index::Index;
use super::matching;
use super::workroom::Workroom;
use crate::register::Record;
use crate::shelf::{RowsReader, Shelf, Sorter};
use crate::{Error, Provenance, Source};

/// The registers that say something of organisations, those that know most numbers first.
const SPEAKERS: [Source; 3] = [Source::Sirene, Source::Hatvp, Source::Grants];

/// What a register says of the entry whose key the record has.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Fact {
    pub(super) provenance: Provenance,
    pub(super) record: Record,
}

/// Facts in the order of their keys, on the disk until dropped.
pub(super) struct Facts {
    path: PathBuf,
    /// How many records no entry answered to.
    pub(super) unjoined: u64,
    _room: Workroom,
}

impl Facts {
    /// The facts, open.
    pub(super) fn rows(&self) -> Result<RowsReader, Error> {
        RowsReader::open(&self.path)
    }
}

/// Gathers what is loaded of the speaking registers; nothing when none is.
pub(super) fn gather(home: &Path) -> Result<Option<Facts>, Error> {
    let mut cards = Vec::new();
    for source in SPEAKERS {
        cards.extend(Shelf::of(home, source).card()?);
    }
    if cards.is_empty() {
        return Ok(None);
    }
    let room = Workroom::take(home)?;
    let mut index = Index::of(based(home)?)?;
    let mut sorter = Sorter::new(room.folder(), "facts");
    let mut unjoined = 0;
    for card in cards {
        let shelf = Shelf::of(home, card.source);
        for part in &card.parts {
            let mut rows = shelf.rows(part)?;
            let provenance = Provenance { source: card.source, edition: part.edition, confidence: 0 };
            while rows.advance()? {
                unjoined += u64::from(!put(&mut index, &mut sorter, provenance, rows.decode()?)?);
            }
        }
    }
    drop(index);
    let path = room.folder().join("facts.rows");
    sorter.finish(&path)?;
    Ok(Some(Facts { path, unjoined, _room: room }))
}

/// Puts one record under the key of the entry it speaks of; false when none answers.
fn put(index: &mut Index, sorter: &mut Sorter, provenance: Provenance, mut record: Record) -> Result<bool, Error> {
    let Some((key, confidence)) = matching::key(index, provenance.source, &mut record) else {
        return Ok(false);
    };
    let number = std::mem::replace(&mut record.id, key);
    let guessed = confidence < 100;
    let siren = if record.siren.is_empty() { String::new() } else { format!("siren-{}", record.siren) };
    let told = number.starts_with("siren-") || number.starts_with("hatvp-");
    for alias in [siren, if told { number } else { String::new() }] {
        if !guessed && !alias.is_empty() && alias != record.id && !record.former.contains(&alias) {
            record.former.push(alias);
        }
    }
    let mut sort_key = record.id.clone().into_bytes();
    // After the records of the registers of keys, whose standing is two at most.
    sort_key.extend([0, 16 + provenance.source as u8]);
    let fact = Fact { provenance: Provenance { confidence, ..provenance }, record };
    let payload = postcard::to_stdvec(&fact)
        .map_err(|reason| Error::Unreadable { file: "facts".to_owned(), reason: reason.to_string() })?;
    sorter.push(&sort_key, &payload).map(|()| true)
}
