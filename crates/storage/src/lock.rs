//! One process a folder: a lock that the operating system drops when its owner dies.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Seek, Write},
    path::{Path, PathBuf},
};

use crate::{Error, Result};

/// The lock of a folder, held as long as this value lives.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the folder for the process that `holder` describes.
    pub(crate) fn take(folder: &Path, holder: &str) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|source| at(folder, source))?;
        let path = folder.join("fabrique.lock");
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|source| at(&path, source))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Err(held(folder, &mut file)),
            Err(fs::TryLockError::Error(source)) => return Err(at(&path, source)),
        }
        sign(&mut file, holder).map_err(|source| at(&path, source))?;
        Ok(Self { _file: file })
    }
}

fn sign(file: &mut File, holder: &str) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "{holder}")?;
    file.flush()
}

fn held(folder: &Path, file: &mut File) -> Error {
    let mut holder = String::new();
    let read = file.read_to_string(&mut holder);
    let holder = holder.trim();
    let holder = if read.is_err() || holder.is_empty() { "another process" } else { holder };
    Error::Held { path: folder.to_owned(), holder: holder.to_owned() }
}

fn at(path: &Path, source: std::io::Error) -> Error {
    Error::Folder { path: PathBuf::from(path), source }
}
