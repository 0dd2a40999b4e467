//! However many documents there are, the first hits are those that weigh most, and each weighs what its words say.

use fabrique_directory::{Entry, Filters, Query};
use proptest::prelude::*;

use crate::invented::{Invented, association};

/// Words that are their own stems, the first far more frequent than the last.
const WORDS: [&str; 6] = ["tennis", "jardin", "velo", "nord", "sud", "xylophon"];

/// More documents than are weighed together.
fn entries(seed: u64) -> Vec<Entry> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut text = |most: usize| {
        let words = (0..random.usize(1..most)).map(|_| WORDS[random.usize(..6).min(random.usize(..6))]);
        words.collect::<Vec<_>>().join(" ")
    };
    let entries = (0..3_000).map(|at| {
        let mut entry = association(&format!("W{at:05}"), &text(3), &text(12));
        entry.place.department = format!("0{}", at % 4);
        entry.themes = [at % 3 * 1000 + 5, 0];
        entry.recognised = at % 17 == 0;
        entry.life.is_dissolved = at % 23 == 0;
        entry
    });
    entries.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn a_page_is_the_beginning_of_all_and_each_hit_weighs_what_is_explained(seed in 0..u64::MAX) {
        let entries = entries(seed);
        let invented = Invented::of(entries.clone());
        let here = Filters { departments: vec!["01".to_owned()], ..Filters::default() };
        // The last two are not together anywhere, but most of the words are.
        for text in ["tennis jardin", "velo xylophon", "tennis sud nord", "tennis jardin velo nord sud xylophon", "teniss velo"] {
            for filters in [Filters::default(), here.clone()] {
                let page = Query { filters, ..Query::new(text) };
                let all = invented.directory.search(&Query { limit: 10_000, ..page.clone() });
                prop_assert_eq!(all.total as usize, all.hits.len());
                prop_assert!(all.hits.is_sorted_by(|one, other| one.score >= other.score));
                let (first, found) = invented.directory.find(&page).unwrap();
                prop_assert_eq!(&first.hits[..], &all.hits[..first.hits.len()]);
                for (hit, (entry, why)) in first.hits.iter().zip(&found) {
                    prop_assert_eq!(&hit.key, &entry.key);
                    prop_assert!((hit.score - why.score).abs() < 1e-3, "{} {} {:?}", text, hit.score, why);
                }
                let counted = invented.directory.search(&Query { facets: true, ..page });
                prop_assert_eq!((counted.total, counted.hits), (first.total, first.hits));
            }
        }
    }

    #[test]
    fn whoever_holds_all_words_but_one_is_found_when_nobody_holds_all(seed in 0..u64::MAX) {
        let mut entries = entries(seed);
        entries[7].name = "ornithologi".to_owned();
        entries[7].purpose = "tennis".to_owned();
        let holding = |entry: &&Entry| {
            let text = format!("{} {}", entry.name, entry.purpose);
            let held = ["tennis", "jardin", "velo", "ornithologi"].iter().filter(|word| text.contains(**word)).count();
            held >= 3 && !entry.life.is_dissolved
        };
        let expected = entries.iter().filter(holding).count();
        let answer = Invented::of(entries).directory.search(&Query::new("tennis jardin velo ornithologi"));
        prop_assert_eq!((answer.total as usize, answer.understood.relaxed), (expected, Some(3)));
    }
}
