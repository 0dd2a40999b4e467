//! Bringing exports of Decidim: proposals, then what was said of them and of debates.

use std::{collections::BTreeMap, io::BufRead};

use fabrique_domain::{
    account::{Actor, Permission},
    id::{Id, ProposalId},
    proposal::Proposal,
};
use fabrique_imports::{self as elsewhere, Comment, Discussion, PlaceKind};
use fabrique_storage::{
    Reader, Tx,
    import::{self, Key},
    proposal, transact,
};

use super::{
    Options, Progress, Report,
    cap_collectif::{next_batch, proposals},
    keep::{self, extremes},
    place::Place,
    speech::{Speech, foresee_all, keep_all},
};
use crate::{Platform, Result, error::need};

/// The kind of export, in the keys of its records.
const KIND: &str = "decidim";
/// The language preferred where a text comes in several.
const LANGUAGE: &str = "fr";

/// The files of one export; either list may be empty.
#[derive(Debug, Default)]
pub struct Files<Input> {
    /// Proposals.
    pub proposals: Vec<Input>,
    /// Comments, of proposals or of debates.
    pub comments: Vec<Input>,
}

/// Brings the proposals of an export, then its comments. What a comment is about and no file holds
/// (a debate) becomes one contribution, with a link to the original.
///
/// # Errors
/// As [`cap_collectif`](super::cap_collectif()).
pub async fn decidim<Input: BufRead>(
    platform: &Platform,
    actor: &Actor,
    files: Files<Input>,
    options: &Options,
    progress: Progress<'_>,
) -> Result<Report> {
    need(actor, Permission::RunConsultations)?;
    let mut report = Report::about(options);
    for file in files.proposals {
        match elsewhere::decidim::read_proposals(file, LANGUAGE) {
            Ok(mut records) => {
                let before = report.total.read;
                let one = proposals(platform, KIND, &mut records, options, &mut |read| progress(before + read)).await?;
                report.rejected.extend(one.rejected.iter().cloned());
                report.add(&one);
                report.lose(records.losses());
            }
            Err(rejection) => report.reject(&rejection),
        }
    }
    for file in files.comments {
        match elsewhere::decidim::read_comments(file, LANGUAGE) {
            Ok(records) => comments(platform, records, options, &mut report, progress).await?,
            Err(rejection) => report.reject(&rejection),
        }
    }
    Ok(report)
}

async fn comments<Input: BufRead>(
    platform: &Platform,
    mut records: elsewhere::decidim::Comments<Input>,
    options: &Options,
    report: &mut Report,
    progress: Progress<'_>,
) -> Result<()> {
    loop {
        let batch = next_batch(&mut records, report);
        if batch.is_empty() {
            report.lose(records.losses());
            return Ok(());
        }
        let done = if options.dry_run {
            foretell(&mut platform.store.read().await?, &batch, options).await?
        } else {
            transact!(platform.store, |tx| keep_batch(platform, tx, &batch, options).await)?
        };
        report.add(&done);
        progress(report.total.read);
    }
}

async fn keep_batch(platform: &Platform, tx: &mut Tx, batch: &[Comment], options: &Options) -> Result<Report> {
    let mut report = Report::default();
    let span = extremes(batch.iter().filter_map(|comment| comment.created_at)).unwrap_or((tx.now(), tx.now()));
    let place = Place::prepare(tx, KIND, options, &platform.site.zone, span).await?;
    for (discussion, speeches) in by_discussion(batch) {
        let about = subject(tx, &place, discussion, batch, &mut report).await?;
        keep_all(tx, &place, &about, &speeches, &mut report).await?;
    }
    Ok(report)
}

async fn foretell(reader: &mut Reader, batch: &[Comment], options: &Options) -> Result<Report> {
    let mut report = Report::default();
    let place = Place::find(reader, KIND, options).await?;
    for (_, speeches) in by_discussion(batch) {
        foresee_all(reader, place.as_ref(), &speeches, &mut report).await?;
    }
    Ok(report)
}

fn by_discussion(batch: &[Comment]) -> BTreeMap<&Discussion, Vec<Speech>> {
    let mut discussions: BTreeMap<&Discussion, Vec<Speech>> = BTreeMap::new();
    for comment in batch {
        discussions.entry(&comment.discussion).or_default().push(speech(comment));
    }
    discussions
}

fn speech(comment: &Comment) -> Speech {
    let answered = (comment.target.kind == PlaceKind::Comment).then_some(&comment.target.external_id);
    // A thread becomes a list here: each answer says what it answered.
    let said = answered.map(|id| format!("*En réponse au commentaire {id}.*\n\n")).unwrap_or_default();
    Speech {
        collection: "comment",
        external_id: comment.external_id.clone(),
        side: comment.side,
        body: format!("{said}{}", comment.body_markdown),
        author: comment.author_label.clone(),
        created_at: comment.created_at,
        useful: 0,
        trashed: false,
    }
}

/// What a discussion is about: the proposal imported, else a contribution that stands for it.
async fn subject(
    tx: &mut Tx,
    place: &Place,
    discussion: &Discussion,
    batch: &[Comment],
    report: &mut Report,
) -> Result<Proposal> {
    let root = &discussion.place;
    let id = format!("{}/{}", kind_name(&root.kind), root.external_id);
    if root.kind == PlaceKind::Proposal
        && let Some(found) = imported(tx, place, "proposal", &root.external_id).await?
    {
        return Ok(found);
    }
    if let Some(found) = imported(tx, place, "discussion", &id).await? {
        return Ok(found);
    }
    let record = stand_in(discussion, id, batch);
    let (kept, outcome) = keep::proposal(tx, place, "discussion", &record).await?;
    report.count_beside("discussions", outcome);
    Ok(kept)
}

async fn imported(reader: &mut Reader, place: &Place, collection: &str, id: &str) -> Result<Option<Proposal>> {
    let key = Key { source: &place.source, collection, external_id: id };
    match import::find(reader, key).await? {
        Some(known) => Ok(proposal::find(reader, ProposalId::from_uuid(known.entity_id)).await?),
        None => Ok(None),
    }
}

/// A contribution that holds a discussion whose question is in no export.
fn stand_in(discussion: &Discussion, external_id: String, batch: &[Comment]) -> elsewhere::Proposal {
    let said = batch.iter().filter(|comment| comment.discussion == *discussion);
    elsewhere::Proposal {
        title: format!(
            "Discussion importée\u{a0}: {} {}",
            kind_name(&discussion.place.kind),
            discussion.place.external_id
        ),
        body_markdown: "L’export ne contient pas la question de ce débat, seulement ce qui y a été dit. \
                        La question se lit à son adresse d’origine."
            .to_owned(),
        theme: None,
        author_label: None,
        created_at: said.filter_map(|comment| comment.created_at).min(),
        updated_at: None,
        votes: elsewhere::Votes::default(),
        arguments: Vec::new(),
        appendices: Vec::new(),
        sources: Vec::new(),
        answer: None,
        url: Some(discussion.url.clone()).filter(|url| !url.is_empty()),
        trashed: false,
        external_id,
    }
}

fn kind_name(kind: &PlaceKind) -> &str {
    match kind {
        PlaceKind::Proposal => "proposition",
        PlaceKind::Debate => "débat",
        PlaceKind::Comment => "commentaire",
        PlaceKind::Other(name) => name,
    }
}
