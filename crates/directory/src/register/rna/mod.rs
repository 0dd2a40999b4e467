//! The national register of associations, in its two layouts.
//!
//! WALDEC holds the records that have a W number, IMPORT the older ones. An IMPORT record that
//! WALDEC has taken over says so (position `R`) and names the W number in its observation: it takes
//! that number as its identifier here, and its own becomes a former one.

mod row;

use std::io::Read;

use self::row::Fields;
use super::Part;
use super::columns::{self, Columns};
use super::sheet::{Reading, Sheet};
use crate::Error;

#[rustfmt::skip]
/// The columns of WALDEC since 2023, and those it had before.
pub(crate) const WALDEC: [&str; 39] = [
    "id", "id_ex", "siret", "rup_mi", "gestion", "date_creat", "date_decla", "date_publi", "date_disso", "nature",
    "groupement", "titre", "titre_court", "objet", "objet_social1", "objet_social2", "adrs_complement",
    "adrs_numvoie", "adrs_repetition", "adrs_typevoie", "adrs_libvoie", "adrs_distrib", "adrs_codeinsee",
    "adrs_codepostal", "adrs_libcommune", "adrg_declarant", "adrg_complemid", "adrg_complemgeo", "adrg_libvoie",
    "adrg_distrib", "adrg_codepostal", "adrg_achemine", "adrg_pays", "dir_civilite", "siteweb", "publiweb",
    "observation", "position", "maj_time",
];
#[rustfmt::skip]
/// The columns of IMPORT.
const IMPORT: [&str; 23] = [
    "id", "id_ex", "siret", "gestion", "date_creat", "date_publi", "nature", "groupement", "titre", "objet",
    "objet_social1", "objet_social2", "adr1", "adr2", "adr3", "adrs_codepostal", "libcom", "dir_civilite",
    "siteweb", "observation", "position", "rup_mi", "maj_time",
];
/// Columns of former years, no news when they are there.
const FORMER: [&str; 6] = ["telephone", "email", "adrs_codeinsee", "adrg_codeinsee", "adr4", "adrg_libcommune"];

/// Which of the two layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Waldec,
    Import,
}

/// Reads one file of the register.
pub(crate) fn read(reading: &Reading<'_>, input: &mut dyn Read, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let (mut table, columns) = columns::open(reading, input, b';')?;
    columns.require(reading, &["id", "titre", "position"])?;
    let layout = if columns.has("libcom") { Layout::Import } else { Layout::Waldec };
    let department = part_of(&reading.document.stem());
    let fields = Fields::of(&columns, layout, &department);
    columns::each_row(reading, &mut table, Some(columns.len()), sheet, |table, sheet| fields.take(table, sheet))?;
    Ok(part(&columns, layout, &department, reading))
}

fn part(columns: &Columns, layout: Layout, department: &str, reading: &Reading<'_>) -> Part {
    let (name, known): (_, &[&str]) = match layout {
        Layout::Waldec => ("waldec", &WALDEC),
        Layout::Import => ("import", &IMPORT),
    };
    let both: Vec<&str> = known.iter().chain(&FORMER).copied().collect();
    let piece = if department.is_empty() { reading.document.stem() } else { department.to_lowercase() };
    Part {
        name: format!("{name}-{piece}"),
        layout: name.to_uppercase(),
        missing: columns.missing(known),
        unknown: columns.unknown(&both),
    }
}

/// The department in the name of a file, `rna_waldec_20250501_dpt_2A` or `rna_waldec_20250501_2A`; nothing without.
fn part_of(stem: &str) -> String {
    let last = stem.rsplit('_').next().unwrap_or_default().to_uppercase();
    let plausible = (2..=3).contains(&last.len()) && last.starts_with(|c: char| c.is_ascii_digit());
    if plausible && last.bytes().all(|byte| byte.is_ascii_alphanumeric()) { last } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_department_is_in_the_name_of_the_file() {
        assert_eq!(part_of("rna_import_20250501_dpt_2a"), "2A");
        assert_eq!(part_of("rna_waldec_20260901_971"), "971");
        assert_eq!(part_of("rna_waldec_20260901"), "");
        assert_eq!(part_of("waldec"), "");
    }
}
