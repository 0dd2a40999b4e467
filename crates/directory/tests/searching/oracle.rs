//! What answers is what tantivy finds in the same words, and what is counted is what a walk over the entries counts.

use std::collections::BTreeSet;

use crate::invented::{Invented, association};
use fabrique_directory::{Entry, Filters, Query};
use proptest::prelude::*;
use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query as TantivyQuery, TermQuery};
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::{Index, TantivyDocument, Term, doc};

/// Words that are their own stems, are not empty, and are no letter apart from each other.
const WORDS: [&str; 8] = ["tennis", "jardin", "velo", "ecran", "bleu", "nord", "sud", "xylophon"];

/// The same words in an index of tantivy, as they are.
struct Oracle {
    index: Index,
    key: tantivy::schema::Field,
    text: tantivy::schema::Field,
}

impl Oracle {
    fn of(entries: &[Entry]) -> Self {
        let mut schema = Schema::builder();
        let key = schema.add_text_field("key", STRING | STORED);
        let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
        for entry in entries {
            writer
                .add_document(
                    doc!(key => entry.key.as_str(), text => entry.name.as_str(), text => entry.purpose.as_str()),
                )
                .unwrap();
        }
        writer.commit().unwrap();
        Self { index, key, text }
    }

    fn term(&self, word: &str) -> Term {
        Term::from_field_text(self.text, word)
    }

    fn all_of(&self, words: &[&str]) -> BTreeSet<String> {
        let term = |word: &&str| -> (Occur, Box<dyn TantivyQuery>) {
            (Occur::Must, Box::new(TermQuery::new(self.term(word), IndexRecordOption::Basic)))
        };
        self.keys(&BooleanQuery::new(words.iter().map(term).collect()))
    }

    fn phrase(&self, words: &[&str]) -> BTreeSet<String> {
        self.keys(&PhraseQuery::new(words.iter().map(|word| self.term(word)).collect()))
    }

    fn keys(&self, query: &dyn TantivyQuery) -> BTreeSet<String> {
        let searcher = self.index.reader().unwrap().searcher();
        let found = searcher.search(query, &DocSetCollector).unwrap();
        let key = |address| {
            let document: TantivyDocument = searcher.doc(address).unwrap();
            document.get_first(self.key).and_then(|value| value.as_str().map(str::to_owned)).unwrap()
        };
        found.into_iter().map(key).collect()
    }
}

fn corpus() -> impl Strategy<Value = Vec<Entry>> {
    let text = || prop::collection::vec(prop::sample::select(&WORDS[..]), 1..6).prop_map(|words| words.join(" "));
    let entry = (text(), text(), 0..4_u8, prop::bool::ANY, 0..3_u32);
    prop::collection::vec(entry, 1..400).prop_map(|rows| {
        let entries = rows.into_iter().enumerate().map(|(at, (name, purpose, department, dissolved, family))| {
            let mut entry = association(&format!("W{at:05}"), &name, &purpose);
            entry.place.department = format!("0{department}");
            entry.place.commune = "X".to_owned();
            entry.life.is_dissolved = dissolved;
            entry.themes = [family * 1000 + 5, 0];
            entry
        });
        entries.collect()
    })
}

