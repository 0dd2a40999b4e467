//! Exact counts, from the columns of the documents that answer.

use std::collections::BTreeMap;

use super::answer::{Counted, Facets, PlaceCount};
use super::sieve::{Failed, LINES, Line};
use crate::snapshot::{Columns, Flags, Tables, YEAR_CODES, region_of, year_code, year_of};
use crate::{Kind, Size};

/// How many communes are named.
const COMMUNES: usize = 200;

/// The documents that answer, and those that fail along one line alone.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    /// That answer, in order.
    pub(crate) hits: Vec<u32>,
    /// That would, were it not for one line: they are counted along it.
    near: [Vec<u32>; LINES],
}

impl Matched {
    /// Puts a document where it belongs.
    pub(crate) fn push(&mut self, document: u32, failed: Failed) {
        if failed == 0 {
            self.hits.push(document);
        } else if failed.is_power_of_two()
            && failed >> Line::Flags as u32 == 0
            && let Some(near) = self.near.get_mut(failed.trailing_zeros() as usize)
        {
            near.push(document);
        }
    }

    fn along(&self, line: Line) -> impl Iterator<Item = usize> {
        self.hits.iter().chain(&self.near[line as usize]).map(|document| *document as usize)
    }
}

/// Counts what was matched.
pub(crate) fn count(matched: &Matched, columns: &Columns, tables: &Tables) -> Facets {
    let mut facets = Facets::default();
    let themes = tally(matched.along(Line::Themes), columns.themes(), tables.themes.len());
    count_themes(&themes, tables, &mut facets);
    let places = tally(matched.along(Line::Places), columns.places(), tables.places.len());
    count_places(&places, tables, &mut facets);
    let traits = matched.hits.iter().map(|document| *document as usize);
    let traits = tally(traits, columns.traits(), 256);
    let kinds = with_near(&traits, matched, Line::Kinds, columns);
    facets.kinds = values(&KINDS, |kind| sum(&kinds, |byte| byte / 8 == kind as usize));
    let sizes = with_near(&traits, matched, Line::Sizes, columns);
    facets.sizes = values(&SIZES, |size| sum(&sizes, |byte| byte % 8 == size as usize));
    count_years(matched.along(Line::Years), columns.created(), &mut facets);
    count_flags(&tally(matched.hits.iter().map(|document| *document as usize), columns.flags(), 256), &mut facets);
    facets.dissolved += matched.near[Line::Ended as usize].len() as u64;
    facets
}

/// Takes the counts along a line from another count.
pub(crate) fn replace(line: Line, facets: &mut Facets, other: Facets) {
    match line {
        Line::Themes => (facets.themes, facets.families) = (other.themes, other.families),
        Line::Places => {
            (facets.departments, facets.regions, facets.communes) = (other.departments, other.regions, other.communes);
        }
        _ => {}
    }
}

/// The counts of traits, with those that fail along a line alone.
fn with_near(traits: &[u32], matched: &Matched, line: Line, columns: &Columns) -> Vec<u32> {
    let near = matched.near[line as usize].iter().map(|document| *document as usize);
    let near = tally(near, columns.traits(), traits.len());
    traits.iter().zip(near).map(|(one, other)| one + other).collect()
}

const KINDS: [Kind; 10] = [
    Kind::Association,
    Kind::Foundation,
    Kind::Professional,
    Kind::Company,
    Kind::Ministry,
    Kind::Directorate,
    Kind::Authority,
    Kind::Agency,
    Kind::LocalBody,
    Kind::Other,
];

const SIZES: [Size; 6] =
    [Size::Unknown, Size::None, Size::UnderTen, Size::UnderFifty, Size::UnderTwoHundredFifty, Size::Large];

/// How many documents have each value of a column.
fn tally<T: Copy + Into<usize>>(documents: impl Iterator<Item = usize>, column: &[T], values: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; values];
    // A loop inside the iterator: it goes once through what is chained, without asking at each step where it is.
    documents.for_each(|document| {
        if let Some(value) = column.get(document)
            && let Some(count) = counts.get_mut((*value).into())
        {
            *count += 1;
        }
    });
    counts
}

