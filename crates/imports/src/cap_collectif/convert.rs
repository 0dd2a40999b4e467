//! From the JSON of a proposal to neutral records.

use serde_json::Value;

use super::shape::{self, Identifier, Opinion};
use crate::journal::{Journal, some_line, title};
use crate::{Loss, Proposal, Reason, Rejection, Theme, Votes, instant};

/// Converts one proposal with all that hangs from it.
pub(super) struct Converter<'journal> {
    pub(super) line: u64,
    pub(super) id: &'journal str,
    pub(super) journal: &'journal mut Journal,
}

/// The identifier, once known, and what came of a part of the proposal.
pub(super) type Part<Record> = (Option<String>, Result<Record, Reason>);

impl Converter<'_> {
    /// The whole proposal. Nothing is counted or rejected in it before its own fields are read.
    pub(super) fn proposal(mut self, mut opinion: Opinion) -> Result<Proposal, Reason> {
        let title = title(&opinion.title.take().unwrap_or_default())?;
        let created_at = date("created_at", &opinion.created_at)?;
        let updated_at = date("updated_at", &opinion.updated_at)?;
        self.journal.claim("proposal", self.id)?;
        self.count_losses(&opinion);
        Ok(Proposal {
            external_id: self.id.to_owned(),
            title,
            body_markdown: self.markdown(opinion.body),
            theme: opinion.section.and_then(theme),
            author_label: author(opinion.author),
            created_at,
            updated_at,
            votes: Votes {
                support: opinion.votes_ok.unwrap_or(0),
                mixed: opinion.votes_mitige.unwrap_or(0),
                against: opinion.votes_nok.unwrap_or(0),
            },
            arguments: self.parts(opinion.arguments, Self::argument),
            appendices: self.appendices(opinion.appendices),
            sources: self.parts(opinion.sources, Self::source),
            answer: None,
            url: opinion.url.as_deref().and_then(some_line),
            trashed: opinion.is_trashed.unwrap_or(false),
        })
    }

    fn count_losses(&mut self, opinion: &Opinion) {
        opinion.unknown.report("opinion.", self.id, self.journal);
        let losses = [
            (Loss::Modal, length(&opinion.modals)),
            (Loss::VoterIdentity, length(&opinion.votes)),
            (Loss::Ranking, u64::from(opinion.ranking.is_some())),
            (Loss::VersionText, opinion.versions_count.unwrap_or(0)),
            (Loss::VoteTotal, u64::from(total_differs(opinion))),
            (Loss::AbsentArgument, absent(opinion.arguments_count, &opinion.arguments)),
            (Loss::AbsentSource, absent(opinion.sources_count, &opinion.sources)),
        ];
        for (loss, count) in losses {
            self.journal.losses.note(loss, count, self.id);
        }
    }

    /// Converts each part; one that cannot be taken is rejected without its proposal.
    fn parts<Record>(
        &mut self,
        values: Option<Vec<Value>>,
        convert: impl Fn(&mut Self, Value) -> Part<Record>,
    ) -> Vec<Record> {
        let mut records = Vec::new();
        for value in values.unwrap_or_default() {
            match convert(self, value) {
                (_, Ok(record)) => records.push(record),
                (external_id, Err(reason)) => self.journal.reject(Rejection { line: self.line, external_id, reason }),
            }
        }
        records
    }

    pub(super) fn markdown(&mut self, text: Option<String>) -> String {
        self.journal.markdown(&text.unwrap_or_default(), self.id)
    }
}

pub(super) fn date(field: &'static str, text: &Option<String>) -> Result<Option<i64>, Reason> {
    instant::read(field, text.as_deref().unwrap_or_default())
}

fn theme(section: shape::Section) -> Option<Theme> {
    let subject = section.subtitle.as_deref().and_then(some_line);
    let name = subject.or_else(|| section.title.as_deref().and_then(some_line))?;
    Some(Theme { external_id: section.id.as_ref().and_then(Identifier::text), name })
}

pub(super) fn author(author: Option<shape::Author>) -> Option<String> {
    author?.display_name.as_deref().and_then(some_line)
}

fn length<Item>(list: &Option<Vec<Item>>) -> u64 {
    list.as_ref().map_or(0, Vec::len) as u64
}

/// How many more the export counts than it holds.
fn absent<Item>(counted: Option<u64>, held: &Option<Vec<Item>>) -> u64 {
    counted.unwrap_or(0).saturating_sub(length(held))
}

fn total_differs(opinion: &Opinion) -> bool {
    let votes = [opinion.votes_ok, opinion.votes_mitige, opinion.votes_nok];
    let sum = votes.into_iter().flatten().fold(0, u64::saturating_add);
    opinion.votes_total.is_some_and(|total| total != sum)
}
