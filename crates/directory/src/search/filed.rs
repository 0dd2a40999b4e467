//! Filters that lists of documents answer: departments, regions, theme families.

use super::query::Filters;
use super::reading::{Slot, alternative};
use super::sieve::Line;
use crate::snapshot::{DEPARTMENT, FAMILY, Parts, region_of};

/// What a question filters by, as lists of documents, with the line of each.
pub(crate) fn filed(filters: &Filters, parts: &Parts) -> Vec<(Line, Slot)> {
    let mut filed = Vec::new();
    if !filters.families.is_empty() && filters.themes.is_empty() {
        let families = filters.families.iter().map(|family| format!("{FAMILY}{family}"));
        filed.push((Line::Themes, slot(families, parts)));
    }
    let is_placed = !filters.departments.is_empty() || !filters.regions.is_empty();
    if is_placed && filters.communes.is_empty() {
        filed.push((Line::Places, slot(departments(filters, parts).into_iter(), parts)));
    }
    filed
}

fn slot(words: impl Iterator<Item = String>, parts: &Parts) -> Slot {
    let forms = words.filter_map(|word| parts.dictionary.get(&word));
    Slot { alternatives: forms.filter_map(|form| alternative(form.stem, 0.0, parts)).collect() }
}

fn departments(filters: &Filters, parts: &Parts) -> Vec<String> {
    let words = parts.dictionary.beginning(DEPARTMENT, 1_000).into_iter().map(|(word, _)| word);
    let wanted = words.filter(|word| {
        let department = word.trim_start_matches(DEPARTMENT);
        filters.departments.iter().any(|wanted| wanted == department)
            || filters.regions.iter().any(|region| !region.is_empty() && region_of(department) == region)
    });
    wanted.collect()
}

/// The same filters without one line.
pub(crate) fn without(filters: &Filters, line: Line) -> Filters {
    let mut rest = filters.clone();
    match line {
        Line::Themes => rest.families.clear(),
        _ => {
            rest.departments.clear();
            rest.regions.clear();
        }
    }
    rest
}
