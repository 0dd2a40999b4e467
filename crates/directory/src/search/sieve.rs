//! What organisations must be, as tables of what each column may hold.

use super::query::{Filters, Nature};
use crate::analysis::fold;
use crate::snapshot::{Columns, Flags, Tables, date_code, date_of, region_of};
use crate::{Day, Kind, Size};

/// A line along which documents are filtered, and counted as if nothing was filtered by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    Themes,
    Places,
    Kinds,
    Sizes,
    Years,
    /// Whether it has ended.
    Ended,
    /// The rest of what is true or not: not counted as if nothing was filtered by it.
    Flags,
}

/// How many lines there are.
pub(crate) const LINES: usize = 7;

/// The lines that a document fails, a bit each.
pub(crate) type Failed = u8;

/// Filters made ready for a snapshot.
#[derive(Debug)]
pub(crate) struct Sieve<'a> {
    columns: &'a Columns,
    themes: Option<Vec<bool>>,
    places: Option<Vec<bool>>,
    /// For each byte of traits, what it fails: kind, size.
    traits: Option<[Failed; 256]>,
    years: Option<(u16, u16)>,
    /// For each byte of flags, what it fails.
    flags: [Failed; 256],
    /// Whether anything but flags is asked for.
    asks_more: bool,
    /// The lines along which anything is asked but not to have ended.
    asked: Failed,
}

impl<'a> Sieve<'a> {
    pub(crate) fn new(filters: &Filters, columns: &'a Columns, tables: &Tables) -> Self {
        let mut sieve = Self {
            columns,
            asks_more: false,
            asked: 0,
            themes: themes(filters, tables),
            places: places(filters, tables),
            traits: traits(filters),
            years: filters
                .years
                .map(|(first, last)| (date_code(Day(first * 10_000 + 101)), date_code(Day(last * 10_000 + 1231)))),
            flags: flags(filters),
        };
        sieve.asks_more =
            sieve.themes.is_some() || sieve.places.is_some() || sieve.traits.is_some() || sieve.years.is_some();
        let plain = Filters {
            families: Vec::new(),
            themes: Vec::new(),
            departments: Vec::new(),
            regions: Vec::new(),
            communes: Vec::new(),
            ..filters.clone()
        };
        sieve.asked = mark(Line::Themes, sieve.themes.is_some())
            | mark(Line::Places, sieve.places.is_some())
            | mark(Line::Flags, plain != Filters::default());
        sieve
    }

    /// Whether nothing is asked but not to have ended, beside the lines that hold already.
    pub(crate) const fn asks_only_to_stand(&self, holding: Failed) -> bool {
        self.asked & !holding == 0
    }

    /// The lines that a document fails.
    pub(crate) fn failed(&self, document: u32) -> Failed {
        let at = document as usize;
        let failed = self.columns.flags().get(at).map_or(u8::MAX, |flags| self.flags[usize::from(*flags)]);
        if self.asks_more { failed | self.failed_more(at) } else { failed }
    }

    fn failed_more(&self, at: usize) -> Failed {
        let Some([themes, place, created, traits]) = self.columns.packed().get(at).copied() else { return u8::MAX };
        let mut failed = 0;
        if let Some(table) = &self.themes {
            failed |= mark(Line::Themes, lacks(table, themes));
        }
        if let Some(table) = &self.places {
            failed |= mark(Line::Places, lacks(table, place));
        }
        if let Some(table) = &self.traits {
            failed |= table[usize::from(traits.to_le_bytes()[0])];
        }
        if let Some((first, last)) = self.years {
            failed |= mark(Line::Years, created < first || created > last || !date_of(created).is_known());
        }
        failed
    }
}

/// The bit of a line, when it is failed.
pub(crate) const fn mark(line: Line, failed: bool) -> Failed {
    (failed as u8) << line as u8
}

fn lacks(table: &[bool], value: u16) -> bool {
    !table.get(usize::from(value)).copied().unwrap_or(false)
}

fn themes(filters: &Filters, tables: &Tables) -> Option<Vec<bool>> {
    if filters.families.is_empty() && filters.themes.is_empty() {
        return None;
    }
    let wanted =
        |theme: &u32| *theme != 0 && (filters.themes.contains(theme) || filters.families.contains(&(theme / 1000)));
    Some(tables.themes.iter().map(|pair| pair.iter().any(wanted)).collect())
}

fn places(filters: &Filters, tables: &Tables) -> Option<Vec<bool>> {
    if filters.departments.is_empty() && filters.regions.is_empty() && filters.communes.is_empty() {
        return None;
    }
    let is_wanted = |department: &String| {
        filters.departments.contains(department) || filters.regions.iter().any(|region| region_of(department) == region)
    };
    let whole: Vec<bool> = tables.departments.names.iter().map(is_wanted).collect();
    let mut wanted: Vec<bool> = tables.departments.of_places.iter().map(|number| whole[usize::from(*number)]).collect();
    for (department, name) in &filters.communes {
        let name = fold(name);
        for (place, wanted) in tables.places.iter().zip(&mut wanted) {
            *wanted |= place.department == *department && fold(&place.commune) == name;
        }
    }
    Some(wanted)
}

fn traits(filters: &Filters) -> Option<[Failed; 256]> {
    if filters.kinds.is_empty() && filters.sizes.is_empty() {
        return None;
    }
    let kinds: Vec<u8> = filters.kinds.iter().map(|kind: &Kind| *kind as u8).collect();
    let sizes: Vec<u8> = filters.sizes.iter().map(|size: &Size| *size as u8).collect();
    let fails = |wanted: &[u8], value: u8| !wanted.is_empty() && !wanted.contains(&value);
    Some(std::array::from_fn(|byte| {
        let (kind, size) = ((byte / 8) as u8, (byte % 8) as u8);
        mark(Line::Kinds, fails(&kinds, kind)) | mark(Line::Sizes, fails(&sizes, size))
    }))
}

fn flags(filters: &Filters) -> [Failed; 256] {
    let nature = match filters.nature {
        Nature::Any => None,
        Nature::Institutions => Some(true),
        Nature::Organisations => Some(false),
    };
    let asked = [
        (Flags::EMPLOYER, filters.employer),
        (Flags::RECOGNISED, filters.recognised),
        (Flags::LOBBIED, filters.lobbied),
        (Flags::GRANTED, filters.granted),
        (Flags::ALIVE, filters.alive),
        (Flags::INSTITUTION, nature),
    ];
    std::array::from_fn(|byte| {
        let is = |flag: Flags| Flags(byte as u8).has(flag);
        let fails = asked.iter().any(|(flag, wanted)| wanted.is_some_and(|wanted| is(*flag) != wanted));
        mark(Line::Flags, fails) | mark(Line::Ended, !filters.with_dissolved && is(Flags::DISSOLVED))
    })
}
