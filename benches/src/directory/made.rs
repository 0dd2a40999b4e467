//! The rows: generated once, loaded and built anew in a process of their own, so that its memory is theirs.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fabrique_directory::{Day, LoadOptions, Source, build, entries, generate, load};
use serde::{Deserialize, Serialize};

use crate::platform::Memory;
use crate::report::float;

/// The day of the build: the generated edition is of October 2026.
const TODAY: Day = Day(20_261_015);

/// How the rows became an index.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Made {
    /// Seconds on the wall.
    pub(super) load: f64,
    /// Seconds on the wall.
    pub(super) build: f64,
    /// The most memory the process held, mapped files apart, in bytes.
    pub(super) memory: f64,
    /// The files of the index and their lengths in bytes.
    pub(super) files: Vec<(String, u64)>,
}

impl Made {
    /// The bytes of the files that `counts` keeps.
    pub(super) fn bytes(&self, counts: impl Fn(&str) -> bool) -> u64 {
        self.files.iter().filter(|(name, _)| counts(name)).map(|(_, length)| length).sum()
    }
}

/// An archive of so many rows; one that is in the folder already is taken.
pub(super) fn archive(rows: u64, folder: &Path) -> Result<PathBuf> {
    let archive = folder.join(format!("associations-{rows}.zip"));
    if !archive.exists() {
        std::fs::create_dir_all(folder)?;
        let part = folder.join("associations.part");
        generate(rows, 1, &part, &|_| {})?;
        std::fs::rename(part, &archive)?;
    }
    Ok(archive)
}

/// Loads an archive in the home of an instance and builds its index.
pub(super) async fn make(home: &Path, archive: &Path) -> Result<Made> {
    let mut command = tokio::process::Command::new(std::env::current_exe()?);
    let done = command.arg("made").arg(home).arg(archive).stderr(Stdio::inherit()).output().await?;
    ensure!(done.status.success(), "the index could not be made");
    serde_json::from_slice(&done.stdout).context("the process that makes the index says nothing")
}

/// The most memory that this process holds from now on, mapped files apart, in bytes.
fn watch_memory() -> Arc<AtomicU64> {
    let most = Arc::new(AtomicU64::new(0));
    let watched = Arc::clone(&most);
    std::thread::spawn(move || {
        while let Ok(memory) = Memory::of("self") {
            watched.fetch_max(memory.own as u64, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    most
}

/// The process itself: `made HOME ARCHIVE`.
#[expect(clippy::print_stdout, reason = "what was made is read by the process that started it")]
pub(crate) fn made(arguments: &[String]) -> Result<()> {
    let [home, archive] = arguments else { anyhow::bail!("made HOME ARCHIVE") };
    let (home, archive) = (Path::new(home), PathBuf::from(archive));
    let most = watch_memory();
    let begun = Instant::now();
    load(home, Source::Rna, &[archive], &LoadOptions::default(), &|_| {})?;
    let load = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let report = build(home, entries(home)?, TODAY, &|_, _, _| {})?;
    let build = begun.elapsed().as_secs_f64();
    let made = Made { load, build, memory: float(most.load(Ordering::Relaxed)), files: report.files };
    println!("{}", serde_json::json!(made));
    Ok(())
}
