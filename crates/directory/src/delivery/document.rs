//! One published file, wherever it lies.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::archive;
use crate::{Day, Error};

/// A file, or a file in an archive, that can be read more than once.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// Where it lies: the file or its archive.
    pub(crate) path: PathBuf,
    member: Option<(usize, String)>,
    /// How many bytes it holds, unpacked.
    pub(crate) size: u64,
}

impl Document {
    pub(crate) fn file(path: &Path, size: u64) -> Self {
        Self { path: path.to_path_buf(), member: None, size }
    }

    pub(crate) fn member(path: &Path, index: usize, inside: &Path, size: u64) -> Self {
        Self { path: path.to_path_buf(), member: Some((index, inside.display().to_string())), size }
    }

    /// Its name without its folder, for instance `rna_import_20250501_dpt_01.csv`.
    pub(crate) fn name(&self) -> &str {
        let name = match &self.member {
            Some((_, inside)) => inside.rsplit('/').next(),
            None => self.path.file_name().and_then(|name| name.to_str()),
        };
        name.unwrap_or_default()
    }

    /// Its name without its suffix, in lower case.
    pub(crate) fn stem(&self) -> String {
        let name = self.name().to_lowercase();
        name.rsplit_once('.').map_or(name.clone(), |(stem, _)| stem.to_owned())
    }

    /// Its name and the archive that it lies in.
    pub(crate) fn label(&self) -> String {
        match &self.member {
            Some((_, inside)) => format!("{}:{inside}", self.path.display()),
            None => self.path.display().to_string(),
        }
    }

    /// Whether it is a file of its own: some formats are read from their end.
    pub(crate) fn as_file(&self) -> Option<&Path> {
        self.member.is_none().then_some(self.path.as_path())
    }

    /// The day in its name, or in the name of its archive; unknown when neither says.
    pub(crate) fn edition(&self) -> Day {
        let archive = self.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let own = day_in(self.name());
        if own.is_known() { own } else { day_in(archive) }
    }

    /// Reads it from its head with `reading`; `seen` follows the bytes.
    ///
    /// # Errors
    ///
    /// When it cannot be opened, holds more than it declared, or `reading` fails.
    pub(crate) fn read<T>(
        &self,
        seen: &AtomicU64,
        reading: impl FnOnce(&mut dyn Read) -> Result<T, Error>,
    ) -> Result<T, Error> {
        match &self.member {
            None => {
                let file = File::open(&self.path).map_err(Error::io(&self.path))?;
                reading(&mut Counted { inner: file, left: self.size, seen })
            }
            Some((index, _)) => {
                let mut archive = archive::open(&self.path)?;
                let member = archive.by_index(*index).map_err(|reason| archive::damaged(&self.path, &reason))?;
                reading(&mut Counted { inner: member, left: self.size, seen })
            }
        }
    }

    /// What a failure to read it is called.
    pub(crate) fn unreadable(&self) -> impl Fn(io::Error) -> Error + '_ {
        |reason| Error::Unreadable { file: self.label(), reason: reason.to_string() }
    }
}

/// A reader that follows what is read, and stops at what was declared.
struct Counted<'a, R> {
    inner: R,
    left: u64,
    seen: &'a AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let bytes = read as u64;
        self.left = self.left.checked_sub(bytes).ok_or_else(|| io::Error::other("it holds more than it declares"))?;
        self.seen.fetch_add(bytes, Ordering::Relaxed);
        Ok(read)
    }
}

/// The first day that a file name holds as eight digits, with or without dashes between.
fn day_in(name: &str) -> Day {
    let digits: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let whole = digits
        .iter()
        .filter(|run| run.len() == 8)
        .map(|run| Day::parse(&format!("{}-{}-{}", &run[..4], &run[4..6], &run[6..])));
    let split = digits.windows(3).filter(|runs| runs[0].len() == 4 && runs[1].len() == 2 && runs[2].len() == 2);
    whole
        .chain(split.map(|runs| Day::parse(&runs.join("-"))))
        .find(|day| (1990..2200).contains(&day.year()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_says_the_edition() {
        assert_eq!(day_in("rna_import_20250501_dpt_01.csv"), Day(20_250_501));
        assert_eq!(day_in("StockUniteLegale_2026-10-01.parquet"), Day(20_261_001));
        assert_eq!(day_in("annuaire_national_2016.tsv"), Day(0));
        assert_eq!(day_in("export_99999999.csv"), Day(0));
    }
}
