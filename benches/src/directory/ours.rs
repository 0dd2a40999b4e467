//! The directory itself.

use anyhow::Result;
use fabrique_directory::{Directory, Discovery, Filters, Query};

use super::Peer;
use super::questions::{Kind, Question};

impl Peer for Directory {
    fn ask(&self, question: &Question) -> Result<Option<usize>> {
        let text = question.text.as_str();
        let found = match question.kind {
            Kind::AsYouType => self.suggest(text, 8).len(),
            Kind::Page => self
                .discover(&Discovery { text: text.to_owned(), limit: 30, ..Discovery::default() })?
                .suggestions
                .len(),
            kind => usize::try_from(self.search(&query(kind, question)).total)?,
        };
        Ok(Some(found))
    }
}

fn query(kind: Kind, question: &Question) -> Query {
    let plain = Query::new(question.text.as_str());
    match kind {
        Kind::Phrases => Query::new(format!("\"{}\"", question.text)),
        Kind::Facets => Query { facets: true, ..plain },
        Kind::Filters => {
            let filters = Filters { departments: vec![question.department.to_owned()], ..Filters::default() };
            Query { filters, ..plain }
        }
        _ => plain,
    }
}
