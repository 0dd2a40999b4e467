//! From a document to its key, and from a key or another name to a document.
//!
//! Keys are kept in order of documents, each without what it shares with the one before; within a family and a
//! department they are in order, so little is left. A table of documents in order of keys makes them searchable.

use tantivy::directory::OwnedBytes;

use super::files::{FileWriter, Small, Writing, number};
use super::{Snapshot, Table};
use crate::error::{Error, Result};

/// How many keys share a beginning.
const BLOCK: usize = 16;

/// The longest key, in bytes.
const LONGEST: usize = 255;

/// Keys that are being written.
#[derive(Debug)]
pub(crate) struct KeysWriter {
    bytes: FileWriter,
    starts: Vec<u32>,
    starts_name: &'static str,
    last: Vec<u8>,
    count: usize,
}

impl KeysWriter {
    pub(crate) fn new(writing: &Writing, name: &'static str, starts_name: &'static str) -> Result<Self> {
        Ok(Self { bytes: writing.create(name)?, starts: Vec::new(), starts_name, last: Vec::new(), count: 0 })
    }

    pub(crate) fn push(&mut self, key: &str) -> Result<()> {
        let key = &key.as_bytes()[..key.len().min(LONGEST)];
        if self.count.is_multiple_of(BLOCK) {
            self.starts.push(u32::try_from(self.bytes.length()).map_err(|_| Error::TooMany("keys"))?);
            self.last.clear();
        }
        let shared = key.iter().zip(&self.last).take_while(|(one, other)| one == other).count();
        let lengths = [shared, key.len() - shared].map(|length| u8::try_from(length).unwrap_or(u8::MAX));
        self.bytes.put(&lengths)?;
        self.bytes.put(&key[shared..])?;
        self.last.clear();
        self.last.extend_from_slice(key);
        self.count += 1;
        Ok(())
    }

    pub(crate) fn finish(self, writing: &mut Writing) -> Result<()> {
        writing.keep(self.bytes)?;
        writing.write(self.starts_name, bytemuck::cast_slice(&self.starts))
    }
}

/// Keys, read in place.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    bytes: OwnedBytes,
    starts: Table<u32>,
    /// Documents in order of keys.
    order: Option<Table<Small>>,
    count: usize,
}

impl Keys {
    /// The keys of `count` documents; `order` names the table of documents in order of keys, when the keys themselves
    /// are not in order.
    pub(crate) fn open(
        snapshot: &Snapshot,
        names: [&'static str; 2],
        order: Option<&'static str>,
        count: usize,
    ) -> Result<Self> {
        let order = order.map(|name| snapshot.table_of(name, count)).transpose()?;
        let starts = snapshot.table_of(names[1], count.div_ceil(BLOCK))?;
        Ok(Self { bytes: snapshot.file(names[0])?, starts, order, count })
    }

    /// The key at a place.
    pub(crate) fn get(&self, at: usize) -> Option<String> {
        let mut key = Vec::new();
        self.read(at, &mut key)?;
        String::from_utf8(key).ok()
    }

    fn read(&self, at: usize, key: &mut Vec<u8>) -> Option<()> {
        key.clear();
        let mut rest = self.bytes.get(self.starts.get(at / BLOCK)? as usize..)?;
        for _ in 0..=at % BLOCK {
            let [shared, length] = *rest.first_chunk::<2>()?;
            key.truncate(usize::from(shared));
            key.extend_from_slice(rest.get(2..2 + usize::from(length))?);
            rest = rest.get(2 + usize::from(length)..)?;
        }
        Some(())
    }

    /// The place of a key.
    pub(crate) fn find(&self, key: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.count);
        let mut held = Vec::new();
        while low < high {
            let middle = low.midpoint(high);
            let at = self.in_order(middle)?;
            self.read(at, &mut held)?;
            match held.as_slice().cmp(key.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(at),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    fn in_order(&self, rank: usize) -> Option<usize> {
        match &self.order {
            Some(order) => order.get(rank).map(|document| number(document) as usize),
            None => Some(rank),
        }
    }
}
