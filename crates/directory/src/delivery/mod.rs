//! What was published and is now to be read: files, folders of files, archives of files.

mod archive;
mod document;
mod encoding;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) use document::Document;
pub(crate) use encoding::{Encoding, read_fully, without_mark};
pub(crate) use table::{Line, Table};

use crate::Error;

/// What a source publishes in.
const SUFFIXES: [&str; 5] = ["csv", "tsv", "txt", "json", "parquet"];

/// The documents under `paths`, in the order of their names; archives are looked through and not unpacked.
///
/// # Errors
///
/// When a path cannot be read, an archive is damaged or unsafe, or there is nothing to read.
pub(crate) fn documents(paths: &[PathBuf]) -> Result<Vec<Document>, Error> {
    let mut found = Vec::new();
    for path in paths {
        let before = found.len();
        collect(path, &mut found)?;
        if found.len() == before {
            return Err(Error::NothingToRead { path: path.clone() });
        }
    }
    found.sort_by(|one, other| one.name().cmp(other.name()));
    Ok(found)
}

fn collect(path: &Path, found: &mut Vec<Document>) -> Result<(), Error> {
    let about = fs::metadata(path).map_err(Error::io(path))?;
    if about.is_dir() {
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).map_err(Error::io(path))? {
            inside.push(entry.map_err(Error::io(path))?.path());
        }
        inside.sort();
        inside
            .iter()
            .filter(|path| path.is_dir() || is_published(path) || is_archive(path))
            .try_for_each(|path| collect(path, found))
    } else if is_archive(path) {
        archive::members(path, found)
    } else if is_published(path) {
        found.push(Document::file(path, about.len()));
        Ok(())
    } else {
        Ok(())
    }
}

/// Whether the name of a file says that it may hold a register, and not what a system leaves beside it.
pub(crate) fn is_published(path: &Path) -> bool {
    let hidden = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with("__MACOSX"))
        || path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !hidden && suffix(path).is_some_and(|suffix| SUFFIXES.contains(&suffix.as_str()))
}

fn is_archive(path: &Path) -> bool {
    suffix(path).is_some_and(|suffix| suffix == "zip")
}

fn suffix(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}
