//! What hangs from a proposal: arguments, sources, appendices.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::convert::{Converter, Part, author, date};
use super::shape::{self, Identifier};
use crate::journal::{some_line, title};
use crate::{Appendix, Argument, Loss, Reason, Side, Source};

impl Converter<'_> {
    pub(super) fn argument(&mut self, value: Value) -> Part<Argument> {
        let argument: shape::Argument = match shaped(value) {
            Ok(argument) => argument,
            Err(reason) => return (None, Err(reason)),
        };
        let id = argument.id.as_ref().and_then(Identifier::text);
        (id.clone(), self.identified_argument(id, argument))
    }

    fn identified_argument(&mut self, id: Option<String>, argument: shape::Argument) -> Result<Argument, Reason> {
        let external_id = id.ok_or(Reason::Missing("id"))?;
        let side = side(argument.side)?;
        let created_at = date("created_at", &argument.created_at)?;
        self.journal.claim("argument", &external_id)?;
        argument.unknown.report("opinion.arguments.", &external_id, self.journal);
        Ok(Argument {
            external_id,
            side,
            body_markdown: self.markdown(argument.body),
            author_label: author(argument.author),
            created_at,
            useful_votes: argument.votes_count.unwrap_or(0),
            trashed: argument.is_trashed == Some(true) || argument.is_enabled == Some(false),
        })
    }

    pub(super) fn source(&mut self, value: Value) -> Part<Source> {
        let source: shape::Source = match shaped(value) {
            Ok(source) => source,
            Err(reason) => return (None, Err(reason)),
        };
        let id = source.id.as_ref().and_then(Identifier::text);
        (id.clone(), self.identified_source(id, source))
    }

    fn identified_source(&mut self, id: Option<String>, source: shape::Source) -> Result<Source, Reason> {
        let external_id = id.ok_or(Reason::Missing("id"))?;
        let title = title(&source.title.unwrap_or_default())?;
        let created_at = date("created_at", &source.created_at)?;
        self.journal.claim("source", &external_id)?;
        source.unknown.report("opinion.sources.", &external_id, self.journal);
        Ok(Source {
            external_id,
            title,
            link: source.link.as_deref().and_then(some_line),
            body_markdown: self.markdown(source.body),
            category: source.category.as_deref().and_then(some_line),
            author_label: author(source.author),
            created_at,
            useful_votes: source.votes_count.unwrap_or(0),
        })
    }

    /// Sections with a text; the platform exports the empty ones too.
    pub(super) fn appendices(&mut self, appendices: Option<Vec<shape::Appendix>>) -> Vec<Appendix> {
        let mut kept = Vec::new();
        for appendix in appendices.unwrap_or_default() {
            let body_markdown = self.markdown(appendix.body);
            if body_markdown.is_empty() {
                continue;
            }
            let title = appendix.heading.and_then(|heading| heading.title);
            let title = title.as_deref().and_then(some_line).unwrap_or_default();
            let unnamed = u64::from(title.is_empty());
            self.journal.losses.note(Loss::UnnamedAppendix, unnamed, self.id);
            kept.push(Appendix { title, body_markdown });
        }
        kept
    }
}

fn shaped<Shape: DeserializeOwned>(value: Value) -> Result<Shape, Reason> {
    serde_json::from_value(value).map_err(|error| Reason::Malformed(error.to_string()))
}

fn side(written: Option<i64>) -> Result<Side, Reason> {
    match written {
        Some(1) => Ok(Side::For),
        Some(0) => Ok(Side::Against),
        Some(other) => Err(Reason::Value { field: "type", value: other.to_string() }),
        None => Err(Reason::Missing("type")),
    }
}