fn sum(counts: &[u32], keep: impl Fn(usize) -> bool) -> u64 {
    counts.iter().enumerate().filter(|(value, _)| keep(*value)).map(|(_, count)| u64::from(*count)).sum()
}

fn values<T: Copy>(all: &[T], count: impl Fn(T) -> u64) -> Vec<Counted<T>> {
    let counted = all.iter().map(|value| Counted { value: *value, count: count(*value) });
    counted.filter(|counted| counted.count > 0).collect()
}

/// The most frequent first.
fn ranked<T: Ord>(counts: BTreeMap<T, u64>) -> Vec<Counted<T>> {
    let mut counted: Vec<_> = counts.into_iter().map(|(value, count)| Counted { value, count }).collect();
    counted.sort_by_key(|counted| std::cmp::Reverse(counted.count));
    counted
}

/// An organisation with two themes is counted under each; with two of one family, once under the family.
fn count_themes(pairs: &[u32], tables: &Tables, facets: &mut Facets) {
    let (mut themes, mut families) = (BTreeMap::new(), BTreeMap::new());
    for (pair, count) in tables.themes.iter().zip(pairs).filter(|(_, count)| **count > 0) {
        let [first, second] = *pair;
        for theme in [first, second].into_iter().take(if first == second { 1 } else { 2 }).filter(|theme| *theme != 0) {
            *themes.entry(theme).or_default() += u64::from(*count);
        }
        let [first, second] = [first / 1000, second / 1000];
        for family in
            [first, second].into_iter().take(if first == second { 1 } else { 2 }).filter(|family| *family != 0)
        {
            *families.entry(family).or_default() += u64::from(*count);
        }
    }
    (facets.themes, facets.families) = (ranked(themes), ranked(families));
}

fn count_places(counts: &[u32], tables: &Tables, facets: &mut Facets) {
    let mut departments: BTreeMap<&str, u64> = BTreeMap::new();
    let mut communes: Vec<(u32, usize)> = Vec::new();
    for (number, (place, count)) in tables.places.iter().zip(counts).enumerate().filter(|(_, (_, count))| **count > 0) {
        *departments.entry(&place.department).or_default() += u64::from(*count);
        if !place.commune.is_empty() {
            communes.push((*count, number));
        }
    }
    let mut regions: BTreeMap<String, u64> = BTreeMap::new();
    for (department, count) in &departments {
        *regions.entry(region_of(department).to_owned()).or_default() += count;
    }
    facets.regions = ranked(regions);
    facets.departments = ranked(departments.into_iter().map(|(value, count)| (value.to_owned(), count)).collect());
    if communes.len() > COMMUNES {
        communes.select_nth_unstable_by_key(COMMUNES, |(count, number)| (std::cmp::Reverse(*count), *number));
        communes.truncate(COMMUNES);
    }
    communes.sort_unstable_by_key(|(count, number)| (std::cmp::Reverse(*count), *number));
    facets.communes = communes.into_iter().map(|(count, number)| commune(count, number, tables)).collect();
}

fn commune(count: u32, number: usize, tables: &Tables) -> PlaceCount {
    let place = &tables.places[number];
    PlaceCount {
        department: place.department.clone(),
        commune: place.commune.clone(),
        code: place.code.clone(),
        count: u64::from(count),
    }
}

fn count_years(documents: impl Iterator<Item = usize>, created: &[u16], facets: &mut Facets) {
    let mut counts = [0_u32; YEAR_CODES];
    documents.for_each(|document| {
        if let Some(code) = created.get(document) {
            counts[year_code(*code)] += 1;
        }
    });
    let years = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    facets.years = years.map(|(code, count)| Counted { value: year_of(code), count: u64::from(*count) }).collect();
}

fn count_flags(counts: &[u32], facets: &mut Facets) {
    let with = |flag: Flags| sum(counts, |byte| Flags(byte as u8).has(flag));
    facets.employers = with(Flags::EMPLOYER);
    facets.recognised = with(Flags::RECOGNISED);
    facets.lobbied = with(Flags::LOBBIED);
    facets.granted = with(Flags::GRANTED);
    facets.alive = with(Flags::ALIVE);
    facets.dissolved = with(Flags::DISSOLVED);
    facets.institutions = with(Flags::INSTITUTION);
}