/// Every key that answers.
fn found(invented: &Invented, text: &str) -> BTreeSet<String> {
    let filters = Filters { with_dissolved: true, ..Filters::default() };
    let answer = invented.directory.search(&Query { filters, limit: 1_000, ..Query::new(text) });
    assert_eq!(answer.total as usize, answer.hits.len());
    let filters = Filters { with_dissolved: true, ..Filters::default() };
    let page = invented.directory.search(&Query { filters, ..Query::new(text) });
    assert_eq!(
        (page.total, &page.hits[..]),
        (answer.total, &answer.hits[..page.hits.len()]),
        "a page is the beginning of all"
    );
    let [page, long] =
        [20, 500].map(|limit| invented.directory.search(&Query { limit, facets: true, ..Query::new(text) }));
    assert_eq!((page.total, page.facets), (long.total, long.facets), "what was prepared is what would be found");
    assert_eq!(page.hits[..], long.hits[..page.hits.len()]);
    let bare = invented.directory.search(&Query { limit: 500, ..Query::new(text) });
    assert_eq!((bare.total, bare.hits), (long.total, long.hits), "counting more changes nothing that is found");
    // Those that hold fewer of the words come behind those that hold them all.
    answer.hits.into_iter().take(answer.understood.whole as usize).map(|hit| hit.key).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn all_words_and_phrases_are_found_where_tantivy_finds_them(
        entries in corpus(),
        asked in prop::collection::vec(prop::collection::vec(prop::sample::select(&WORDS[..]), 1..4), 6),
    ) {
        let oracle = Oracle::of(&entries);
        let invented = Invented::of(entries);
        for words in &asked {
            // A word that nobody writes is corrected or set aside: the oracle does neither.
            if words.iter().any(|word| oracle.all_of(&[word]).is_empty()) {
                continue;
            }
            prop_assert_eq!(found(&invented, &words.join(" ")), oracle.all_of(words));
            if words.len() > 1 {
                prop_assert_eq!(found(&invented, &format!("\"{}\"", words.join(" "))), oracle.phrase(words));
            }
        }
    }

    #[test]
    fn counts_are_those_of_a_walk_over_the_entries(entries in corpus(), word in prop::sample::select(&WORDS[..]), department in 0..4_u8) {
        let holds = |entry: &&Entry| !entry.life.is_dissolved && format!("{} {}", entry.name, entry.purpose).contains(word);
        let here = format!("0{department}");
        let holding: Vec<Entry> = entries.iter().filter(holds).cloned().collect();
        let standing: Vec<Entry> = entries.iter().filter(|entry| !entry.life.is_dissolved).cloned().collect();
        prop_assume!(!holding.is_empty());
        let invented = Invented::of(entries);
        let filters = Filters { departments: vec![here.clone()], ..Filters::default() };
        let answer = invented.directory.search(&Query { filters, facets: true, ..Query::new(word) });
        let facets = answer.facets.unwrap();
        let there = |one: &&Entry| one.place.department == here;
        prop_assert_eq!(answer.total as usize, holding.iter().filter(there).count());
        for counted in &facets.departments {
            let expected = holding.iter().filter(|entry| entry.place.department == counted.value).count();
            prop_assert_eq!(counted.count as usize, expected);
        }
        for counted in &facets.families {
            let expected = holding.iter().filter(there).filter(|entry| entry.themes[0] / 1000 == counted.value).count();
            prop_assert_eq!(counted.count as usize, expected);
        }
        // Without a word: by department alone, by family alone, by both.
        for (departments, families) in [(vec![here.clone()], vec![]), (vec![], vec![1]), (vec![here.clone()], vec![1])] {
            let keeps = |entry: &Entry, place: bool, theme: bool| {
                (!place || departments.is_empty() || departments.contains(&entry.place.department))
                    && (!theme || families.is_empty() || families.contains(&(entry.themes[0] / 1000)))
            };
            let filters = Filters { departments: departments.clone(), families: families.clone(), ..Filters::default() };
            let answer = invented.directory.search(&Query { filters: filters.clone(), facets: true, ..Query::new("") });
            let expected = standing.iter().filter(|entry| keeps(entry, true, true)).count();
            prop_assert_eq!(answer.total as usize, expected);
            prop_assert_eq!(invented.directory.search(&Query { filters, ..Query::new("") }).total as usize, expected);
            let facets = answer.facets.unwrap();
            for counted in &facets.departments {
                let here = |entry: &&Entry| entry.place.department == counted.value && keeps(entry, false, true);
                prop_assert_eq!(counted.count as usize, standing.iter().filter(here).count());
            }
            for counted in &facets.families {
                let here = |entry: &&Entry| entry.themes[0] / 1000 == counted.value && keeps(entry, true, false);
                prop_assert_eq!(counted.count as usize, standing.iter().filter(here).count());
            }
        }
    }
}
