//! The baseline: BM25 by tantivy, any of the words, folded then stemmed, without empty words.

use anyhow::Result;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{AsciiFoldingFilter, Language, LowerCaser, SimpleTokenizer, StopWordFilter, TextAnalyzer};
use tantivy::{Index, Searcher, TantivyDocument, Term, doc};

const FRENCH: &str = "french";

/// Texts under keys, to be found by their words.
pub(super) struct Peer {
    searcher: Searcher,
    key: Field,
    text: Field,
    analyser: TextAnalyzer,
}

impl Peer {
    /// An index in memory.
    pub(super) fn of<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>) -> Result<Self> {
        let mut schema = Schema::builder();
        let key = schema.add_text_field("key", STRING | STORED);
        let indexing =
            TextFieldIndexing::default().set_tokenizer(FRENCH).set_index_option(IndexRecordOption::WithFreqs);
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_ram(schema.build());
        let analyser = analyser();
        index.tokenizers().register(FRENCH, analyser.clone());
        let mut writer = index.writer_with_num_threads(1, 50_000_000)?;
        for (name, words) in texts {
            writer.add_document(doc!(key => name, text => words))?;
        }
        writer.commit()?;
        Ok(Self { searcher: index.reader()?.searcher(), key, text, analyser })
    }

    /// The keys of the best texts.
    pub(super) fn find(&self, asked: &str, most: usize) -> Result<Vec<String>> {
        let mut words = Vec::new();
        self.analyser.clone().token_stream(asked).process(&mut |token| words.push(token.text.clone()));
        words.sort_unstable();
        words.dedup();
        let term = |word: &String| -> (Occur, Box<dyn Query>) {
            let term = Term::from_field_text(self.text, word);
            (Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)))
        };
        let query = BooleanQuery::new(words.iter().map(term).collect());
        let found = self.searcher.search(&query, &TopDocs::with_limit(most).order_by_score())?;
        let key = |address| -> Result<String> {
            let document: TantivyDocument = self.searcher.doc(address)?;
            Ok(document.get_first(self.key).and_then(|value| value.as_str()).unwrap_or_default().to_owned())
        };
        found.into_iter().map(|(_, address)| key(address)).collect()
    }
}

fn analyser() -> TextAnalyzer {
    let folded = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter);
    let stops = StopWordFilter::new(Language::French);
    folded
        .filter_dynamic(stops.unwrap_or_else(|| StopWordFilter::remove([])))
        .filter_dynamic(tantivy::tokenizer::Stemmer::new(Language::French))
        .build()
}
