//! Cap Collectif: proposals of a consultation, one `{"opinion": {…}}` a line.
//!
//! The form is that of the French consultation on the bill for a Digital Republic (2015). A proposal
//! carries its arguments, its cited sources and its appendices; votes are totals. Every list of
//! voters is passed over on purpose.

mod convert;
mod parts;
mod shape;
#[cfg(test)]
mod tests;

use std::io::BufRead;

use crate::journal::Journal;
use crate::lines::{Line, Lines, MAX_LINE};
use crate::{Entry, Losses, Proposal, Reason, Rejection};
use convert::Converter;
use shape::Identifier;

/// Reads an export, line by line. Blank lines are passed over.
///
/// A line that is not UTF-8, not the JSON expected, or without identifier or title is rejected. An
/// argument or source that cannot be read is rejected alone, with the line of its proposal; its
/// rejection follows the proposal.
pub fn read<Input: BufRead>(input: Input) -> Reader<Input> {
    Reader { lines: Lines::new(input, MAX_LINE), journal: Journal::default() }
}

/// The proposals of an export. See [`read`].
pub struct Reader<Input> {
    lines: Lines<Input>,
    journal: Journal,
}

impl<Input: BufRead> Reader<Input> {
    /// What could not be kept so far; complete once the iterator has ended.
    pub fn losses(&self) -> &Losses {
        &self.journal.losses
    }

    fn line(&mut self, line: &Line) -> Result<Option<Entry<Proposal>>, Rejection> {
        let mut external_id = None;
        self.proposal(line, &mut external_id).map_err(|reason| Rejection { line: line.number, external_id, reason })
    }

    /// Reads one line, and sets the identifier as soon as it is known.
    fn proposal(&mut self, line: &Line, external_id: &mut Option<String>) -> Result<Option<Entry<Proposal>>, Reason> {
        let text = line.text()?;
        if text.trim().is_empty() {
            return Ok(None);
        }
        let parsed: shape::Line = serde_json::from_str(text).map_err(|error| malformed(&error))?;
        let opinion = parsed.opinion.ok_or(Reason::Missing("opinion"))?;
        let id = opinion.id.as_ref().and_then(Identifier::text);
        let id = id.ok_or(Reason::Missing("id"))?;
        *external_id = Some(id.clone());
        let converter = Converter { line: line.number, id: &id, journal: &mut self.journal };
        let record = converter.proposal(opinion)?;
        parsed.unknown.report("", &id, &mut self.journal);
        Ok(Some(Entry { line: line.number, record }))
    }
}

impl<Input: BufRead> Iterator for Reader<Input> {
    type Item = Result<Entry<Proposal>, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(rejection) = self.journal.next_rejection() {
            return Some(Err(rejection));
        }
        loop {
            let line = match self.lines.next()? {
                Ok(line) => line,
                Err(rejection) => return Some(Err(rejection)),
            };
            if let Some(read) = self.line(&line).transpose() {
                return Some(read);
            }
        }
    }
}

fn malformed(error: &serde_json::Error) -> Reason {
    if error.is_eof() { Reason::Truncated } else { Reason::Malformed(error.to_string()) }
}
