//! The nomenclature of purposes, `code;libelle;famille;libelle_famille`, known by its header whoever is given it.

use std::sync::atomic::AtomicU64;

use super::columns;
use super::sheet::Reading;
use super::wording::clean;
use crate::Error;
use crate::delivery::{Document, Line, read_fully};
use crate::themes::{Nomenclature, Theme};

const HEADER: &[u8] = b"code;libelle;famille;libelle_famille";

/// Whether a document is the nomenclature.
pub(crate) fn is_nomenclature(document: &Document) -> Result<bool, Error> {
    document.read(&AtomicU64::new(0), |input| {
        let mut head = [0; 64];
        let filled = read_fully(input, &mut head).map_err(document.unreadable())?;
        let head = &head[..filled];
        Ok(head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).starts_with(HEADER))
    })
}

/// Reads the nomenclature.
pub(crate) fn read(document: &Document) -> Result<Nomenclature, Error> {
    let unseen = AtomicU64::new(0);
    let reading = Reading::of(document)?;
    document.read(&unseen, |input| {
        let (mut table, _) = columns::open(&reading, input, b';')?;
        let mut themes = Vec::new();
        while table.advance().map_err(document.unreadable())? == Line::Fields {
            let number = |field| table.text(field).trim().parse::<u32>();
            if let (Ok(code), Ok(family)) = (number(0), number(2)) {
                themes.push(Theme { code, label: clean(&table.text(1)), family, family_label: clean(&table.text(3)) });
            }
        }
        Ok(Nomenclature::new(themes))
    })
}
