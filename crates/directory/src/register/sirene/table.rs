//! The stock of legal units as CSV.

use std::io::Read;

use super::{COLUMNS, NEEDED, Named, Unit, part, take};
use crate::Error;
use crate::register::Part;
use crate::register::columns;
use crate::register::sheet::{Reading, Sheet};

/// Reads the stock.
pub(crate) fn read(
    reading: &Reading<'_>,
    named: &Named,
    input: &mut dyn Read,
    sheet: &mut Sheet<'_>,
) -> Result<Part, Error> {
    let (mut table, columns) = columns::open(reading, input, reading.delimiter)?;
    let names = COLUMNS.map(str::to_lowercase);
    let needed: Vec<&str> = NEEDED.iter().map(|column| names[*column].as_str()).collect();
    columns.require(reading, &needed)?;
    let fields = names.each_ref().map(|name| columns.find(&[name]));
    columns::each_row(reading, &mut table, Some(columns.len()), sheet, |table, sheet| {
        let unit: Unit = fields.map(|field| field.map(|field| table.text(field).into_owned()).unwrap_or_default());
        take(&unit, table.line(), named, sheet)
    })?;
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    Ok(Part { missing: columns.missing(&known), ..part("CSV") })
}
