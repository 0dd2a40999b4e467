//! Decidim's proposals: one row each.

use std::io::BufRead;

use super::columns::{Column, Columns};
use super::header_rejection;
use super::records::Record;
use super::table::{Table, claimed, entry};
use crate::journal::{Journal, some_line, title};
use crate::{Answer, Entry, Loss, Losses, Proposal, Reason, Rejection, Theme, Votes, instant};

/// States in which the organiser has said nothing.
const UNANSWERED: [&str; 4] = ["", "not_answered", "published", "withdrawn"];

/// The proposals of an export. See [`read_proposals`](super::read_proposals).
pub struct Proposals<Input> {
    table: Table<Input>,
    fields: Fields,
}

/// Where the fields of a proposal stand in this file.
struct Fields {
    id: Column,
    title: Column,
    body: Column,
    theme_id: Column,
    theme: Column,
    author: Column,
    created_at: Column,
    updated_at: Column,
    votes: Column,
    state: Column,
    answer: Column,
    answered_at: Column,
    withdrawn: Column,
    url: Column,
}

impl Fields {
    fn find(columns: &mut Columns) -> Result<Self, Reason> {
        Ok(Self {
            id: columns.require("id")?,
            title: columns.require("title")?,
            body: columns.find("body"),
            theme_id: columns.find_any(&["category/id", "taxonomies/id"]),
            theme: columns.find_any(&["category/name", "taxonomies/name"]),
            author: columns.find("author/name"),
            created_at: columns.find_any(&["created_at", "published_at"]),
            updated_at: columns.find("updated_at"),
            votes: columns.find_any(&["votes", "supports"]),
            state: columns.find("state"),
            answer: columns.find("answer"),
            answered_at: columns.find("answered_at"),
            withdrawn: columns.find_any(&["withdrawn", "withdrawn_at"]),
            url: columns.find("url"),
        })
    }
}

impl<Input: BufRead> Proposals<Input> {
    pub(super) fn new(input: Input, language: &str) -> Result<Self, Rejection> {
        let mut table = Table::open(input, language)?;
        let fields = Fields::find(&mut table.columns).map_err(header_rejection)?;
        Ok(Self { table, fields })
    }

    /// What could not be kept so far; complete once the iterator has ended.
    pub fn losses(&self) -> &Losses {
        &self.table.journal.losses
    }
}

impl<Input: BufRead> Iterator for Proposals<Input> {
    type Item = Result<Entry<Proposal>, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = match self.table.next_record()? {
            Ok(record) => record,
            Err(rejection) => return Some(Err(rejection)),
        };
        let id = self.fields.id.of(&record).trim();
        let Table { columns, journal, .. } = &mut self.table;
        let read = self.fields.proposal(id, &record, journal);
        if read.is_ok() {
            columns.report_unread(&record, id, journal);
        }
        Some(entry(&record, id, read))
    }
}

impl Fields {
    fn proposal(&self, id: &str, record: &Record, journal: &mut Journal) -> Result<Proposal, Reason> {
        let title = title(self.title.of(record))?;
        let created_at = instant::read("created_at", self.created_at.of(record))?;
        let updated_at = instant::read("updated_at", self.updated_at.of(record))?;
        let answered_at = instant::read("answered_at", self.answered_at.of(record))?;
        let support = self.votes.number("votes", record)?;
        claimed("proposal", id, journal)?;
        self.count_translations(id, record, journal);
        Ok(Proposal {
            external_id: id.to_owned(),
            title,
            body_markdown: journal.markdown(self.body.of(record), id),
            theme: self.theme(record),
            author_label: some_line(self.author.of(record)),
            created_at,
            updated_at,
            votes: Votes { support, ..Votes::default() },
            arguments: Vec::new(),
            appendices: Vec::new(),
            sources: Vec::new(),
            answer: self.answer(id, record, answered_at, journal),
            url: some_line(self.url.of(record)),
            trashed: self.is_withdrawn(record),
        })
    }

    fn count_translations(&self, id: &str, record: &Record, journal: &mut Journal) {
        for column in [&self.title, &self.body, &self.answer] {
            let further = column.translations(record);
            journal.losses.note(Loss::Translation, further, id);
        }
    }

    fn theme(&self, record: &Record) -> Option<Theme> {
        Some(Theme { external_id: some_line(self.theme_id.of(record)), name: some_line(self.theme.of(record))? })
    }

    fn answer(&self, id: &str, record: &Record, answered_at: Option<i64>, journal: &mut Journal) -> Option<Answer> {
        let state = self.state.of(record).trim();
        let body_markdown = journal.markdown(self.answer.of(record), id);
        let answered = !body_markdown.is_empty() || !UNANSWERED.contains(&state);
        answered.then(|| Answer { state: state.to_owned(), body_markdown, answered_at })
    }

    fn is_withdrawn(&self, record: &Record) -> bool {
        let withdrawn = self.withdrawn.of(record).trim();
        self.state.of(record).trim() == "withdrawn" || !matches!(withdrawn, "" | "false")
    }
}
