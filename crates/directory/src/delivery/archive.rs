//! Archives, looked through before anything is read from them.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::document::Document;
use crate::Error;

/// The register of legal units, the largest file read here, unpacks to about 5 GB.
const LARGEST_MEMBER: u64 = 64 << 30;
/// Registers pack five to fifteen times; an archive made to fill a disk packs a thousand times.
const HIGHEST_RATIO: u64 = 200;
/// Under this size the ratio says nothing.
const SMALL: u64 = 16 << 20;
/// One file a department, twice, is about two hundred.
const MOST_MEMBERS: usize = 10_000;

/// An archive open for reading.
pub(crate) fn open(path: &Path) -> Result<ZipArchive<BufReader<File>>, Error> {
    let file = File::open(path).map_err(Error::io(path))?;
    ZipArchive::new(BufReader::new(file)).map_err(|reason| damaged(path, &reason))
}

/// The archive at `path` cannot be read, for this reason.
pub(crate) fn damaged(path: &Path, reason: &ZipError) -> Error {
    Error::Archive { path: path.to_path_buf(), reason: reason.to_string() }
}

/// The members of an archive that may hold a register; an unsafe path or an absurd size refuses it whole.
pub(crate) fn members(path: &Path, found: &mut Vec<Document>) -> Result<(), Error> {
    let mut archive = open(path)?;
    if archive.len() > MOST_MEMBERS {
        let reason = format!("{} files in one archive, {MOST_MEMBERS} at most", archive.len());
        return Err(Error::TooLarge { file: path.display().to_string(), reason });
    }
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(|reason| damaged(path, &reason))?;
        let Some(inside) = member.enclosed_name().filter(|_| is_safe(member.name())) else {
            return Err(Error::UnsafePath { path: path.to_path_buf(), member: member.name().to_owned() });
        };
        check_size(path, member.name(), member.size(), member.compressed_size())?;
        if member.is_file() && super::is_published(&inside) {
            if member.encrypted() {
                let reason = format!("{} is locked with a password", member.name());
                return Err(Error::Archive { path: path.to_path_buf(), reason });
            }
            found.push(Document::member(path, index, &inside, member.size()));
        }
    }
    Ok(())
}

/// Whether a path stays in its folder on every system.
fn is_safe(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    !drive && !name.starts_with(['/', '\\']) && !name.contains('\0') && name.split(['/', '\\']).all(|part| part != "..")
}

fn check_size(path: &Path, member: &str, size: u64, packed: u64) -> Result<(), Error> {
    let file = || format!("{}:{member}", path.display());
    if size > LARGEST_MEMBER {
        return Err(Error::TooLarge { file: file(), reason: format!("{size} bytes, {LARGEST_MEMBER} at most") });
    }
    if size > SMALL && size / packed.max(1) > HIGHEST_RATIO {
        let reason = format!("{packed} bytes that unpack to {size}, {HIGHEST_RATIO} times at most");
        return Err(Error::TooLarge { file: file(), reason });
    }
    Ok(())
}
