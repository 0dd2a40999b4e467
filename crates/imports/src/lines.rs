//! Lines of a file, numbered and bounded, for formats of one record a line.

use std::io::{self, BufRead};

use crate::{Reason, Rejection};

/// The longest line or CSV record that a reader keeps in memory: 16 MiB. The longest line of the real
/// exports at hand has 156 kB.
pub const MAX_LINE: usize = 16 << 20;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// One line without its end, and its number from 1.
pub(crate) struct Line {
    pub(crate) number: u64,
    pub(crate) bytes: Vec<u8>,
    /// Whether bytes beyond the limit were passed over.
    pub(crate) cut: bool,
}

impl Line {
    /// The line, or why it cannot be taken.
    pub(crate) fn text(&self) -> Result<&str, Reason> {
        if self.cut {
            return Err(Reason::TooLong { limit: MAX_LINE });
        }
        std::str::from_utf8(&self.bytes).map_err(|_| Reason::NotUtf8)
    }
}

/// Reads line by line, never more than `limit` bytes of one.
pub(crate) struct Lines<Input> {
    input: Input,
    limit: usize,
    number: u64,
    finished: bool,
    marked: bool,
}

impl<Input: BufRead> Lines<Input> {
    pub(crate) fn new(input: Input, limit: usize) -> Self {
        Self { input, limit, number: 0, finished: false, marked: false }
    }

    /// Whether the file began with a UTF-8 byte order mark; known once the first line was read.
    pub(crate) fn is_marked(&self) -> bool {
        self.marked
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line { number: self.number + 1, bytes: Vec::new(), cut: false };
        let mut begun = false;
        loop {
            let available = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if available.is_empty() {
                break;
            }
            begun = true;
            let end = available.iter().position(|byte| *byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            take_up_to(&mut line, part, self.limit);
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        Ok(begun.then(|| self.finish(line)))
    }

    /// Counts the line and takes the byte order mark off the first one.
    fn finish(&mut self, mut line: Line) -> Line {
        self.number += 1;
        if self.number == 1 && line.bytes.starts_with(BYTE_ORDER_MARK) {
            self.marked = true;
            line.bytes.drain(..BYTE_ORDER_MARK.len());
        }
        line
    }

    fn stop(&mut self, error: &io::Error) -> Rejection {
        self.finished = true;
        Rejection { line: self.number + 1, external_id: None, reason: Reason::Unreadable(error.to_string()) }
    }
}

fn take_up_to(line: &mut Line, part: &[u8], limit: usize) {
    let room = limit.saturating_sub(line.bytes.len());
    line.cut |= part.len() > room;
    line.bytes.extend_from_slice(&part[..part.len().min(room)]);
}

impl<Input: BufRead> Iterator for Lines<Input> {
    type Item = Result<Line, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.finished {
            return None;
        }
        let read = self.read();
        self.finished = matches!(read, Ok(None));
        match read {
            Ok(line) => line.map(Ok),
            Err(error) => Some(Err(self.stop(&error))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8], limit: usize) -> Vec<(u64, String, bool)> {
        Lines::new(input, limit)
            .map(|line| line.unwrap())
            .map(|line| (line.number, String::from_utf8(line.bytes).unwrap(), line.cut))
            .collect()
    }

    #[test]
    fn the_byte_order_mark_is_no_part_of_the_first_line() {
        let mut lines = Lines::new(&b"\xEF\xBB\xBFid\n"[..], 100);
        assert_eq!(lines.next().unwrap().unwrap().bytes, b"id");
        assert!(lines.is_marked());
    }

    #[test]
    fn a_line_beyond_the_limit_is_cut_and_the_next_one_is_whole() {
        let expected = vec![(1, "abc".to_owned(), true), (2, "de".to_owned(), false)];
        assert_eq!(lines(b"abcdef\nde", 3), expected);
    }

    #[test]
    fn a_last_line_without_its_end_is_still_a_line() {
        assert_eq!(lines(b"a\n\nb", 9).len(), 3);
        assert_eq!(lines(b"a\n", 9).len(), 1);
    }
}
