//! Files of a snapshot: written through a digest, read in place.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use bytemuck::AnyBitPattern;
use tantivy::directory::OwnedBytes;

use super::manifest::FileCard;
use crate::error::{Error, Result};

/// A snapshot that is being written: a folder nobody names yet.
#[derive(Debug)]
pub struct Writing {
    folder: PathBuf,
    files: Vec<FileCard>,
}

impl Writing {
    /// A snapshot in an empty folder.
    pub(crate) fn new(folder: PathBuf) -> Result<Self> {
        std::fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
        Ok(Self { folder, files: Vec::new() })
    }

    /// The folder it is written in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Begins a file; it is part of the snapshot once it is given to [`Self::keep`].
    ///
    /// # Errors
    /// [`Error::Io`] when the disk refuses.
    pub fn create(&self, name: &'static str) -> Result<FileWriter> {
        let path = self.folder.join(name);
        let file = File::create(&path).map_err(Error::io(&path))?;
        Ok(FileWriter {
            name,
            path,
            file: BufWriter::with_capacity(1 << 17, file),
            digest: crc32fast::Hasher::new(),
            length: 0,
        })
    }

    /// Ends a file.
    ///
    /// # Errors
    /// [`Error::Io`] when the disk refuses.
    pub fn keep(&mut self, writer: FileWriter) -> Result<()> {
        self.files.push(writer.finish()?);
        Ok(())
    }

    /// Writes a file at once.
    ///
    /// # Errors
    /// [`Error::Io`] when the disk refuses.
    pub fn write(&mut self, name: &'static str, bytes: &[u8]) -> Result<()> {
        let mut writer = self.create(name)?;
        writer.put(bytes)?;
        self.keep(writer)
    }

    /// What was written so far.
    pub(crate) fn files(&self) -> &[FileCard] {
        &self.files
    }
}

/// A file of a snapshot that is being written.
#[derive(Debug)]
pub struct FileWriter {
    name: &'static str,
    path: PathBuf,
    file: BufWriter<File>,
    digest: crc32fast::Hasher,
    length: u64,
}

impl FileWriter {
    /// Adds bytes.
    ///
    /// # Errors
    /// [`Error::Io`] when the disk refuses.
    pub fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.write_all(bytes).map_err(Error::io(&self.path))
    }

    /// How many bytes were put.
    #[must_use]
    pub const fn length(&self) -> u64 {
        self.length
    }

    fn finish(mut self) -> Result<FileCard> {
        self.file.flush().map_err(Error::io(&self.path))?;
        self.file.get_ref().sync_data().map_err(Error::io(&self.path))?;
        Ok(FileCard { name: self.name.to_owned(), length: self.length, digest: self.digest.finalize() })
    }
}

impl Write for FileWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.update(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Numbers read in place from a mapped file.
#[derive(Debug, Clone)]
pub(crate) struct Table<T> {
    bytes: OwnedBytes,
    numbers: PhantomData<T>,
}

impl<T: AnyBitPattern> Table<T> {
    /// The numbers of a file, or `None` when its bytes do not make whole numbers.
    pub(crate) fn new(bytes: OwnedBytes) -> Option<Self> {
        // An empty file is mapped nowhere, so at no place that suits a number.
        if !bytes.is_empty() {
            bytemuck::try_cast_slice::<u8, T>(&bytes).ok()?;
        }
        Some(Self { bytes, numbers: PhantomData })
    }

    /// All the numbers.
    pub(crate) fn all(&self) -> &[T] {
        bytemuck::try_cast_slice(&self.bytes).unwrap_or(&[])
    }

    /// One number.
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        self.all().get(at).copied()
    }
}

/// A number below 2^24, on three bytes.
pub(crate) type Small = [u8; 3];

/// A number on three bytes; the highest of them when it is too large.
pub(crate) fn small(number: u32) -> Small {
    let [a, b, c, _] = number.min((1 << 24) - 1).to_le_bytes();
    [a, b, c]
}

/// The number of three bytes.
pub(crate) const fn number([a, b, c]: Small) -> u32 {
    u32::from_le_bytes([a, b, c, 0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_half_a_number_is_refused() {
        assert!(Table::<u32>::new(OwnedBytes::new(vec![0_u8; 7])).is_none());
    }
}
