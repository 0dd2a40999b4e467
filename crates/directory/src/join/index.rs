//! By what an entry can be found: its numbers, its SIREN, its name in its commune. About fifty bytes an entry.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};

use crate::register::name_in_commune;
use crate::{Entry, Error};

/// A number of 64 bits for a text: among three million, two texts share one in one case of four million.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// The entries known, by what they can be found by.
pub(super) struct Index {
    keys: String,
    ends: Vec<u32>,
    units: Vec<u32>,
    numbers: Found,
    sirens: Found,
    names: Found,
    added_numbers: HashMap<u64, u32>,
    added_sirens: HashMap<u64, u32>,
}

/// Entries in order of what they are found by.
#[derive(Default)]
struct Found(Vec<(u64, u32)>);

impl Found {
    fn sort(&mut self) {
        self.0.sort_unstable();
        self.0.dedup();
        self.0.shrink_to_fit();
    }

    /// The one entry that answers; nothing when none or several do.
    fn one(&self, asked: u64) -> Option<u32> {
        let start = self.0.partition_point(|(found, _)| *found < asked);
        match self.0.get(start..) {
            Some([(found, entry), rest @ ..]) if *found == asked => {
                rest.first().is_none_or(|(next, _)| *next != asked).then_some(*entry)
            }
            _ => None,
        }
    }
}

impl Index {
    /// The index of all entries that `entries` gives.
    pub(super) fn of(entries: super::Entries) -> Result<Self, Error> {
        let rows = entries.rows_at_most();
        let mut index = Self {
            keys: String::with_capacity(rows * 12),
            ends: Vec::with_capacity(rows),
            units: Vec::with_capacity(rows),
            numbers: Found(Vec::with_capacity(rows)),
            sirens: Found::default(),
            names: Found(Vec::with_capacity(rows)),
            added_numbers: HashMap::new(),
            added_sirens: HashMap::new(),
        };
        for entry in entries {
            index.take(&entry?);
        }
        index.numbers.sort();
        index.sirens.sort();
        index.names.sort();
        Ok(index)
    }

    fn take(&mut self, entry: &Entry) {
        let ordinal = self.push(&entry.key, &entry.siren);
        self.numbers.0.push((hash(entry.key.as_bytes()), ordinal));
        self.numbers.0.extend(entry.aliases.iter().map(|alias| (hash(alias.as_bytes()), ordinal)));
        if !entry.siren.is_empty() {
            self.sirens.0.push((hash(entry.siren.as_bytes()), ordinal));
        }
        if let Some(name) = name_in_commune(&entry.name, &entry.place.commune).filter(|_| !entry.life.is_dissolved) {
            self.names.0.push((name, ordinal));
        }
    }

    fn push(&mut self, key: &str, siren: &str) -> u32 {
        self.keys.push_str(key);
        self.units.push(siren.parse().unwrap_or_default());
        self.ends.push(self.keys.len() as u32);
        (self.ends.len() - 1) as u32
    }

    /// The key of an entry.
    pub(super) fn key(&self, entry: u32) -> &str {
        let end = self.ends[entry as usize] as usize;
        let start = if entry == 0 { 0 } else { self.ends[entry as usize - 1] as usize };
        &self.keys[start..end]
    }

    /// The entry that answers to a number, its own or a former one.
    pub(super) fn by_number(&self, number: &str) -> Option<u32> {
        let asked = hash(number.as_bytes());
        self.numbers.one(asked).or_else(|| self.added_numbers.get(&asked).copied())
    }

    /// The one entry of a legal unit.
    pub(super) fn by_siren(&self, siren: &str) -> Option<u32> {
        let asked = hash(siren.as_bytes());
        self.added_sirens.get(&asked).copied().or_else(|| self.sirens.one(asked))
    }

    /// The one entry of a name in a commune, unless it is known to be another legal unit than `siren`.
    pub(super) fn by_name(&self, named: u64, siren: &str) -> Option<u32> {
        let found = self.names.one(named)?;
        let (own, asked) = (self.units[found as usize], siren.parse::<u32>().unwrap_or_default());
        (own == 0 || asked == 0 || own == asked).then_some(found)
    }

    /// Adds an entry that no register of keys has.
    pub(super) fn add(&mut self, key: &str) -> u32 {
        let entry = self.push(key, "");
        self.added_numbers.insert(hash(key.as_bytes()), entry);
        entry
    }

    /// Says which legal unit an entry is.
    pub(super) fn learn_siren(&mut self, siren: &str, entry: u32) {
        if !siren.is_empty() {
            self.added_sirens.entry(hash(siren.as_bytes())).or_insert(entry);
            if let Some(unit @ 0) = self.units.get_mut(entry as usize) {
                *unit = siren.parse().unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_that_answer_are_none() {
        let mut found = Found(vec![(5, 1), (7, 2), (7, 3), (5, 1)]);
        found.sort();
        assert_eq!((found.one(5), found.one(7), found.one(6)), (Some(1), None, None));
    }
}
