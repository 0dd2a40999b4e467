//! The register of legal units, of which only the associations, the foundations and what other registers name is kept.
//!
//! Load it after the others: it keeps the units that they name. Units that asked not to be shown are never kept, nor are
//! people, whose names have no field here.

mod columnar;
mod table;

use std::collections::HashSet;

pub(crate) use columnar::read as read_parquet;
pub(crate) use table::read as read_table;

use super::Part;
use super::record::{Record, Standing};
use super::sheet::Sheet;
use super::wording::{clean, siren};
use crate::{Day, Error, Kind, Size};

/// The columns that are read, in the order of [`Unit`].
const COLUMNS: [&str; 10] = [
    "siren",
    "identifiantAssociationUniteLegale",
    "denominationUniteLegale",
    "sigleUniteLegale",
    "trancheEffectifsUniteLegale",
    "categorieJuridiqueUniteLegale",
    "etatAdministratifUniteLegale",
    "statutDiffusionUniteLegale",
    "dateCreationUniteLegale",
    "dateDernierTraitementUniteLegale",
];

/// The columns without which there is nothing to know.
const NEEDED: [usize; 4] = [0, 2, 5, 7];

/// The SIREN that other registers name, as numbers.
pub(crate) type Named = HashSet<u32>;

/// What is read of a unit, in the order of [`COLUMNS`].
type Unit = [String; COLUMNS.len()];

/// Takes one unit, at this line or row.
fn take(unit: &Unit, line: u64, named: &Named, sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let [number, rna, name, acronym, size, category, state, diffusion, created, updated] = unit;
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) || number.len() > 9 {
        sheet.reject(line, "a unit without a SIREN");
        return Ok(());
    }
    let number = format!("{number:0>9}");
    let known = number.parse().is_ok_and(|number| named.contains(&number));
    let civil = category.starts_with("92") || category.starts_with("93");
    let alive = state.trim() != "C";
    let concerns = known || !rna.trim().is_empty() || (civil && alive);
    if diffusion.trim() == "P" || !concerns || name.trim().is_empty() {
        sheet.leave_out();
        return Ok(());
    }
    sheet.keep(&Record {
        id: format!("siren-{number}"),
        rna: rna.chars().filter(char::is_ascii_alphanumeric).take(20).collect(),
        siren: siren(&number),
        standing: if alive { Standing::Active } else { Standing::Dissolved },
        kind: kind(category),
        name: clean(name),
        short_name: clean(acronym),
        size: band(size),
        recognised: category.trim() == "9230",
        created: Day::parse(created),
        updated: Day::parse(updated),
        ..Record::default()
    })
}

/// The legal categories of the statistics office, by their first digits.
fn kind(category: &str) -> Kind {
    match category.get(..2) {
        Some("92") => Kind::Association,
        Some("93") => Kind::Foundation,
        Some("84" | "85") => Kind::Professional,
        Some("71") => Kind::Directorate,
        Some("72") => Kind::LocalBody,
        Some("73" | "74" | "41") => Kind::Agency,
        Some(two) if two.starts_with(['5', '6']) => Kind::Company,
        _ => Kind::Other,
    }
}

/// The bands of staff of the statistics office.
fn band(code: &str) -> Size {
    match code.trim() {
        "00" => Size::None,
        "01" | "02" | "03" => Size::UnderTen,
        "11" | "12" => Size::UnderFifty,
        "21" | "22" | "31" => Size::UnderTwoHundredFifty,
        "32" | "41" | "42" | "51" | "52" | "53" => Size::Large,
        _ => Size::Unknown,
    }
}

fn part(layout: &str) -> Part {
    Part { name: "stock".to_owned(), layout: layout.to_owned(), ..Part::default() }
}
