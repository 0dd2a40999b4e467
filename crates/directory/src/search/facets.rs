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
    /// How many would, had they not ended.
    pub(crate) ended: u64,
}

impl Matched {
    /// Puts a document where it belongs.
    pub(crate) fn push(&mut self, document: u32, failed: Failed) {
        if failed == 0 {
            self.hits.push(document);
        } else if failed == 1 << Line::Ended as u32 {
            self.ended += 1;
        } else if failed.is_power_of_two()
            && failed >> Line::Flags as u32 == 0
            && let Some(near) = self.near.get_mut(failed.trailing_zeros() as usize)
        {
            near.push(document);
        }
    }
}

/// How many documents have each value of what is counted.
struct Tally {
    themes: Vec<u32>,
    places: Vec<u32>,
    years: [u32; YEAR_CODES],
    kinds: [u32; 256],
    sizes: [u32; 256],
    flags: [u32; 256],
}

impl Tally {
    fn new(tables: &Tables) -> Self {
        Self {
            themes: vec![0; tables.themes.len()],
            places: vec![0; tables.places.len()],
            years: [0; YEAR_CODES],
            kinds: [0; 256],
            sizes: [0; 256],
            flags: [0; 256],
        }
    }

    /// Counts documents along every line.
    fn all(&mut self, documents: &[u32], columns: &Columns) {
        let (packed, flags) = (columns.packed(), columns.flags());
        for document in documents {
            let at = *document as usize;
            let (Some([themes, place, created, traits]), Some(flags)) = (packed.get(at), flags.get(at)) else {
                continue;
            };
            add(&mut self.themes, *themes);
            add(&mut self.places, *place);
            self.years[year_code(*created)] += 1;
            self.kinds[usize::from(traits.to_le_bytes()[0])] += 1;
            self.flags[usize::from(*flags)] += 1;
        }
        self.sizes = self.kinds;
    }

    /// Counts documents along one line.
    fn along(&mut self, line: Line, documents: &[u32], columns: &Columns) {
        for [themes, place, created, traits] in
            documents.iter().filter_map(|document| columns.packed().get(*document as usize))
        {
            match line {
                Line::Themes => add(&mut self.themes, *themes),
                Line::Places => add(&mut self.places, *place),
                Line::Years => self.years[year_code(*created)] += 1,
                Line::Kinds => self.kinds[usize::from(traits.to_le_bytes()[0])] += 1,
                Line::Sizes => self.sizes[usize::from(traits.to_le_bytes()[0])] += 1,
                Line::Ended | Line::Flags => {}
            }
        }
    }
}

fn add(counts: &mut [u32], value: u16) {
    if let Some(count) = counts.get_mut(usize::from(value)) {
        *count += 1;
    }
}

/// Counts what was matched.
pub(crate) fn count(matched: &Matched, columns: &Columns, tables: &Tables) -> Facets {
    let mut tally = Tally::new(tables);
    tally.all(&matched.hits, columns);
    for line in [Line::Themes, Line::Places, Line::Years, Line::Kinds, Line::Sizes] {
        tally.along(line, &matched.near[line as usize], columns);
    }
    let mut facets = Facets::default();
    count_themes(&tally.themes, tables, &mut facets);
    count_places(&tally.places, tables, &mut facets);
    facets.kinds = values(&KINDS, |kind| sum(&tally.kinds, |byte| byte / 8 == kind as usize));
    facets.sizes = values(&SIZES, |size| sum(&tally.sizes, |byte| byte % 8 == size as usize));
    count_years(&tally.years, &mut facets);
    count_flags(&tally.flags, &mut facets);
    facets.dissolved += matched.ended;
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
    let mut counted = vec![0_u64; tables.departments.names.len()];
    let mut communes: Vec<(u32, usize)> = Vec::new();
    for (number, (department, count)) in tables.departments.of_places.iter().zip(counts).enumerate() {
        counted[usize::from(*department)] += u64::from(*count);
        if *count > 0 && !tables.places[number].commune.is_empty() {
            communes.push((*count, number));
        }
    }
    let names = tables.departments.names.iter().map(String::as_str);
    let departments: BTreeMap<&str, u64> = names.zip(counted).filter(|(_, count)| *count > 0).collect();
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

fn count_years(counts: &[u32], facets: &mut Facets) {
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
