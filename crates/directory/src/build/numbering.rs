//! Numbers on two bytes for places and themes, the more frequent first; and the mean lengths of texts.

use std::collections::HashMap;

use crate::Entry;
use crate::analysis::fold;
use crate::snapshot::{Means, PlaceRow, Tables};

/// How many different values two bytes hold.
const MOST: usize = 1 << 16;

/// A commune as sources agree on it: its department and its folded name.
type PlaceName = (String, String);

/// What is learnt while the entries come in.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    places: HashMap<PlaceName, (u32, PlaceRow)>,
    themes: HashMap<[u32; 2], u32>,
    /// For names, purposes and objects: the sum of lengths, and how many there are.
    lengths: [(u64, u64); 3],
}

impl Survey {
    /// Takes one more entry into account.
    pub(crate) fn see(&mut self, entry: &Entry) {
        let place = &entry.place;
        let known = self.places.entry(place_name(entry)).or_insert_with(|| {
            let row =
                PlaceRow { department: place.department.clone(), commune: place.commune.clone(), code: String::new() };
            (0, row)
        });
        known.0 += 1;
        if known.1.code.is_empty() {
            known.1.code.clone_from(&place.commune_code);
        }
        *self.themes.entry(entry.themes).or_default() += 1;
        let lengths = [entry.name.len(), entry.purpose.len(), objects_length(entry)];
        for (sum, length) in self.lengths.iter_mut().zip(lengths) {
            sum.0 += length as u64;
            sum.1 += u64::from(length > 0);
        }
    }

    /// Gives each place and each pair of themes its number.
    pub(crate) fn number(self) -> Numbering {
        let mut tables = Tables::default();
        let places = number(
            self.places.into_iter().map(|(name, (count, row))| (count, name, row)),
            &mut tables.places,
            whole_department,
        );
        let pairs = self.themes.into_iter().map(|(themes, count)| (count, themes, themes));
        let themes = number(pairs, &mut tables.themes, |[first, _]| ([*first, 0], [*first, 0]));
        let [name, purpose, objects] = self.lengths.map(|(sum, count)| sum as f32 / count.max(1) as f32);
        tables.means = Means { name: name.max(1.0), purpose: purpose.max(1.0), objects: objects.max(1.0) };
        Numbering { places, themes, tables }
    }
}

/// What stands for a commune that has no number of its own.
fn whole_department((department, _): &PlaceName) -> (PlaceName, PlaceRow) {
    let row = PlaceRow { department: department.clone(), ..PlaceRow::default() };
    ((department.clone(), String::new()), row)
}

/// Numbers values, what stands for rare ones first, then the most frequent.
fn number<N: Clone + Eq + std::hash::Hash + Ord, R>(
    values: impl Iterator<Item = (u32, N, R)>,
    rows: &mut Vec<R>,
    coarse: impl Fn(&N) -> (N, R),
) -> HashMap<N, u16> {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let mut numbers = HashMap::new();
    let mut add = |name: N, row: R| {
        if rows.len() < MOST && !numbers.contains_key(&name) {
            numbers.insert(name, rows.len() as u16);
            rows.push(row);
        }
    };
    for (name, row) in values.iter().map(|(_, name, _)| coarse(name)) {
        add(name, row);
    }
    values.into_iter().for_each(|(_, name, row)| add(name, row));
    numbers
}

/// The numbers of places and themes.
#[derive(Debug)]
pub(crate) struct Numbering {
    places: HashMap<PlaceName, u16>,
    themes: HashMap<[u32; 2], u16>,
    pub(crate) tables: Tables,
}

impl Numbering {
    /// The number of the place of an entry; of its department when the commune is too rare.
    pub(crate) fn place(&self, entry: &Entry) -> u16 {
        let name = place_name(entry);
        let coarse = || self.places.get(&whole_department(&name).0);
        self.places.get(&name).or_else(coarse).copied().unwrap_or_default()
    }

    /// The number of the themes of an entry.
    pub(crate) fn themes(&self, entry: &Entry) -> u16 {
        let [first, _] = entry.themes;
        self.themes.get(&entry.themes).or_else(|| self.themes.get(&[first, 0])).copied().unwrap_or_default()
    }
}

/// How many bytes the objects of an entry have together.
pub(crate) fn objects_length(entry: &Entry) -> usize {
    let lobbying = entry.lobbying.iter().map(|lobbying| lobbying.object.len());
    lobbying.chain(entry.funding.iter().map(|funding| funding.object.len())).sum()
}

fn place_name(entry: &Entry) -> PlaceName {
    (entry.place.department.clone(), commune_name(&entry.place.commune))
}

/// A commune as most sources write it: `ST-ETIENNE CEDEX 2` and `Saint-Étienne` are one.
fn commune_name(written: &str) -> String {
    let folded = fold(written);
    let words = folded.split([' ', '\'', '.']).filter(|word| !word.is_empty()).take_while(|word| *word != "cedex");
    let whole = words.map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        other => other,
    });
    whole.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_is_one_however_it_is_written() {
        assert_eq!(commune_name("ST-ETIENNE CEDEX 2"), commune_name("Saint-Étienne"));
        assert_ne!(commune_name("Sainte-Foy"), commune_name("Saint-Foy"));
    }

    #[test]
    fn rare_values_take_the_number_of_what_holds_them() {
        let values = (0..70_000_u32).map(|theme| (1, [theme % 7, theme], [theme % 7, theme]));
        let mut rows = Vec::new();
        let numbers = number(values, &mut rows, |[first, _]| ([*first, 0], [*first, 0]));
        assert_eq!(rows.len(), MOST);
        assert!((0..7).all(|first| numbers.contains_key(&[first, 0])));
    }
}
