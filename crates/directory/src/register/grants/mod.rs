//! Lists of grants: the local schema (SCDL), and the yearly annexes of the finance bill, whose columns change each year.
//!
//! Columns are found by what they are called in all of them. The name of a beneficiary serves to
//! find it when no number does, and even then a number made of it is kept in its stead: it may be the name of a person.

mod amount;
mod heading;

use std::borrow::Cow;
use std::io::Read;

use self::amount::{cents, siren_of};
use self::heading::Heading;
use super::naming::name_in_commune;
use super::record::Record;
use super::sheet::{Reading, Sheet};
use super::wording::clean;
use super::{Part, columns, day};
use crate::delivery::{Line, Table};
use crate::{Day, Error, Funding};

/// How the identifier of a beneficiary begins of whom only the name and the commune are known.
pub(crate) const NAMED: &str = "name-";

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

/// A row, whose amount may have been cut in two by a comma that nothing protected.
struct Row<'t, R> {
    table: &'t Table<R>,
    cut: Option<usize>,
}

impl<'t, R: Read> Row<'t, R> {
    /// The row at which `table` stands; nothing when it has other fields than the header and no way to know which.
    fn of(table: &'t Table<R>, heading: &Heading) -> Option<Self> {
        let amount = heading.amounts.first().copied().unwrap_or_default();
        let beyond = heading.width..table.len();
        if beyond.clone().all(|field| table.bytes(field).is_empty()) {
            return Some(Self { table, cut: None });
        }
        let decimals = table.bytes(amount + 1);
        let cut = beyond.len() == 1 && decimals.len() == 2 && decimals.iter().all(u8::is_ascii_digit);
        cut.then_some(Self { table, cut: Some(amount) })
    }

    fn text(&self, field: Option<usize>) -> Cow<'_, str> {
        match (field, self.cut) {
            (Some(field), Some(cut)) if field == cut => {
                Cow::Owned(format!("{},{}", self.table.text(field), self.table.text(field + 1)))
            }
            (Some(field), Some(cut)) if field > cut => self.table.text(field + 1),
            (Some(field), _) => self.table.text(field),
            (None, _) => Cow::default(),
        }
    }
}

impl Heading {
    fn take<R: Read>(&self, table: &Table<R>, sheet: &mut Sheet<'_>) -> Result<(), Error> {
        let Some(row) = Row::of(table, self) else {
            sheet.reject(table.line(), format!("{} fields where the header has {}", table.len(), self.width));
            return Ok(());
        };
        let amounts: Vec<Cow<'_, str>> = self.amounts.iter().map(|field| row.text(Some(*field))).collect();
        let written: Vec<&str> =
            amounts.iter().map(|amount| amount.trim()).filter(|amount| !amount.is_empty()).collect();
        if written.is_empty() {
            // Annexes hold lines of totals, and lists what was given in kind, without an amount.
            sheet.leave_out();
            return Ok(());
        }
        let Some(cents) = written.iter().map(|amount| cents(amount)).sum::<Option<i64>>() else {
            let shown: String = written.join(" + ").chars().take(40).collect();
            sheet.reject(table.line(), format!("{shown:?} is no amount"));
            return Ok(());
        };
        self.keep(&row, cents, sheet)
    }

    fn keep<R: Read>(&self, row: &Row<'_, R>, cents: i64, sheet: &mut Sheet<'_>) -> Result<(), Error> {
        let on = self.day(&row.text(self.date));
        let object = self.object(&row.text(self.object), &row.text(self.programme));
        let funding = Funding { giver: self.giver(&row.text(self.giver), sheet.giver.as_deref()), object, cents, on };
        let siren = siren_of(&row.text(self.number));
        let rna: String = row.text(self.rna).chars().filter(char::is_ascii_alphanumeric).take(20).collect();
        match beneficiary(siren, rna, &row.text(self.name), &row.text(self.commune)) {
            Some(record) => sheet.keep(&Record { updated: on, funding: vec![funding], ..record }),
            None => {
                sheet.reject(row.table.line(), "neither a number nor a name with a commune says who received it");
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
    fn giver(&self, text: &str, told: Option<&str>) -> String {
        let giver = clean(text.split(": ").next().unwrap_or_default());
        match told {
            _ if !giver.is_empty() => giver,
            Some(told) => clean(told),
            None if self.of_the_state => "État".to_owned(),
            None => giver,
        }
    }

    fn object(&self, object: &str, programme: &str) -> String {
        let programme = programme.split_once(": ").map_or(programme, |(_, programme)| programme);
        let object = clean(object);
        if object.is_empty() { clean(programme) } else { object }
    }
}

/// Who received a grant, as far as somebody can be found by it.
fn beneficiary(siren: String, rna: String, name: &str, commune: &str) -> Option<Record> {
    let id = match (rna.is_empty(), siren.is_empty()) {
        (false, _) => rna.clone(),
        (true, false) => format!("siren-{siren}"),
        (true, true) => format!("{NAMED}{:016x}", name_in_commune(name, commune)?),
    };
    Some(Record { id, rna, siren, ..Record::default() })
}
