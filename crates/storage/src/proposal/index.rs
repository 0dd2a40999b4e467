//! Published proposals as the full-text index reads them.

use fabrique_domain::{
    Language, LocalizedText,
    id::{ConsultationId, ProposalId},
};

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, fetch_optional},
};

/// A published proposal as the index reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indexable {
    /// Its identifier.
    pub id: ProposalId,
    /// The consultation it answers.
    pub consultation_id: ConsultationId,
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The name of its theme, where it has one.
    pub theme: Option<LocalizedText>,
    /// The problem it sees. Markdown.
    pub problem: String,
    /// What it would change. Markdown.
    pub change: String,
    /// Its text. Markdown.
    pub body: String,
}

record!(Indexable { id, consultation_id, language, title, theme, problem, change, body });

const ONE: &str = "SELECT p.id, p.consultation_id, p.language, p.title, t.name AS theme, p.problem, p.change, p.body
    FROM proposals p LEFT JOIN themes t ON t.id = p.theme_id WHERE p.state = 'published' AND p.id = $1";

/// The proposal for the index; none when it is not published.
///
/// # Errors
/// When the database refuses.
pub async fn indexable(reader: &mut Reader, id: ProposalId) -> Result<Option<Indexable>> {
    fetch_optional!(reader, ONE, id)
}

const AFTER: &str = "SELECT p.id, p.consultation_id, p.language, p.title, t.name AS theme, p.problem, p.change, p.body
    FROM proposals p LEFT JOIN themes t ON t.id = p.theme_id WHERE p.state = 'published' AND p.id > $1
    ORDER BY p.id LIMIT $2";

/// Every published proposal after `id`, a batch at a time in the order of identifiers, to rebuild
/// the index.
///
/// # Errors
/// When the database refuses.
pub async fn indexable_after(reader: &mut Reader, id: ProposalId, limit: i64) -> Result<Vec<Indexable>> {
    fetch_all!(reader, AFTER, id, limit)
}
