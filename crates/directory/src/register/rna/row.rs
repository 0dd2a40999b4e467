//! The rows of the national register of associations.

use std::borrow::Cow;
use std::io::Read;

use super::Layout;
use crate::delivery::Table;
use crate::register::columns::Columns;
use crate::register::place;
use crate::register::record::{Record, Standing};
use crate::register::sheet::Sheet;
use crate::register::wording::{clean, purpose, siren, website};
use crate::{Day, Error, Kind, Place};

/// Where each thing is in a row.
pub(super) struct Fields<'a> {
    layout: Layout,
    department: &'a str,
    id: Option<usize>,
    former: Option<usize>,
    siret: Option<usize>,
    recognition: Option<usize>,
    nature: Option<usize>,
    created: Option<usize>,
    declared: Option<usize>,
    published: Option<usize>,
    dissolved: Option<usize>,
    name: Option<usize>,
    short_name: Option<usize>,
    purpose: Option<usize>,
    themes: [Option<usize>; 2],
    commune_code: Option<usize>,
    postcode: Option<usize>,
    commune: Option<usize>,
    website: Option<usize>,
    website_is_public: Option<usize>,
    observation: Option<usize>,
    position: Option<usize>,
    updated: Option<usize>,
}

impl<'a> Fields<'a> {
    pub(super) fn of(columns: &Columns, layout: Layout, department: &'a str) -> Self {
        let find = |name: &str| columns.find(&[name]);
        Self {
            layout,
            department,
            id: find("id"),
            former: find("id_ex"),
            siret: find("siret"),
            recognition: find("rup_mi"),
            nature: find("nature"),
            created: find("date_creat"),
            declared: find("date_decla"),
            published: find("date_publi"),
            dissolved: find("date_disso"),
            name: find("titre"),
            short_name: find("titre_court"),
            purpose: find("objet"),
            themes: [find("objet_social1"), find("objet_social2")],
            commune_code: find("adrs_codeinsee"),
            postcode: find("adrs_codepostal"),
            commune: columns.find(&["adrs_libcommune", "libcom"]),
            website: find("siteweb"),
            website_is_public: find("publiweb"),
            observation: find("observation"),
            position: find("position"),
            updated: find("maj_time"),
        }
    }

    /// Takes the row at which `table` stands.
    pub(super) fn take<R: Read>(&self, table: &Table<R>, sheet: &mut Sheet<'_>) -> Result<(), Error> {
        let text = |field: Option<usize>| field.map(|field| table.text(field)).unwrap_or_default();
        let id = clean(&text(self.id));
        let name = clean(&text(self.name));
        let position = text(self.position);
        if position.trim() == "S" {
            sheet.leave_out();
        } else if !is_number(&id) {
            sheet.reject(table.line(), format!("{:?} is no number of the register", shortened(&id)));
        } else if name.is_empty() {
            sheet.reject(table.line(), format!("{id} has no name"));
        } else {
            let mut record = Record { id, name, ..self.record(&text) };
            self.settle(&mut record, position.trim(), &text(self.observation), &clean(&text(self.former)));
            sheet.keep(&record)?;
        }
        Ok(())
    }

