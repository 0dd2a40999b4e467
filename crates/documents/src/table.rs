//! Tables as CSV and as JSON, written piece by piece so that a million rows need no more memory
//! than a page of them.

use fabrique_domain::open_data::Cell;
use serde_json::{Map, Value};

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180, in UTF-8, with the names in the first line.
    Csv,
    /// One JSON array of objects, one object a line.
    Json,
}

impl Format {
    /// The suffix of its files.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
        }
    }
}

/// Writes a table: [`TableWriter::begin`], any number of [`TableWriter::rows`], [`TableWriter::end`].
#[derive(Debug)]
pub struct TableWriter {
    format: Format,
    header: Vec<String>,
    begun: bool,
}

impl TableWriter {
    /// A writer of rows that have these names.
    #[must_use]
    pub const fn new(format: Format, header: Vec<String>) -> Self {
        Self { format, header, begun: false }
    }

    /// What comes before the rows.
    #[must_use]
    pub fn begin(&self) -> Vec<u8> {
        match self.format {
            Format::Csv => record(self.header.iter().cloned()),
            Format::Json => b"[".to_vec(),
        }
    }

    /// Some rows.
    #[must_use]
    pub fn rows(&mut self, rows: &[Vec<Cell>]) -> Vec<u8> {
        let mut piece = Vec::new();
        for row in rows {
            match self.format {
                Format::Csv => piece.extend(record(row.iter().map(csv_cell))),
                Format::Json => {
                    piece.extend_from_slice(if self.begun { b",\n" } else { b"\n" });
                    piece.extend(self.object(row).to_string().into_bytes());
                }
            }
            self.begun = true;
        }
        piece
    }

    /// What comes after the rows.
    #[must_use]
    pub fn end(&self) -> Vec<u8> {
        match self.format {
            Format::Csv => Vec::new(),
            Format::Json => b"\n]\n".to_vec(),
        }
    }

    fn object(&self, row: &[Cell]) -> Value {
        Value::Object(self.header.iter().cloned().zip(row.iter().map(Cell::to_json)).collect::<Map<_, _>>())
    }
}

/// One record of CSV, with its line end. Writing to memory cannot fail.
fn record(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}

/// A cell in CSV. Words that a spreadsheet would run as a formula are kept from it by an
/// apostrophe, as OWASP advises ("CSV Injection"); JSON keeps them as they are.
fn csv_cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(format: Format, rows: &[Vec<Cell>]) -> String {
        let mut writer = TableWriter::new(format, vec!["id".into(), "title".into()]);
        let pieces = [writer.begin(), writer.rows(rows), writer.end()];
        String::from_utf8(pieces.concat()).unwrap()
    }

    fn row(number: i64, title: &str) -> Vec<Cell> {
        vec![Cell::Number(number), Cell::Text(title.into())]
    }

    #[test]
    fn csv_is_read_back_whatever_the_words() {
        let titles = ["Ouvrir; fermer", "« citer », \"citer\"", "deux\nlignes", ""];
        let rows: Vec<_> = titles.iter().map(|title| row(1, title)).collect();
        let text = whole(Format::Csv, &rows);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let read: Vec<String> = reader.records().map(|record| record.unwrap()[1].to_owned()).collect();
        assert_eq!(read, titles);
    }

    #[test]
    fn a_spreadsheet_is_given_no_formula() {
        assert!(whole(Format::Csv, &[row(1, "=1+1")]).contains("'=1+1"));
        assert!(whole(Format::Csv, &[row(-5, "ok")]).contains("-5,ok"));
    }

    #[test]
    fn json_is_an_array_of_objects_even_without_a_row() {
        assert_eq!(serde_json::from_str::<Value>(&whole(Format::Json, &[])).unwrap(), serde_json::json!([]));
        let read: Value =
            serde_json::from_str(&whole(Format::Json, &[row(1, "a"), vec![Cell::Number(2), Cell::Empty]])).unwrap();
        assert_eq!(read, serde_json::json!([{"id": 1, "title": "a"}, {"id": 2, "title": null}]));
    }
}
