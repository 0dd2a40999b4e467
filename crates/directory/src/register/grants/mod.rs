//! Lists of grants: the local schema (SCDL), and the yearly annexes of the finance bill, whose columns change each year.
//!
//! Columns are found by what they are called in all of them. The name of a beneficiary serves to
//! find it when no number does, and is not kept otherwise: it may be the name of a person.

mod amount;
mod heading;

use std::io::Read;

use self::amount::{cents, siren_of};
use self::heading::Heading;
use super::record::Record;
use super::sheet::{Reading, Sheet};
use super::wording::{clean, name_form};
use super::{Part, columns, day, place};
use crate::delivery::{Line, Table};
use crate::{Day, Error, Funding, Place};

/// How many lines may stand above the header.
const PREAMBLE: usize = 12;

/// Reads one list.
pub(crate) fn read(reading: &Reading<'_>, input: &mut dyn Read, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let (mut table, first) = columns::open(reading, input, reading.delimiter)?;
    let stem = reading.document.stem();
    let mut heading = Heading::of(&first, &stem);
    for _ in 0..PREAMBLE {
        if heading.is_some() || table.advance().map_err(reading.document.unreadable())? != Line::Fields {
            break;
        }
        heading = Heading::of(&columns::Columns::of(&table), &stem);
    }
    let Some(heading) = heading else {
        let missing = "beneficiaire, montant".to_owned();
        return Err(Error::Columns { file: reading.document.label(), missing, found: first.listed() });
    };
    columns::each_row(reading, &mut table, None, sheet, |table, sheet| heading.take(table, sheet))?;
    Ok(Part { name: stem, layout: heading.layout.to_owned(), ..Part::default() })
}

impl Heading {
    fn take<R: Read>(&self, table: &Table<R>, sheet: &mut Sheet<'_>) -> Result<(), Error> {
        let text = |field: Option<usize>| field.map(|field| table.text(field)).unwrap_or_default();
        let amount = text(self.amount);
        if amount.trim().is_empty() {
            // Annexes hold lines of totals, without an amount of their own.
            sheet.leave_out();
            return Ok(());
        }
        let Some(cents) = cents(&amount) else {
            let shown: String = amount.chars().take(40).collect();
            sheet.reject(table.line(), format!("{shown:?} is no amount"));
            return Ok(());
        };
        let on = self.day(&text(self.date));
        let funding = Funding { giver: self.giver(&text(self.giver)), object: self.object(&text), cents, on };
        let siren = siren_of(&text(self.number));
        let rna: String = text(self.rna).chars().filter(char::is_ascii_alphanumeric).take(20).collect();
        match beneficiary(siren, rna, &clean(&text(self.name)), &clean(&text(self.commune))) {
            Some(record) => sheet.keep(&Record { updated: on, funding: vec![funding], ..record }),
            None => {
                sheet.reject(table.line(), "neither a number nor a name with a commune says who received it");
                Ok(())
            }
        }
    }

    fn day(&self, text: &str) -> Day {
        let said = day(text);
        match text.trim().parse::<u32>() {
            _ if said.is_known() => said,
            Ok(year @ 1990..=2100) => Day(year * 10_000 + 1_231),
            _ if self.year > 0 => Day(self.year * 10_000 + 1_231),
            _ => Day::default(),
        }
    }

    /// Who paid; an annex that names nobody speaks for the State, and some write « ministry: programme ».
    fn giver(&self, text: &str) -> String {
        let giver = clean(text.split(':').next().unwrap_or_default());
        if giver.is_empty() { "État".to_owned() } else { giver }
    }

    fn object<'t>(&self, text: &impl Fn(Option<usize>) -> std::borrow::Cow<'t, str>) -> String {
        let object = clean(&text(self.object));
        if !object.is_empty() {
            return object;
        }
        let programme = clean(&text(self.programme));
        programme.split_once(": ").map_or(programme.as_str(), |(_, programme)| programme).to_owned()
    }
}

/// Who received a grant, as far as somebody can be found by it.
fn beneficiary(siren: String, rna: String, name: &str, commune: &str) -> Option<Record> {
    let id = match (rna.is_empty(), siren.is_empty()) {
        (false, _) => rna.clone(),
        (true, false) => format!("siren-{siren}"),
        (true, true) if commune.is_empty() || name_form(name).is_empty() => return None,
        (true, true) => format!("name-{}-{}", name_form(name), name_form(commune)),
    };
    let named = id.starts_with("name-");
    let name = if named { name.to_owned() } else { String::new() };
    let place = Place { department: place::department("", "", ""), commune: commune.to_owned(), ..Place::default() };
    Some(Record { id, rna, siren, name, place: if named { place } else { Place::default() }, ..Record::default() })
}
