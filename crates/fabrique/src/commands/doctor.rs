//! `fabrique doctor`: looks at everything an instance stands on, and says what to mend.

use std::{os::unix::fs::PermissionsExt, path::Path, process::ExitCode, time::SystemTime};

use anyhow::Result;
use fabrique_domain::time::MINUTE;
use fabrique_storage::{Store, Surroundings, job};
use serde::Serialize;

use super::Global;
use crate::{
    instance::{Instance, KEY},
    mailer::Postman,
};

/// Below this much room on the disk, in bytes, writing may soon fail.
const LITTLE_ROOM: u64 = 1 << 30;

/// What one look found.
#[derive(Debug, Serialize)]
struct Finding {
    check: &'static str,
    ok: bool,
    found: String,
    /// What to do about it; empty when all is well.
    mend: String,
}

impl Finding {
    fn well(check: &'static str, found: impl Into<String>) -> Self {
        Self { check, ok: true, found: found.into(), mend: String::new() }
    }

    fn ill(check: &'static str, found: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { check, ok: false, found: found.into(), mend: mend.into() }
    }
}

pub(crate) async fn run(global: &Global) -> Result<ExitCode> {
    let findings = match Instance::find(global) {
        Ok(instance) => examine(&instance).await,
        Err(error) => vec![Finding::ill("configuration", format!("{error:#}"), "correct what is named")],
    };
    let words: String = findings.iter().map(line).collect();
    global.console().tell(&findings, &words)?;
    Ok(if findings.iter().all(|finding| finding.ok) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn line(finding: &Finding) -> String {
    let mark = if finding.ok { "✓" } else { "✗" };
    let mend = if finding.mend.is_empty() { String::new() } else { format!("\n  → {}", finding.mend) };
    format!("{mark} {:<14} {}{mend}\n", finding.check, finding.found)
}

async fn examine(instance: &Instance) -> Vec<Finding> {
    let mut findings = vec![Finding::well("configuration", "read"), key(instance)];
    match instance.store("doctor").await {
        Ok(store) => findings.extend(database(&store).await),
        Err(error) => findings.push(closed(&error)),
    }
    findings.extend([
        index(instance),
        directory(instance),
        mail(instance).await,
        disk(&instance.home),
        clock(&instance.home),
    ]);
    findings
}

fn key(instance: &Instance) -> Finding {
    if let Err(error) = instance.keyring() {
        return Finding::ill(
            "key",
            format!("{error:#}"),
            "put secret.key back from a backup: a new one signs everybody out",
        );
    }
    let file = instance.home.join(KEY);
    match std::fs::metadata(&file).map(|metadata| metadata.permissions().mode() & 0o077) {
        Ok(0) => Finding::well("key", "read; only its owner may"),
        _ => Finding::ill("key", "others may read it", format!("chmod 600 {}", file.display())),
    }
}

/// A folder that a running server holds is what one expects; anything else is a fault.
fn closed(error: &anyhow::Error) -> Finding {
    match error.downcast_ref() {
        Some(fabrique_storage::Error::Held { holder, .. }) => Finding::well("database", format!("in use by {holder}")),
        _ => Finding::ill(
            "database",
            format!("{error:#}"),
            "check database.url, the rights on the folder, and the server",
        ),
    }
}

async fn database(store: &Store) -> Vec<Finding> {
    let written = fabrique_storage::latest_version();
    let schema = match store.schema_version().await {
        Ok(kept) if kept == written => Finding::well("database", format!("{}, schema {kept}", store.engine())),
        Ok(kept) if kept < written => {
            Finding::ill("database", format!("schema {kept}, not {written}"), "run `fabrique migrate`")
        }
        Ok(kept) => {
            Finding::ill("database", format!("schema {kept}, written by a newer program"), "upgrade this program")
        }
        Err(error) => {
            return vec![Finding::ill("database", error.to_string(), "check database.url and that the server answers")];
        }
    };
    if schema.ok { vec![schema, jobs(store).await] } else { vec![schema] }
}

async fn jobs(store: &Store) -> Finding {
    let counts = match store.read().await {
        Ok(mut reader) => job::counts(&mut reader).await,
        Err(error) => Err(error),
    };
    match counts {
        Ok(counts) => {
            let shown: Vec<String> = counts.iter().map(|count| format!("{} {}", count.jobs, count.state)).collect();
            let found = if shown.is_empty() { "none".to_owned() } else { shown.join(", ") };
            match counts.iter().find(|count| count.state == "failed") {
                Some(_) => {
                    Finding::ill("jobs", found, "read their last_error in the table jobs; most often mail cannot leave")
                }
                None => Finding::well("jobs", found),
            }
        }
        Err(error) => Finding::ill("jobs", error.to_string(), "check the database"),
    }
}

fn index(instance: &Instance) -> Finding {
    match instance.index().len() {
        Ok(proposals) => Finding::well("index", format!("{proposals} proposals")),
        Err(error) => Finding::ill("index", error.to_string(), "stop the server and run `fabrique reindex`"),
    }
}

/// Not having a directory is a choice; having one that cannot be read is a fault.
fn directory(instance: &Instance) -> Finding {
    let how = "run `fabrique directory build`; when it fails, load the registers again with `fabrique directory load`";
    let checked = fabrique_directory::Directory::open(&instance.home).and_then(|directory| {
        directory.snapshot().verify()?;
        Ok(directory.snapshot().documents())
    });
    match checked {
        Ok(documents) => Finding::well("directory", format!("{documents} organisations, every file as it was written")),
        Err(fabrique_directory::Error::NoSnapshot(_)) => {
            Finding::well("directory", "none is built; `fabrique directory load` says how to begin")
        }
        Err(error) => Finding::ill("directory", error.to_string(), how),
    }
}

async fn mail(instance: &Instance) -> Finding {
    let checked = match Postman::of(instance) {
        Ok(postman) => postman.check().await,
        Err(error) => Err(error),
    };
    match checked {
        Ok(found) => Finding::well("mail", found),
        Err(error) => Finding::ill(
            "mail",
            format!("{error:#}"),
            "check [mail] in the settings, and that the server lets this machine in",
        ),
    }
}

fn disk(home: &Path) -> Finding {
    match rustix::fs::statvfs(home) {
        Ok(disk) => {
            let room = disk.f_bavail.saturating_mul(disk.f_frsize);
            let found = format!("{:.1} GB free", room as f64 / 1e9);
            if room < LITTLE_ROOM {
                Finding::ill("disk", found, "make room: when it is full, nothing more is accepted")
            } else {
                Finding::well("disk", found)
            }
        }
        Err(error) => Finding::ill("disk", error.to_string(), "check the rights on the folder"),
    }
}

/// The clock must not be behind what was already written.
fn clock(home: &Path) -> Finding {
    let now = Surroundings::system().clock.now();
    let written = newest(home).map(|time| time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_micros());
    let written = i64::try_from(written.unwrap_or_default()).unwrap_or(i64::MAX);
    if now.micros() + MINUTE < written {
        Finding::ill(
            "clock",
            format!("it is {now} here, before the last thing written"),
            "set the clock (systemd-timesyncd, chrony)",
        )
    } else {
        Finding::well("clock", now.to_string())
    }
}

fn newest(home: &Path) -> Option<SystemTime> {
    let files = std::fs::read_dir(home).ok()?.flatten();
    files.filter_map(|file| file.metadata().and_then(|metadata| metadata.modified()).ok()).max()
}
