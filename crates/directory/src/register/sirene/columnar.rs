//! The stock of legal units as Parquet.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use parquet::basic::Type as Physical;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;

use super::{COLUMNS, NEEDED, Named, Unit, part, take};
use crate::Error;
use crate::register::Part;
use crate::register::sheet::Sheet;

/// Reads the stock.
pub(crate) fn read(path: &Path, named: &Named, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    // The decoder panics on some damaged pages: what it cannot read is said, and nothing is replaced.
    let read = catch_unwind(AssertUnwindSafe(|| read_rows(path, named, sheet)));
    read.unwrap_or_else(|_| Err(unreadable(path, "a page is damaged")))
}

fn unreadable(path: &Path, reason: impl ToString) -> Error {
    Error::Unreadable { file: path.display().to_string(), reason: reason.to_string() }
}

fn read_rows(path: &Path, named: &Named, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let file = File::open(path).map_err(Error::io(path))?;
    let reader = SerializedFileReader::new(file).map_err(|reason| unreadable(path, reason))?;
    let projection = projection(path, reader.metadata().file_metadata().schema())?;
    let mut line = 0;
    for group in 0..reader.num_row_groups() {
        let group = reader.get_row_group(group).map_err(|reason| unreadable(path, reason))?;
        let rows =
            RowIter::from_row_group(Some(projection.clone()), &*group).map_err(|reason| unreadable(path, reason))?;
        for row in rows {
            line += 1;
            let unit = unit(&row.map_err(|reason| unreadable(path, reason))?);
            take(&unit, line, named, sheet)?;
        }
    }
    Ok(part("Parquet"))
}

/// The columns that are read, as far as the file has them; refuses a file without the needed ones, or with others in
/// their place.
fn projection(path: &Path, schema: &Type) -> Result<Type, Error> {
    let file = || path.display().to_string();
    let has = |name: &str| schema.get_fields().iter().find(|field| field.name() == name);
    let missing: Vec<&str> = NEEDED.iter().map(|column| COLUMNS[*column]).filter(|name| has(name).is_none()).collect();
    if !missing.is_empty() {
        let found: Vec<&str> = schema.get_fields().iter().map(|field| field.name()).take(60).collect();
        return Err(Error::Columns { file: file(), missing: missing.join(", "), found: found.join(", ") });
    }
    let fields: Vec<Arc<Type>> = COLUMNS.iter().filter_map(|name| has(name)).cloned().collect();
    for field in &fields {
        if let Some(found) = unusable(field) {
            let column = field.name().to_owned();
            return Err(Error::ColumnType { file: file(), column, expected: "text or whole numbers", found });
        }
    }
    Type::group_type_builder(schema.name()).with_fields(fields).build().map_err(|reason| unreadable(path, reason))
}

/// What a column holds that cannot be used; nothing when it can be.
fn unusable(field: &Type) -> Option<String> {
    if !field.is_primitive() {
        return Some("nested values".to_owned());
    }
    match field.get_physical_type() {
        Physical::BYTE_ARRAY | Physical::INT32 | Physical::INT64 => None,
        other => Some(other.to_string()),
    }
}

fn unit(row: &Row) -> Unit {
    let mut unit = Unit::default();
    for (name, field) in row.get_column_iter() {
        if let Some(column) = COLUMNS.iter().position(|column| column == name) {
            unit[column] = text(field);
        }
    }
    unit
}

fn text(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
        other => other.to_string().trim_matches('"').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU64;

    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;

    use super::*;
    use crate::register::{Record, Tally};
    use crate::shelf::{RowsReader, Sorter};

    /// A file of one unit, whose column of staff holds text or numbers with a point.
    fn written(folder: &Path, staff_as_text: bool) -> std::path::PathBuf {
        let staff = if staff_as_text {
            "BYTE_ARRAY trancheEffectifsUniteLegale (UTF8)"
        } else {
            "DOUBLE trancheEffectifsUniteLegale"
        };
        let schema = format!(
            "message units {{ REQUIRED BYTE_ARRAY siren (UTF8); REQUIRED BYTE_ARRAY denominationUniteLegale (UTF8);
               REQUIRED BYTE_ARRAY categorieJuridiqueUniteLegale (UTF8); REQUIRED BYTE_ARRAY statutDiffusionUniteLegale (UTF8);
               REQUIRED {staff}; }}"
        );
        let path = folder.join("units.parquet");
        let schema = Arc::new(parse_message_type(&schema).unwrap());
        let mut writer = SerializedFileWriter::new(File::create(&path).unwrap(), schema, Arc::default()).unwrap();
        let mut group = writer.next_row_group().unwrap();
        for value in ["389486242", "LES AMIS", "9220", "O"] {
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<ByteArrayType>().write_batch(&[ByteArray::from(value)], None, None).unwrap();
            column.close().unwrap();
        }
        let mut column = group.next_column().unwrap().unwrap();
        if staff_as_text {
            column.typed::<ByteArrayType>().write_batch(&[ByteArray::from("12")], None, None).unwrap();
        } else {
            column.typed::<DoubleType>().write_batch(&[12.0], None, None).unwrap();
        }
        column.close().unwrap();
        group.close().unwrap();
        writer.close().unwrap();
        path
    }

    fn loaded(path: &Path) -> Result<Record, Error> {
        let folder = path.parent().unwrap();
        let tally = Tally::new(0, &|_| {});
        let mut sheet = Sheet::new("units".to_owned(), Sorter::new(folder, "a"), &tally);
        read(path, &Named::default(), &mut sheet)?;
        assert_eq!(tally.rows.load(std::sync::atomic::Ordering::Relaxed), 1);
        let _ = AtomicU64::new(0);
        let rows = folder.join("a.rows");
        sheet.into_sorter().finish(&rows)?;
        let mut rows = RowsReader::open(&rows)?;
        assert!(rows.advance()?);
        rows.decode()
    }

    #[test]
    fn a_unit_is_read_from_columns_of_text() {
        let folder = tempfile::tempdir().unwrap();
        let record = loaded(&written(folder.path(), true)).unwrap();
        assert_eq!((record.siren.as_str(), record.size), ("389486242", crate::Size::UnderFifty));
    }

    #[test]
    fn a_column_of_another_type_is_refused_by_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let refused = loaded(&written(folder.path(), false)).unwrap_err().to_string();
        assert!(refused.contains("trancheEffectifsUniteLegale") && refused.contains("DOUBLE"), "{refused}");
    }

    #[test]
    fn a_file_cut_anywhere_is_refused_and_never_a_panic() {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), true);
        let whole = std::fs::read(&path).unwrap();
        for length in (0..whole.len()).step_by(41) {
            std::fs::write(&path, &whole[..length]).unwrap();
            assert!(loaded(&path).is_err(), "{length}");
        }
    }
}
