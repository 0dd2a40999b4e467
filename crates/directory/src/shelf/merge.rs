//! Several files of rows read as one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::rows::RowsReader;
use crate::Error;

/// Rows of several files in the order of their keys; of equal keys, those of the file given first.
pub(crate) struct Merge {
    files: Vec<RowsReader>,
    waiting: BinaryHeap<Reverse<(Vec<u8>, usize)>>,
    current: Option<(Vec<u8>, usize)>,
}

impl Merge {
    pub(crate) fn new(mut files: Vec<RowsReader>) -> Result<Self, Error> {
        let mut waiting = BinaryHeap::with_capacity(files.len());
        for (index, file) in files.iter_mut().enumerate() {
            if file.advance()? {
                waiting.push(Reverse((file.key().to_vec(), index)));
            }
        }
        Ok(Self { files, waiting, current: None })
    }

    /// Goes to the next row; false at the end.
    pub(crate) fn advance(&mut self) -> Result<bool, Error> {
        if let Some((mut key, index)) = self.current.take()
            && self.files[index].advance()?
        {
            key.clear();
            key.extend_from_slice(self.files[index].key());
            self.waiting.push(Reverse((key, index)));
        }
        self.current = self.waiting.pop().map(|Reverse(next)| next);
        Ok(self.current.is_some())
    }

    /// The file of the row, by its place among those given, and the row; nothing before the first and after the last.
    pub(crate) fn current(&self) -> Option<(usize, &RowsReader)> {
        self.current.as_ref().map(|(_, index)| (*index, &self.files[*index]))
    }
}
