//! The same rows in tantivy: folded, then stemmed, names three times as heavy as purposes, exact counts by aggregation.

use std::path::Path;

use anyhow::Result;
use fabrique_directory::entries;
use tantivy::{
    Index, Searcher, Term,
    aggregation::{AggContextParams, AggregationCollector, agg_req::Aggregations},
    collector::{Count, TopDocs},
    doc,
    query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RegexQuery, TermQuery},
    schema::{FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{AsciiFoldingFilter, Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer},
};

use super::Peer;
use super::questions::{Kind, Question};

const TOKENS: &str = "folded-french";
const MEMORY: usize = 400_000_000;

pub(super) struct Tantivy {
    searcher: Searcher,
    name: Field,
    purpose: Field,
    department: Field,
    analyzer: TextAnalyzer,
    counts: Aggregations,
}

impl Tantivy {
    /// Writes the index of what is loaded in a home.
    pub(super) fn build(home: &Path, folder: &Path) -> Result<Self> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(TOKENS)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = TextOptions::default().set_indexing_options(indexing);
        let [name, purpose] = ["name", "purpose"].map(|field| schema.add_text_field(field, text.clone()));
        let key = schema.add_text_field("key", STORED);
        let [department, commune] = ["department", "commune"].map(|field| schema.add_text_field(field, STRING | FAST));
        let [family, kind, size, year] =
            ["family", "kind", "size", "year"].map(|field| schema.add_u64_field(field, FAST | INDEXED));
        std::fs::create_dir_all(folder)?;
        let index = Index::create_in_dir(folder, schema.build())?;
        index.tokenizers().register(TOKENS, analyzer());
        let mut writer = index.writer_with_num_threads(2, MEMORY)?;
        for entry in entries(home)? {
            let entry = entry?;
            writer.add_document(doc!(
                name => entry.name.as_str(), purpose => entry.purpose.as_str(), key => entry.key.as_str(),
                department => entry.place.department.as_str(), commune => entry.place.commune.as_str(),
                family => u64::from(entry.themes[0] / 1000), kind => entry.kind as u64, size => entry.size as u64,
                year => u64::from(entry.life.created.year()),
            ))?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let mut writer = index.writer_with_num_threads::<tantivy::TantivyDocument>(1, MEMORY)?;
        writer.merge(&index.searchable_segment_ids()?).wait()?;
        writer.garbage_collect_files().wait()?;
        let searcher = index.reader()?.searcher();
        Ok(Self { searcher, name, purpose, department, analyzer: analyzer(), counts: counts()? })
    }

    /// A word as it is written in the index.
    fn token(&self, word: &str) -> String {
        let mut analyzer = self.analyzer.clone();
        let mut tokens = analyzer.token_stream(word);
        if tokens.advance() { tokens.token().text.clone() } else { String::new() }
    }

    /// A word in a name or in a purpose.
    fn either(&self, query: impl Fn(Field) -> Box<dyn Query>) -> Box<dyn Query> {
        let name: Box<dyn Query> = Box::new(BoostQuery::new(query(self.name), 3.0));
        Box::new(BooleanQuery::new(vec![(Occur::Should, name), (Occur::Should, query(self.purpose))]))
    }

    fn word(&self, word: &str) -> Box<dyn Query> {
        let token = self.token(word);
        self.either(|field| {
            Box::new(TermQuery::new(Term::from_field_text(field, &token), IndexRecordOption::WithFreqs))
        })
    }

    fn words(&self, words: &[String], occur: Occur) -> Vec<(Occur, Box<dyn Query>)> {
        words.iter().map(|word| (occur, self.word(word))).collect()
    }

    fn query(&self, question: &Question) -> Result<Box<dyn Query>> {
        let words = &question.words;
        let mut parts = match question.kind {
            Kind::OneWord | Kind::SeveralWords | Kind::Facets | Kind::Filters => self.words(words, Occur::Must),
            Kind::Page => self.words(words, Occur::Should),
            Kind::AsYouType => return self.beginning(words),
            Kind::Typos => vec![(Occur::Must, self.misspelt(&words[0])), (Occur::Must, self.word(&words[1]))],
            Kind::Phrases => vec![(Occur::Must, self.phrase(words))],
        };
        if question.kind == Kind::Filters {
            let department = Term::from_field_text(self.department, question.department);
            parts.push((Occur::Must, Box::new(TermQuery::new(department, IndexRecordOption::Basic))));
        }
        Ok(Box::new(BooleanQuery::new(parts)))
    }

    /// Names that hold the words, and one that begins as the last.
    fn beginning(&self, words: &[String]) -> Result<Box<dyn Query>> {
        let (last, whole) = words.split_last().map_or(("", &[][..]), |(last, whole)| (last.as_str(), whole));
        let letters: String = self.token(last).chars().filter(|letter| letter.is_alphanumeric()).collect();
        let begun: Box<dyn Query> = Box::new(RegexQuery::from_pattern(&format!("{letters}.*"), self.name)?);
        let mut parts = vec![(Occur::Must, begun)];
        parts.extend(self.words(whole, Occur::Must));
        Ok(Box::new(BooleanQuery::new(parts)))
    }

    fn misspelt(&self, word: &str) -> Box<dyn Query> {
        let token = self.token(word);
        let distance = if token.chars().count() < 8 { 1 } else { 2 };
        self.either(|field| Box::new(FuzzyTermQuery::new(Term::from_field_text(field, &token), distance, true)))
    }

    fn phrase(&self, words: &[String]) -> Box<dyn Query> {
        let tokens: Vec<String> = words.iter().map(|word| self.token(word)).filter(|token| !token.is_empty()).collect();
        match tokens.as_slice() {
            [] | [_] => self.word(&words.join(" ")),
            _ => self.either(|field| {
                Box::new(PhraseQuery::new(
                    tokens.iter().map(|token| Term::from_field_text(field, token)).collect::<Vec<_>>(),
                ))
            }),
        }
    }
}

impl Peer for Tantivy {
    fn ask(&self, question: &Question) -> Result<Option<usize>> {
        let (query, best) = (self.query(question)?, TopDocs::with_limit(20).order_by_score());
        Ok(Some(match question.kind {
            Kind::Facets => {
                let counts = AggregationCollector::from_aggs(self.counts.clone(), AggContextParams::default());
                self.searcher.search(&query, &(best, Count, counts))?.1
            }
            Kind::AsYouType => self.searcher.search(&query, &TopDocs::with_limit(8).order_by_score())?.len(),
            _ => self.searcher.search(&query, &(best, Count))?.1,
        }))
    }
}

fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::French))
        .build()
}

fn counts() -> Result<Aggregations> {
    let of = |field: &str| serde_json::json!({ "terms": { "field": field, "size": 65_000, "segment_size": 65_000 } });
    let fields = ["department", "commune", "family", "kind", "size", "year"];
    let all: serde_json::Map<String, serde_json::Value> =
        fields.iter().map(|field| ((*field).to_owned(), of(field))).collect();
    Ok(serde_json::from_value(all.into())?)
}
