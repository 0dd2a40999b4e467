//! The links that narrow the results, with how many would remain.

use fabrique_directory::{Counted, Facets, Kind, Nomenclature, Size};
use fabrique_domain::territory;

use super::{asked::Asked, words};
use crate::{
    frame::Frame,
    narrowing::{Choosable, Filters, Group, Query},
};

/// How many values of a long line are offered: the most frequent ones. The map has all the departments.
const OFFERED: usize = 12;

/// All the ways of narrowing.
pub(super) fn filters(frame: &Frame, asked: &Asked, facets: &Facets, nomenclature: &Nomenclature) -> Filters {
    let query = asked.address();
    let group = |key: &'static str, choices| Group { title: frame.t.get(key).to_string(), choices };
    let groups = vec![
        group("directory-nature", natures(frame, &query, facets)),
        group("directory-families", families(frame, &query, facets)),
        group("directory-themes", themes(asked, &query, facets, nomenclature)),
        group("directory-marks", marks(frame, &query, facets)),
        group("directory-regions", regions(&query, facets)),
        group("directory-communes", communes(asked, &query, facets)),
        group("directory-kinds", kinds(frame, &query, facets)),
        group("directory-sizes", sizes(frame, &query, facets)),
        group("directory-decades", decades(frame, &query, facets)),
    ];
    Filters::new(frame, groups, &query)
}

fn choice(query: &Query<'_>, name: &'static str, value: &str, word: &str, count: u64) -> Choosable {
    query.narrowed(name, value, word, i64::try_from(count).unwrap_or(i64::MAX))
}

fn natures(frame: &Frame, query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let all: u64 = facets.kinds.iter().map(|counted| counted.count).sum();
    let natures = [("organisations", all.saturating_sub(facets.institutions)), ("institutions", facets.institutions)];
    let offered = natures.into_iter().filter(|(_, count)| *count > 0);
    let word = |code: &str| frame.t.get(format!("directory-nature-{code}")).to_string();
    offered.map(|(code, count)| choice(query, "nature", code, &word(code), count)).collect()
}

fn families(frame: &Frame, query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let known = facets.families.iter().filter_map(|counted| {
        let word = words::family(frame, counted.value)?;
        Some(choice(query, "family", &counted.value.to_string(), &word, counted.count))
    });
    known.take(OFFERED).collect()
}

/// The themes of the family that is chosen, in the words of the nomenclature.
fn themes(asked: &Asked, query: &Query<'_>, facets: &Facets, nomenclature: &Nomenclature) -> Vec<Choosable> {
    let Some(family) = asked.family() else { return Vec::new() };
    let here = facets.themes.iter().filter(|counted| counted.value / 1000 == family);
    let named = here.filter_map(|counted| {
        let theme = nomenclature.get(counted.value)?;
        Some(choice(query, "theme", &counted.value.to_string(), &theme.label, counted.count))
    });
    named.take(OFFERED).collect()
}

/// The communes of the department that is chosen.
fn communes(asked: &Asked, query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let Some(department) = asked.department() else { return Vec::new() };
    let here = facets.communes.iter().filter(|place| place.department == department);
    here.map(|place| choice(query, "commune", &place.commune, &place.commune, place.count)).take(OFFERED).collect()
}

fn marks(frame: &Frame, query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let marks = [
        ("alive", facets.alive),
        ("recognised", facets.recognised),
        ("lobbied", facets.lobbied),
        ("granted", facets.granted),
        ("employer", facets.employers),
    ];
    let offered = marks.into_iter().filter(|(_, count)| *count > 0);
    let word = |code: &str| frame.t.get(format!("directory-mark-{code}")).to_string();
    offered.map(|(code, count)| choice(query, "mark", code, &word(code), count)).collect()
}

fn regions(query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let named = facets.regions.iter().filter_map(|counted| {
        let word = territory::region(&counted.value)?;
        Some(choice(query, "region", &counted.value, word, counted.count))
    });
    named.collect()
}

fn kinds(frame: &Frame, query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let link = |counted: &Counted<Kind>| {
        let code = counted.value.code();
        choice(query, "kind", code, &frame.t.get(format!("directory-kind-{code}")).to_string(), counted.count)
    };
    facets.kinds.iter().map(link).collect()
}

fn sizes(frame: &Frame, query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let link = |counted: &Counted<Size>| {
        let code = counted.value.code();
        choice(query, "size", code, &frame.t.get(format!("directory-size-{code}")).to_string(), counted.count)
    };
    facets.sizes.iter().map(link).collect()
}

fn decades(frame: &Frame, query: &Query<'_>, facets: &Facets) -> Vec<Choosable> {
    let mut decades = std::collections::BTreeMap::<u32, u64>::new();
    for counted in facets.years.iter().filter(|counted| counted.value > 0) {
        *decades.entry(counted.value / 10 * 10).or_default() += counted.count;
    }
    let word = |decade: u32| frame.t.get("directory-decade").with_text("decade", decade).to_string();
    let latest = decades.into_iter().rev().take(OFFERED);
    latest.map(|(decade, count)| choice(query, "decade", &decade.to_string(), &word(decade), count)).collect()
}
