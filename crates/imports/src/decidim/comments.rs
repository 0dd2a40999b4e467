//! Decidim's comments: one row each, on proposals, debates and other comments.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::columns::{Column, Columns};
use super::header_rejection;
use super::place::{kind_of_type, place_of_url};
use super::records::Record;
use super::table::{Table, claimed, entry};
use crate::journal::{Journal, some_line};
use crate::{Comment, Discussion, Entry, Loss, Losses, Place, PlaceKind, Reason, Rejection, Side, instant};

/// The comments of an export. See [`read_comments`](super::read_comments).
pub struct Comments<Input> {
    table: Table<Input>,
    fields: Fields,
    discussions: BTreeMap<Discussion, u64>,
    /// Answers whose parent has not been read yet: their own identifier and the parent's.
    awaiting: Vec<(String, String)>,
}

/// Where the fields of a comment stand in this file.
struct Fields {
    id: Column,
    body: Column,
    author: Column,
    created_at: Column,
    alignment: Column,
    depth: Column,
    target_id: Column,
    target_type: Column,
    url: Column,
}

impl Fields {
    fn find(columns: &mut Columns) -> Result<Self, Reason> {
        Ok(Self {
            id: columns.require("id")?,
            body: columns.require("body")?,
            author: columns.find_any(&["author/name", "user_group/name"]),
            created_at: columns.find("created_at"),
            alignment: columns.find("alignment"),
            depth: columns.find("depth"),
            target_id: columns.require("commentable_id")?,
            target_type: columns.require("commentable_type")?,
            url: columns.find("root_commentable_url"),
        })
    }
}

impl<Input: BufRead> Comments<Input> {
    pub(super) fn new(input: Input, language: &str) -> Result<Self, Rejection> {
        let mut table = Table::open(input, language)?;
        let fields = Fields::find(&mut table.columns).map_err(header_rejection)?;
        Ok(Self { table, fields, discussions: BTreeMap::new(), awaiting: Vec::new() })
    }

    /// What could not be kept so far; complete once the iterator has ended.
    pub fn losses(&self) -> &Losses {
        &self.table.journal.losses
    }

    /// The discussions met so far and how many comments each has, complete once the iterator has
    /// ended. Those outside proposals are for the caller to open: see [`Discussion`].
    pub fn discussions(&self) -> impl Iterator<Item = (&Discussion, u64)> {
        self.discussions.iter().map(|(discussion, comments)| (discussion, *comments))
    }

    fn note(&mut self, comment: &Comment) {
        let id = &comment.external_id;
        let journal = &mut self.table.journal;
        let outside = u64::from(comment.discussion.is_outside_proposals());
        journal.losses.note(Loss::OutsideProposals, outside, id);
        let answered = &comment.target;
        let is_answer = answered.kind == PlaceKind::Comment;
        if is_answer && !journal.has_seen("comment", &answered.external_id) {
            self.awaiting.push((id.clone(), answered.external_id.clone()));
        }
        *self.discussions.entry(comment.discussion.clone()).or_default() += 1;
    }

    /// At the end of the file: the parents still awaited are in no line of it.
    fn note_orphans(&mut self) {
        let journal = &mut self.table.journal;
        for (id, parent) in self.awaiting.drain(..) {
            let orphan = u64::from(!journal.has_seen("comment", &parent));
            journal.losses.note(Loss::Orphan, orphan, &id);
        }
    }
}

impl<Input: BufRead> Iterator for Comments<Input> {
    type Item = Result<Entry<Comment>, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some(record) = self.table.next_record() else {
            self.note_orphans();
            return None;
        };
        let record = match record {
            Ok(record) => record,
            Err(rejection) => return Some(Err(rejection)),
        };
        let id = self.fields.id.of(&record).trim();
        let read = self.fields.comment(id, &record, &mut self.table.journal);
        if let Ok(comment) = &read {
            let Table { columns, journal, .. } = &mut self.table;
            columns.report_unread(&record, id, journal);
            self.note(comment);
        }
        Some(entry(&record, id, read))
    }
}

impl Fields {
    fn comment(&self, id: &str, record: &Record, journal: &mut Journal) -> Result<Comment, Reason> {
        let target = self.target(record)?;
        let discussion = self.discussion(&target, record)?;
        let depth = self.depth.number("depth", record)?;
        let side = side(self.alignment.number("alignment", record)?)?;
        let created_at = instant::read("created_at", self.created_at.of(record))?;
        claimed("comment", id, journal)?;
        let further = self.body.translations(record);
        journal.losses.note(Loss::Translation, further, id);
        Ok(Comment {
            external_id: id.to_owned(),
            target,
            discussion,
            depth,
            side,
            body_markdown: journal.markdown(self.body.of(record), id),
            author_label: some_line(self.author.of(record)),
            created_at,
        })
    }

    fn target(&self, record: &Record) -> Result<Place, Reason> {
        let id = some_line(self.target_id.of(record)).ok_or(Reason::Missing("commentable_id"))?;
        Ok(Place { kind: kind_of_type(self.target_type.of(record).trim()), external_id: id })
    }

    /// The root of the thread: what its address says, else what a comment of no depth answers.
    fn discussion(&self, target: &Place, record: &Record) -> Result<Discussion, Reason> {
        let url = some_line(self.url.of(record)).unwrap_or_default();
        let root = (target.kind != PlaceKind::Comment).then(|| target.clone());
        let place = place_of_url(&url).or(root).ok_or(Reason::Missing("root_commentable_url"))?;
        Ok(Discussion { place, url })
    }
}

fn side(alignment: i8) -> Result<Side, Reason> {
    match alignment {
        1 => Ok(Side::For),
        0 => Ok(Side::Neutral),
        -1 => Ok(Side::Against),
        other => Err(Reason::Value { field: "alignment", value: other.to_string() }),
    }
}
