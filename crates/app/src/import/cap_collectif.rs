//! Bringing an export of Cap Collectif.

use std::io::BufRead;

use fabrique_domain::account::{Actor, Permission};
use fabrique_imports as elsewhere;
use fabrique_storage::{Reader, Tx, transact};

use super::{
    BATCH, Options, Progress, Report,
    keep::{self, digest_of, foresee, span},
    place::Place,
    speech::{Speech, foresee_all, keep_all},
};
use crate::{Error, Platform, Result, error::need};

/// The kind of export, in the keys of its records.
const KIND: &str = "cap-collectif";

/// Brings the proposals of an export, with their arguments, votes, sources and appendices.
///
/// # Errors
/// [`Error::Forbidden`] to anybody but the coordinators and the console;
/// `import-into-own-consultation` when the address is that of a consultation held here;
/// `import-unknown-plan`. A bad line is no error: it is in the report.
pub async fn cap_collectif(
    platform: &Platform,
    actor: &Actor,
    export: impl BufRead,
    options: &Options,
    progress: Progress<'_>,
) -> Result<Report> {
    need(actor, Permission::RunConsultations)?;
    let mut reader = elsewhere::cap_collectif::read(export);
    let mut report = proposals(platform, KIND, &mut reader, options, progress).await?;
    report.lose(reader.losses());
    Ok(report)
}

/// Brings proposals, a batch a transaction.
pub(super) async fn proposals(
    platform: &Platform,
    kind: &'static str,
    records: &mut impl Iterator<Item = Result<elsewhere::Entry<elsewhere::Proposal>, elsewhere::Rejection>>,
    options: &Options,
    progress: Progress<'_>,
) -> Result<Report> {
    let mut report = Report::about(options);
    loop {
        let batch = next_batch(records, &mut report);
        if batch.is_empty() {
            return Ok(report);
        }
        report.add(&bring(platform, kind, &batch, options).await?);
        progress(report.total.read);
    }
}

/// The next records that were understood; the others go to the report.
pub(super) fn next_batch<Record>(
    records: &mut impl Iterator<Item = Result<elsewhere::Entry<Record>, elsewhere::Rejection>>,
    report: &mut Report,
) -> Vec<Record> {
    let mut batch = Vec::with_capacity(BATCH);
    for record in records {
        match record {
            Ok(entry) => batch.push(entry.record),
            Err(rejection) => report.reject(&rejection),
        }
        if batch.len() == BATCH {
            break;
        }
    }
    batch
}

async fn bring(platform: &Platform, kind: &str, batch: &[elsewhere::Proposal], options: &Options) -> Result<Report> {
    if options.dry_run {
        return foretell(&mut platform.store.read().await?, kind, batch, options).await;
    }
    transact!(platform.store, |tx| keep_batch(platform, tx, kind, batch, options).await)
}

async fn keep_batch(
    platform: &Platform,
    tx: &mut Tx,
    kind: &str,
    batch: &[elsewhere::Proposal],
    options: &Options,
) -> Result<Report, Error> {
    let mut report = Report::default();
    let place = Place::prepare(tx, kind, options, &platform.site.zone, span(tx, batch)).await?;
    for record in batch {
        let (proposal, outcome) = keep::proposal(tx, &place, "proposal", record).await?;
        report.count("proposals", outcome);
        report.votes += record.votes.total();
        keep_all(tx, &place, &proposal, &speeches(record), &mut report).await?;
    }
    Ok(report)
}

async fn foretell(reader: &mut Reader, kind: &str, batch: &[elsewhere::Proposal], options: &Options) -> Result<Report> {
    let mut report = Report::default();
    let place = Place::find(reader, kind, options).await?;
    for record in batch {
        let key = ("proposal", record.external_id.as_str());
        let outcome = foresee(reader, place.as_ref(), key, &digest_of(record)).await?;
        report.count("proposals", outcome);
        report.votes += record.votes.total();
        foresee_all(reader, place.as_ref(), &speeches(record), &mut report).await?;
    }
    Ok(report)
}

fn speeches(record: &elsewhere::Proposal) -> Vec<Speech> {
    record.arguments.iter().map(Speech::from).collect()
}
