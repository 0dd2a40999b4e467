//! A table as a sheet of a workbook (XLSX), for those who work in a spreadsheet.
//!
//! The whole sheet stands in memory while it is written, some three hundred bytes a cell: what is endless leaves as
//! CSV, piece by piece.

use std::borrow::Cow;

use fabrique_domain::{Instant, open_data::Cell};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The suffix of its files.
pub const SUFFIX: &str = "xlsx";

/// Its media type.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The most rows a sheet holds below its header; those after them are left out.
pub const MOST_ROWS: usize = 1_048_575;

/// The most characters a cell holds, in units of UTF-16; the rest is left out.
const LONGEST_CELL: usize = 32_767;

/// The widest that a column is drawn, in pixels: long texts wrap.
const WIDEST: u32 = 420;

/// A sheet could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the sheet could not be written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// Writes a workbook of one sheet: a header that stays in sight and can be filtered, then the rows.
///
/// Words are kept as words: nothing that stands in a cell is ever read as a formula, neither when the sheet is opened
/// nor when the cell is edited afterwards. `written_at` is the day that the file tells.
///
/// # Errors
/// [`NotWritten`] when there are more columns than a sheet has (16,384).
pub fn write(
    title: &str,
    header: &[String],
    rows: impl IntoIterator<Item = Vec<Cell>>,
    written_at: Instant,
) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(title, written_at)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name(name(title))?;
    let bold = Format::new().set_bold().set_quote_prefix();
    for (column, words) in (0..).zip(header) {
        sheet.write_string_with_format(0, column, within(words), &bold)?;
    }
    let last = fill(sheet, rows)?;
    if let Some(width) = header.len().checked_sub(1).and_then(|width| u16::try_from(width).ok()) {
        sheet.autofilter(0, 0, last, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_autofit_max_width(WIDEST);
    sheet.autofit();
    Ok(workbook.save_to_buffer()?)
}

/// Writes the rows; the number of the last one.
fn fill(sheet: &mut Worksheet, rows: impl IntoIterator<Item = Vec<Cell>>) -> Result<u32, NotWritten> {
    let words = Format::new().set_quote_prefix().set_text_wrap().set_align(rust_xlsxwriter::FormatAlign::Top);
    let mut last = 0;
    for (number, row) in (1..).zip(rows.into_iter().take(MOST_ROWS)) {
        for (column, cell) in (0..).zip(&row) {
            match cell {
                Cell::Empty => {}
                // Whole numbers up to 2⁵³ are exact.
                Cell::Number(value) => drop(sheet.write_number(number, column, *value as f64)?),
                Cell::Text(text) => drop(sheet.write_string_with_format(number, column, within(text), &words)?),
            }
        }
        last = number;
    }
    Ok(last)
}

fn properties(title: &str, written_at: Instant) -> Result<DocProperties, NotWritten> {
    let written_at = ExcelDateTime::from_timestamp(written_at.micros().div_euclid(1_000_000))?;
    Ok(DocProperties::new().set_title(within(title)).set_creation_datetime(&written_at))
}

/// The part of a text that a cell holds.
fn within(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST_CELL {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= LONGEST_CELL
    };
    Cow::Owned(text.chars().take_while(fits).collect())
}

/// The name of the tab: up to 31 letters, without the signs that the form reserves.
fn name(title: &str) -> String {
    let clean: String = title.chars().filter(|letter| !"[]:*?/\\'".contains(*letter) && !letter.is_control()).collect();
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= 31
    };
    let name: String = clean.trim().chars().take_while(fits).collect();
    // “History” is kept by the program itself.
    if name.is_empty() || name.eq_ignore_ascii_case("history") { "1".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    fn text(words: &str) -> Cell {
        Cell::Text(words.to_owned())
    }

    /// The parts of the workbook, all in one text.
    fn written(title: &str, rows: Vec<Vec<Cell>>) -> String {
        let header = ["name".to_owned(), "count".to_owned()];
        let bytes = write(title, &header, rows, Instant::from_micros(1_764_000_000_000_000)).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut whole = String::new();
        for number in 0..archive.len() {
            archive.by_index(number).unwrap().read_to_string(&mut whole).unwrap();
        }
        whole
    }

    #[test]
    fn words_stay_words_even_when_they_look_like_a_formula() {
        let whole = written("Essai", vec![vec![text("=HYPERLINK(\"https://a.example\")"), Cell::Number(-5)]]);
        assert!(whole.contains("=HYPERLINK"), "the words are kept");
        assert!(!whole.contains("<f>"), "no cell holds a formula");
        assert!(whole.contains("quotePrefix=\"1\""), "nor becomes one when edited");
        assert!(whole.contains("<v>-5</v>"));
    }

    #[test]
    fn the_same_rows_make_the_same_file() {
        let rows = || vec![vec![text("Les Données d’abord"), Cell::Empty]];
        assert_eq!(written("Essai", rows()), written("Essai", rows()));
    }

    #[test]
    fn a_text_longer_than_a_cell_is_cut_and_signs_that_no_file_holds_do_no_harm() {
        let whole = written("Essai", vec![vec![text(&"é𝄞".repeat(20_000)), text("\u{b}\u{0}a")]]);
        assert!(whole.matches('𝄞').count() < 11_000);
    }

    #[test]
    fn any_title_makes_a_name_of_a_sheet() {
        for title in ["", "[a]:*?/\\b", "history", &"é".repeat(200), "'tis'"] {
            assert!(written(title, Vec::new()).contains("<sheet name="), "{title}");
        }
    }
}
