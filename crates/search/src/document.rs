//! What is indexed of a proposal, and the schema it stands in.

use tantivy::{
    TantivyDocument,
    schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions},
};
use uuid::Uuid;

use crate::analysis::{WORDS, stems};

/// The language a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
}

impl Language {
    pub(crate) const ALL: [Self; 2] = [Self::French, Self::English];

    const fn index(self) -> usize {
        match self {
            Self::French => 0,
            Self::English => 1,
        }
    }
}

/// A published proposal, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its identifier.
    pub id: Uuid,
    /// The consultation it stands in.
    pub consultation: Uuid,
    /// The language it is written in.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The name of its theme, in each language.
    pub theme: String,
    /// The problem it sees.
    pub problem: String,
    /// What it would change.
    pub change: String,
    /// Its text.
    pub body: String,
}

/// What the index is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Update {
    /// The proposal reads so now.
    Put(Box<Document>),
    /// The proposal is no longer public.
    Remove(Uuid),
}

/// The number of the schema and of the analyses: an index made with another is thrown away.
pub(crate) const VERSION: u32 = 1;

/// A part of a proposal and its weight.
pub(crate) const PARTS: [(&str, f32); 5] =
    [("title", 4.0), ("theme", 2.0), ("problem", 1.4), ("change", 1.4), ("body", 1.0)];

/// The fields of the index.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub(crate) id: Field,
    pub(crate) consultation: Field,
    /// Stems: one field a part, for each language.
    pub(crate) stems: [[Field; PARTS.len()]; 2],
    /// Bare words of the title.
    pub(crate) title_words: Field,
    /// Bare words of everything.
    pub(crate) words: Field,
}

fn text(analysis: &str, record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(analysis).set_index_option(record);
    TextOptions::default().set_indexing_options(indexing)
}

/// The schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let id = builder.add_text_field("id", STRING | STORED);
    let consultation = builder.add_text_field("consultation", STRING);
    let stems = Language::ALL.map(|language| {
        let analysis = stems(language);
        let options = text(analysis, IndexRecordOption::WithFreqs);
        PARTS.map(|(part, _)| builder.add_text_field(&format!("{part}_{analysis}"), options.clone()))
    });
    let title_words = builder.add_text_field("title_words", text(WORDS, IndexRecordOption::Basic));
    let words = builder.add_text_field("words", text(WORDS, IndexRecordOption::Basic));
    (builder.build(), Fields { id, consultation, stems, title_words, words })
}

impl Fields {
    /// The fields of stems of a language, in the order of [`PARTS`].
    pub(crate) const fn of(&self, language: Language) -> &[Field; PARTS.len()] {
        &self.stems[language.index()]
    }

    pub(crate) fn fill(&self, document: &Document) -> TantivyDocument {
        let parts = [&document.title, &document.theme, &document.problem, &document.change, &document.body];
        let mut filled = TantivyDocument::new();
        filled.add_text(self.id, key(document.id));
        filled.add_text(self.consultation, key(document.consultation));
        filled.add_text(self.title_words, &document.title);
        for (field, part) in self.of(document.language).iter().zip(parts) {
            filled.add_text(*field, part);
            filled.add_text(self.words, part);
        }
        filled
    }
}

/// An identifier as a term.
pub(crate) fn key(id: Uuid) -> String {
    id.simple().to_string()
}
