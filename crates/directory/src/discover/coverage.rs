//! What a list of organisations covers, and what nobody on it does.

use std::collections::BTreeMap;

use crate::snapshot::region_of;
use crate::{Entry, Kind};

/// How many of the families that a subject touches are told.
const FAMILIES: usize = 8;

/// What a list covers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Theme families on the list, with how many.
    pub families: Vec<(u32, usize)>,
    /// Theme families that the subject touches elsewhere and nobody on the list has, the most touched first.
    pub missing_families: Vec<u32>,
    /// Codes of regions on the list, with how many.
    pub regions: Vec<(String, usize)>,
    /// Codes of regions where somebody is near the subject, but nobody on the list is.
    pub missing_regions: Vec<String>,
    /// Kinds on the list, with how many.
    pub kinds: Vec<(Kind, usize)>,
    /// Kinds near the subject that nobody on the list has.
    pub missing_kinds: Vec<Kind>,
}

/// What organisations have of a line, with how many.
fn tally<T: Ord>(values: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counted: Vec<_> = counts.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted
}

/// What `around` has and `list` has not, the most frequent first.
fn missing<T: Ord + Clone>(list: &[(T, usize)], around: Vec<(T, usize)>) -> Vec<T> {
    around.into_iter().map(|(value, _)| value).filter(|value| !list.iter().any(|(known, _)| known == value)).collect()
}

impl Coverage {
    /// What the organisations of a list cover, beside all those near the subject.
    #[must_use]
    pub fn of(list: &[Entry], around: &[Entry]) -> Self {
        let families = |entries: &[Entry]| tally(entries.iter().map(family).filter(|family| *family != 0));
        let regions = |entries: &[Entry]| tally(entries.iter().map(region).filter(|region| !region.is_empty()));
        let kinds = |entries: &[Entry]| tally(entries.iter().map(|entry| entry.kind));
        let (of_list, list_regions, list_kinds) = (families(list), regions(list), kinds(list));
        let mut missing_families = missing(&of_list, families(around));
        missing_families.truncate(FAMILIES);
        Self {
            missing_families,
            missing_regions: missing(&list_regions, regions(around)),
            missing_kinds: missing(&list_kinds, kinds(around)),
            families: of_list,
            regions: list_regions,
            kinds: list_kinds,
        }
    }
}

fn family(entry: &Entry) -> u32 {
    entry.themes[0] / 1000
}

fn region(entry: &Entry) -> String {
    region_of(&entry.place.department).to_owned()
}
