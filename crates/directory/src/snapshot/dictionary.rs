//! From a word as it is written to the stem it leads to.
//!
//! Words are folded. The initials of names are in the same dictionary, behind an `=`; so are departments and theme
//! families, behind a `#`, for the documents that are of them.

use fst::{IntoStreamer, Map, MapBuilder, Streamer};
use tantivy::directory::OwnedBytes;

use super::files::{Writing, number, small};
use super::{Snapshot, Table};
use crate::error::{Error, Result};

/// What stands before initials.
pub(crate) const INITIALS: &str = "=";

/// What stands before a department, for the documents of which it is a word that nobody types.
pub(crate) const DEPARTMENT: &str = "#d";

/// What stands before a theme family.
pub(crate) const FAMILY: &str = "#f";

/// A word of the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    /// Its stem.
    pub(crate) stem: u32,
    /// How often it is written, about.
    pub(crate) frequency: u32,
}

/// A form on four bytes: its stem, and eight times the logarithm of its frequency: enough to tell the usual from the rare.
type FormNumbers = [u8; 4];

fn pack(form: Form) -> FormNumbers {
    let [a, b, c] = small(form.stem);
    [a, b, c, ((form.frequency.max(1) as f32).log2() * 8.0).round() as u8]
}

fn unpack([a, b, c, frequency]: FormNumbers) -> Form {
    Form { stem: number([a, b, c]), frequency: (f32::from(frequency) / 8.0).exp2().round() as u32 }
}

/// Writes words, in order, with their stems and frequencies.
pub(crate) fn write_dictionary(writing: &mut Writing, forms: &[(&str, Form)]) -> Result<()> {
    let path = writing.folder().join("words");
    let unordered = |error: fst::Error| Error::damaged(&path, error.to_string());
    let mut builder = MapBuilder::memory();
    for (rank, (word, _)) in (0_u64..).zip(forms) {
        builder.insert(word, rank).map_err(unordered)?;
    }
    let numbers: Vec<FormNumbers> = forms.iter().map(|(_, form)| pack(*form)).collect();
    let bytes = builder.into_inner().map_err(unordered)?;
    writing.write("words", &bytes)?;
    writing.write("forms", bytemuck::cast_slice(&numbers))
}

/// The words of a snapshot.
#[derive(Debug, Clone)]
pub(crate) struct Dictionary {
    words: Map<OwnedBytes>,
    forms: Table<FormNumbers>,
}

impl Dictionary {
    pub(crate) fn open(snapshot: &Snapshot) -> Result<Self> {
        let damaged = |error: fst::Error| Error::damaged(snapshot.folder().join("words"), error.to_string());
        let words = Map::new(snapshot.file("words")?).map_err(damaged)?;
        let forms = snapshot.table_of("forms", words.len())?;
        Ok(Self { words, forms })
    }

    /// A folded word.
    pub(crate) fn get(&self, word: &str) -> Option<Form> {
        self.form(self.words.get(word)?)
    }

    /// The form of a rank of the dictionary.
    pub(crate) fn form(&self, rank: u64) -> Option<Form> {
        self.forms.get(usize::try_from(rank).ok()?).map(unpack)
    }

    /// The words that begin so, in order, at most so many.
    pub(crate) fn beginning(&self, prefix: &str, most: usize) -> Vec<(String, Form)> {
        let mut found = Vec::new();
        let mut stream = self.words.range().ge(prefix).into_stream();
        while let Some((word, rank)) = stream.next() {
            if !word.starts_with(prefix.as_bytes()) || found.len() == most {
                break;
            }
            if let (Ok(word), Some(form)) = (std::str::from_utf8(word), self.form(rank)) {
                found.push((word.to_owned(), form));
            }
        }
        found
    }

    /// Gives every word, in order.
    pub(crate) fn each(&self, mut give: impl FnMut(&str, Form)) {
        let mut stream = self.words.stream();
        while let Some((word, rank)) = stream.next() {
            if let (Ok(word), Some(form)) = (std::str::from_utf8(word), self.form(rank)) {
                give(word, form);
            }
        }
    }

    /// All the words, for automata.
    pub(crate) fn words(&self) -> &Map<OwnedBytes> {
        &self.words
    }
}