    fn record<'t>(&self, text: &impl Fn(Option<usize>) -> Cow<'t, str>) -> Record {
        let day = |field| Day::parse(&text(field));
        let public = text(self.website_is_public).trim() == "1";
        Record {
            siren: siren(&text(self.siret)),
            kind: kind(&text(self.nature)),
            short_name: clean(&text(self.short_name)),
            purpose: purpose(&text(self.purpose)),
            themes: self.themes.map(|field| theme(&text(field))),
            place: self.place(clean(&text(self.postcode)), clean(&text(self.commune)), clean(&text(self.commune_code))),
            created: earliest(day(self.created), day(self.published)),
            dissolved: day(self.dissolved),
            acted: day(self.declared).max(day(self.published)).max(day(self.created)),
            updated: day(self.updated),
            recognised: !text(self.recognition).trim().is_empty() || text(self.nature).trim() == "R",
            website: if public { website(&text(self.website)) } else { String::new() },
            ..Record::default()
        }
    }

    fn place(&self, postcode: String, commune: String, commune_code: String) -> Place {
        let postcode = if postcode == "00000" { String::new() } else { postcode };
        Place {
            department: place::department(&postcode, &commune_code, self.department),
            postcode,
            commune,
            commune_code,
        }
    }

    /// What the register says of the record: alive, ended, taken over.
    fn settle(&self, record: &mut Record, position: &str, observation: &str, former: &str) {
        record.standing = match position {
            "D" => Standing::Dissolved,
            "R" => Standing::TakenOver,
            _ if record.dissolved.is_known() => Standing::Dissolved,
            _ => Standing::Active,
        };
        match self.layout {
            Layout::Waldec if is_number(former) && former != record.id => record.former.push(former.to_owned()),
            Layout::Import if record.standing == Standing::TakenOver => {
                if let Some(taker) = w_number(observation) {
                    record.former.push(std::mem::replace(&mut record.id, taker));
                }
            }
            _ => {}
        }
        // Before 2010 the register moved records by machine; after, one is touched when it is taken over, which
        // follows a declaration.
        if self.layout == Layout::Import && record.updated < Day(20_100_101) {
            record.updated = Day::default();
        }
    }
}

/// The earliest of two days that is known.
fn earliest(one: Day, other: Day) -> Day {
    if one.is_known() && (one < other || !other.is_known()) { one } else { other }
}

/// What the nature of a record says: `F` is an endowment fund, all others are associations.
fn kind(nature: &str) -> Kind {
    if nature.trim() == "F" { Kind::Foundation } else { Kind::Association }
}

/// Numbers of the register have three to twenty letters and digits; some prefectures put dashes, dots or bars between.
fn is_number(id: &str) -> bool {
    let digits = id.bytes().filter(u8::is_ascii_digit).count();
    (3..=20).contains(&id.len())
        && digits > 0
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._/ ".contains(&byte))
}

/// The last W number in a text: `W`, a department or the like in three characters, six digits.
fn w_number(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .rev()
        .find_map(|at| bytes.get(at..at + 10).filter(|number| is_w_number(number)))
        .map(|number| String::from_utf8_lossy(number).into_owned())
}

fn is_w_number(bytes: &[u8]) -> bool {
    bytes[0] == b'W'
        && bytes[1].is_ascii_digit()
        && bytes[2..4].iter().all(u8::is_ascii_alphanumeric)
        && bytes[4..].iter().all(u8::is_ascii_digit)
}

/// The theme that a code says: six digits, some without their noughts; nought when none, or when the code is one that a
/// prefecture keeps for itself.
fn theme(code: &str) -> u32 {
    let code = code.trim();
    let digits = (4..=6).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    match code.parse() {
        Ok(number @ 1_000..=50_999) if digits => number,
        _ => 0,
    }
}

/// At most forty characters of a text, for a reason.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_w_number_is_found_in_what_was_observed() {
        assert_eq!(w_number("W2B2002703"), Some("W2B2002703".to_owned()));
        assert_eq!(w_number("reprise auto W9M1007291 (voir dossier)"), Some("W9M1007291".to_owned()));
        assert_eq!(w_number("Reprise  =>  date ag=0000-00-00"), None);
        assert_eq!(w_number("été W12"), None);
    }

    #[test]
    fn codes_without_their_noughts_are_completed_and_private_ones_are_unknown() {
        assert_eq!(theme("011075"), 11_075);
        assert_eq!(theme("7000"), 7_000);
        assert_eq!(theme("000000"), 0);
        assert_eq!(theme("264"), 0);
        assert_eq!(theme("99ABC9"), 0);
    }
}
