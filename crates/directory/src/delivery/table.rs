//! Tables of text, a record at a time, in bounded memory whatever the file holds.

use std::borrow::Cow;
use std::io::{self, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::encoding::Encoding;

/// The longest purpose published has 20 kB.
const LONGEST_RECORD: usize = 1 << 20;
const MOST_FIELDS: usize = 2_048;

/// A table being read.
pub(crate) struct Table<R> {
    input: R,
    parser: Reader,
    encoding: Encoding,
    buffer: Vec<u8>,
    unread: std::ops::Range<usize>,
    record: Vec<u8>,
    ends: Vec<usize>,
    fields: usize,
    line: u64,
}

/// What reading one record came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Fields, to be asked for.
    Fields,
    /// A record longer than any published: a quote that never closes, most often.
    TooLong,
    /// The end of the table.
    End,
}

impl<R: Read> Table<R> {
    /// A table whose mark has been taken off.
    pub(crate) fn new(input: R, delimiter: u8, encoding: Encoding) -> Self {
        Self {
            input,
            parser: ReaderBuilder::new().delimiter(delimiter).build(),
            encoding,
            buffer: vec![0; 128 * 1024],
            unread: 0..0,
            record: vec![0; 16 * 1024],
            ends: vec![0; 128],
            fields: 0,
            line: 1,
        }
    }

    /// Reads the next record.
    pub(crate) fn advance(&mut self) -> io::Result<Line> {
        let (mut written, mut fields, mut too_long) = (0, 0, false);
        self.line = self.parser.line();
        loop {
            if self.unread.is_empty() {
                self.unread = 0..self.input.read(&mut self.buffer)?;
            }
            let (result, taken, put, ended) = self.parser.read_record(
                &self.buffer[self.unread.clone()],
                &mut self.record[written..],
                &mut self.ends[fields..],
            );
            self.unread.start += taken;
            written += put;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => too_long |= !grow(&mut self.record, &mut written, LONGEST_RECORD),
                ReadRecordResult::OutputEndsFull => too_long |= !grow(&mut self.ends, &mut fields, MOST_FIELDS),
                ReadRecordResult::Record if too_long => return Ok(Line::TooLong),
                ReadRecordResult::Record => {
                    self.fields = fields;
                    return Ok(Line::Fields);
                }
                ReadRecordResult::End => return Ok(if too_long { Line::TooLong } else { Line::End }),
            }
        }
    }

    /// The line at which the record begins, from one.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// How many fields the record has.
    pub(crate) fn len(&self) -> usize {
        self.fields
    }

    /// The bytes of a field; none when the record is shorter.
    pub(crate) fn bytes(&self, field: usize) -> &[u8] {
        let start = if field == 0 { Some(0) } else { self.ends[..self.fields].get(field - 1).copied() };
        let end = self.ends[..self.fields].get(field).copied();
        start.zip(end).and_then(|(start, end)| self.record.get(start..end)).unwrap_or_default()
    }

    /// The text of a field, as it is written; nothing when the record is shorter.
    pub(crate) fn text(&self, field: usize) -> Cow<'_, str> {
        self.encoding.decode(self.bytes(field))
    }
}

/// Makes room, or begins again at the head when there is enough already; says which.
fn grow<T: Clone + Default>(room: &mut Vec<T>, used: &mut usize, most: usize) -> bool {
    if room.len() < most {
        room.resize((room.len() * 2).min(most), T::default());
        return true;
    }
    *used = 0;
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<(Line, u64, Vec<String>)> {
        let mut table = Table::new(text, b';', Encoding::Utf8);
        let mut lines = Vec::new();
        loop {
            let line = table.advance().unwrap();
            if line == Line::End {
                return lines;
            }
            let fields = (0..table.len()).map(|field| table.text(field).into_owned()).collect();
            lines.push((line, table.line(), fields));
        }
    }

    #[test]
    fn a_newline_inside_quotes_is_part_of_the_field() {
        let lines = read(b"id;objet\n\"1\";\"deux\nlignes\"\n\"2\";\"l'\"\"art\"\"\"\n");
        assert_eq!(lines[1], (Line::Fields, 2, vec!["1".to_owned(), "deux\nlignes".to_owned()]));
        assert_eq!(lines[2], (Line::Fields, 4, vec!["2".to_owned(), "l'\"art\"".to_owned()]));
    }

    #[test]
    fn a_quote_that_never_closes_is_one_long_record_and_not_all_the_memory() {
        let mut text = b"id;objet\n1;\"".to_vec();
        text.extend(std::iter::repeat_n(b"mot ", 1_000_000).flatten());
        let lines = read(&text);
        assert_eq!(lines[1].0, Line::TooLong);
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn a_line_of_separators_only_is_one_record_too_long() {
        let lines = read(&[b';'; 100_000]);
        assert_eq!(lines[0].0, Line::TooLong);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_end(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2_000)) {
            read(&bytes);
        }
    }
}
