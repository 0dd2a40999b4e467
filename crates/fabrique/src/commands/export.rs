//! `fabrique export …`: what leaves an instance as files.

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::Subcommand;
use fabrique_app::open_data::{self, Scope};
use fabrique_documents::table::{Format, TableWriter};
use fabrique_domain::{Choice, open_data::Collection};
use fabrique_storage::Store;
use indicatif::ProgressBar;
use serde::Serialize;

use super::Global;
use crate::{console::explain, instance::Instance};

#[derive(Debug, Subcommand)]
pub(crate) enum Arguments {
    /// Write every public collection into a folder, as CSV and as JSON
    OpenData {
        /// Where to
        folder: PathBuf,
    },
}

#[derive(Serialize)]
struct Exported {
    collection: &'static str,
    rows: usize,
}

pub(crate) async fn run(global: &Global, arguments: &Arguments) -> Result<ExitCode> {
    let Arguments::OpenData { folder } = arguments;
    let store = Instance::find(global)?.ready_store("export").await?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let progress = ProgressBar::new_spinner();
    let mut exported = Vec::new();
    for collection in Collection::ALL {
        progress.set_message(collection.code());
        exported.push(export(&store, *collection, folder, &progress).await?);
    }
    progress.finish_and_clear();
    store.close().await?;
    let words: Vec<String> = exported.iter().map(|one| format!("{:>9}  {}", one.rows, one.collection)).collect();
    global.console().tell(&exported, &words.join("\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a collection in both forms, a page of rows at a time: memory does not grow with it.
async fn export(store: &Store, collection: Collection, folder: &Path, progress: &ProgressBar) -> Result<Exported> {
    let mut files =
        [TableFile::begin(folder, collection, Format::Csv)?, TableFile::begin(folder, collection, Format::Json)?];
    let (mut after, mut rows) = (None, 0);
    loop {
        let mut reader = store.read().await?;
        let page = open_data::read(&mut reader, collection, &Scope::All.into(), after.as_ref(), open_data::PAGE)
            .await
            .map_err(explain)?;
        for file in &mut files {
            let piece = file.writer.rows(&page.rows);
            file.write(&piece)?;
        }
        rows += page.rows.len();
        progress.inc(page.rows.len() as u64);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    files.into_iter().try_for_each(TableFile::end)?;
    Ok(Exported { collection: collection.code(), rows })
}

/// A file that has its name only once it is whole.
struct TableFile {
    path: PathBuf,
    out: BufWriter<File>,
    writer: TableWriter,
}

impl TableFile {
    fn begin(folder: &Path, collection: Collection, format: Format) -> Result<Self> {
        let path = folder.join(format!("{}.{}", collection.code(), format.suffix()));
        let out = File::create(part(&path)).with_context(|| format!("{} cannot be written", path.display()))?;
        let writer = TableWriter::new(format, open_data::header(collection));
        let mut file = Self { path, out: BufWriter::new(out), writer };
        let head = file.writer.begin();
        file.write(&head)?;
        Ok(file)
    }

    fn write(&mut self, piece: &[u8]) -> Result<()> {
        self.out.write_all(piece).with_context(|| format!("{} cannot be written", self.path.display()))
    }

    fn end(mut self) -> Result<()> {
        let tail = self.writer.end();
        self.write(&tail)?;
        self.out.flush()?;
        fs::rename(part(&self.path), &self.path).with_context(|| format!("{} cannot be written", self.path.display()))
    }
}

fn part(path: &Path) -> PathBuf {
    path.with_added_extension("part")
}
